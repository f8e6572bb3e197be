export { type CharterGroup, listCharterGroups, listCharterWaiting, listNamable, listVersions } from './clauses/queries.ts'
export { type Assessed, assess, assessAll, readableTo, tellAssessed } from './findings/queries.ts'
