export { type CharterGroup, listCharterGroups, listCharterWaiting, listNamable, listVersions } from './clauses/queries.ts'
export { type Assessed, assess, readableTo, tellAssessed } from './findings/queries.ts'
