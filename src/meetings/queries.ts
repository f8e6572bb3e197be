export { listOwnNoted } from './attendance/queries.ts'
export { countAhead, countMeetings } from './core/ahead-queries.ts'
export {
  findMeeting,
  findNextMeeting,
  getMeeting,
  getSeries,
  type HostName,
  hostIds,
  listArrangeable,
  listInvitations,
  listMeetings,
  listOpenInvitations,
  type Meeting,
} from './core/queries.ts'
export { listAllMeetings } from './core/told-queries.ts'
export { listMinutesToCheck } from './minutes/queries.ts'
export { listPolls } from './polls/queries.ts'
