export { type AskedIn, type Concerned, findMessageForCase, listAskedIn, listCasesFrom, listConcerned } from './cases/queries.ts'
export { getRequest, getRequestGroup, listReadable, listRequestChoices, listRequests, readableBy, visibleTo } from './core/queries.ts'
export { listPicks } from './picking/queries.ts'
export { findSimilarMany, listSynonyms, type SimilarRequest } from './similar/queries.ts'
