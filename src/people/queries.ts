export { listActings } from './acting-queries.ts'
export { listAffiliationsOf, listServiceOf, takesPart } from './affiliations/queries.ts'
export {
  findEmailOf,
  findLooseOrganisations,
  findLoosePeople,
  findPerson,
  findPersonByEmail,
  findReader,
  isEmpty,
  listReaders,
  listVerifiedOf,
  verifiedEmail,
} from './core-queries.ts'
export { listDomainsLike, mayLookLike, searchInstitutions, suggestByDomain } from './directory-queries.ts'
export { findDraft, listInDrafts } from './drafts-queries.ts'
export { listOpenFederations } from './federations/queries.ts'
export {
  countContractedFor,
  countVotingFor,
  findNamedHolder,
  listDomainHolders,
  listOrganisationsOf,
  listReferents,
  listUsersOf,
  speaksFor,
} from './organisations/queries.ts'
export { listNamed } from './profiles-queries.ts'
export { isToolAllowed, listToolChoices } from './proposals/queries.ts'
export { questionLasts } from './proposals/rules.ts'
export {
  findByStatement,
  findStatement,
  isSessionOpen,
  listOrganisationsAt,
  listProviders,
  listSessions,
  oldSessions,
  sessionBy,
} from './sign-in/queries.ts'
