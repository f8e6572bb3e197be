import type { Access } from '../access.ts'
import { identityAgain, kept, passkeyAgain } from './kept-things.ts'
import { things } from './things.ts'

const signIn = 303

/** Ways in, and what belongs to the person who has them: nothing here is another's to see. */
export const signInAccess: Access = {
  'POST /sign-in/passkey/options': { path: () => '/sign-in/passkey/options', expect: { others: 200 } },
  'POST /sign-in/passkey': { path: () => '/sign-in/passkey', expect: { others: 403 } },
  'POST /sign-in/with/:provider': { path: () => '/sign-in/with/nowhere', expect: { others: 404 } },
  'GET /sign-in/oidc': { path: () => '/sign-in/oidc?state=none&code=none', expect: { others: 403 } },
  'GET /sign-in/oidc/:provider': { path: () => '/sign-in/oidc/none?state=none&code=none', expect: { others: 403 } },
  'GET /sign-in/saml/metadata': { path: () => '/sign-in/saml/metadata', expect: { others: 200 } },
  'POST /sign-in/saml': { path: () => '/sign-in/saml', form: { SAMLResponse: 'x', RelayState: 'none' }, expect: { others: 403 } },
  'GET /sign-in/saml/answers/:answer': { path: () => '/sign-in/saml/answers/none', expect: { others: 403 } },
  'GET /sign-in/institutions': { path: () => '/sign-in/institutions', expect: { others: 200 } },
  'POST /sign-in/institutions': { path: () => '/sign-in/institutions', form: { institution: '999999' }, expect: { others: 404 } },
  'POST /sign-in/institutions/forget': { path: () => '/sign-in/institutions/forget', form: { next: '/me' }, expect: { others: 303 } },
  'GET /me/sign-in': { path: () => '/me/sign-in', expect: { visitor: 303, others: 301 } },
  'POST /me/passkeys/options': { path: () => '/me/passkeys/options', expect: { visitor: 404, others: 200 } },
  'POST /me/passkeys': { path: () => '/me/passkeys', expect: { visitor: 404, others: 403 } },
  'POST /me/passkeys/:passkey': {
    path: () => `/me/passkeys/${kept.passkey}`,
    renew: passkeyAgain,
    form: { name: 'x' },
    expect: { susi: 303, others: 404 },
  },
  'POST /me/passkeys/:passkey/remove': {
    path: () => `/me/passkeys/${kept.passkey}/remove`,
    renew: passkeyAgain,
    expect: { susi: 303, others: 404 },
  },
  'POST /me/identities/:identity/remove': {
    path: () => `/me/identities/${kept.identity}/remove`,
    renew: identityAgain,
    expect: { susi: 303, others: 404 },
  },
  'POST /me/providers/:provider/link': { path: () => '/me/providers/nowhere/link', expect: { others: 404 } },
  'POST /me/sessions/:session/end': { path: () => '/me/sessions/none/end', expect: { others: 404 } },
  'POST /me/sessions/end-others': { path: () => '/me/sessions/end-others', expect: { visitor: 404, others: 303 } },
  'POST /applications/:token/statement': { path: () => '/applications/none/statement', form: { statement: 'x' }, expect: { others: 404 } },
  'GET /admin/sign-in': { path: () => '/admin/sign-in', expect: { visitor: signIn, ada: 200, others: 404 } },
  'GET /admin/sign-in/new': { path: () => '/admin/sign-in/new', expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /admin/sign-in': { path: () => '/admin/sign-in', form: { kind: 'saml', slug: 'x' }, expect: { ada: 422, others: 404 } },
  'GET /admin/sign-in/:provider': { path: () => `/admin/sign-in/${things.provider}`, expect: { visitor: 303, ada: 200, others: 404 } },
  'POST /admin/sign-in/:provider': { path: () => `/admin/sign-in/${things.provider}`, expect: { ada: 422, others: 404 } },
  'POST /admin/sign-in/:provider/try': { path: () => `/admin/sign-in/${things.provider}/try`, expect: { ada: 303, others: 404 } },
  'POST /admin/sign-in/:provider/remove': { path: () => `/admin/sign-in/${things.provider}/remove`, expect: { ada: 303, others: 404 } },
  'GET /admin/sign-in/federations/new': {
    path: () => '/admin/sign-in/federations/new',
    expect: { visitor: signIn, ada: 200, others: 404 },
  },
  'GET /admin/sign-in/federations/self': {
    path: () => '/admin/sign-in/federations/self',
    expect: { visitor: signIn, ada: 200, others: 404 },
  },
  'POST /admin/sign-in/federations/self': {
    path: () => '/admin/sign-in/federations/self',
    form: { name: '' },
    expect: { ada: 422, others: 404 },
  },
  'POST /admin/sign-in/federations/key': { path: () => '/admin/sign-in/federations/key', expect: { ada: 303, others: 404 } },
  'POST /admin/sign-in/federations': {
    path: () => '/admin/sign-in/federations',
    form: { kind: 'file', slug: 'x' },
    expect: { ada: 422, others: 404 },
  },
  'GET /admin/sign-in/federations/:federation': {
    path: () => `/admin/sign-in/federations/${things.federation}`,
    expect: { visitor: signIn, ada: 200, others: 404 },
  },
  'POST /admin/sign-in/federations/:federation': {
    path: () => `/admin/sign-in/federations/${things.federation}`,
    form: { kind: 'file' },
    expect: { ada: 422, others: 404 },
  },
  'POST /admin/sign-in/federations/:federation/remove': {
    path: () => `/admin/sign-in/federations/${things.federation}/remove`,
    expect: { ada: 303, others: 404 },
  },
  'GET /admin/acting': { path: () => '/admin/acting', expect: { visitor: signIn, ada: 200, others: 404 } },
  'POST /admin/acting': {
    path: () => '/admin/acting',
    form: { email: 'nobody@elsewhere.example', reason: 'x' },
    expect: { ada: 422, others: 404 },
  },
  'POST /acting/end': { path: () => '/acting/end', expect: { others: 404 } },
}
