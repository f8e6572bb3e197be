export { listNamable } from './clauses/fields-queries.ts'
export { type CharterGroup, listCharterGroups, listCharterWaiting, listVersions } from './clauses/queries.ts'
export { type Assessed, assess, assessAll, readableTo, readWords, tellAssessed } from './findings/queries.ts'
