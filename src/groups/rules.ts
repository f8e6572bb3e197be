export { handedRoles, nameOfRole } from './handover/rules.ts'
export { readTermEnd, vacantRoles } from './roster/rules.ts'
