import { createServer } from 'node:http'
import Provider from 'oidc-provider'

const scope = 'https://outlook.office365.com/.default'
const secret = 'a secret of the lists'

/** A token endpoint on this machine that gives programs tokens by their own credentials, as Microsoft 365 does for mail. */
export async function startTokens() {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: 'lists', client_secret: secret, scope, token_endpoint_auth_method: 'client_secret_post' },
        ...{ grant_types: ['client_credentials'], response_types: [], redirect_uris: [] },
      },
    ],
    scopes: [scope, 'wrong'],
    cookies: { keys: ['a key of the cookies'] },
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    ttl: { ClientCredentials: 3_600 },
  })
  const { ClientCredentials } = provider as unknown as {
    ClientCredentials: { find(token: string): Promise<{ scope: string } | undefined> }
  }
  const answer = provider.callback()
  const state = { asked: 0 }
  server.on('request', (request, response) => {
    state.asked++
    answer(request, response)
  })
  return {
    state,
    settings: { url: `${issuer}/token`, client: 'lists', secret, scope },
    /** Is it a token for mail that was given here? */
    isGood: async (token: string) => (await ClientCredentials.find(token))?.scope === scope,
    close: () => new Promise((done) => server.close(done)),
  }
}
