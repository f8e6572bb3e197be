export { handedRoles, nameOfRole } from './handover/rules.ts'
export { neededRoles, readTermEnd } from './roster/rules.ts'
