import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client, type OAuthClientProvider, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../src/actor.ts'
import { agree, askedAt, browse, enter, makeProof, openSite } from './guests.ts'
import type { Person, World } from './world.ts'

/** Programs and sites come with libraries of others, over HTTP, as they do elsewhere. */
let site: Awaited<ReturnType<typeof openSite>>
let world: World
beforeAll(async () => {
  site = await openSite()
  world = site.world
})
afterAll(() => site?.close())

const callback = 'http://127.0.0.1:9/callback'
const minutes = (n: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + n * 60_000)
}

/** What an assistant keeps of its sign-in, as the protocol's library wants it. */
function keeper(client?: string) {
  const kept: { led?: URL; verifier?: string; tokens?: object; client?: object } =
    client === undefined ? {} : { client: { client_id: client } }
  const provider = {
    redirectUrl: callback,
    clientMetadata: { client_name: 'My assistant', redirect_uris: [callback], token_endpoint_auth_method: 'none' },
    clientInformation: () => kept.client,
    saveClientInformation: (one: object) => void Object.assign(kept, { client: one }),
    tokens: () => kept.tokens,
    saveTokens: (tokens: object) => void Object.assign(kept, { tokens }),
    redirectToAuthorization: (led: URL) => void Object.assign(kept, { led }),
    saveCodeVerifier: (verifier: string) => void Object.assign(kept, { verifier }),
    codeVerifier: () => kept.verifier ?? '',
  }
  return { kept, provider: provider as unknown as OAuthClientProvider }
}

async function connect(person: Person, { kept, provider }: ReturnType<typeof keeper>) {
  const transport = () => new StreamableHTTPClientTransport(new URL(`${site.base}/mcp`), { authProvider: provider })
  const first = transport()
  await new Client({ name: 'My assistant', version: '1' }).connect(first).then(
    () => expect.unreachable(),
    () => undefined,
  )
  const back = await agree(await browse(world, person), kept.led?.href ?? '')
  await first.finishAuth(back.searchParams)
  const client = new Client({ name: 'My assistant', version: '1' })
  await client.connect(transport())
  return { client, back }
}
const tokensOf = async (person: Person) =>
  await world.db
    .selectFrom('apiToken')
    .select(['id', 'name', 'scopes', 'revokedAt', 'usedAt'])
    .where('personId', '=', person.personId)
    .execute()

test('an assistant signs in by itself, works as a token of its person does, and stops when they say so', async () => {
  const { client: id } = await enter(world, { kind: 'program', name: 'My assistant', redirects: callback })
  const held = keeper(id)
  const { client, back } = await connect(world.maria, held)
  expect([back.origin + back.pathname, back.searchParams.get('iss')]).toEqual([callback, site.base])
  expect((await client.listTools()).tools.map(({ name }) => name)).toContain('draftTask')
  const drafted = await client.callTool({ name: 'draftTask', arguments: { group: 'lectio', title: 'Ask Quillon' } })
  expect(JSON.stringify(drafted.content)).toContain('Nothing was done')
  const maria = await browse(world, world.maria)
  expect(await (await maria.get('/proposals')).text()).toContain('Drafted by My assistant')
  const [token] = await tokensOf(world.maria)
  expect(token).toMatchObject({ name: 'My assistant', scopes: ['read', 'propose'], revokedAt: null, usedAt: world.clock.now })
  expect(await (await maria.get('/me')).text()).toContain('program that you connected')
  await world.settle()
  const letters = (await world.postbox()).filter(({ kind }) => kind === 'people.new-way-in')
  expect(letters.map(({ email }) => email)).toEqual([world.maria.email])
  // It lives for minutes, and is renewed by the library without anybody.
  const before = JSON.stringify(held.kept.tokens)
  minutes(6)
  expect((await client.listTools()).tools.length).toBeGreaterThan(30)
  expect(JSON.stringify(held.kept.tokens)).not.toBe(before)
  // Its key opens the door for assistants alone: what its person refuses there cannot be had elsewhere.
  const { access_token: shown } = held.kept.tokens as { access_token: string }
  const ask = (method: string, path: string) =>
    fetch(site.base + path, {
      method,
      headers: { authorization: `Bearer ${shown}`, 'content-type': 'application/json' },
      body: method === 'GET' ? null : '{}',
    })
  expect((await ask('GET', '/mcp')).status).not.toBe(401)
  expect((await ask('GET', '/api/v1/me')).status).toBe(401)
  expect((await ask('PATCH', '/api/v1/me')).status).toBe(401)
  expect((await ask('POST', '/api/v1/acts/me/tokens')).status).toBe(401)
  expect((await maria.post(`/me/tokens/${token?.id}/revoke`, [])).status).toBe(303)
  expect((await ask('GET', '/mcp')).status).toBe(401)
  await expect(client.listTools()).rejects.toThrow()
  expect(await (await maria.get('/admin/guests')).status).toBe(404)
})

test('a program is known by the address of what it says of itself, where such are let in', async () => {
  const said: Record<string, unknown> = { client_name: 'Pocket assistant', redirect_uris: [callback], token_endpoint_auth_method: 'none' }
  let read = 0
  const publisher = createServer((_, response) => {
    read += 1
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(said))
  })
  await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = publisher.address() as AddressInfo
    const address = `http://127.0.0.1:${port}/client.json`
    said.client_id = address
    const ada = await browse(world, world.ada)
    await ada.post('/admin/guests/introductions', [])
    await expect(connect(world.susi, keeper(address))).rejects.toThrow()
    expect(read).toBe(0)
    await ada.post('/admin/guests/introductions', [['introductions', 'on']])
    const discovery = await fetch(`${site.base}/.well-known/oauth-authorization-server`)
    expect(await discovery.json()).toMatchObject({ client_id_metadata_document_supported: true })
    const { client } = await connect(world.susi, keeper(address))
    expect((await client.listTools()).tools.length).toBeGreaterThan(30)
    expect(await tokensOf(world.susi)).toMatchObject([{ name: `Pocket assistant (127.0.0.1:${port})`, revokedAt: null }])
    expect(read).toBe(1)
    await world.db.deleteFrom('apiToken').where('personId', '=', world.susi.personId).execute()
    await ada.post('/admin/guests/introductions', [])
  } finally {
    publisher.close()
  }
})

test('who allows less gets a program that may less; who refuses is asked by it no more; programs that nobody knows stay out', async () => {
  const stranger = keeper()
  const door = () => new StreamableHTTPClientTransport(new URL(`${site.base}/mcp`), { authProvider: stranger.provider })
  await expect(new Client({ name: 'x', version: '1' }).connect(door())).rejects.toThrow()
  expect(stranger.kept.led).toBeUndefined()
  const ada = await browse(world, world.ada)
  expect((await ada.post('/admin/guests/introductions', [['introductions', 'on']])).status).toBe(303)
  await new Client({ name: 'x', version: '1' }).connect(door()).catch(() => undefined)
  const susi = await browse(world, world.susi)
  const asked = await askedAt(susi, stranger.kept.led?.href ?? '')
  const page = await susi.get(asked)
  expect(page.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:9;")
  expect(await page.text()).toContain('it chose its name itself')
  expect((await susi.post(asked, [['answer', 'yes']])).status).toBe(422)
  const no = await agree(susi, stranger.kept.led?.href ?? '', [['answer', 'no']])
  expect([no.searchParams.get('error'), await tokensOf(world.susi)]).toEqual(['access_denied', []])
  const led = stranger.kept.led?.href ?? ''
  const back = await agree(susi, led, [
    ['answer', 'yes'],
    ['scope', 'read'],
  ])
  const transport = door()
  await transport.finishAuth(back.searchParams)
  expect(stranger.kept.tokens).toMatchObject({ scope: 'read', expires_in: 300 })
  expect(await tokensOf(world.susi)).toMatchObject([{ scopes: ['read'] }])
  // Whoever is erased has no programs.
  const client = new Client({ name: 'x', version: '1' })
  await client.connect(door())
  await world.db.updateTable('person').set({ erasedAt: world.clock.now }).where('id', '=', world.susi.personId).execute()
  await expect(client.listTools()).rejects.toThrow()
})

const roles = async (person: Person, role: 'coordinator', toOn: string) =>
  world.write((tx) =>
    tx.updateTable('appointment').set({ toOn }).where('personId', '=', person.personId).where('role', '=', role).execute(),
  )

test('a site is told who somebody is and what they are today; a role that ended is not in the next token', async () => {
  const redirect = 'https://wiki.example/callback'
  const { client, secret, page } = await enter(world, { kind: 'site', name: 'The wiki', redirects: redirect })
  expect(page).toContain(`${site.base}/.well-known/openid-configuration`)
  const config = await oidc.discovery(new URL(site.base), client, secret, undefined, { execute: [oidc.allowInsecureRequests] })
  const carla = await browse(world, world.carla)
  const proof = makeProof()
  const begin = () =>
    oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirect,
      scope: 'openid profile email roles',
      code_challenge: proof.challenge,
      code_challenge_method: 'S256',
      state: 'S',
      nonce: 'N',
    }).href
  const question = await carla.get(await askedAt(carla, begin()))
  expect([question.headers.get('content-security-policy'), await question.text()]).toEqual([
    expect.stringContaining("form-action 'self' https://wiki.example;"),
    expect.stringContaining('Sign in to The wiki?'),
  ])
  const back = await agree(carla, begin(), [['answer', 'yes']])
  const checks = { pkceCodeVerifier: proof.verifier, expectedState: 'S', expectedNonce: 'N' }
  const tokens = await oidc.authorizationCodeGrant(config, back, checks)
  expect([tokens.expires_in, tokens.claims()]).toMatchObject([
    300,
    {
      sub: String(world.carla.personId),
      name: 'Carla',
      email: 'carla@carla.example',
      email_verified: true,
      roles: ['lectio:coordinator'],
      groups: ['lectio'],
    },
  ])
  const { exp = 0, iat = 0 } = tokens.claims() ?? {}
  expect(exp - iat).toBe(300)
  expect(await oidc.fetchUserInfo(config, tokens.access_token, String(world.carla.personId))).toMatchObject({
    roles: ['lectio:coordinator'],
  })
  // It opens nothing here.
  const here = await fetch(`${site.base}/api/v1/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } })
  expect(here.status).toBe(401)
  // The next time nobody is asked.
  const again = await carla.get(await askedAt(carla, begin()))
  const onward = /url=(\S+)/.exec(again.headers.get('refresh') ?? '')?.[1] ?? ''
  const second = await oidc.authorizationCodeGrant(config, new URL((await carla.get(onward)).headers.get('location') ?? ''), checks)
  expect(second.claims()?.roles).toEqual(['lectio:coordinator'])
  await roles(world.carla, 'coordinator', '2026-10-15')
  const renewed = await oidc.refreshTokenGrant(config, second.refresh_token ?? '')
  expect(renewed.claims()).toMatchObject({ roles: [], groups: [] })
  expect(await oidc.fetchUserInfo(config, tokens.access_token, String(world.carla.personId))).toMatchObject({ roles: [] })
  // Ended by her, the site is told nothing more.
  const id = (await tokensOf(world.carla)).at(-1)?.id
  expect(await (await carla.get('/me')).text()).toContain('site that you sign in to from here')
  for (const one of await tokensOf(world.carla)) await carla.post(`/me/tokens/${one.id}/revoke`, [])
  expect(id).toBeDefined()
  await expect(oidc.refreshTokenGrant(config, renewed.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' })
  await expect(oidc.fetchUserInfo(config, tokens.access_token, String(world.carla.personId))).rejects.toThrow()
})

test('another library does the same, with its secret in the body; a new secret ends the old one, and removal ends all', async () => {
  const redirect = 'https://cloud.example/apps/oidc'
  const { client, secret } = await enter(world, { kind: 'site', name: 'Cloud', redirects: `${redirect}\nhttps://cloud.example/other` })
  const store = new WebStorageStateStore({ store: new InMemoryWebStorage() })
  const settings = { authority: site.base, redirect_uri: redirect, scope: 'openid profile groups', loadUserInfo: true, stateStore: store }
  const open = (client_secret: string) =>
    new OidcClient({ ...settings, client_id: client, client_secret, client_authentication: 'client_secret_post' })
  const cloud = open(secret)
  const bruno = await browse(world, world.bruno)
  const asked = await cloud.createSigninRequest({ state: {} })
  const answer = await cloud.processSigninResponse((await agree(bruno, asked.url, [['answer', 'yes']])).href)
  expect(answer.profile).toMatchObject({ sub: String(world.bruno.personId), name: 'Bruno', groups: ['catalogo'] })
  expect(answer.profile).not.toHaveProperty('email')
  const guest = (await world.db.selectFrom('oauthClient').select('id').where('client', '=', client).executeTakeFirstOrThrow()).id
  const ada = await browse(world, world.ada)
  const made = await (await ada.post(`/admin/guests/${guest}/secret`, [])).text()
  const state = { refresh_token: answer.refresh_token, scope: answer.scope, profile: answer.profile } as never
  await expect(cloud.useRefreshToken({ state })).rejects.toThrow()
  const newer = open(/rapport_site_[\w-]+/.exec(made)?.[0] ?? '')
  expect((await newer.useRefreshToken({ state })).access_token).toBeTruthy()
  expect((await ada.post(`/admin/guests/${guest}/remove`, [])).status).toBe(303)
  const later = await newer.createSigninRequest({ state: {} })
  expect(await askedAt(bruno, later.url)).toContain('This request cannot be answered')
  expect(await tokensOf(world.bruno)).toMatchObject([{ scopes: ['sign-in'], revokedAt: world.clock.now }])
})

test('what is out of time goes', async () => {
  const kept = async () => (await world.db.selectFrom('oauthArtefact').select('kind').execute()).length
  expect(await kept()).toBeGreaterThan(0)
  const { sweepGuests } = await import('../src/people/guests/actions.ts')
  const later = new Date(program(world.clock.now).at.getTime() + 400 * 86_400_000)
  await sweepGuests(world.db, later)
  expect(await kept()).toBe(0)
})
