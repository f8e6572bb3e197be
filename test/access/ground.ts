import { sealToken } from '../../src/lib/token/seal.ts'
import type { Access } from '../access.ts'
import { kept, parkedAgain, parkedJobAgain, parkedLetterAgain, subscriptionAgain } from './kept-things.ts'
import { moderators, things } from './things.ts'

const signIn = 303
const members = { visitor: signIn }

/** Every address of people, lists, archive, search, outbox and site. */
export const groundAccess: Access = {
  'GET /.well-known/security.txt': { path: () => '/.well-known/security.txt', expect: { others: 200 } },
  'GET /.well-known/change-password': { path: () => '/.well-known/change-password', expect: { others: 302 } },
  // At the host of its own alone.
  'GET /.well-known/mta-sts.txt': {
    path: () => '/.well-known/mta-sts.txt',
    headers: { host: 'mta-sts.lists.localhost' },
    alike: true,
    expect: { others: 200 },
  },
  'GET /.well-known/*': { path: () => '/.well-known/nothing', expect: { others: 404 } },
  'GET /favicon.ico': { path: () => '/favicon.ico', expect: { others: 302 } },
  'GET /assets/*': { path: () => '/assets/nothing.css', expect: { others: 404 } },
  'GET /healthz': { path: () => '/healthz', expect: { others: 200 } },
  'GET /readyz': { path: () => '/readyz', expect: { others: 200 } },
  'GET /metrics': { path: () => '/metrics', expect: { others: 200 } },
  'GET /': { path: () => '/', expect: { others: 200 } },
  'GET /groups/:group': { path: () => '/groups/catalogo', expect: { others: 200 } },
  'GET /admin': { path: () => '/admin', expect: { visitor: 303, ada: 200, others: 404 } },
  'GET /api/v1/site/state': { path: () => '/api/v1/site/state', expect: { visitor: 401, ada: 200, others: 404 } },
  'GET /today': { path: () => '/today', expect: { ...members, others: 200 } },
  'GET /set-up': { path: () => '/set-up', expect: { ...members, others: 404 } },
  'POST /set-up': { path: () => '/set-up', expect: { others: 404 } },
  'GET /sign-in': { path: () => '/sign-in', expect: { others: 200 } },
  'POST /sign-in': { path: () => '/sign-in', form: { email: 'susi@susi.example' }, expect: { others: 303 } },
  'GET /sign-in/code': { path: () => '/sign-in/code', expect: { others: 200 } },
  'POST /sign-in/code': { path: () => '/sign-in/code', form: { email: 'susi@susi.example', code: '1' }, expect: { others: 422 } },
  'POST /sign-out': { path: () => '/sign-out', expect: { others: 303 } },
  'GET /me': { path: () => '/me', expect: { ...members, others: 200 } },
  'POST /me': { path: () => '/me', form: { name: 'N', locale: 'en', zone: 'UTC', theme: 'dark' }, expect: { visitor: 404, others: 303 } },
  'POST /me/hints': { path: () => '/me/hints', form: { hint: 'none' }, expect: { visitor: 404, others: 303 } },
  'POST /me/zone': { path: () => '/me/zone', form: { zone: 'Europe/Lisbon' }, expect: { visitor: 404, others: 303 } },
  'GET /me/subscriptions': { path: () => '/me/subscriptions', expect: { visitor: 303, others: 301 } },
  'POST /me/subscriptions/:subscription/end': {
    path: () => `/me/subscriptions/${kept.subscription}/end`,
    renew: subscriptionAgain,
    expect: { susi: 303, others: 404 },
  },
  'GET /directory/:group': { path: () => '/directory/lectio', expect: { visitor: 303, others: 404 } },
  'GET /lists': { path: () => '/lists', expect: { others: 200 } },
  'GET /lists/:list': { path: () => '/lists/lectio-l', expect: { others: 200 } },
  'GET /lists/:list/institutions': { path: () => '/lists/lectio-l/institutions?q=north', expect: { others: 200 } },
  'GET /lists/:list/join': { path: () => '/lists/lectio-l/join?lang=de', expect: { others: 302 } },
  'POST /lists/:list/join': { path: () => '/lists/lectio-l/join', form: { email: 'new@elsewhere.example' }, expect: { others: 200 } },
  'POST /lists/:list/subscribe': { path: () => '/lists/lectio-l/subscribe', expect: { visitor: 404, others: 403 } },
  'GET /confirm/:token': { path: () => '/confirm/aaaa', expect: { others: 404 } },
  'POST /confirm/:token': { path: () => '/confirm/aaaa', expect: { others: 404 } },
  'GET /unsubscribe/:token': { path: (world) => `/unsubscribe/${sealToken(world.site.secret, 'unsubscribe', 1)}`, expect: { others: 200 } },
  'POST /unsubscribe/:token': { path: () => '/unsubscribe/aaaa', expect: { others: 404 } },
  'GET /lists/:list/write': { path: () => '/lists/lectio-l/write', expect: { susi: 200, maria: 200, carla: 200, others: 403 } },
  'POST /lists/:list/write': {
    path: () => '/lists/lectio-l/write',
    form: { subject: 'S', text: 'T' },
    expect: { susi: 303, maria: 303, carla: 303, others: 403 },
  },
  'GET /lists/:list/sent/:post': { path: () => '/lists/lectio-l/sent/999999', expect: { susi: 303, maria: 303, carla: 303, others: 403 } },
  'POST /lists/:list/sent/:post/back': {
    path: () => '/lists/lectio-l/sent/999999/back',
    expect: { susi: 409, maria: 409, carla: 409, others: 403 },
  },
  'GET /me/drafts': { path: () => '/me/drafts', expect: { visitor: 303, others: 200 } },
  'POST /drafts': { path: () => '/drafts', form: { draft: '/lists/lectio-l/write', text: 'T' }, expect: { visitor: 404, others: 204 } },
  'POST /drafts/discard': {
    path: () => '/drafts/discard',
    form: { draft: '/lists/lectio-l/write' },
    expect: { visitor: 404, others: 303 },
  },
  'POST /preview': { path: () => '/preview?field=text&to=/stories', form: { text: 'T' }, expect: { visitor: 404, others: 200 } },
  'GET /lists/:list/held': {
    path: () => '/lists/lectio-l/held',
    expect: { ...members, modesto: 200, carla: 200, ada: 200, stella: 200, others: 404 },
  },
  'GET /lists/:list/held/:held': {
    path: () => `/lists/lectio-l/held/${things.held}`,
    expect: { visitor: 303, ...moderators(200), others: 404 },
  },
  // The mail that is held has no attachment.
  'GET /lists/:list/held/:held/files/:file': {
    path: () => `/lists/lectio-l/held/${things.held}/files/1`,
    expect: { visitor: 303, others: 404 },
  },
  'POST /lists/:list/held/:held': {
    path: () => `/lists/lectio-l/held/${things.held}`,
    form: { decision: 'perhaps' },
    expect: { ...moderators(422), others: 404 },
  },
  'POST /lists/:list/held/:held/reply': {
    path: () => `/lists/lectio-l/held/${things.held}/reply`,
    form: { reply: '1', note: 'Please' },
    expect: { ...moderators(200), others: 404 },
  },
  'POST /lists/:list/held/:held/alike': {
    path: () => `/lists/lectio-l/held/${things.held}/alike`,
    form: { decision: 'perhaps' },
    expect: { ...moderators(422), others: 404 },
  },
  'GET /lists/:list/requests': {
    path: () => '/lists/lectio-l/requests',
    expect: { ...members, modesto: 200, carla: 200, ada: 200, stella: 200, others: 404 },
  },
  'POST /lists/:list/requests/:request': {
    path: () => `/lists/lectio-l/requests/${things.request}`,
    form: { decision: 'perhaps' },
    expect: { modesto: 422, carla: 422, ada: 422, stella: 422, others: 404 },
  },
  'POST /lists/:list/subscribers/:subscription/remove': {
    path: () => `/lists/lectio-l/subscribers/${kept.subscription}/remove`,
    renew: subscriptionAgain,
    expect: { ...moderators(303), others: 404 },
  },
  'GET /lists/:list/settings': { path: () => '/lists/lectio-l/settings', expect: { ...members, carla: 200, ada: 200, others: 404 } },
  'POST /lists/:list/settings': {
    path: () => '/lists/lectio-l/settings',
    form: { title: 'L', archive: 'subscribers', joinPolicy: 'vetted', maxSizeMb: '9' },
    expect: { carla: 303, ada: 303, others: 404 },
  },
  'GET /lists/:list/threads': {
    path: () => '/lists/lectio-l/threads',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  'GET /lists/:list/feed.atom': {
    path: () => '/lists/lectio-l/feed.atom',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  'GET /lists/:list/mbox': { path: () => '/lists/lectio-l/mbox', expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 } },
  'GET /lists/:list/t/:id/feed.atom': {
    path: () => '/lists/lectio-l/t/first%40maria.example/feed.atom',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  'GET /lists/:list/t/:id/mbox': {
    path: () => '/lists/lectio-l/t/first%40maria.example/mbox',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  'GET /search/mbox': { path: () => '/search/mbox?q=hello', expect: { ...members, others: 200 } },
  'GET /lists/:list/t/:id': {
    path: () => '/lists/lectio-l/t/first%40maria.example',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  ...Object.fromEntries(
    [
      ['/lists/:list/t/:id/rename', '/lists/lectio-l/t/nowhere/rename', { subject: 'Renamed' }],
      ['/lists/:list/t/:id/join', '/lists/lectio-l/t/nowhere/join', { other: 'nowhere' }],
      ['/lists/:list/t/:id/split', '/lists/lectio-l/t/nowhere/split', {}],
      ['/lists/:list/t/:id/hold', '/lists/lectio-l/t/nowhere/hold', {}],
      ['/lists/:list/t/edits/:edit/undo', '/lists/lectio-l/t/edits/999999/undo', {}],
    ].map(([address, path, form]) => [
      `POST ${address as string}`,
      { path: () => path as string, form: form as Record<string, string>, expect: { others: 404 } },
    ]),
  ),
  'POST /lists/:list/t/:id/choose': {
    path: () => '/lists/lectio-l/t/first%40maria.example/choose',
    form: { choice: 'none' },
    expect: { visitor: 404, otto: 404, bruno: 404, vera: 404, others: 303 },
  },
  'GET /lists/:list/m/:id': {
    path: () => '/lists/lectio-l/m/first%40maria.example',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  'GET /lists/:list/m/:id/raw': {
    path: () => '/lists/lectio-l/m/first%40maria.example/raw',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  'GET /lists/:list/m/:id/author': {
    path: () => '/lists/lectio-l/m/first%40maria.example/author',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 303 },
  },
  // Maria's first mail is plain text, so nobody gets an HTML page of it.
  'GET /lists/:list/m/:id/html': { path: () => '/lists/lectio-l/m/first%40maria.example/html', expect: { ...members, others: 404 } },
  'GET /lists/:list/m/:id/a/:position': {
    path: () => '/lists/lectio-l/m/first%40maria.example/a/0',
    expect: { ...members, otto: 404, bruno: 404, vera: 404, others: 200 },
  },
  'GET /search': { path: () => '/search?q=hello', expect: { others: 200 } },
  'GET /search/complete': { path: () => '/search/complete?q=hello', expect: { others: 200 } },
  'GET /search/counts': { path: () => '/search/counts?q=hello', expect: { others: 200 } },
  'GET /admin/outbox': { path: () => '/admin/outbox', expect: { ...members, ada: 200, others: 404 } },
  'GET /admin/outbox/:delivery': { path: () => '/admin/outbox/1', expect: { ...members, ada: 200, others: 404 } },
  'POST /admin/outbox/:delivery/retry': {
    path: () => `/admin/outbox/${kept.parkedLetter}/retry`,
    renew: parkedLetterAgain,
    expect: { ada: 303, others: 404 },
  },
  'GET /admin/queue': { path: () => '/admin/queue', expect: { ...members, ada: 200, others: 404 } },
  'POST /admin/jobs/:job/retry': {
    path: () => `/admin/jobs/${kept.parkedJob}/retry`,
    renew: parkedJobAgain,
    expect: { ada: 303, others: 404 },
  },
  'POST /admin/queue/:mail/retry': {
    path: () => `/admin/queue/${kept.parked}/retry`,
    renew: parkedAgain,
    expect: { ada: 303, others: 404 },
  },
}
