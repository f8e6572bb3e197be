export { handedRoles, nameOfRole } from './handover/rules.ts'
export { neededRoles } from './roster/rules.ts'
