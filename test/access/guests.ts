import type { Access } from '../access.ts'
import { things } from './things.ts'

const signIn = 303
const wellKnown = '/.well-known'

/** Where programs and other sites ask; what they get, test/guests.test.ts and test/hostile/program-guests.test.ts look at. */
export const guestAccess: Access = {
  'GET /.well-known/openid-configuration': { path: () => `${wellKnown}/openid-configuration`, expect: { others: 200 } },
  'GET /.well-known/oauth-authorization-server': { path: () => `${wellKnown}/oauth-authorization-server`, expect: { others: 200 } },
  'GET /.well-known/oauth-protected-resource': { path: () => `${wellKnown}/oauth-protected-resource`, expect: { others: 200 } },
  'GET /.well-known/oauth-protected-resource/mcp': { path: () => `${wellKnown}/oauth-protected-resource/mcp`, expect: { others: 200 } },
  'GET /oauth/authorize': { path: () => '/oauth/authorize?client_id=nobody', expect: { others: 400 } },
  'GET /oauth/authorize/:question': { path: () => '/oauth/authorize/none', expect: { others: 400 } },
  'GET /oauth/jwks': { path: () => '/oauth/jwks', expect: { others: 200 } },
  'GET /oauth/userinfo': { path: () => '/oauth/userinfo', expect: { others: 401 } },
  'POST /oauth/userinfo': { path: () => '/oauth/userinfo', expect: { others: 400 } },
  'POST /oauth/token': { path: () => '/oauth/token', form: { grant_type: 'password' }, expect: { others: 400 } },
  'POST /oauth/revoke': { path: () => '/oauth/revoke', form: { token: 'none' }, expect: { others: 400 } },
  'POST /oauth/register': { path: () => '/oauth/register', expect: { others: 403 } },
  'GET /oauth/ask/:question': { path: () => '/oauth/ask/none', expect: { visitor: signIn, others: 404 } },
  'POST /oauth/ask/:question': { path: () => '/oauth/ask/none', form: { answer: 'yes', scope: 'read' }, expect: { others: 404 } },
  'GET /admin/guests': { path: () => '/admin/guests', expect: { visitor: signIn, ada: 200, others: 404 } },
  'GET /admin/guests/new': { path: () => '/admin/guests/new', expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /admin/guests': {
    path: () => '/admin/guests',
    form: { kind: 'site', name: 'x', redirects: 'x' },
    expect: { ada: 422, others: 404 },
  },
  'POST /admin/guests/introductions': { path: () => '/admin/guests/introductions', form: {}, expect: { ada: 303, others: 404 } },
  'GET /admin/guests/:guest': { path: () => `/admin/guests/${things.wiki}`, expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /admin/guests/:guest': {
    path: () => `/admin/guests/${things.wiki}`,
    form: { name: 'x', redirects: 'javascript:x' },
    expect: { ada: 422, others: 404 },
  },
  'POST /admin/guests/:guest/secret': { path: () => `/admin/guests/${things.wiki}/secret`, expect: { ada: 200, others: 404 } },
  'POST /admin/guests/:guest/remove': {
    path: () => `/admin/guests/${things.wiki}/remove`,
    renew: ({ db }) => db.updateTable('oauthClient').set({ removedAt: null }).where('id', '=', things.wiki).execute(),
    expect: { ada: 303, others: 404 },
  },
}
