export { listOwnNoted } from './attendance/queries.ts'
export { entryOf as meetingEntry } from './calendar.ts'
export { countAhead, countMeetings } from './core/ahead-queries.ts'
export {
  findMeeting,
  findNextMeeting,
  getMeeting,
  getSeries,
  type HostName,
  hostIds,
  hostRows,
  hostsOf,
  listArrangeable,
  listInvitations,
  listMeetings,
  listOpenInvitations,
  type Meeting,
  tablesOf,
} from './core/queries.ts'
export { listAllMeetings, listInvitedMeetings } from './core/told-queries.ts'
export { listMinutesToCheck } from './minutes/queries.ts'
export { listPolls } from './polls/queries.ts'
