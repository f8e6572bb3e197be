export { type AskedIn, type Concerned, findMessageForCase, listAskedIn, listCasesFrom, listConcerned } from './cases/queries.ts'
export { listFollowed } from './comments-queries.ts'
export { filterOf } from './core/filter-queries.ts'
export {
  getRequest,
  getRequestGroup,
  listOpenAreas,
  listReadable,
  listRequestChoices,
  listRequests,
  readableBy,
  visibleTo,
} from './core/queries.ts'
export { listPicks } from './picking-queries.ts'
export { listStillPublic, type Published } from './publishing-queries.ts'
export { listTouched } from './same-here/queries.ts'
export { findSimilarMany, listSynonyms, type SimilarRequest } from './similar-queries.ts'
export { listSpeakers } from './support/queries.ts'
export { listAreas, listAreasOfOneName, listBehind, listHaving, listTickets, type TouchedLine } from './touched-queries.ts'
