import type { Access } from '../access.ts'

const signIn = 303
/** Those who lead a group, the steering committee of its user group, and administrators, arrange meetings. */
const arrangers = (status: number) => ({ carla: status, bruno: status, ada: status, stella: status })
const none = '/meetings/none'
const nobody = { visitor: signIn, others: 404 }

/** No meeting is arranged in this world: what is asked of one is asked of nothing; `test/meetings.test.ts` asks of real ones. */
export const meetingAccess: Access = {
  'GET /meetings': { path: () => '/meetings', expect: { others: 200 } },
  'GET /meetings.ics': { path: () => '/meetings.ics', expect: { others: 200 } },
  'GET /calendar/:token': { path: () => '/calendar/none.ics', expect: nobody },
  'POST /meetings/feed': { path: () => '/meetings/feed', form: {}, expect: { visitor: 404, others: 303 } },
  'POST /meetings/feed/revoke': { path: () => '/meetings/feed/revoke', form: {}, expect: { visitor: 404, others: 303 } },
  'GET /meetings/new': { path: () => '/meetings/new', expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /meetings': { path: () => '/meetings', form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /meetings/:meeting': { path: () => none, expect: nobody },
  'GET /meetings/:meeting/edit': { path: () => `${none}/edit`, expect: nobody },
  'POST /meetings/:meeting': { path: () => none, form: {}, expect: { others: 404 } },
  'GET /meetings/:meeting/cancel': { path: () => `${none}/cancel`, expect: nobody },
  'POST /meetings/:meeting/cancel': { path: () => `${none}/cancel`, form: {}, expect: { others: 404 } },
  'POST /meetings/:meeting/answer': { path: () => `${none}/answer`, form: {}, expect: { others: 404 } },
  'GET /meetings/:meeting/attendance': { path: () => `${none}/attendance`, expect: nobody },
  'POST /meetings/:meeting/attendance': { path: () => `${none}/attendance`, form: {}, expect: { others: 404 } },
  'GET /rsvp/:token': { path: () => '/rsvp/none', expect: nobody },
  'POST /rsvp/:token': { path: () => '/rsvp/none', form: { answer: 'accepted' }, expect: { others: 404 } },
  'GET /meetings/:meeting/minutes': { path: () => `${none}/minutes`, expect: nobody },
  'GET /meetings/:meeting/minutes.pdf': { path: () => `${none}/minutes.pdf`, expect: nobody },
  'GET /meetings/:meeting/lines/changes': { path: () => `${none}/lines/changes`, expect: nobody },
  'POST /meetings/:meeting/agenda': { path: () => `${none}/agenda`, form: { title: 'x' }, expect: { others: 404 } },
  'POST /meetings/:meeting/agenda/fill': { path: () => `${none}/agenda/fill`, form: {}, expect: { others: 404 } },
  'POST /meetings/:meeting/agenda/:item': { path: () => `${none}/agenda/1`, form: { title: 'x' }, expect: { others: 404 } },
  'POST /meetings/:meeting/agenda/:item/state': { path: () => `${none}/agenda/1/state`, form: { to: 'done' }, expect: { others: 404 } },
  'POST /meetings/:meeting/agenda/:item/move': { path: () => `${none}/agenda/1/move`, form: { to: 'up' }, expect: { others: 404 } },
  'POST /meetings/:meeting/lines': {
    path: () => `${none}/lines`,
    form: { key: '0192d1a2-0000-4000-8000-000000000000', text: 'x' },
    expect: { others: 404 },
  },
  'POST /meetings/:meeting/lines/:line/remove': { path: () => `${none}/lines/1/remove`, form: {}, expect: { others: 404 } },
  'POST /meetings/:meeting/lines/:line/settle': { path: () => `${none}/lines/1/settle`, form: { text: 'x' }, expect: { others: 404 } },
  'POST /meetings/:meeting/lines/:line/decision': { path: () => `${none}/lines/1/decision`, form: {}, expect: { others: 404 } },
  'POST /meetings/:meeting/lines/:line/action': { path: () => `${none}/lines/1/action`, form: {}, expect: { others: 404 } },
  'POST /meetings/:meeting/minutes/circulate': { path: () => `${none}/minutes/circulate`, form: {}, expect: { others: 404 } },
  'POST /meetings/:meeting/minutes/approve': { path: () => `${none}/minutes/approve`, form: {}, expect: { others: 404 } },
  'POST /meetings/:meeting/corrections': { path: () => `${none}/corrections`, form: { text: 'x' }, expect: { others: 404 } },
  'POST /meetings/:meeting/corrections/:correction': {
    path: () => `${none}/corrections/1`,
    form: { to: 'left' },
    expect: { others: 404 },
  },
  'GET /series/new': { path: () => '/series/new', expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /series': { path: () => '/series', form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /series/:series': { path: () => '/series/none', expect: nobody },
  'GET /series/:series/edit': { path: () => '/series/none/edit', expect: nobody },
  'POST /series/:series': { path: () => '/series/none', form: {}, expect: { others: 404 } },
  'POST /series/:series/end': { path: () => '/series/none/end', form: {}, expect: { others: 404 } },
  'GET /polls/new': { path: () => '/polls/new', expect: { visitor: signIn, ...arrangers(200), others: 404 } },
  'POST /polls': { path: () => '/polls', form: {}, expect: { ...arrangers(422), others: 404 } },
  'GET /polls/:poll': { path: () => '/polls/none', expect: nobody },
  'POST /polls/:poll': { path: () => '/polls/none', form: {}, expect: { others: 404 } },
  'POST /polls/:poll/close': { path: () => '/polls/none/close', form: { slot: '1' }, expect: { others: 404 } },
  'GET /decisions': { path: () => '/decisions', expect: { others: 200 } },
  'GET /decisions/:decision': { path: () => '/decisions/999999', expect: nobody },
  'POST /decisions/:decision/review': { path: () => '/decisions/999999/review', form: {}, expect: { others: 404 } },
  'POST /decisions/:decision/supersede': { path: () => '/decisions/999999/supersede', form: { byNumber: '2' }, expect: { others: 404 } },
}
