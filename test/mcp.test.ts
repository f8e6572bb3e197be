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
  expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Rapport"'])
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
    expect([drafting.length, tools.length - drafting.length]).toEqual([7, 31])
    expect(tools.filter(({ description, title }) => !description || !title)).toEqual([])
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
  expect(await wrong('draftTask', { group: 'lectio', title: 'T', proposal: '1' })).toEqual([-32_602, 'proposal'])
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
  for (const words of ['value="Ask &lt;b&gt;Quillon&lt;/b&gt;"', 'By Friday', '2026-11-02', 'A test', 'Send as mine'])
    expect(page).toContain(words)
  // It is nobody else's, and no program sends it.
  const id = path.split('/').at(-1) ?? ''
  expect((await (await world.as(world.carla)).get(path)).status).toBe(404)
  expect((await maria.ask('POST', `/api/v1/acts${path}/discard`, {})).status).not.toBe(200)
  // A form that is refused stays this draft; once it is taken, it waits no more.
  const refused = await maria.post('/actions', { proposal: id, group: 'lectio', title: '' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(`name="proposal" value="${id}"`)])
  expect((await maria.post('/actions', { proposal: id, group: 'lectio', title: 'Ask Quillon' })).status).toBe(303)
  expect([await tasks(), await (await maria.get('/today')).text()]).toEqual([['Ask Quillon'], expect.not.stringContaining(path)])
  // One that is discarded does nothing; another's number in a form of mine ends nothing.
  const other = /\/proposals\/(\d+)/.exec(textOf(await call(client, 'draftTask', { group: 'lectio', title: 'No' })))?.[1] ?? ''
  await (await world.as(world.carla)).post('/actions', { proposal: other, group: 'lectio', title: 'Hers' })
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
  expect((await carla.post('/me/assistants', { tool: 'draftTask' })).status).toBe(303)
  const client = await connect(world.carla)
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['draftTask'])
  expect(await refusalOf(call(client, 'getThread', thread))).toMatchObject({ code: -32_602, data: { errors: [{ field: 'name' }] } })
  for (let n = 0; n < 40; n++) await call(client, 'draftTask', { group: 'lectio', title: `T ${n}` })
  expect(await call(client, 'draftTask', { group: 'lectio', title: 'One more' })).toMatchObject({ isError: true })
})
