import type { Access } from '../access.ts'

const signIn = 303
const visitor = 401
/** Those who see to a group: who leads it, and administrators. */
const leaders = (status: number) => ({ carla: status, ada: status, bruno: status })
const ofLectio = (status: number) => ({ carla: status, ada: status })
const api = '/api/v1'
// Nothing was done at this step, so that nobody can confirm it.

/** Today by mail and for programs, and a group's first weeks. */
export const todayAccess: Access = {
  // Nothing of this waits for anybody.
  'POST /today/decide': { path: () => '/today/decide', form: { key: 'join:0', choice: 'yes' }, expect: { visitor: 404, others: 409 } },
  'POST /today/undo': { path: () => '/today/undo', form: { batch: '0' }, expect: { visitor: 404, others: 409 } },
  'POST /today/now': { path: () => '/today/now', form: { batch: '0' }, expect: { visitor: 404, others: 409 } },
  'GET /today/undo/:token': { path: () => '/today/undo/nonsense', expect: { others: 404 } },
  'POST /today/undo/:token': { path: () => '/today/undo/nonsense', expect: { others: 404 } },
  'GET /me/notifications': { path: () => '/me/notifications', expect: { visitor: 303, others: 301 } },
  'POST /me/notifications': { path: () => '/me/notifications', form: { comments: 'weekly' }, expect: { visitor: 404, others: 303 } },
  'POST /me/notifications/week': {
    path: () => '/me/notifications/week',
    form: { wanted: 'on', weekday: '1', hour: '8' },
    expect: { visitor: 404, others: 303 },
  },
  'POST /me/notifications/groups/:group': { path: () => '/me/notifications/groups/0', form: { muted: 'yes' }, expect: { others: 404 } },
  'POST /me/notifications/requests/:request': { path: () => '/me/notifications/requests/0', expect: { others: 404 } },
  'GET /calendar/:token': { path: () => '/calendar/none.ics', expect: { visitor: signIn, others: 404 } },
  'POST /me/calendar': { path: () => '/me/calendar', form: {}, expect: { visitor: 404, others: 200 } },
  'POST /me/calendar/revoke': { path: () => '/me/calendar/revoke', form: {}, expect: { visitor: 404, others: 303 } },
  // While the site tells no devices there is no such page.
  'POST /me/push': {
    path: () => '/me/push',
    form: { endpoint: 'https://push.example/x', p256dh: 'x', auth: 'x' },
    expect: { others: 404 },
  },
  'POST /me/push/:device/remove': { path: () => '/me/push/0/remove', form: {}, expect: { others: 404 } },
  'GET /admin/push': { path: () => '/admin/push', expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /admin/push': { path: () => '/admin/push', form: {}, expect: { ada: 303, others: 404 } },
  'GET /unsubscribe/today/:token': { path: () => '/unsubscribe/today/nonsense', expect: { others: 404 } },
  'POST /unsubscribe/today/:token': { path: () => '/unsubscribe/today/nonsense', expect: { others: 404 } },
  'GET /unsubscribe/letters/:token': { path: () => '/unsubscribe/letters/nonsense', expect: { others: 404 } },
  'POST /unsubscribe/letters/:token': { path: () => '/unsubscribe/letters/nonsense', expect: { others: 404 } },
  'GET /api/v1/me/today': { path: () => `${api}/me/today`, expect: { visitor, others: 200 } },
  'PUT /api/v1/me/today/mail': { path: () => `${api}/me/today/mail`, form: { weekly: false as never }, expect: { visitor, others: 204 } },

  'GET /first-weeks': { path: () => '/first-weeks', expect: { visitor: signIn, ...leaders(200), others: 404 } },
  'POST /first-weeks/:group/start-new': {
    path: () => '/first-weeks/catalogo/start-new',
    expect: { bruno: 303, ada: 303, others: 404 },
  },
  'POST /first-weeks/:group/:step': {
    path: () => '/first-weeks/lectio/roster',
    form: { verdict: 'skipped' },
    expect: { ...ofLectio(422), others: 404 },
  },
  'POST /first-weeks/:group/:step/reopen': {
    path: () => '/first-weeks/lectio/roster/reopen',
    expect: { ...ofLectio(303), others: 404 },
  },
  'GET /api/v1/first-weeks': { path: () => `${api}/first-weeks`, expect: { visitor, ...leaders(200), others: 404 } },
  'PUT /api/v1/groups/:group/first-weeks/:step': {
    path: () => `${api}/groups/lectio/first-weeks/roster`,
    form: { state: 'open' },
    expect: { visitor, ...ofLectio(204), others: 404 },
  },
}
