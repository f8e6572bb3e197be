import type { Access } from '../access.ts'
import type { World } from '../world.ts'
import { kept, pausedAgain } from './kept-things.ts'
import { banAgain, moderators, things } from './things.ts'

const owning = { carla: 200, ada: 200 }
const none = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

// Carla subscribes first in a world of its own.
const firstOf = (_: World): number => 1

/** Addresses of the daily life of a list. */
export const listingAccess: Access = {
  'POST /lists/:list/held': {
    path: () => '/lists/lectio-l/held',
    form: { decision: 'perhaps', held: '1' },
    expect: { ...moderators(422), others: 404 },
  },
  'POST /lists/:list/held/writer': {
    path: () => '/lists/lectio-l/held/writer',
    form: { decision: 'perhaps', email: 'x@x.example' },
    expect: { ...moderators(422), others: 404 },
  },
  'POST /lists/:list/held/undo': {
    path: () => '/lists/lectio-l/held/undo',
    form: { at: 'soon' },
    expect: { ...moderators(422), others: 404 },
  },
  'POST /lists/:list/held/:held/claim': {
    path: () => `/lists/lectio-l/held/${things.held}/claim`,
    form: { take: 'yes' },
    expect: { ...moderators(303), others: 404 },
  },
  'POST /lists/:list/held/:held/reopen': {
    path: () => `/lists/lectio-l/held/${things.held}/reopen`,
    form: {},
    expect: { ...moderators(409), others: 404 },
  },
  'POST /lists/:list/held/:held/memo': {
    path: () => `/lists/lectio-l/held/${things.held}/memo`,
    form: { memo: 'x' },
    expect: { ...moderators(303), others: 404 },
  },
  'GET /me/subscriptions/:subscription': {
    path: (world) => `/me/subscriptions/${firstOf(world)}`,
    expect: { visitor: 303, carla: 200, others: 404 },
  },
  'POST /me/subscriptions/:subscription': {
    path: (world) => `/me/subscriptions/${firstOf(world)}`,
    form: { receiving: 'sometimes' },
    expect: { carla: 422, others: 404 },
  },
  'POST /me/subscriptions/:subscription/unpause': {
    path: () => `/me/subscriptions/${kept.subscription}/unpause`,
    renew: pausedAgain,
    expect: { susi: 303, others: 404 },
  },
  'POST /me/subscriptions/:subscription/topics': {
    path: (world) => `/me/subscriptions/${firstOf(world)}/topics`,
    form: { topic: '#12', choice: 'mute' },
    expect: { carla: 422, others: 404 },
  },
  'GET /api/v1/me/subscriptions/:subscription': {
    path: (world) => `/api/v1/me/subscriptions/${firstOf(world)}`,
    expect: { visitor: 401, carla: 200, others: 404 },
  },
  'PATCH /api/v1/me/subscriptions/:subscription': {
    path: (world) => `/api/v1/me/subscriptions/${firstOf(world)}`,
    form: { ownPosts: true } as never,
    expect: { visitor: 401, carla: 200, others: 404 },
  },
  'PUT /api/v1/me/subscriptions/:subscription/topics/:topic': {
    path: (world) => `/api/v1/me/subscriptions/${firstOf(world)}/topics/lti`,
    form: { choice: 'mute' },
    expect: { visitor: 401, carla: 204, others: 404 },
  },
  'GET /lists/:list/settings/content': { path: () => '/lists/lectio-l/settings/content', expect: { visitor: 303, ...owning, others: 404 } },
  'POST /lists/:list/settings/content': {
    path: () => '/lists/lectio-l/settings/content',
    form: { html: 'sometimes' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'GET /lists/:list/settings/history': { path: () => '/lists/lectio-l/settings/history', expect: { visitor: 303, ...owning, others: 404 } },
  'GET /lists/:list/rules': {
    path: () => '/lists/lectio-l/rules',
    expect: { visitor: 303, modesto: 200, ...owning, stella: 200, others: 404 },
  },
  'POST /lists/:list/rules': { path: () => '/lists/lectio-l/rules', form: { do: 'try' }, expect: { ...owning, others: 404 } },
  'GET /lists/:list/replies': {
    path: () => '/lists/lectio-l/replies',
    expect: { visitor: 303, modesto: 200, ...owning, stella: 200, others: 404 },
  },
  'POST /lists/:list/replies': {
    path: () => '/lists/lectio-l/replies',
    form: { savedReplies: 'x'.repeat(2_001) },
    expect: { ...moderators(422), others: 404 },
  },
  'POST /lists/:list/emergency': {
    path: () => '/lists/lectio-l/emergency',
    form: { on: 'yes' },
    renew: ({ db }) => db.updateTable('list').set({ emergency: false }).where('name', '=', 'lectio-l').execute(),
    expect: { ...moderators(303), others: 404 },
  },
  'GET /lists/:list/bans': {
    path: () => '/lists/lectio-l/bans',
    expect: { visitor: 303, modesto: 200, ...owning, stella: 200, others: 404 },
  },
  'POST /lists/:list/bans': {
    path: () => '/lists/lectio-l/bans',
    form: { kind: 'address', value: 'nobody' },
    expect: { modesto: 422, carla: 422, ada: 422, stella: 422, others: 404 },
  },
  'POST /lists/:list/bans/:ban/lift': {
    path: () => `/lists/lectio-l/bans/${things.ban}/lift`,
    renew: banAgain,
    expect: { ...moderators(303), others: 404 },
  },
  'POST /lists/:list/writers': {
    path: () => '/lists/lectio-l/writers',
    form: { kind: 'address', value: 'nobody', action: 'hold' },
    expect: { modesto: 422, carla: 422, ada: 422, stella: 422, others: 404 },
  },
  'GET /lists/:list/invitations': {
    path: () => '/lists/lectio-l/invitations',
    expect: { visitor: 303, modesto: 200, ...owning, stella: 200, others: 404 },
  },
  'POST /lists/:list/invitations': {
    path: () => '/lists/lectio-l/invitations',
    form: { people: 'nobody' },
    expect: { modesto: 422, carla: 422, ada: 422, stella: 422, others: 404 },
  },
  'POST /lists/:list/invitations/:invitation/withdraw': {
    path: () => `/lists/lectio-l/invitations/${things.invitation}/withdraw`,
    renew: ({ db }) => db.updateTable('invitation').set({ state: 'waiting' }).where('id', '=', things.invitation).execute(),
    expect: { ...moderators(303), others: 404 },
  },
  'GET /invitations/:token': { path: () => `/invitations/${none}`, expect: { others: 404, visitor: 404 } },
  'POST /invitations/:token': { path: () => `/invitations/${none}`, expect: { others: 404 } },
  'GET /commands/:token': { path: () => `/commands/${none}`, expect: { others: 404 } },
  'POST /commands/:token': { path: () => `/commands/${none}`, expect: { others: 404 } },
  'GET /lists/:list/notices': { path: () => '/lists/lectio-l/notices', expect: { visitor: 303, ...owning, others: 404 } },
  'GET /lists/:list/notices/:notice': { path: () => '/lists/lectio-l/notices/welcome', expect: { visitor: 303, ...owning, others: 404 } },
  'POST /lists/:list/notices/:notice': {
    path: () => '/lists/lectio-l/notices/welcome',
    form: { subject: 'Hello', body: 'Nothing', do: 'preview' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'POST /lists/:list/notices/:notice/reset': {
    path: () => '/lists/lectio-l/notices/welcome/reset',
    form: { language: 'en' },
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'GET /api/v1/lists/:list/rules': {
    path: () => '/api/v1/lists/lectio-l/rules',
    expect: { visitor: 401, modesto: 200, ...owning, stella: 200, others: 404 },
  },
  'PUT /api/v1/lists/:list/rules': {
    path: () => '/api/v1/lists/lectio-l/rules',
    form: { rules: null } as never,
    expect: { visitor: 401, carla: 204, ada: 204, others: 404 },
  },
  'GET /api/v1/lists/:list/bans': {
    path: () => '/api/v1/lists/lectio-l/bans',
    expect: { visitor: 401, modesto: 200, ...owning, stella: 200, others: 404 },
  },
  'POST /api/v1/lists/:list/bans': {
    path: () => '/api/v1/lists/lectio-l/bans',
    form: { kind: 'address', value: 'nobody' },
    expect: { visitor: 401, modesto: 422, carla: 422, ada: 422, stella: 422, others: 404 },
  },
  'DELETE /api/v1/lists/:list/bans/:ban': {
    path: () => `/api/v1/lists/lectio-l/bans/${things.ban}`,
    renew: banAgain,
    expect: { visitor: 401, ...moderators(204), others: 404 },
  },
  'POST /api/v1/lists/:list/invitations': {
    path: () => '/api/v1/lists/lectio-l/invitations',
    form: { people: ['nobody'] } as never,
    expect: { visitor: 401, modesto: 422, carla: 422, ada: 422, stella: 422, others: 404 },
  },
  'GET /decide/:token': { path: () => `/decide/${none}`, expect: { others: 404 } },
  'POST /decide/:token/reply': { path: () => `/decide/${none}/reply`, form: { reply: '1' }, expect: { others: 404 } },
  'POST /decide/:token': { path: () => `/decide/${none}`, form: { decision: 'approve' }, expect: { others: 404 } },
}
