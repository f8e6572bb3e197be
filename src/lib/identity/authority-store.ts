import { errors } from 'oidc-provider'

/** Who asks here in a person's name. */
export interface KnownClient {
  client: string
  kind: 'program' | 'site'
  name: string
  redirects: string[]
  /** Of a site's secret; a program has none. */
  secretHash: Buffer | null
}

/** What is kept for a while, by the hash of what its holder shows. */
export interface Payload {
  [name: string]: unknown
  grantId?: string
  aud?: string | string[]
  scope?: string
}

/** Where it is kept. */
export interface Store {
  keep(kind: string, id: string, payload: Payload, seconds: number): Promise<void>
  find(kind: string, id: string): Promise<Payload | undefined>
  /** @returns false where another was faster */
  consume(kind: string, id: string): Promise<boolean>
  drop(kind: string, id: string): Promise<void>
  /** All that came of an agreement ends with it. */
  end(agreement: string): Promise<void>
  findClient(client: string): Promise<KnownClient | undefined>
}

/** What the library knows of a client; a secret only by its hash. */
const metadataOf = ({ client, kind, name, redirects, secretHash }: KnownClient) => ({
  client_id: client,
  client_name: name,
  redirect_uris: redirects,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  response_modes: ['query'],
  ...(kind === 'site'
    ? { application_type: 'web', token_endpoint_auth_method: 'client_secret_basic', client_secret: secretHash?.toString('base64url') }
    : { application_type: 'native', token_endpoint_auth_method: 'none', scope: 'offline_access' }),
})

const never = async () => undefined
const nothing = async () => {}

/** What the library keeps things with. A session it has none of. */
export const adapterOf = (store: Store) => (kind: string) => {
  if (kind === 'Session') return { upsert: nothing, find: never, findByUid: never, destroy: nothing }
  if (kind === 'Client')
    return {
      async find(id: string) {
        const client = await store.findClient(id)
        return client && metadataOf(client)
      },
    }
  return {
    upsert: (id: string, payload: Payload, seconds: number) => store.keep(kind, id, payload, seconds),
    find: (id: string) => store.find(kind, id),
    findByUid: never,
    findByUserCode: never,
    async consume(id: string) {
      // Two at once: one of them is too late, and nobody knows which is the thief.
      if (!(await store.consume(kind, id))) throw new errors.InvalidGrant('already used')
    },
    destroy: (id: string) => (kind === 'Grant' ? store.end(id) : store.drop(kind, id)),
    revokeByGrantId: (agreement: string) => store.end(agreement),
  }
}
