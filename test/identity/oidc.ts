import { createServer } from 'node:http'
import Provider from 'oidc-provider'

/** Claims of who signs in at the provider. */
export interface Account {
  sub: string
  email?: string
  email_verified?: boolean | string
  name?: string
  eduperson_scoped_affiliation?: string[]
}

/** An OpenID Connect provider on this machine, where everybody who comes is `account`. */
export const startOidc = (...redirects: string[]) => startOidcThat('client_secret_basic', redirects)

/** One that takes the secret of its client in this way and no other. */
export async function startOidcThat(method: 'client_secret_basic' | 'client_secret_post', redirects: string[]) {
  const state: { account: Account } = { account: { sub: 'nobody' } }
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'rapport', client_secret: 'a secret of the client', redirect_uris: redirects, token_endpoint_auth_method: method },
    ],
    clientAuthMethods: [method],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'eduperson_scoped_affiliation'],
    },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the cookies'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ ...state.account, sub }) }),
    // Nobody is asked whether she agrees.
    loadExistingGrant: async (ctx: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/'))
      return void provider.interactionFinished(request, response, { login: { accountId: state.account.sub } })
    return answer(request, response)
  })

  /** Walks as a browser does from an address of the provider until it leads back to the site. */
  async function walk(from: string): Promise<string> {
    const cookies = new Map<string, string>()
    let url = from
    for (let step = 0; step < 10; step++) {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        cookies.set(name, value)
      }
      const location = response.headers.get('location')
      if (!location) throw new Error(`${url} answers ${response.status}: ${await response.text()}`)
      url = new URL(location, url).href
      if (!url.startsWith(issuer)) return url
    }
    throw new Error('It goes round in circles.')
  }

  return { issuer, state, walk, close: () => new Promise((done) => server.close(done)) }
}
