import type { Access } from '../access.ts'
import { kept, mailImportAgain, uploadAgain } from './kept-things.ts'

const readers = { visitor: 303, otto: 404, bruno: 404, vera: 404, others: 301 }
const moderators = (status: number) => ({ visitor: 303, modesto: status, carla: status, ada: status, stella: status, others: 404 })
const nothing = { visitor: 303, others: 404 }
const owners = (status: number) => ({ carla: status, ada: status, others: 404 })
const mails = (rest: string) => `/lists/lectio-l/imports/mail-${kept.mails}${rest}`

/** Where lists and messages stood before they moved here, and the imports that brought them. */
export const movingAccess: Access = {
  'GET /lists/:list/subscribers': { path: () => '/lists/lectio-l/subscribers', expect: moderators(200) },
  'GET /lists/:list/subscribers/export': { path: () => '/lists/lectio-l/subscribers/export?format=csv', expect: moderators(200) },
  'POST /lists/:list/subscribers/change': {
    path: () => '/lists/lectio-l/subscribers/change',
    form: { of: 'chosen', act: 'receiving:each', subscription: '999999' },
    expect: { ...moderators(303), visitor: 404 },
  },
  'POST /lists/:list/subscribers/remove': {
    path: () => '/lists/lectio-l/subscribers/remove',
    form: { ids: '999999' },
    expect: { ...moderators(303), visitor: 404 },
  },
  'GET /admin/import': { path: () => '/admin/import', expect: { visitor: 303, ada: 200, others: 404 } },
  'POST /admin/import': { path: () => '/admin/import', form: { list: '' }, expect: { ada: 422, others: 404 } },
  'GET /lists/:list/import': { path: () => '/lists/lectio-l/import', expect: { visitor: 303, carla: 200, ada: 200, others: 404 } },
  'POST /lists/:list/import': { path: () => '/lists/lectio-l/import', form: { sync: 'on' }, expect: { carla: 422, ada: 422, others: 404 } },
  'GET /lists/:list/imports': { path: () => '/lists/lectio-l/imports', expect: { visitor: 303, carla: 200, ada: 200, others: 404 } },
  'GET /lists/:list/imports/:run': {
    path: () => mails(''),
    renew: mailImportAgain,
    expect: { visitor: 303, ...owners(200) },
  },
  'GET /lists/:list/imports/:run/progress': {
    path: () => mails('/progress'),
    renew: mailImportAgain,
    expect: { visitor: 303, ...owners(200) },
  },
  'GET /lists/:list/imports/:run/undo': {
    path: () => mails('/undo'),
    renew: mailImportAgain,
    expect: { visitor: 303, ...owners(200) },
  },
  'POST /lists/:list/imports/:run/undo': {
    path: () => mails('/undo'),
    renew: mailImportAgain,
    // A mailbox is brought and taken back by administrators.
    expect: { carla: 403, ada: 303, others: 404 },
  },
  'GET /api/v1/lists/:list/imports/:run/undo': {
    path: () => `/api/v1${mails('/undo')}`,
    renew: mailImportAgain,
    expect: { visitor: 401, ...owners(200) },
  },
  'GET /lists/:list/follow': { path: () => '/lists/lectio-l/follow', expect: { visitor: 303, carla: 200, ada: 200, others: 404 } },
  'POST /lists/:list/follow': {
    path: () => '/lists/lectio-l/follow',
    form: { address: 'x' },
    expect: { carla: 422, ada: 422, others: 404 },
  },
  'POST /lists/:list/follow/ask': { path: () => '/lists/lectio-l/follow/ask', expect: { carla: 409, ada: 409, others: 404 } },
  'POST /lists/:list/follow/notices/:notice/answer': {
    path: () => '/lists/lectio-l/follow/notices/1/answer',
    expect: { carla: 409, ada: 409, others: 404 },
  },
  'POST /lists/:list/follow/senders/accept': {
    path: () => '/lists/lectio-l/follow/senders/accept',
    form: { domain: 'lists.elsewhere.example' },
    expect: { carla: 409, ada: 409, others: 404 },
  },
  'POST /lists/:list/follow/senders/refuse': {
    path: () => '/lists/lectio-l/follow/senders/refuse',
    form: { domain: 'lists.elsewhere.example' },
    expect: { carla: 409, ada: 409, others: 404 },
  },
  'GET /lists/:list/follow/move': { path: () => '/lists/lectio-l/follow/move', expect: nothing },
  'POST /lists/:list/follow/move': { path: () => '/lists/lectio-l/follow/move', expect: { carla: 409, ada: 409, others: 404 } },
  'POST /lists/:list/follow/give-up': { path: () => '/lists/lectio-l/follow/give-up', expect: { carla: 409, ada: 409, others: 404 } },
  'GET /imports/:upload': { path: () => `/imports/${kept.upload}`, renew: uploadAgain, expect: { visitor: 303, ...owners(200) } },
  // The one that is kept has no file: whose it is hears that, and others do not hear of it.
  'GET /imports/:upload/rows.xlsx': {
    path: () => `/imports/${kept.upload}/rows.xlsx`,
    renew: uploadAgain,
    expect: { visitor: 303, ...owners(422) },
  },
  'GET /api/v1/imports/:upload/rows': {
    path: () => `/api/v1/imports/${kept.upload}/rows`,
    renew: uploadAgain,
    expect: { visitor: 401, ...owners(422) },
  },
  'GET /imports/:upload/progress': {
    path: () => `/imports/${kept.upload}/progress`,
    renew: uploadAgain,
    expect: { visitor: 303, ...owners(200) },
  },
  'POST /imports/:upload/files': { path: () => `/imports/${kept.upload}/files`, renew: uploadAgain, expect: owners(422) },
  'POST /imports/:upload/begin': {
    path: () => `/imports/${kept.upload}/begin`,
    renew: (world) => uploadAgain(world, 'done'),
    expect: owners(409),
  },
  'POST /imports/:upload/again': { path: () => `/imports/${kept.upload}/again`, renew: uploadAgain, expect: owners(409) },
  'POST /imports/:upload/discard': { path: () => `/imports/${kept.upload}/discard`, renew: uploadAgain, expect: owners(303) },
  'GET /api/v1/lists/:list/imports': { path: () => '/api/v1/lists/lectio-l/imports', expect: { ...moderators(200), visitor: 401 } },
  'POST /api/v1/lists/:list/members': {
    path: () => '/api/v1/lists/lectio-l/members',
    form: { members: [{ email: 'carla@carla.example' }] } as never,
    expect: { visitor: 401, carla: 200, ada: 200, others: 404 },
  },
  'GET /lists/:list/health': { path: () => '/lists/lectio-l/health', expect: moderators(200) },
  'GET /api/v1/lists/:list/health': { path: () => '/api/v1/lists/lectio-l/health', expect: { ...moderators(200), visitor: 401 } },
  'POST /api/v1/lists/:list/subscribers/changes': {
    path: () => '/api/v1/lists/lectio-l/subscribers/changes',
    form: { act: 'remove', subscriptions: [999_999], tell: false } as never,
    expect: { ...moderators(200), visitor: 401 },
  },
  'GET /pipermail/:list': { path: () => '/pipermail/lectio-l', expect: readers },
  'GET /pipermail/:list/:volume': { path: () => '/pipermail/lectio-l/2016-May.txt.gz', expect: readers },
  'GET /pipermail/:list/:volume/:page': { path: () => '/pipermail/lectio-l/2016-May/000123.html', expect: nothing },
  'GET /mailman/private/:list': { path: () => '/mailman/private/lectio-l', expect: readers },
  'GET /mailman/private/:list/:volume': { path: () => '/mailman/private/lectio-l/2016-May', expect: readers },
  'GET /mailman/private/:list/:volume/:page': { path: () => '/mailman/private/lectio-l/2016-May/thread.html', expect: readers },
  'GET /mailman/listinfo/:list': { path: () => '/mailman/listinfo/lectio-l', expect: { others: 301 } },
  'GET /hyperkitty/list/:address': { path: () => '/hyperkitty/list/lectio-l@lists.localhost', expect: readers },
  'GET /hyperkitty/list/:address/:kind/:hash': {
    path: () => '/hyperkitty/list/lectio-l@lists.localhost/message/AAAA',
    expect: nothing,
  },
  'GET /archives/list/:address': { path: () => '/archives/list/lectio-l@lists.localhost', expect: readers },
  'GET /archives/list/:address/:kind/:hash': { path: () => '/archives/list/lectio-l@lists.localhost/thread/AAAA', expect: nothing },
}
