import * as client from 'openid-client'
import { affiliationsOf, emailOf, type Provider, refused, type Statement, Untrusted } from './statement.ts'

/** What must be remembered between the way out and the way back. */
export interface OidcFacts {
  nonce: string
  verifier: string
}

/**
 * Where the answers of a provider come to, below the address of the site. Who leads somebody on to another provider would else be shown what that
 * one says (RFC 9700 §4.4), since not all say in their answer who they are.
 */
export const returnPathOf = ({ slug, returnsApart }: Pick<Provider, 'slug' | 'returnsApart'>): string =>
  returnsApart ? `/sign-in/oidc/${slug}` : '/sign-in/oidc'

const seconds = 10
const keptFor = 10 * 60_000
const known = new Map<string, { at: number; config: Promise<client.Configuration> }>()

// Plain HTTP is for a provider on this machine: for tries and tests.
const isLocal = (issuer: string): boolean => /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/.test(issuer)

const [inHeader, inBody] = ['client_secret_basic', 'client_secret_post']

/** Shows the secret in the header, as every provider should take it; in the body only to who says that it takes it there and not in the header. */
const secretAs =
  (secret: string): client.ClientAuth =>
  (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? [inHeader]
    const show = !taken.includes(inHeader) && taken.includes(inBody) ? client.ClientSecretPost : client.ClientSecretBasic
    show(secret)(server, ...rest)
  }

/** The provider's own description, read once in ten minutes. */
function discover({ issuer, client: id, secret }: Provider): Promise<client.Configuration> {
  const key = JSON.stringify([issuer, id, secret])
  const kept = known.get(key)
  if (kept && Date.now() - kept.at < keptFor) return kept.config
  const authentication = secret ? secretAs(secret) : client.None()
  // What was kept as the issuer may be no address.
  const config = Promise.try(() =>
    client.discovery(new URL(issuer), id, undefined, authentication, {
      timeout: seconds,
      execute: isLocal(issuer) ? [client.allowInsecureRequests] : [],
    }),
  )
  known.set(key, { at: Date.now(), config })
  config.catch(() => known.delete(key))
  return config
}

/**
 * The address at the provider to send somebody to.
 * @param state comes back with the answer
 * @throws Untrusted when the provider cannot be reached or is another one than it says
 */
export async function beginOidc(provider: Provider, callback: string, state: string): Promise<{ url: string; facts: OidcFacts }> {
  const config = await discover(provider).catch(refused)
  const facts = { nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email profile',
    state,
    nonce: facts.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(facts.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, facts }
}

/**
 * Trades the code for what the provider says.
 * @param current the whole address that the browser came back to
 * @throws Untrusted when state, nonce, signature, audience or time does not fit, or the person said no
 */
export async function finishOidc(provider: Provider, current: string, state: string, { nonce, verifier }: OidcFacts): Promise<Statement> {
  const config = await discover(provider).catch(refused)
  const tokens = await client
    .authorizationCodeGrant(config, new URL(current), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    .catch(refused)
  const claims = tokens.claims()
  if (!claims) throw new Untrusted('There is no ID token.')
  // Many providers tell addresses and affiliations at their userinfo only.
  const more = config.serverMetadata().userinfo_endpoint
    ? await client.fetchUserInfo(config, tokens.access_token, claims.sub).catch(refused)
    : {}
  const said: Record<string, unknown> = { ...more, ...claims }
  const { domains } = provider
  return {
    provider: provider.slug,
    issuer: provider.issuer,
    subject: claims.sub,
    // Only what the provider has confirmed itself; `"true"` as a text is not that.
    email: said.email_verified === true ? emailOf(domains.length > 0 ? domains : ['*'], said.email) : undefined,
    name: typeof said.name === 'string' ? said.name : '',
    affiliations: affiliationsOf(domains, said.eduperson_scoped_affiliation ?? said.eduPersonScopedAffiliation),
  }
}

/** Whether the provider answers and is who it says; for the administrator's try. */
export async function tryOidc(provider: Provider): Promise<string> {
  const config = await discover(provider).catch(refused)
  return config.serverMetadata().issuer
}
