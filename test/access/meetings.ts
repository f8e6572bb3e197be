import type { Access } from '../access.ts'
import { made } from '../meetings-world.ts'

const signIn = 303
const visitor = 401
/** Those who lead a group, the steering committee of its user group, and administrators, arrange meetings; Bruno leads another group. */
const arrangers = (status: number) => ({ carla: status, bruno: status, ada: status, stella: status })
/** Those who sit at any table look at its attendance: Stella at the user group's. */
const tables = (status: number) => ({ ...table(status), bruno: status, stella: status })
const leads = (status: number) => ({ carla: status, ada: status, others: 404 })
const table = (status: number) => ({ maria: status, modesto: status, carla: status, ada: status, lena: status })
const nobody = { visitor: signIn, others: 404 }
const meeting = '/meetings/2026-12-10'
const inner = '/meetings/2026-12-11'
const written = '/meetings/2026-12-13'
const api = '/api/v1'

const key = '0192d1a2-0000-4000-8000-000000000000'
const changed = { title: 'December meeting', day: '2026-12-10', time: '10:00', minutes: '60', zone: 'Europe/Lisbon', public: 'on' }
const series = {
  ...{ title: 'Regular', cadence: 'every 2 months', weekday: '5', nth: '4', time: '10:00', minutes: '60', zone: 'Europe/Lisbon' },
  ...{ firstOn: '2027-01-01', public: 'on' },
}

/** What is asked of real things: `test/meetings-world.ts` says which. Those at the table are the group and administrators. */
export const meetingAccess: Access = {
  'GET /meetings': { path: () => '/meetings', expect: { others: 200 } },
  'GET /meetings.ics': { path: () => '/meetings.ics', expect: { others: 200 } },
  'GET /meetings/new': { path: () => '/meetings/new', expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /meetings': { path: () => '/meetings', form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /meetings/:meeting': { path: () => inner, expect: { visitor: signIn, ...table(200), others: 404 } },
  'GET /meetings/:meeting/edit': { path: () => `${meeting}/edit`, expect: { visitor: signIn, ...leads(200) } },
  'POST /meetings/:meeting': { path: () => meeting, form: changed, expect: leads(303) },
  'GET /meetings/:meeting/cancel': { path: () => '/meetings/2026-12-12/cancel', expect: { visitor: signIn, ...leads(200) } },
  // Once it is cancelled there is nothing to cancel.
  'POST /meetings/:meeting/cancel': {
    path: () => '/meetings/2026-12-12/cancel',
    form: { reason: 'No time.' },
    expect: { carla: 303, ada: 409, others: 404 },
  },
  // Modesto moderates, and Lena became liaison later: they are at the table, but were not invited.
  'POST /meetings/:meeting/answer': {
    path: () => `${meeting}/answer`,
    form: { answer: 'accepted' },
    expect: { maria: 303, carla: 303, others: 404 },
  },
  'GET /meetings/:meeting/attendance': { path: () => `${meeting}/attendance`, expect: { visitor: signIn, ...leads(200) } },
  'POST /meetings/:meeting/attendance': { path: () => `${meeting}/attendance`, form: {}, expect: leads(303) },
  'POST /meetings/:meeting/attendance/as-answered': { path: () => `${meeting}/attendance/as-answered`, form: {}, expect: leads(409) },
  'POST /meetings/:meeting/invitees': { path: () => `${meeting}/invitees`, form: { people: 'nobody' }, expect: leads(422) },
  'POST /meetings/:meeting/invitees/:invitee/remove': {
    path: () => `${meeting}/invitees/999999/remove`,
    form: {},
    expect: { others: 404 },
  },
  'GET /rsvp/:token': { path: () => '/rsvp/none', expect: nobody },
  'POST /rsvp/:token': { path: () => '/rsvp/none', form: { answer: 'accepted' }, expect: { others: 404 } },
  'GET /attendance': { path: () => '/attendance', expect: { visitor: signIn, ...tables(200), others: 404 } },
  'GET /attendance/export.csv': {
    path: () => '/attendance/export.csv',
    expect: { visitor: signIn, ...tables(200), others: 404 },
  },
  'POST /attendance/rules': {
    path: () => '/attendance/rules',
    // The group is the first of every world.
    form: { of: 'g1', kind: 'call', formalOnly: 'on', perYear: '4' },
    expect: leads(303),
  },
  'GET /meetings/:meeting/minutes': { path: () => `${meeting}/minutes`, expect: { visitor: signIn, ...table(200), others: 404 } },
  'GET /meetings/:meeting/minutes.pdf': { path: () => `${meeting}/minutes.pdf`, expect: nobody },
  // A stream that is allowed does not end; `test/meetings.test.ts` reads one.
  'GET /meetings/:meeting/lines/changes': { path: () => '/meetings/none/lines/changes', expect: nobody },
  'POST /meetings/:meeting/agenda': { path: () => `${meeting}/agenda`, form: { title: 'x' }, expect: { ...table(303), others: 404 } },
  'POST /meetings/:meeting/agenda/fill': { path: () => `${meeting}/agenda/fill`, form: {}, expect: leads(303) },
  'POST /meetings/:meeting/agenda/:item': { path: () => `${meeting}/agenda/${made.item}`, form: { title: 'Rollover' }, expect: leads(303) },
  'POST /meetings/:meeting/agenda/:item/state': {
    path: () => `${meeting}/agenda/${made.item}/state`,
    form: { to: 'done' },
    expect: leads(303),
  },
  'POST /meetings/:meeting/agenda/:item/move': { path: () => `${meeting}/agenda/${made.item}/move`, form: { to: '1' }, expect: leads(303) },
  'POST /meetings/:meeting/lines': { path: () => `${meeting}/lines`, form: { key, text: 'x' }, expect: { ...table(303), others: 404 } },
  'POST /meetings/:meeting/lines/:line/settle': {
    path: () => `${meeting}/lines/${made.line}/settle`,
    form: { text: 'x' },
    expect: { ...table(303), others: 404 },
  },
  // The first makes it one; then it is one.
  'POST /meetings/:meeting/lines/:line/decision': {
    path: () => `${meeting}/lines/${made.line}/decision`,
    form: {},
    expect: { maria: 303, modesto: 409, carla: 409, ada: 409, lena: 409, others: 404 },
  },
  'POST /meetings/:meeting/lines/:line/action': {
    path: () => `${meeting}/lines/${made.line}/action`,
    form: {},
    expect: { maria: 303, modesto: 409, carla: 409, ada: 409, lena: 409, others: 404 },
  },
  'POST /meetings/:meeting/lines/:line/remove': {
    path: () => `${meeting}/lines/${made.line}/remove`,
    form: {},
    expect: { ...table(303), others: 404 },
  },
  'POST /meetings/:meeting/minutes/circulate': { path: () => `${meeting}/minutes/circulate`, form: {}, expect: leads(303) },
  'POST /meetings/:meeting/corrections': {
    path: () => `${written}/corrections`,
    form: { text: 'x' },
    expect: { ...table(303), others: 404 },
  },
  'POST /meetings/:meeting/corrections/:correction': {
    path: () => `${written}/corrections/${made.correction}`,
    form: { to: 'left' },
    expect: { carla: 303, ada: 409, others: 404 },
  },
  // Corrections wait for an answer; who may not approve is not told so.
  'POST /meetings/:meeting/minutes/approve': { path: () => `${written}/minutes/approve`, form: {}, expect: leads(409) },
  // Its minutes are not approved.
  'POST /meetings/:meeting/minutes/mail': { path: () => `${written}/minutes/mail`, form: { minutesListId: '1' }, expect: leads(409) },
  'GET /series/new': { path: () => '/series/new', expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /series': { path: () => '/series', form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /series/:series': { path: () => '/series/regular', expect: { others: 200 } },
  'GET /series/:series/edit': { path: () => '/series/regular/edit', expect: { visitor: signIn, ...leads(200) } },
  'POST /series/:series': { path: () => '/series/regular', form: series, expect: leads(200) },
  'POST /series/:series/end': { path: () => '/series/regular/end', form: {}, expect: leads(303) },
  'GET /polls/new': { path: () => '/polls/new', expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /polls': { path: () => '/polls', form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /polls/:poll': { path: () => '/polls/extra', expect: { visitor: signIn, ...table(200), others: 404 } },
  'POST /polls/:poll': { path: () => '/polls/extra', form: {}, expect: { ...table(422), others: 404 } },
  'POST /polls/:poll/close': {
    path: () => '/polls/extra/close',
    form: { slot: '999999' },
    expect: leads(422),
  },
  'POST /polls/:poll/invitees': { path: () => '/polls/extra/invitees', form: { people: 'nobody' }, expect: leads(422) },
  'POST /polls/:poll/invitees/:invitee/remove': { path: () => '/polls/extra/invitees/999999/remove', form: {}, expect: { others: 404 } },
  'POST /polls/:poll/links/:invitation': { path: () => '/polls/extra/links/999999', form: {}, expect: { others: 404 } },
  'GET /dates/:token': { path: () => '/dates/none', expect: nobody },
  'POST /dates/:token': { path: () => '/dates/none', form: {}, expect: { others: 404 } },
  'GET /decisions/export.csv': { path: () => '/decisions/export.csv', expect: { others: 200 } },
  'GET /decisions/export.xlsx': { path: () => '/decisions/export.xlsx', expect: { others: 200 } },
  'GET /decisions': { path: () => '/decisions', expect: { others: 200 } },
  // Its minutes are not approved yet: it is for those at the table.
  'GET /decisions/:decision': { path: () => `/decisions/${made.decision}`, expect: { visitor: signIn, ...table(200), others: 404 } },
  'POST /decisions/:decision/review': { path: () => `/decisions/${made.decision}/review`, form: {}, expect: leads(303) },
  'POST /decisions/:decision/supersede': {
    path: () => `/decisions/${made.decision}/supersede`,
    form: { byNumber: '999' },
    expect: leads(422),
  },

  'GET /api/v1/meetings': { path: () => `${api}/meetings`, expect: { others: 200 } },
  'POST /api/v1/meetings': {
    path: () => `${api}/meetings`,
    form: { title: 'T', startsAt: '2026-12-20T10:00:00Z', endsAt: '2026-12-20T11:00:00Z', zone: 'Europe/Lisbon' },
    // Nobody is said to meet.
    expect: { visitor, others: 422 },
  },
  'GET /api/v1/meetings/:meeting': { path: () => `${api}${inner}`, expect: { visitor, ...table(200), others: 404 } },
  'PATCH /api/v1/meetings/:meeting': {
    path: () => `${api}${meeting}`,
    form: { title: 'December' },
    expect: { visitor, ...leads(204) },
  },
  'POST /api/v1/meetings/:meeting/cancel': {
    path: () => `${api}/meetings/2026-12-12/cancel`,
    form: { reason: 'x' },
    expect: { visitor, ...leads(409) },
  },
  'GET /api/v1/meetings/:meeting/invitations': {
    path: () => `${api}${meeting}/invitations`,
    expect: { visitor, ...table(200), others: 404 },
  },
  'PUT /api/v1/meetings/:meeting/answer': {
    path: () => `${api}${meeting}/answer`,
    form: { answer: 'tentative' },
    expect: { visitor, maria: 204, carla: 204, others: 404 },
  },
  'PUT /api/v1/meetings/:meeting/attendance': {
    path: () => `${api}${meeting}/attendance`,
    form: {},
    expect: { visitor, others: 422 },
  },
  'GET /api/v1/attendance': { path: () => `${api}/attendance`, expect: { visitor, ...tables(200), others: 404 } },
  'GET /api/v1/meetings/:meeting/agenda': { path: () => `${api}${inner}/agenda`, expect: { visitor, ...table(200), others: 404 } },
  'POST /api/v1/meetings/:meeting/agenda': {
    path: () => `${api}${meeting}/agenda`,
    form: { title: 'x' },
    expect: { visitor, ...table(201), others: 404 },
  },
  'GET /api/v1/meetings/:meeting/lines': { path: () => `${api}${meeting}/lines`, expect: { visitor, ...table(200), others: 404 } },
  'PUT /api/v1/meetings/:meeting/lines/:key': {
    path: () => `${api}${meeting}/lines/${key}`,
    form: { text: 'x' },
    expect: { visitor, ...table(200), others: 404 },
  },
  'GET /api/v1/meetings/:meeting/minutes': { path: () => `${api}${meeting}/minutes`, expect: { visitor, others: 404 } },
  'POST /api/v1/meetings/:meeting/minutes/state': {
    path: () => `${api}${written}/minutes/state`,
    form: { state: 'approved' },
    expect: { visitor, ...leads(409) },
  },
  'GET /api/v1/series': { path: () => `${api}/series`, expect: { others: 200 } },
  'GET /api/v1/series/:series': { path: () => `${api}/series/regular`, expect: { others: 200 } },
  'POST /api/v1/series': { path: () => `${api}/series`, form: {}, expect: { visitor, others: 422 } },
  'PATCH /api/v1/series/:series': { path: () => `${api}/series/regular`, form: { place: 'Room 2' }, expect: { visitor, ...leads(204) } },
  'POST /api/v1/series/:series/end': { path: () => `${api}/series/regular/end`, form: {}, expect: { visitor, ...leads(204) } },
  'POST /api/v1/polls': { path: () => `${api}/polls`, form: {}, expect: { visitor, others: 422 } },
  'POST /api/v1/decisions/:decision/review': {
    path: () => `${api}/decisions/${made.decision}/review`,
    form: {},
    expect: { visitor, ...leads(204) },
  },
  'POST /api/v1/decisions/:decision/supersede': {
    path: () => `${api}/decisions/${made.decision}/supersede`,
    form: {},
    expect: { visitor, others: 422 },
  },
  'GET /api/v1/polls': { path: () => `${api}/polls`, expect: { visitor, others: 200 } },
  'GET /api/v1/polls/:poll': { path: () => `${api}/polls/extra`, expect: { visitor, ...table(200), others: 404 } },
  'PUT /api/v1/polls/:poll/answer': {
    path: () => `${api}/polls/extra/answer`,
    form: { answers: 'none' },
    expect: { visitor, others: 422 },
  },
  'POST /api/v1/polls/:poll/close': { path: () => `${api}/polls/extra/close`, form: {}, expect: { visitor, others: 422 } },
  'GET /api/v1/decisions': { path: () => `${api}/decisions`, expect: { others: 200 } },
  'GET /api/v1/decisions/:decision': {
    path: () => `${api}/decisions/${made.decision}`,
    expect: { visitor, ...table(200), others: 404 },
  },
}
