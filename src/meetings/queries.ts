export { listOwnNoted } from './attendance/queries.ts'
export {
  findMeeting,
  getMeeting,
  getSeries,
  type HostName,
  hostIds,
  listAllMeetings,
  listArrangeable,
  listInvitations,
  listMeetings,
  type Meeting,
} from './core/queries.ts'
export { listMinutesToCheck } from './minutes/queries.ts'
export { listOpenPolls, listPolls } from './polls/queries.ts'
