// This site as an OAuth 2.1 and OpenID Connect provider (decision 33). The library speaks the protocol; we say who somebody is, and what
// they agreed to. The library keeps no session of its own, so each question is answered by who is signed in here at that moment.
import { createHash, timingSafeEqual } from 'node:crypto'
import { ServerResponse } from 'node:http'
import Provider, { errors, type Interaction } from 'oidc-provider'
import { adapterOf, type KnownClient, type Store } from './authority-store.ts'
import { answerOf, asIncoming } from './in-process.ts'

/** A key as RFC 7517 writes it. */
export type Jwk = Record<string, unknown>

export type Claims = { sub: string } & Record<string, unknown>

/** What a site may be told; each word stands for claims. */
export const claimsByScope = {
  openid: ['sub'],
  profile: ['name', 'preferred_username'],
  email: ['email', 'email_verified'],
  roles: ['roles', 'groups'],
  groups: ['groups'],
} as const
export const siteScopes = Object.keys(claimsByScope)

/** So long a token holds, and what it says, in seconds: a role that ended is told of no longer than this. */
export const tokenLasts = 300
const day = 86_400
/** So long somebody has to answer: a code for signing in may come by mail. */
const questionLasts = 3_600

export interface AuthorityOptions {
  issuer: string
  /** The door that a program's tokens open, and what they can be for. */
  door: string
  doorScopes: readonly string[]
  /** Of the cookies that hold a question to its browser. */
  cookieKey: string
  keys: Jwk[]
  store: Store
  /** Who this is today; undefined for who is no more. */
  account(sub: string): Promise<Claims | undefined>
}

/** What is asked of the person in front of the browser. */
export interface Question {
  id: string
  client: KnownClient
  scopes: string[]
  redirect: string
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

const isProgram = ({ applicationType }: { applicationType: string }): boolean => applicationType === 'native'

function configurationOf({ door, doorScopes, cookieKey, keys, store, account }: AuthorityOptions) {
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true }
  return {
    adapter: adapterOf(store),
    jwks: { keys },
    claims: claimsByScope,
    scopes: ['openid', 'offline_access'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    subjectTypes: ['public'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    // Not all ask for more than the token; what it says of roles is as old as the token.
    conformIdTokenClaims: false,
    cookies: {
      keys: [cookieKey],
      names: { session: 'rapport-oauth-session', interaction: 'rapport-oauth-question', resume: 'rapport-oauth-back' },
      long: { ...cookie, path: '/oauth' },
      short: cookie,
    },
    enableHttpPostMethods: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_: unknown, client: { clientId: string }, token: { clientId: string }) => client.clientId === token.clientId,
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: (_: unknown, client: { applicationType: string }, oneOf?: string[]) =>
          oneOf ?? (isProgram(client) ? door : undefined),
        useGrantedResource: () => true,
        getResourceServerInfo(_: unknown, resource: string, client: { applicationType: string }) {
          if (resource !== door || !isProgram(client)) throw new errors.InvalidTarget()
          return { scope: doorScopes.join(' '), audience: door, accessTokenFormat: 'opaque' }
        },
      },
    },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      userinfo: '/oauth/userinfo',
      jwks: '/oauth/jwks',
      revocation: '/oauth/revoke',
    },
    ttl: {
      AccessToken: tokenLasts,
      IdToken: tokenLasts,
      AuthorizationCode: 60,
      RefreshToken: 30 * day,
      Grant: 366 * day,
      Interaction: questionLasts,
      Session: questionLasts,
    },
    clientBasedCORS: () => false,
    expiresWithSession: () => false,
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/oauth/ask/${uid}` },
    async findAccount(_: unknown, sub: string) {
      const found = await account(sub)
      return found && { accountId: found.sub, claims: async () => found }
    },
    renderError(ctx: { body: unknown }, out: unknown) {
      ctx.body = out
    },
  }
}

const scopesOf = (scope: string | undefined): string[] => (scope ?? '').split(' ').filter(Boolean)

/** Says who somebody is, and gives programs what they were allowed. */
export type Authority = ReturnType<typeof createAuthority>

/** Opens the office. It keeps nothing itself: any number of processes answer for the same site. */
export function createAuthority(options: AuthorityOptions) {
  const { issuer, door, doorScopes, store } = options
  const provider = new Provider(issuer, configurationOf(options))
  provider.Client.prototype.compareClientSecret = function compare(shown) {
    const [ours, theirs] = [Buffer.from(this.clientSecret), Buffer.from(hashOf(String(shown)))]
    return ours.length === theirs.length && timingSafeEqual(ours, theirs)
  }
  const tellers = new WeakMap<object, (error: Error) => void>()
  provider.on('server_error', ({ req }, error) => tellers.get(req)?.(error))
  const listener = provider.callback()

  /** A program that asks for more than there is, or says nothing, asks for what there is: what of it it gets, its person says. */
  async function fitted(url: URL): Promise<URL> {
    const client = await store.findClient(url.searchParams.get('client_id') ?? '')
    if (url.pathname !== '/oauth/authorize' || client?.kind !== 'program') return url
    const asked = scopesOf(url.searchParams.get('scope') ?? undefined).filter((one) => doorScopes.includes(one))
    url.searchParams.set('scope', (asked.length > 0 ? asked : doorScopes).join(' '))
    return url
  }

  /** The same request at the site's own address, whatever stands before it. */
  async function atHome(request: Request): Promise<[Request, Uint8Array]> {
    const { pathname, search } = new URL(request.url)
    const headers = new Headers(request.headers)
    // What is not led back is said as JSON; pages are ours to make.
    headers.set('accept', 'application/json')
    const body = request.method === 'POST' ? new Uint8Array(await request.arrayBuffer()) : new Uint8Array()
    return [new Request(await fitted(new URL(pathname + search, issuer)), { method: request.method, headers }), body]
  }

  const interactionOf = async (id: string, headers: Headers): Promise<Interaction | undefined> => {
    const cookie = headers.get('cookie') ?? ''
    const incoming = asIncoming(new Request(`${issuer}/oauth/ask/${encodeURIComponent(id)}`, { headers: { cookie } }), new Uint8Array())
    const found = await provider.interactionDetails(incoming, new ServerResponse(incoming)).catch(() => undefined)
    return found?.uid === id ? found : undefined
  }

  const settle = async (interaction: Interaction, result: object): Promise<string> => {
    interaction.result = result
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1_000))
    return new URL(interaction.returnTo).pathname
  }

  return {
    issuer,
    door,

    /**
     * Answers at the addresses of the protocol.
     * @param failed is told what is our mistake
     */
    async answer(request: Request, failed: (error: Error) => void): Promise<Response> {
      const incoming = asIncoming(...(await atHome(request)))
      tellers.set(incoming, failed)
      const response = await answerOf(listener, incoming)
      const cookies = response.headers.getSetCookie().filter((one) => !one.startsWith('rapport-oauth-session'))
      response.headers.delete('set-cookie')
      for (const one of cookies) response.headers.append('set-cookie', one)
      return response
    },

    /** What is asked, where this browser was led here to answer it; undefined otherwise. */
    async question(id: string, headers: Headers): Promise<Question | undefined> {
      const interaction = await interactionOf(id, headers)
      const client = interaction && (await store.findClient(interaction.params.client_id))
      if (!interaction || !client) return undefined
      const { scope, redirect_uri: redirect } = interaction.params
      const known = client.kind === 'program' ? doorScopes : siteScopes
      return { id, client, scopes: scopesOf(scope).filter((one) => known.includes(one)), redirect }
    },

    /**
     * Keeps what a person agreed to.
     * @returns what it is known by from now on
     */
    async agree({ client, scopes: asked }: Question, sub: string, scopes: readonly string[]): Promise<string> {
      const grant = new provider.Grant({ accountId: sub, clientId: client.client })
      const refused = asked.filter((one) => !scopes.includes(one))
      if (client.kind === 'site') grant.addOIDCScope(scopes.join(' '))
      else grant.addResourceScope(door, scopes.join(' '))
      if (client.kind === 'program' && refused.length > 0) grant.rejectResourceScope(door, refused.join(' '))
      return grant.save()
    },

    /**
     * Answers a question with what was agreed to, or with no.
     * @returns where the browser goes on
     */
    async settle(id: string, headers: Headers, answer: { sub: string; agreement: string } | 'no'): Promise<string | undefined> {
      const interaction = await interactionOf(id, headers)
      if (!interaction) return undefined
      if (answer === 'no') return settle(interaction, { error: 'access_denied', error_description: 'The person said no.' })
      return settle(interaction, { login: { accountId: answer.sub, remember: false }, consent: { grantId: answer.agreement } })
    },
  }
}
