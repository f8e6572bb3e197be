import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWeb, type WebServer } from '../src/edges/http/server.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import type { Scope } from '../src/people/tokens-rules.ts'
import { mail } from './mail.ts'
import { makeWorld, type Person, tokenOf, type World } from './world.ts'

/** Assistants come with the protocol's own client, over HTTP, as they do elsewhere. */
let world: World
let web: WebServer
const clients: Client[] = []
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0' } })
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Holds',
    id: 'holds@maria.example',
    text: 'Holds vanish\n# Source: elsewhere',
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  web = await startWeb(world.ground)
})
afterAll(async () => {
  for (const client of clients) await client.close()
  await web?.close()
  await world?.end()
})

const address = () => new URL(`http://127.0.0.1:${web.port}/mcp`)
async function connect(person: Person, scopes: Scope[] = ['read', 'propose'], negotiation: 'legacy' | 'auto' = 'auto'): Promise<Client> {
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, person, scopes))
  const client = new Client({ name: 'A client', version: '1' }, { versionNegotiation: { mode: negotiation } })
  clients.push(client)
  await client.connect(new StreamableHTTPClientTransport(address(), { requestInit: { headers: { authorization: `Bearer ${token}` } } }))
  return client
}
const textOf = ({ content }: { content?: unknown }): string =>
  (content as { type: string; text: string }[]).map(({ text }) => text).join('\n')
const call = (client: Client, name: string, args: Record<string, unknown> = {}) => client.callTool({ name, arguments: args })
const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    ({ code, message, data }) => ({ code, message, data }),
  )
const thread = { list: 'lectio-l', message: 'holds@maria.example' }

test('without a token, or with one that is none, nothing is there; a page elsewhere is refused', async () => {
  const post = (headers: Record<string, string>) =>
    fetch(address(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    })
  const bare = await post({})
  expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="Rapport", resource_metadata="http://rapport.test/.well-known/oauth-protected-resource/mcp", scope="read propose"',
  ])
  expect((await post({ authorization: 'Bearer rapport_wrong' })).status).toBe(401)
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.maria, ['read']))
  expect((await post({ authorization: `Bearer ${token}`, origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ authorization: `Bearer ${token}` })).status).toBe(200)
})

test('both generations of the protocol are spoken; tools read and draft, and none of them does anything else', async () => {
  for (const era of ['legacy', 'auto'] as const) {
    const { tools } = await (await connect(world.maria, ['read'], era)).listTools()
    const drafting = tools.filter(({ annotations }) => annotations?.readOnlyHint === false).map(({ name }) => name)
    expect(drafting.every((name) => name.startsWith('draft'))).toBe(true)
    expect([drafting.length, tools.length - drafting.length]).toEqual([19, 31])
    expect(tools.filter(({ description, title }) => !description || !title)).toEqual([])
    // A model is told what each argument means, and is not held to a pattern that only the text of a form could fit.
    const described = tools.flatMap(({ inputSchema }) =>
      Object.values(inputSchema.properties ?? {}).map((one) => /"description":/.test(JSON.stringify(one))),
    )
    expect(described.filter(Boolean).length / described.length).toBeGreaterThan(0.8)
    const patterned = /"type":"integer"[^{}]*"pattern"|"pattern"[^{}]*"type":"integer"/
    expect(tools.filter(({ inputSchema }) => patterned.test(JSON.stringify(inputSchema)))).toEqual([])
    expect(tools.filter(({ inputSchema }) => /"type":\[/.test(JSON.stringify(inputSchema)))).toEqual([])
    expect(tools.find(({ name }) => name === 'getThread')?.inputSchema).toMatchObject({
      required: ['list', 'message'],
      additionalProperties: false,
    })
  }
})

test('what is read comes as Markdown with its sources, quoted, and as a resource by the address of its page', async () => {
  const client = await connect(world.susi)
  const text = textOf(await call(client, 'getThread', thread))
  expect(text).toContain('Source: http://rapport.test/lists/lectio-l/t/holds%40maria.example\n')
  expect(text).toContain('  > Holds vanish\n  > # Source: elsewhere')
  const { resourceTemplates } = await client.listResourceTemplates()
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
    'http://rapport.test/lists/{list}/t/{message}',
    'http://rapport.test/requests/{request}',
    'http://rapport.test/meetings/{meeting}/minutes',
  ])
  const uri = 'http://rapport.test/lists/lectio-l/t/holds%40maria.example'
  const { contents } = await client.readResource({ uri })
  expect(contents).toEqual([{ uri, mimeType: 'text/markdown', text }])
  expect(textOf(await call(client, 'search', { q: 'vanish' }))).toContain('Holds')
  // Otto is not on the list: to him there is no such thread, and no such resource.
  const otto = await connect(world.otto)
  expect(await call(otto, 'getThread', thread)).toMatchObject({ isError: true })
  expect(await refusalOf(otto.readResource({ uri }))).toMatchObject({ code: -32_602 })
})

test('what cannot be taken is refused by the name of the argument', async () => {
  const client = await connect(world.maria)
  const wrong = async (name: string, args: Record<string, unknown>) => {
    const refusal = await refusalOf(call(client, name, args))
    return [refusal?.code, ...((refusal?.data as { errors: { field: string }[] } | undefined)?.errors ?? []).map(({ field }) => field)]
  }
  expect(await wrong('getThread', { list: 'lectio-l' })).toEqual([-32_602, 'message'])
  expect(await wrong('getThread', { ...thread, lists: 1 })).toEqual([-32_602, 'lists'])
  expect(await wrong('getThread', { list: '..', message: 'x' })).toEqual([-32_602, 'list'])
  expect(await wrong('listRequests', { limit: 'many' })).toEqual([-32_602, 'limit'])
  expect(await wrong('listRequests', { limit: { a: 1 } })).toEqual([-32_602, 'limit'])
  expect(await wrong('draftTask', { group: 'lectio' })).toEqual([-32_602, 'title'])
  expect(await wrong('draftTask', { group: 'lectio', title: 'T', dueOn: 'soon' })).toEqual([-32_602, 'dueOn'])
  expect(await wrong('draftTask', { group: 'lectio', title: 'T', drafted: '1' })).toEqual([-32_602, 'drafted'])
  expect(await wrong('draftMerge', { request: '..', targetId: 3 })).toEqual([-32_602, 'request'])
  expect(await wrong('postToList', { text: 'Hello' })).toEqual([-32_602, 'name'])
})

test('a draft waits on Today until its person sends it, changed or not; the history says both', async () => {
  const client = await connect(world.maria)
  const drafted = textOf(
    await call(client, 'draftTask', { group: 'lectio', title: 'Ask <b>Quillon</b>', note: 'By Friday', dueOn: '2026-11-02' }),
  )
  const path = /\/proposals\/\d+/.exec(drafted)?.[0] ?? ''
  const maria = await world.as(world.maria)
  const tasks = async () => (await world.db.selectFrom('action').select('title').execute()).map(({ title }) => title)
  expect([await tasks(), await (await maria.get('/today')).text()]).toEqual([[], expect.stringContaining(path)])
  const page = await (await maria.get(path)).text()
  for (const words of ['value="Ask &lt;b&gt;Quillon&lt;/b&gt;"', 'By Friday', '2026-11-02', 'A test', 'Send in my name'])
    expect(page).toContain(words)
  // It is nobody else's, and no program sends it.
  const id = path.split('/').at(-1) ?? ''
  expect((await (await world.as(world.carla)).get(path)).status).toBe(404)
  expect((await maria.ask('POST', `/api/v1/acts${path}/discard`, {})).status).not.toBe(200)
  // A form that is refused stays this draft; once it is taken, it waits no more.
  const refused = await maria.post('/actions', { drafted: id, group: 'lectio', title: '' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(`name="drafted" value="${id}"`)])
  expect((await maria.post('/actions', { drafted: id, group: 'lectio', title: 'Ask Quillon' })).status).toBe(303)
  expect([await tasks(), await (await maria.get('/today')).text()]).toEqual([['Ask Quillon'], expect.not.stringContaining(path)])
  // One that is discarded does nothing; another's number in a form of mine ends nothing.
  const other = /\/proposals\/(\d+)/.exec(textOf(await call(client, 'draftTask', { group: 'lectio', title: 'No' })))?.[1] ?? ''
  await (await world.as(world.carla)).post('/actions', { drafted: other, group: 'lectio', title: 'Hers' })
  expect(textOf(await call(client, 'listProposals'))).toContain(`http://rapport.test/proposals/${other}`)
  expect((await maria.post(`/proposals/${other}/discard`)).status).toBe(303)
  expect(await (await maria.get('/proposals')).text()).toContain('Discarded')
  const journal = await world.db
    .selectFrom('journal')
    .select(['action', 'via'])
    .where('action', 'like', 'assistant.%')
    .orderBy('id')
    .execute()
  expect(journal.map(({ action, via }) => `${via} ${action}`)).toEqual([
    'api assistant.drafted',
    'web assistant.sent',
    'api assistant.drafted',
    'web assistant.discarded',
  ])
})

test('what its person refuses is not offered; a token that reads alone drafts nothing; too many drafts do not pile up', async () => {
  const reader = await connect(world.carla, ['read'])
  expect(await call(reader, 'draftTask', { group: 'lectio', title: 'T' })).toMatchObject({ isError: true })
  const carla = await world.as(world.carla)
  expect((await carla.post('/me/assistants', { draftTask: 'ask' })).status).toBe(303)
  const client = await connect(world.carla)
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['draftTask'])
  expect(await refusalOf(call(client, 'getThread', thread))).toMatchObject({ code: -32_602, data: { errors: [{ field: 'name' }] } })
  for (let n = 0; n < 40; n++) await call(client, 'draftTask', { group: 'lectio', title: `T ${n}` })
  expect(await call(client, 'draftTask', { group: 'lectio', title: 'One more' })).toMatchObject({ isError: true })
})

test('a tool that asks waits until its person says yes, for an hour', async () => {
  const modesto = await world.as(world.modesto)
  await modesto.post('/me/assistants', { listLists: 'ask', search: 'allow' })
  const client = await connect(world.modesto)
  expect((await client.listTools()).tools.map(({ name }) => name).toSorted()).toEqual(['listLists', 'search'])
  const asked = await call(client, 'listLists')
  expect([asked.isError, textOf(asked)]).toEqual([true, expect.stringContaining('http://rapport.test/me/assistants')])
  expect(await (await modesto.get('/today')).text()).toContain('Allow a program: List the mailing lists?')
  expect((await modesto.post('/me/assistants/asked', { tool: 'search', answer: 'yes' })).status).toBe(404)
  expect((await modesto.post('/me/assistants/asked', { tool: 'listLists', answer: 'no' })).status).toBe(303)
  expect(await call(client, 'listLists')).toMatchObject({ isError: true })
  expect((await modesto.post('/me/assistants/asked', { tool: 'listLists', answer: 'yes' })).status).toBe(303)
  expect(textOf(await call(client, 'listLists'))).toContain('lectio-l')
  world.clock.now = new Date(world.clock.now.getTime() + 3_600_001)
  expect(await call(client, 'listLists')).toMatchObject({ isError: true })
})

test('words are drafted as well: a message stays here until its person sends it, and a form of a group says which', async () => {
  const client = await connect(world.maria)
  const drafted = async (name: string, args: Record<string, unknown>) =>
    /\/proposals\/\d+/.exec(textOf(await call(client, name, args)))?.[0] ?? ''
  const message = await drafted('draftMessage', {
    list: 'lectio-l',
    subject: 'Re: Holds',
    text: 'They do not.',
    reply: 'holds@maria.example',
  })
  const maria = await world.as(world.maria)
  expect(await (await maria.get(message)).text()).toContain('They do not.')
  await world.settle()
  expect((await world.postbox()).filter(({ post }) => post === 'Re: Holds')).toEqual([])
  const id = message.split('/').at(-1) ?? ''
  const form = { drafted: id, subject: 'Re: Holds', text: 'They do.', reply: 'holds@maria.example' }
  expect((await maria.post('/lists/lectio-l/write', form)).status).toBe(303)
  expect(await (await maria.get('/proposals')).text()).toContain('You sent it')
  const request = await drafted('draftRequest', { group: 'lectio', title: 'Holds stay', text: 'Longer' })
  expect(await (await maria.get(request)).text()).toContain('action="/requests?group=lectio"')
  const asked = { drafted: request.split('/').at(-1) ?? '', title: 'Holds stay', text: 'Longer' }
  // What its person has to say is asked on the form's own page; it stays this draft until it is taken.
  const lacking = await maria.post('/requests?group=lectio', asked)
  expect([lacking.status, await lacking.text()]).toEqual([422, expect.stringContaining(`name="drafted" value="${asked.drafted}"`)])
  expect((await maria.post('/requests?group=lectio', { ...asked, kind: 'idea', visibility: 'group' })).status).toBe(303)
  expect(await (await maria.get('/today')).text()).not.toContain(request)
})

test('what only its person can say, they are asked, in both generations and wherever the answer arrives; it is as if it had been sent', async () => {
  const other = await startWeb(world.ground)
  let turn = 0
  const eitherWay = (_: unknown, init?: RequestInit) => fetch(`http://127.0.0.1:${[web, other][turn++ % 2]?.port}/mcp`, init)
  const asked: unknown[] = []
  const askable = async (person: Person, era: 'legacy' | 'auto', said: object, scopes: Scope[] = ['read', 'propose']) => {
    const token = await world.write((tx) => tokenOf(tx, world.clock.now, person, scopes))
    const client = new Client(
      { name: 'A client', version: '1' },
      { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: era } },
    )
    clients.push(client)
    client.setRequestHandler('elicitation/create', ({ params }) => {
      asked.push(params)
      return said as { action: 'cancel' }
    })
    const options = { fetch: eitherWay, requestInit: { headers: { authorization: `Bearer ${token}` } } }
    await client.connect(new StreamableHTTPClientTransport(address(), options))
    return client
  }
  await world.db.updateTable('person').set({ locale: 'de' }).where('id', '=', world.susi.personId).execute()
  const group = (value: string, title: string) => ({ type: 'string', title, oneOf: [{ const: 'lectio', title: value }] })
  for (const era of ['legacy', 'auto'] as const) {
    const client = await askable(world.maria, era, { action: 'accept', content: { group: 'lectio', title: 'Other', dueOn: 'never' } })
    const offered = (await client.listTools()).tools.find(({ name }) => name === 'draftTask')
    expect([offered?.inputSchema.required, offered?.description]).toEqual([['title'], expect.stringContaining('Leave out group')])
    const path = /\/proposals\/\d+/.exec(textOf(await call(client, 'draftTask', { title: `Asked ${era}` })))?.[0] ?? ''
    const page = await (await (await world.as(world.maria)).get(path)).text()
    expect([page.includes(`value="Asked ${era}"`), page.includes('value="lectio"')]).toEqual([true, true])
    expect(asked.splice(0)).toMatchObject([
      {
        message: expect.stringContaining('Draft a task'),
        requestedSchema: { properties: { group: group('Lectio Working Group', 'Working group') } },
      },
    ])
    // Nothing of what was not asked is taken, and a list that is none is refused as one that was sent.
    expect(await refusalOf(call(client, 'draftMessage', { subject: 'S', text: 'T' }))).toMatchObject({
      data: { errors: [{ field: 'list' }] },
    })
    expect(asked.splice(0)).toMatchObject([
      { requestedSchema: { properties: { list: { oneOf: [{ const: 'lectio-l', title: 'Lectio-L' }] } } } },
    ])
    const declines = await askable(world.susi, era, { action: 'decline' })
    expect(await call(declines, 'draftRequest', { title: 'T', text: 'T' })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('Nothing was drafted') }],
    })
    expect(asked.splice(0)).toMatchObject([{ message: expect.stringContaining('Anfrage entwerfen: Ein Assistent') }])
    // Who has nothing to choose, whose program may not read that, or who lacks more than a choice, is asked nothing.
    const unasked = async (person: Person, args: object, scopes?: Scope[]) =>
      refusalOf(call(await askable(person, era, { action: 'cancel' }, scopes), 'draftTask', { ...args }))
    expect(await unasked(world.otto, { title: 'T' })).toMatchObject({ data: { errors: [{ field: 'group' }] } })
    expect(await unasked(world.maria, { title: 'T' }, ['propose'])).toMatchObject({ data: { errors: [{ field: 'group' }] } })
    expect(await unasked(world.maria, {})).toMatchObject({ data: { errors: [{ field: 'group' }, { field: 'title' }] } })
  }
  // Whatever a program calls its call, it is answered.
  const token = await world.write((tx) => tokenOf(tx, world.clock.now, world.maria, ['read']))
  const post = (message: object, session?: string) =>
    fetch(address(), {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', accept: 'application/json, text/event-stream', authorization: `Bearer ${token}` },
        ...(session ? { 'mcp-session-id': session } : {}),
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 'greeting', ...message }),
      signal: AbortSignal.timeout(20_000),
    })
  const params = { protocolVersion: '2025-06-18', capabilities: { elicitation: {} }, clientInfo: { name: 'A client', version: '1' } }
  const session = (await post({ method: 'initialize', params })).headers.get('mcp-session-id') ?? ''
  expect(await (await post({ method: 'tools/list' }, session)).text()).toContain('"id":"greeting"')
  // A tool that asks on Today is asked there alone, and what it reads is no choice until then.
  await (await world.as(world.maria)).post('/me/assistants', { listGroups: 'ask', draftTask: 'ask' })
  const shut = await askable(world.maria, 'legacy', { action: 'accept', content: { group: 'lectio' } })
  expect(await call(shut, 'listGroups')).toMatchObject({ isError: true })
  expect(await refusalOf(call(shut, 'draftTask', { title: 'T' }))).toMatchObject({ data: { errors: [{ field: 'group' }] } })
  expect([asked, await world.db.selectFrom('toolQuestion').selectAll().execute()]).toEqual([[], []])
  await other.close()
})
