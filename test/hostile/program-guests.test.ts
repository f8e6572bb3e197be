import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../../src/edges/http/app.tsx'
import { readDocument } from '../../src/people/guests/rules.ts'
import { agree, askedAt, browse, enter, makeProof, yes } from '../guests.ts'
import { makeWorld, type Person, tokenOf, type World } from '../world.ts'

/** Who comes between a program, its person and this site, or is a program that wants more than it was given. */
let world: World
let app: World['app']
const logged: string[] = []
let program: { client: string }
let wiki: { client: string; secret: string }
const redirect = 'https://assistant.example/callback'
beforeAll(async () => {
  world = await makeWorld()
  program = await enter(world, { kind: 'program', name: 'Assistant', redirects: `${redirect}\nhttps://assistant.example/two` })
  wiki = await enter(world, { kind: 'site', name: 'Wiki', redirects: 'https://wiki.example/callback' })
  const log = pino({ level: 'trace' }, { write: (text: string) => void logged.push(text) })
  app = createApp({ ...world.ground, context: { ...world.context, log } })
})
afterAll(() => world.end())
beforeEach(() => world.db.deleteFrom('rateWindow').execute())

const proof = makeProof()
const asking = (more: Record<string, string | undefined> = {}) => {
  const asked: Record<string, string | undefined> = {
    client_id: program.client,
    response_type: 'code',
    redirect_uri: redirect,
    scope: 'read propose',
    state: 'S',
    code_challenge: proof.challenge,
    code_challenge_method: 'S256',
    ...more,
  }
  const known = Object.entries(asked).filter((one): one is [string, string] => one[1] !== undefined)
  return `/oauth/authorize?${new URLSearchParams(known)}`
}
const send = async (path: string, form: Record<string, string>, headers: Record<string, string> = {}) => {
  const answer = await app.request(`http://rapport.test${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(form).toString(),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    ...(text === '' ? {} : (JSON.parse(text) as { error?: string; access_token?: string; refresh_token?: string })),
  }
}
const redeem = (code: string, more: Record<string, string> = {}) =>
  send('/oauth/token', {
    grant_type: 'authorization_code',
    client_id: program.client,
    redirect_uri: redirect,
    code_verifier: proof.verifier,
    code,
    ...more,
  })
const codeFor = async (person: Person, more: Record<string, string> = {}) =>
  (await agree(await browse(world, person), asking(more))).searchParams.get('code') ?? ''
const opens = async (token: string | undefined, path = '/mcp') => {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json, text/event-stream', 'content-type': 'application/json' }
  const message = { method: 'POST', body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }) }
  return (await app.request(`http://rapport.test${path}`, { headers, ...(path === '/mcp' ? message : {}) })).status
}

test('nobody is led to an address that was not entered here letter by letter', async () => {
  const maria = await browse(world, world.maria)
  const strange = [
    'https://evil.example/callback',
    'https://assistant.example/callback/',
    'https://assistant.example/callback?x=1',
    'https://assistant.example.evil.example/callback',
    'https://assistant.example@evil.example/callback',
    'https://assistant.example/callback#x',
    'http://assistant.example/callback',
    'javascript:alert(1)',
    '//evil.example',
    '',
  ]
  for (const one of strange) {
    const answer = await maria.get(asking({ redirect_uri: one }))
    expect([one, answer.status, answer.headers.get('location')]).toEqual([one, 400, null])
  }
  for (const more of [{ client_id: 'nobody' }, { client_id: undefined }, { client_id: wiki.client }])
    expect((await maria.get(asking(more))).status).toBe(400)
  expect(await (await maria.get(asking({ client_id: '<b>x</b>' }))).text()).not.toContain('<b>x</b>')
})

test('a request without proof, with a plain one, for another door or in another form gets an error and no code', async () => {
  const maria = await browse(world, world.maria)
  const wrong: [Record<string, string | undefined>, string][] = [
    [{ code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    [{ code_challenge: proof.verifier, code_challenge_method: 'plain' }, 'invalid_request'],
    [{ code_challenge_method: undefined }, 'invalid_request'],
    [{ resource: 'https://elsewhere.example/mcp' }, 'invalid_target'],
    [{ resource: 'http://rapport.test/' }, 'invalid_target'],
    [{ response_type: 'token' }, 'invalid_request'],
    [{ response_type: 'id_token', nonce: 'N' }, 'invalid_request'],
    [{ prompt: 'none' }, 'login_required'],
  ]
  for (const [more, error] of wrong) {
    const to = new URL((await maria.get(asking(more))).headers.get('location') ?? 'none:')
    const said = new URLSearchParams(to.search || to.hash.slice(1))
    expect([more, to.origin, said.get('error'), said.get('code')]).toEqual([more, 'https://assistant.example', error, null])
  }
  expect((await maria.get(asking({ response_mode: 'form_post' }))).status).toBe(400)
})

test('a code is for who asked for it, once: by another it is refused, and shown twice it ends all', async () => {
  const other = await enter(world, { kind: 'program', name: 'Other', redirects: redirect })
  const code = await codeFor(world.maria)
  for (const more of [
    { client_id: other.client },
    { redirect_uri: 'https://assistant.example/two' },
    { code_verifier: makeProof().verifier },
    { code_verifier: proof.challenge },
    { code_verifier: '' },
  ] as Record<string, string>[])
    expect([more, (await redeem(code, more)).error]).toEqual([more, expect.stringMatching(/^invalid_(grant|request)$/)])
  const first = await redeem(code)
  expect([first.status, await opens(first.access_token)]).toEqual([200, 200])
  expect((await redeem(code)).error).toBe('invalid_grant')
  expect(await opens(first.access_token)).toBe(401)
  expect(
    (await send('/oauth/token', { grant_type: 'refresh_token', client_id: program.client, refresh_token: first.refresh_token ?? '' }))
      .error,
  ).toBe('invalid_grant')
  // Two at the same moment: one gets something, or none.
  const raced = await codeFor(world.maria)
  const won = (await Promise.all([redeem(raced), redeem(raced)])).filter(({ status }) => status === 200)
  expect(won.length).toBeLessThan(2)
})

test('a refresh token that was copied ends what it came of, for the thief as for its program', async () => {
  const { refresh_token: stolen = '' } = await redeem(await codeFor(world.maria))
  const refresh = (token: string, client = program.client) =>
    send('/oauth/token', { grant_type: 'refresh_token', client_id: client, refresh_token: token })
  const other = await enter(world, { kind: 'program', name: 'Thief', redirects: redirect })
  expect((await refresh(stolen, other.client)).error).toBe('invalid_grant')
  const next = await refresh(stolen)
  expect([next.status, await opens(next.access_token)]).toEqual([200, 200])
  // What its person refuses to assistants cannot be had by another way.
  expect(await opens(next.access_token, '/api/v1/requests')).toBe(401)
  expect((await refresh(stolen)).error).toBe('invalid_grant')
  expect([await opens(next.access_token), (await refresh(next.refresh_token ?? '')).error]).toEqual([401, 'invalid_grant'])
})

test('another program cannot end a token, and a token of a site opens no door here', async () => {
  const { access_token: hers } = await redeem(await codeFor(world.maria))
  const other = await enter(world, { kind: 'program', name: 'Third', redirects: redirect })
  await send('/oauth/revoke', { client_id: other.client, token: hers ?? '' })
  expect(await opens(hers)).toBe(200)
  expect((await send('/oauth/revoke', { client_id: program.client, token: hers ?? '' })).status).toBe(200)
  expect(await opens(hers)).toBe(401)
  const back = await agree(
    await browse(world, world.maria),
    asking({ client_id: wiki.client, redirect_uri: 'https://wiki.example/callback', scope: 'openid email read write admin' }),
  )
  const form = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: 'https://wiki.example/callback',
    code_verifier: proof.verifier,
  }
  const basic = (secret: string) => ({ authorization: `Basic ${Buffer.from(`${wiki.client}:${secret}`).toString('base64')}` })
  expect((await send('/oauth/token', { ...form, client_id: wiki.client })).error).toBe('invalid_client')
  expect((await send('/oauth/token', form, basic('wrong'))).error).toBe('invalid_client')
  const told = await send('/oauth/token', form, basic(wiki.secret))
  expect(told.status).toBe(200)
  for (const path of ['/api/v1/me', '/mcp']) expect(await opens(told.access_token, path)).toBe(401)
  expect(await opens(hers, '/oauth/userinfo')).toBe(401)
})

test('a question is answered in the browser that was led to it, by its person, and from our own page', async () => {
  const [maria, otto] = [await browse(world, world.maria), await browse(world, world.otto)]
  const asked = await askedAt(maria, asking())
  expect((await otto.get(asked)).status).toBe(404)
  expect((await otto.post(asked, yes)).status).toBe(404)
  const foreign = await maria.request('POST', asked, { answer: 'yes', scope: 'read' }, { origin: 'https://evil.example' })
  expect(foreign.status).toBe(403)
  // Signed out in between, one is asked to sign in, and nothing was agreed.
  const visitor = await browse(world)
  const later = await askedAt(visitor, asking())
  expect((await visitor.get(later)).headers.get('location')).toContain('/sign-in')
  expect((await visitor.post(later, yes)).status).toBe(404)
  // Who acts as somebody agrees to nothing for them.
  const ada = await browse(world, world.ada)
  await ada.post('/admin/acting', [['person', String(world.maria.personId)]])
  expect(await world.db.selectFrom('apiToken').select('id').where('personId', '=', world.otto.personId).execute()).toEqual([])
  expect((await maria.get(asked)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  const page = await (await maria.get(asked)).text()
  expect(page).toContain('assistant.example')
})

test('no program introduces itself while that is off, nor ever with an address that harms', async () => {
  const register = async (said: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await app.request('http://rapport.test/oauth/register', { method: 'POST', headers, body: JSON.stringify(said) })
    return [answer.status, ((await answer.json()) as { error?: string }).error]
  }
  const good = { client_name: 'New', redirect_uris: ['http://localhost/callback'] }
  const discovery = async () =>
    (await (await app.request('http://rapport.test/.well-known/oauth-authorization-server')).json()) as Record<string, unknown>
  expect([await register(good), (await discovery()).registration_endpoint]).toEqual([[403, 'access_denied'], undefined])
  await (await browse(world, world.ada)).post('/admin/guests/introductions', [['introductions', 'on']])
  expect((await discovery()).registration_endpoint).toBe('http://rapport.test/oauth/register')
  for (const one of [
    'javascript:alert(1)',
    'data:text/html,x',
    'http://evil.example/',
    'https://u:p@x.example/',
    'https://*.example/',
    'https://x.example/#y',
    // What opens something else of the machine: nobody can list all of these.
    ...[
      'intent:x',
      'ms-msdt:/id',
      'search-ms:query=x',
      'ssh://evil.example',
      'smb://evil.example/x',
      'chrome-extension://x/y',
      'shell:startup',
    ],
    ...[
      'view-source:https://x.example/',
      'filesystem:https://x.example/',
      'x-apple.systempreferences:x',
      'jar:https://x.example/',
      'urn:x',
    ],
    ...[
      'cursor://x/callback',
      'app:/callback',
      'http://localhost.evil.example/',
      'http://127.0.0.1.evil.example/',
      'http://0.0.0.0/',
      'org.:/x',
    ],
  ]) {
    // So many an hour; here all of them are asked.
    await world.db.deleteFrom('rateWindow').execute()
    expect([one, await register({ redirect_uris: [one] })]).toEqual([one, [400, 'invalid_redirect_uri']])
  }
  await world.db.deleteFrom('rateWindow').execute()
  for (const said of [
    null,
    [],
    {},
    { redirect_uris: [] },
    { redirect_uris: 'x' },
    { redirect_uris: [1] },
    { redirect_uris: Array(30).fill('https://x.example/') },
  ])
    expect((await register(said))[0]).toBe(400)
  expect((await register(good))[0]).toBe(201)
  expect((await register({ redirect_uris: ['https://x.example/', 'http://[::1]/', 'org.example.app:/callback'] }))[0]).toBe(201)
  expect((await register({ redirect_uris: ['https://x.example/', 'ms-msdt:/id'] }))[0]).toBe(400)
  for (let n = 0; n < 20; n++) await register(good)
  expect((await register(good))[0]).toBe(429)
})

test('what a program says of itself leads nobody inside, and says nothing that harms', async () => {
  await (await browse(world, world.ada)).post('/admin/guests/introductions', [['introductions', 'on']])
  for (const client of [
    'https://127.0.0.1/client.json',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/client.json',
    'http://assistant.example/client.json',
    'https://u:p@assistant.example/client.json',
    'https://assistant.example/',
    'https://assistant.example/client.json#x',
    'file:///etc/passwd',
  ])
    expect([client, (await app.request(`http://rapport.test${asking({ client_id: client })}`)).status]).toEqual([client, 400])
  const address = 'https://assistant.example/client.json'
  const good = { client_id: address, client_name: 'A\u202eB\n', redirect_uris: [redirect] }
  expect(readDocument(address, JSON.stringify(good))).toEqual({ name: 'A B (assistant.example)', redirects: [redirect] })
  for (const bad of [
    { ...good, client_id: 'https://assistant.example/other.json' },
    { ...good, redirect_uris: ['javascript:alert(1)'] },
    { ...good, redirect_uris: ['search-ms:query=x'] },
    { ...good, redirect_uris: [] },
    { ...good, token_endpoint_auth_method: 'client_secret_basic' },
    { ...good, client_secret: 'x' },
    [good],
    null,
  ])
    expect(readDocument(address, JSON.stringify(bad))).toBeUndefined()
  expect(readDocument(address, '{')).toBeUndefined()
  // One that asks for document after document is read no more.
  for (let n = 0; n < 130; n++) await app.request(`http://rapport.test${asking({ client_id: `https://x${n}.example/c` })}`)
  const { taken } = await world.db
    .selectFrom('rateWindow')
    .select('taken')
    .where('key', '=', 'oauth:document:all')
    .executeTakeFirstOrThrow()
  expect(taken).toBeGreaterThan(100)
})

test('what is too large is not read', async () => {
  expect((await send('/oauth/token', { grant_type: 'refresh_token', refresh_token: 'x'.repeat(70_000) })).status).toBe(413)
})

test('codes, tokens and secrets stand neither in the log nor in the database', async () => {
  const code = await codeFor(world.maria)
  await app.request(`http://rapport.test${asking()}&client_secret=${wiki.secret}`)
  const { access_token: token = '', refresh_token: refresh = '' } = await redeem(code)
  expect(await opens(token)).toBe(200)
  await send('/oauth/token', { grant_type: 'refresh_token', client_id: program.client, refresh_token: 'wrong' })
  const dump = JSON.stringify([
    await world.db.selectFrom('oauthArtefact').selectAll().execute(),
    await world.db.selectFrom('oauthClient').selectAll().execute(),
    await world.db.selectFrom('oauthKey').selectAll().execute(),
    await world.db.selectFrom('apiToken').selectAll().execute(),
    await world.db.selectFrom('journal').selectAll().execute(),
  ])
  expect(logged.length).toBeGreaterThan(5)
  for (const secret of [code, token, refresh, wiki.secret, proof.verifier])
    expect([secret.length > 20, dump.includes(secret), logged.join('').includes(secret)]).toEqual([true, false, false])
})

/** A program at the door of assistants, in the protocol's first generation, that can be asked. */
async function assistantOf(person: Person) {
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, person, ['read', 'propose']))
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': '2025-06-18',
  }
  const post = (message: object, more: Record<string, string> = {}) =>
    world.app.request('http://rapport.test/mcp', {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}`, ...more },
      body: JSON.stringify({ jsonrpc: '2.0', ...message }),
    })
  const about = { protocolVersion: '2025-06-18', capabilities: { elicitation: {} }, clientInfo: { name: 'A', version: '1' } }
  const begun = await post({ id: 1, method: 'initialize', params: about })
  const session = begun.headers.get('mcp-session-id') ?? ''
  const answer = async (id: unknown, said: object) => (await post({ id, ...said })).status
  /** Calls a tool that lacks something: what comes on the stream, piece by piece. */
  const ask = async () => {
    const params = { name: 'draftTask', arguments: { title: 'T' } }
    const stream = (await post({ id: 2, method: 'tools/call', params }, { 'mcp-session-id': session })).body?.getReader()
    const next = async () => {
      for (;;) {
        const { value } = (await stream?.read()) ?? {}
        if (value === undefined) return undefined
        const data = /^data: (.*)$/m.exec(new TextDecoder().decode(value))?.[1]
        if (data !== undefined) return JSON.parse(data) as { id: unknown; method?: string; params?: object; result?: object }
      }
    }
    return { next, leave: () => stream?.cancel(), first: await next() }
  }
  return { post, session, answer, ask }
}
const says = (content: object) => ({ result: { action: 'accept', content } })

test('a tool that asks hears its own program alone, once, while it waits, and no more than a little', async () => {
  const [mine, again, another] = [await assistantOf(world.maria), await assistantOf(world.maria), await assistantOf(world.carla)]
  const call = await mine.ask()
  const id = call.first?.id
  // Two years ago titles stood beside the values.
  expect(call.first).toMatchObject({
    method: 'elicitation/create',
    params: { requestedSchema: { properties: { group: { enum: ['lectio'], enumNames: ['Lectio Working Group'] } } } },
  })
  for (const stranger of [again, another]) expect(await stranger.answer(id, says({ group: 'lectio' }))).toBe(409)
  for (const guess of [1, 0, '1', '', 'greeting', `${id}x`, '00000000-0000-0000-0000-000000000000'])
    expect(await mine.answer(guess, says({ group: 'lectio' }))).toBe(409)
  expect(await mine.answer(id, says({ group: 'x'.repeat(70_000) }))).toBe(413)
  expect(await mine.answer(id, says({ group: 'lectio', title: 'Mine', proposal: '1', tool: 'draftNews' }))).toBe(202)
  expect(await call.next()).toMatchObject({ id: 2, result: { content: [{ text: expect.stringContaining('Drafted.') }] } })
  expect([await mine.answer(id, says({ group: 'lectio' })), await call.next()]).toEqual([409, undefined])
  const [draft] = await world.db.selectFrom('programProposal').select(['tool', 'fields']).execute()
  expect(draft).toEqual({ tool: 'draftTask', fields: { title: 'T', group: 'lectio' } })
  // What is no answer to the question ends the call, and nothing is drafted.
  for (const said of [
    { error: { code: 1, message: 'No' } },
    { result: {} },
    says({ group: { a: 1 } }),
    says({ group: '' }),
    { result: { action: 'cancel' } },
  ]) {
    const other = await mine.ask()
    expect(await mine.answer(other.first?.id, said)).toBe(202)
    const end = JSON.stringify(await other.next())
    expect(end).toMatch(/"isError":true|"error":/)
  }
  expect(await world.db.selectFrom('programProposal').select('id').execute()).toHaveLength(1)
})

test('who goes away is waited for no more, and no session opens for another', async () => {
  const mine = await assistantOf(world.maria)
  const open = () => world.db.selectFrom('toolQuestion').select('id').execute()
  const call = await mine.ask()
  await call.leave()
  await expect.poll(open).toEqual([])
  expect(await mine.answer(call.first?.id, says({ group: 'lectio' }))).toBe(409)
  // Who cancels a call is waited for no more either; another session's call of the same number goes on.
  const [cancelled, other] = [await mine.ask(), await assistantOf(world.maria)]
  const cancel = { method: 'notifications/cancelled', params: { requestId: 2 } }
  expect((await other.post(cancel, { 'mcp-session-id': other.session })).status).toBe(202)
  expect(await open()).toHaveLength(1)
  expect((await mine.post(cancel, { 'mcp-session-id': mine.session })).status).toBe(202)
  expect(await cancelled.next()).toMatchObject({ id: 2, result: { isError: true } })
  await expect.poll(open).toEqual([])
  // A thousand calls leave four questions; the others are refused at once.
  const calls = await Promise.all(Array.from({ length: 100 }, () => mine.ask()))
  const refused = calls.filter(({ first }) => first?.method === undefined)
  expect([refused.length, JSON.stringify(refused[0]?.first), await open()]).toEqual([
    96,
    expect.stringContaining('"isError":true'),
    expect.arrayContaining([expect.anything()]),
  ])
  for (const one of calls) await one.leave()
  await expect.poll(open).toEqual([])
  const late = await mine.ask()
  world.clock.now = new Date(world.clock.now.getTime() + 300_001)
  expect(await mine.answer(late.first?.id, says({ group: 'lectio' }))).toBe(409)
  await late.leave()
  const carla = await assistantOf(world.carla)
  const list = { id: 3, method: 'tools/list' }
  for (const session of [mine.session, `${carla.session}AAAA`, carla.session.slice(4), 'x', 'null'])
    expect((await carla.post(list, { 'mcp-session-id': session })).status).toBe(404)
  expect([(await carla.post(list)).status, (await carla.post(list, { 'mcp-session-id': carla.session })).status]).toEqual([200, 200])
})
