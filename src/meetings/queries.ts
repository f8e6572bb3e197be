export { listOwnNoted } from './attendance/queries.ts'
export {
  findMeeting,
  findNextMeeting,
  getMeeting,
  getSeries,
  type HostName,
  hostIds,
  listAllMeetings,
  listArrangeable,
  listInvitations,
  listMeetings,
  listOpenInvitations,
  type Meeting,
} from './core/queries.ts'
export { listMinutesToCheck } from './minutes/queries.ts'
export { listOpenPolls, listPolls } from './polls/queries.ts'
