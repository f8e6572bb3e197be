import type { Access } from '../access.ts'
import { kept, parkedAgain, parkedJobAgain, proposalAgain, subscriptionAgain, tokenAgain } from './kept-things.ts'
import { things } from './things.ts'

/** Without a token, what is not public is 401, whether it exists or not. */
const visitor = 401
const readers = { visitor, otto: 404, bruno: 404, vera: 404, others: 200 }
const moderators = (status: number) => ({ visitor, modesto: status, carla: status, ada: status, stella: status, others: 404 })
const api = '/api/v1'
const list = `${api}/lists/lectio-l`
const first = 'first%40maria.example'

/** Every address of the API, asked with a token of each person that has all scopes. */
export const apiAccess: Access = {
  'GET /api': { path: () => '/api', expect: { others: 200 } },
  'GET /api/problems/:kind': { path: () => '/api/problems/not-found', expect: { others: 200 } },
  'GET /me/tokens': { path: () => '/me/tokens', expect: { visitor: 303, others: 301 } },
  'POST /me/tokens': {
    path: () => '/me/tokens',
    form: { name: 'A program', scope: 'read', days: '30' },
    expect: { visitor: 404, others: 200 },
  },
  'POST /me/tokens/:token/revoke': { path: () => `/me/tokens/${kept.token}/revoke`, renew: tokenAgain, expect: { susi: 303, others: 404 } },

  'GET /me/assistants': { path: () => '/me/assistants', expect: { visitor: 303, others: 200 } },
  'POST /me/assistants': { path: () => '/me/assistants', form: { draftTask: 'ask' }, expect: { visitor: 404, others: 303 } },
  'POST /me/assistants/asked': {
    path: () => '/me/assistants/asked',
    form: { tool: 'search', answer: 'yes' },
    expect: { others: 404 },
  },
  'GET /proposals': { path: () => '/proposals', expect: { visitor: 303, others: 200 } },
  'GET /proposals/:proposal': {
    path: () => `/proposals/${kept.proposal}`,
    renew: proposalAgain,
    expect: { visitor: 303, susi: 200, others: 404 },
  },
  'POST /proposals/:proposal/discard': {
    path: () => `/proposals/${kept.proposal}/discard`,
    renew: proposalAgain,
    expect: { susi: 303, others: 404 },
  },
  // The door of assistants; what stands behind it is asked by each role in test/hostile/member-injections.test.ts.
  'GET /mcp': { path: () => '/mcp', expect: { visitor, others: 405 } },
  'DELETE /mcp': { path: () => '/mcp', expect: { visitor, others: 405 } },
  'POST /mcp': {
    path: () => '/mcp',
    form: { jsonrpc: '2.0', id: '1', method: 'ping' },
    headers: { accept: 'application/json, text/event-stream' },
    expect: { visitor, others: 200 },
  },

  'GET /api/v1/proposals': { path: () => `${api}/proposals`, expect: { visitor, others: 200 } },
  'GET /api/v1/proposals/:proposal': {
    path: () => `${api}/proposals/${kept.proposal}`,
    renew: proposalAgain,
    expect: { visitor, susi: 200, others: 404 },
  },
  'POST /api/v1/proposals': {
    path: () => `${api}/proposals`,
    form: { tool: 'draftTask', arguments: { group: 'lectio', title: 'Ask the vendor' } } as never,
    expect: { visitor, others: 201 },
  },
  'GET /api/v1/openapi.json': { path: () => `${api}/openapi.json`, expect: { others: 200 } },
  'GET /api/v1/me': { path: () => `${api}/me`, expect: { visitor, others: 200 } },
  'PATCH /api/v1/me': { path: () => `${api}/me`, form: { theme: 'dark' }, expect: { visitor, others: 200 } },
  'GET /api/v1/me/subscriptions': { path: () => `${api}/me/subscriptions`, expect: { visitor, others: 200 } },
  'DELETE /api/v1/me/subscriptions/:subscription': {
    path: () => `${api}/me/subscriptions/${kept.subscription}`,
    renew: subscriptionAgain,
    expect: { visitor, susi: 204, others: 404 },
  },
  'GET /api/v1/groups': { path: () => `${api}/groups`, expect: { others: 200 } },
  'GET /api/v1/groups/:group': { path: () => `${api}/groups/lectio`, expect: { others: 200 } },
  'GET /api/v1/groups/:group/roster': { path: () => `${api}/groups/lectio/roster`, expect: { others: 200 } },
  'GET /api/v1/lists': { path: () => `${api}/lists`, expect: { others: 200 } },
  'GET /api/v1/lists/:list': { path: () => list, expect: { others: 200 } },
  'POST /api/v1/lists/:list/requests': {
    path: () => `${list}/requests`,
    form: { email: 'newer@elsewhere.example' },
    expect: { visitor, others: 204 },
  },
  // The list decides who joins, so nobody joins by herself.
  'POST /api/v1/lists/:list/subscribers': { path: () => `${list}/subscribers`, expect: { visitor, others: 403 } },
  'POST /api/v1/lists/:list/messages': {
    path: () => `${list}/messages`,
    form: { subject: 'S', text: 'T' },
    expect: { visitor, susi: 201, maria: 201, carla: 201, others: 403 },
  },
  'GET /api/v1/lists/:list/threads': { path: () => `${list}/threads`, expect: readers },
  'GET /api/v1/lists/:list/months': { path: () => `${list}/months`, expect: readers },
  'GET /api/v1/lists/:list/threads/:message': { path: () => `${list}/threads/${first}`, expect: readers },
  'GET /api/v1/lists/:list/messages/:message': { path: () => `${list}/messages/${first}`, expect: readers },
  'GET /api/v1/lists/:list/messages/:message/raw': { path: () => `${list}/messages/${first}/raw`, expect: readers },
  'GET /api/v1/lists/:list/messages/:message/attachments/:position': {
    path: () => `${list}/messages/${first}/attachments/0`,
    expect: readers,
  },
  'GET /api/v1/lists/:list/held': { path: () => `${list}/held`, expect: moderators(200) },
  'GET /api/v1/lists/:list/held/:held': {
    path: () => `${list}/held/${things.held}`,
    expect: { visitor: 401, modesto: 200, carla: 200, ada: 200, stella: 200, others: 404 },
  },
  'PUT /api/v1/lists/:list/held/:held/claim': {
    path: () => `${list}/held/${things.held}/claim`,
    form: {},
    expect: { visitor: 401, modesto: 204, carla: 204, ada: 204, stella: 204, others: 404 },
  },
  'DELETE /api/v1/lists/:list/held/:held/claim': {
    path: () => `${list}/held/${things.held}/claim`,
    expect: { visitor: 401, modesto: 204, carla: 204, ada: 204, stella: 204, others: 404 },
  },
  'PUT /api/v1/lists/:list/held/:held/note': {
    path: () => `${list}/held/${things.held}/note`,
    form: { note: 'Hers' },
    expect: { visitor: 401, modesto: 204, carla: 204, ada: 204, stella: 204, others: 404 },
  },
  'POST /api/v1/lists/:list/held/decisions': {
    path: () => `${list}/held/decisions`,
    form: { held: [999_999], decision: 'discard' } as never,
    expect: { visitor, others: 404 },
  },
  'GET /api/v1/lists/:list/notices': { path: () => `${list}/notices`, expect: { visitor, carla: 200, ada: 200, others: 404 } },
  'PUT /api/v1/lists/:list/notices/:notice/:locale': {
    path: () => `${list}/notices/welcome/en`,
    form: { subject: 'S', body: 'Nothing of what is needed' },
    expect: { visitor, carla: 422, ada: 422, others: 404 },
  },
  'DELETE /api/v1/lists/:list/notices/:notice/:locale': {
    path: () => `${list}/notices/welcome/en`,
    expect: { visitor, carla: 204, ada: 204, others: 404 },
  },
  'POST /api/v1/lists/:list/held/:held/decision': {
    path: () => `${list}/held/${things.held}/decision`,
    renew: ({ db }) => db.updateTable('heldMail').set({ state: 'held' }).where('id', '=', things.held).execute(),
    form: { decision: 'discard' },
    expect: { visitor: 401, modesto: 204, carla: 204, ada: 204, stella: 204, others: 404 },
  },
  'GET /api/v1/lists/:list/requests': { path: () => `${list}/requests`, expect: moderators(200) },
  'POST /api/v1/lists/:list/requests/:request/decision': {
    path: () => `${list}/requests/${things.request}/decision`,
    renew: ({ db }) => db.updateTable('subscriptionRequest').set({ state: 'waiting' }).where('id', '=', things.request).execute(),
    form: { decision: 'reject' },
    expect: { visitor: 401, modesto: 422, carla: 422, ada: 422, stella: 422, others: 404 },
  },
  'GET /api/v1/lists/:list/subscribers': { path: () => `${list}/subscribers`, expect: moderators(200) },
  'DELETE /api/v1/lists/:list/subscribers/:subscription': {
    path: () => `${list}/subscribers/${kept.subscription}`,
    renew: subscriptionAgain,
    expect: moderators(204),
  },
  'GET /api/v1/lists/:list/settings': { path: () => `${list}/settings`, expect: { visitor, carla: 200, ada: 200, others: 404 } },
  'PATCH /api/v1/lists/:list/settings': {
    path: () => `${list}/settings`,
    form: { title: 'L' },
    expect: { visitor, carla: 200, ada: 200, others: 404 },
  },
  'GET /api/v1/search': { path: () => `${api}/search?q=hello`, expect: { others: 200 } },
  'GET /api/v1/search/counts': { path: () => `${api}/search/counts?q=hello`, expect: { others: 200 } },
  'GET /api/v1/admin/outbox': { path: () => `${api}/admin/outbox`, expect: { visitor, ada: 200, others: 404 } },
  'GET /api/v1/admin/outbox/:delivery': { path: () => `${api}/admin/outbox/1`, expect: { visitor, ada: 200, others: 404 } },
  'GET /api/v1/admin/queue': { path: () => `${api}/admin/queue`, expect: { visitor, ada: 200, others: 404 } },
  'GET /api/v1/admin/jobs': { path: () => `${api}/admin/jobs`, expect: { visitor, ada: 200, others: 404 } },
  'POST /api/v1/admin/jobs/:job/retry': {
    path: () => `${api}/admin/jobs/${kept.parkedJob}/retry`,
    renew: parkedJobAgain,
    expect: { visitor, ada: 204, others: 404 },
  },
  'POST /api/v1/admin/queue/:mail/retry': {
    path: () => `${api}/admin/queue/${kept.parked}/retry`,
    renew: parkedAgain,
    expect: { visitor, ada: 204, others: 404 },
  },
}
