import type { Access } from '../access.ts'
import { exportAgain, kept } from './kept-things.ts'
import { things } from './things.ts'

const signIn = 303
const message = '/lists/lectio-l/m/first%40maria.example'

/** What is taken out for good, and what people ask of those who keep their data. */
export const privacyAccess: Access = {
  'GET /lists/:list/m/:id/remove': { path: () => `${message}/remove`, expect: { visitor: signIn, carla: 200, ada: 200, others: 404 } },
  'POST /lists/:list/m/:id/remove': {
    path: () => `${message}/remove`,
    form: { kind: 'words', words: 'Hello all', reason: 'A test' },
    expect: { carla: 200, ada: 200, others: 404 },
  },
  'GET /privacy': { path: () => '/privacy', expect: { others: 200 } },
  'GET /me/privacy': { path: () => '/me/privacy', expect: { visitor: 303, others: 301 } },
  'POST /me/privacy/agree': { path: () => '/me/privacy/agree', form: { version: '1' }, expect: { visitor: 404, others: 303 } },
  'POST /me/exports': { path: () => '/me/exports', expect: { visitor: 404, others: 303 } },
  'GET /me/exports/:export/file': {
    path: () => `/me/exports/${kept.export}/file`,
    renew: (world) => exportAgain(world, things.file),
    expect: { visitor: signIn, susi: 200, others: 404 },
  },
  'POST /me/erasure': { path: () => '/me/erasure', form: { scope: 'nothing' }, expect: { visitor: 404, others: 422 } },
  'POST /me/erasure/withdraw': { path: () => '/me/erasure/withdraw', expect: { visitor: 404, others: 409 } },
  'GET /admin/privacy': { path: () => '/admin/privacy', expect: { visitor: signIn, ada: 200, others: 404 } },
  'GET /admin/privacy/erasures.ledger': {
    path: () => '/admin/privacy/erasures.ledger',
    expect: { visitor: signIn, ada: 200, others: 404 },
  },
  'POST /admin/erasures/:request': {
    path: () => `/admin/erasures/${things.erasure}`,
    form: { decision: 'perhaps' },
    expect: { ada: 422, others: 404 },
  },
  'POST /admin/retention': { path: () => '/admin/retention', form: { letters: '1' }, expect: { ada: 422, others: 404 } },
  'POST /admin/notices': { path: () => '/admin/notices', form: { de: 'x' }, expect: { ada: 422, others: 404 } },
  'GET /history/:subject': {
    path: (world) => `/history/list:${world.listId}`,
    expect: { visitor: signIn, carla: 200, maria: 200, modesto: 200, ada: 200, lena: 200, others: 404 },
  },
}
