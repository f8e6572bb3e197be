import type { Access } from '../access.ts'

const signIn = 303
/** The group of whoever asks: Bruno coordinates another one, with a vendor of its own. */
const inAGroup = { visitor: signIn, maria: 200, modesto: 200, carla: 200, bruno: 200, lena: 200, others: 404 }
const leading = { visitor: signIn, carla: 200, bruno: 200, others: 404 }
const nobody = { visitor: signIn, others: 404 }
const unseen = { others: 404 }
const api = '/api/v1'
const visitor = 401
const workers = { visitor, maria: 200, modesto: 200, carla: 200, bruno: 200, lena: 200, others: 404 }

/** Briefs, the vendor's desk and answers. Nothing is there yet: what is asked for by its number is nobody's. */
export const vendorAccess: Access = {
  'GET /briefs': { path: () => '/briefs', expect: inAGroup },
  'GET /briefs/new': { path: () => '/briefs/new', expect: inAGroup },
  'POST /briefs': {
    path: () => '/briefs',
    form: { title: '' },
    expect: { maria: 422, modesto: 422, carla: 422, bruno: 422, lena: 422, others: 404 },
  },
  'GET /briefs/:brief': { path: () => '/briefs/999999', expect: nobody },
  'GET /briefs/:brief/edit': { path: () => '/briefs/999999/edit', expect: nobody },
  'POST /briefs/:brief': { path: () => '/briefs/999999', form: { title: 'T' }, expect: unseen },
  'GET /briefs/:brief/add': { path: () => '/briefs/999999/add', expect: nobody },
  'POST /briefs/:brief/requests': { path: () => '/briefs/999999/requests', form: { requestId: '1' }, expect: unseen },
  'GET /briefs/:brief/requests/:request': { path: () => '/briefs/999999/requests/1', expect: nobody },
  'POST /briefs/:brief/requests/:request': { path: () => '/briefs/999999/requests/1', form: { ask: 'A' }, expect: unseen },
  'POST /briefs/:brief/requests/:request/remove': { path: () => '/briefs/999999/requests/1/remove', expect: unseen },
  'POST /briefs/:brief/versions': { path: () => '/briefs/999999/versions', expect: unseen },
  'POST /briefs/:brief/close': { path: () => '/briefs/999999/close', expect: unseen },
  'GET /briefs/:brief/hand-over': { path: () => '/briefs/999999/hand-over', expect: nobody },
  'POST /briefs/:brief/hand-over': { path: () => '/briefs/999999/hand-over', form: { on: '2026-10-16' }, expect: unseen },
  'GET /briefs/:brief/versions/:version': { path: () => '/briefs/999999/versions/1', expect: nobody },
  'GET /briefs/:brief/versions/:version/brief.pdf': { path: () => '/briefs/999999/versions/1/brief.pdf', expect: nobody },
  'GET /briefs/:brief/versions/:version/brief.xlsx': { path: () => '/briefs/999999/versions/1/brief.xlsx', expect: nobody },

  'GET /desk': { path: () => '/desk', expect: { ...inAGroup, vera: 200 } },
  'GET /desk/guests': { path: () => '/desk/guests', expect: leading },
  'POST /desk/guests': { path: () => '/desk/guests', form: { email: 'no' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'POST /desk/guests/:appointment/end': { path: () => '/desk/guests/999999/end', expect: unseen },
  'POST /desk/rule': { path: () => '/desk/rule', form: { answerMonths: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /submissions/:submission': { path: () => '/submissions/999999', expect: nobody },
  'POST /submissions/:submission/withdraw': { path: () => '/submissions/999999/withdraw', expect: unseen },
  'GET /submissions/:submission/requests/:request': { path: () => '/submissions/999999/requests/1', expect: nobody },
  'POST /submissions/:submission/requests/:request': {
    path: () => '/submissions/999999/requests/1',
    form: { reason: 'R' },
    expect: unseen,
  },
  'POST /submissions/:submission/requests/:request/questions': {
    path: () => '/submissions/999999/requests/1/questions',
    form: { question: 'Q' },
    expect: unseen,
  },
  'POST /submissions/:submission/requests/:request/due': {
    path: () => '/submissions/999999/requests/1/due',
    form: { dueOn: '2027-01-01' },
    expect: unseen,
  },
  'POST /submissions/:submission/questions/:question': {
    path: () => '/submissions/999999/questions/1',
    form: { text: 'T' },
    expect: unseen,
  },
  'POST /submissions/:submission/returns': { path: () => '/submissions/999999/returns', expect: unseen },
  'GET /submissions/:submission/returns/:return': { path: () => '/submissions/999999/returns/1', expect: nobody },

  'GET /answers': { path: () => '/answers', expect: { others: 200 } },
  'GET /answers/record': { path: () => '/answers/record', expect: leading },
  'POST /answers': { path: () => '/answers', form: { requestId: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /answers/import': { path: () => '/answers/import', expect: leading },
  'POST /answers/import': { path: () => '/answers/import', expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /answers/portal': { path: () => '/answers/portal', expect: leading },
  'POST /answers/portal': { path: () => '/answers/portal', expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /commitments': { path: () => '/commitments', expect: inAGroup },
  'POST /commitments': { path: () => '/commitments', form: { requestId: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'POST /commitments/capacity': {
    path: () => '/commitments/capacity',
    form: { year: 'x' },
    expect: { carla: 422, bruno: 422, others: 404 },
  },
  'GET /ballots/:ballot/commitments': { path: () => '/ballots/999999/commitments', expect: nobody },
  'POST /ballots/:ballot/commitments': { path: () => '/ballots/999999/commitments', form: { year: '2027' }, expect: unseen },
  'GET /commitments/:commitment': { path: () => '/commitments/999999', expect: nobody },
  'POST /commitments/:commitment/drop': { path: () => '/commitments/999999/drop', form: { reason: 'R' }, expect: unseen },
  'POST /commitments/:commitment/carry': { path: () => '/commitments/999999/carry', form: { year: '2027' }, expect: unseen },
  'GET /releases': { path: () => '/releases', expect: inAGroup },
  'GET /releases/new': { path: () => '/releases/new', expect: leading },
  'POST /releases': { path: () => '/releases', form: { name: '' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /releases/:release': { path: () => '/releases/999999', expect: nobody },
  'GET /releases/:release/edit': { path: () => '/releases/999999/edit', expect: nobody },
  'POST /releases/:release': { path: () => '/releases/999999', form: { name: 'N' }, expect: unseen },
  'POST /releases/:release/deliveries': {
    path: () => '/releases/999999/deliveries',
    form: { requestId: '1', delivers: 'yes' },
    expect: unseen,
  },
  'GET /deliveries/:delivery': { path: () => '/deliveries/999999', expect: nobody },
  'POST /deliveries/:delivery/cases/:case': { path: () => '/deliveries/999999/cases/1', form: { verdict: 'full' }, expect: unseen },
  'POST /deliveries/:delivery/close': { path: () => '/deliveries/999999/close', expect: unseen },
  'GET /telling': { path: () => '/telling', expect: inAGroup },
  'POST /telling': { path: () => '/telling', form: { listId: 'x' }, expect: { carla: 422, bruno: 422, others: 404 } },
  'GET /telling/:post': { path: () => '/telling/999999', expect: nobody },
  'POST /telling/:post': { path: () => '/telling/999999', form: { subject: 'S', body: 'B' }, expect: unseen },
  'POST /telling/:post/drop': { path: () => '/telling/999999/drop', expect: unseen },
  'GET /me/telling': { path: () => '/me/telling', expect: { visitor: signIn, others: 200 } },
  'POST /me/telling': { path: () => '/me/telling', form: { choice: 'each' }, expect: { visitor: 404, others: 303 } },
  'POST /relationship/meetings': {
    path: () => '/relationship/meetings',
    form: { meetingId: 'x' },
    expect: { carla: 422, bruno: 422, others: 404 },
  },
  'GET /relationship': { path: () => '/relationship', expect: inAGroup },

  'GET /api/v1/answers': { path: () => `${api}/answers`, expect: { others: 200 } },
  'POST /api/v1/answers': {
    path: () => `${api}/answers`,
    form: { request: 'x' },
    expect: { visitor, others: 422 },
  },
  'GET /api/v1/answers/:answer': { path: () => `${api}/answers/999999`, expect: { visitor, others: 404 } },
  'PUT /api/v1/answers/:answer/readers': {
    path: () => `${api}/answers/999999/readers`,
    form: { readers: 'group', from: '2026-10-16T00:00:00Z' },
    expect: { visitor, others: 404 },
  },
  'GET /api/v1/briefs': { path: () => `${api}/briefs`, expect: workers },
  'GET /api/v1/briefs/:brief': { path: () => `${api}/briefs/999999`, expect: { visitor, others: 404 } },
  'GET /api/v1/submissions': { path: () => `${api}/submissions`, expect: { ...workers, vera: 200 } },
  'GET /api/v1/submissions/:submission': { path: () => `${api}/submissions/999999`, expect: { visitor, others: 404 } },
  'POST /api/v1/submissions/:submission/requests/:request/answer': {
    path: () => `${api}/submissions/999999/requests/1/answer`,
    form: { class: 'planned', reason: 'R' },
    expect: { visitor, others: 404 },
  },
  'POST /api/v1/submissions/:submission/requests/:request/questions': {
    path: () => `${api}/submissions/999999/requests/1/questions`,
    form: { question: 'Q' },
    expect: { visitor, others: 404 },
  },
  'GET /api/v1/commitments': { path: () => `${api}/commitments`, expect: workers },
  'GET /api/v1/ballots/:ballot/commitments': { path: () => `${api}/ballots/999999/commitments`, expect: { visitor, others: 404 } },
  'POST /api/v1/ballots/:ballot/commitments': {
    path: () => `${api}/ballots/999999/commitments`,
    form: { year: 'x' },
    expect: { visitor, others: 422 },
  },
  'GET /api/v1/releases': { path: () => `${api}/releases`, expect: workers },
  'GET /api/v1/groups/:group/relationship': {
    path: () => `${api}/groups/lectio/relationship`,
    // Not public: those who decide about it look before.
    expect: { visitor, carla: 200, others: 404 },
  },
  'GET /api/v1/relationship': { path: () => `${api}/relationship`, expect: workers },

  'GET /answers/:answer': { path: () => '/answers/999999', expect: nobody },
  'POST /answers/:answer/readers': { path: () => '/answers/999999/readers', form: { readers: 'group' }, expect: unseen },
}
