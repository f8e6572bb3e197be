export { countUndecidedOf } from './closing-queries.ts'
export {
  countOpenRequests,
  findKeepers,
  findListsByName,
  findPosters,
  findSender,
  findWriters,
  getList,
  getModeratedList,
  getWritableList,
  listClosedNames,
  listKept,
  listLists,
  listNames,
  type MailList,
  placesOf,
  readPlaces,
} from './core/queries.ts'
export { type BroughtRows, findLeavers, findMembers, findStandings, type Leaver, listOnOtherLists, readBrought } from './import-queries.ts'
export { countInvited } from './invitations/queries.ts'
export { type Parse, readBeginningsOf, readWarningsOf } from './moderation/hints-queries.ts'
export { findReadersOfAll } from './receiving/queries.ts'
export { findAddress, getDesk, listAddressesOf, listDesks, type RoleAddress } from './role-addresses/queries.ts'
export { listUnanswered } from './unanswered-queries.ts'
export { oldRequests } from './vetting/queries.ts'
