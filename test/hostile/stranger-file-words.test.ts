import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWeb } from '../../src/edges/http/server.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { noteVerdict } from '../../src/files/scan/actions.ts'
import { enqueue } from '../../src/lib/db/enqueue.ts'
import { addFile } from '../../src/requests/record/actions.ts'
import { addSlides } from '../../src/talks/slides-actions.ts'
import { docx, pdf } from '../made-files.ts'
import { mail } from '../mail.ts'
import { actorOf } from '../requests-world.ts'
import { fillTalks } from '../talks-world.ts'
import { upload } from '../upload.ts'
import { makeWorld, type Person, tokenOf, type World } from '../world.ts'

/** Who may not have a file learns of no word in it, whichever way they ask. */
let world: World
beforeAll(async () => {
  world = await makeWorld({ env: { RAPPORT_HTTP: '127.0.0.1:0' } })
  await archive('public')
})
afterAll(() => world.end())

const archive = (to: 'public' | 'subscribers' | 'group') =>
  world.db.updateTable('list').set({ archive: to }).where('id', '=', world.listId).execute()

async function post(id: string, name: string, content: string | Uint8Array, text = 'See the file.') {
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Papers',
    id: `${id}@maria.example`,
    text,
    attachment: { name, content },
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}

const hits = async (person: Person | undefined, q: string, more: Record<string, string> = { exact: 'true' }) => {
  const answer = await (await world.as(person)).ask('GET', `/api/v1/search?${new URLSearchParams({ q, ...more })}`)
  return ((await answer.json()) as { items: { kind: string }[] }).items.map(({ kind }) => kind)
}

/** All that somebody is told who looks for a word: as programs, in a browser, while they type, with a slip, as an assistant. */
async function told(person: Person | undefined, word: string): Promise<string> {
  const browser = await world.as(person)
  const q = encodeURIComponent(word)
  const pages = [`/search?q=${q}`, `/search/counts?q=${q}`, `/search/complete?q=${word.slice(0, 5)}`, `/search?q=${word.slice(0, -1)}`]
  const answers = [`/api/v1/search?q=${q}`, `/api/v1/search/counts?q=${q}`]
  const said = await Promise.all([
    ...pages.map(async (page) => (await browser.get(page)).text()),
    ...answers.map(async (page) => (await browser.ask('GET', page)).text()),
    ...(person ? [asAssistant(person, word)] : []),
  ])
  return said.join('\n')
}

async function asAssistant(person: Person, q: string): Promise<string> {
  const web = await startWeb(world.ground)
  try {
    const token = await world.write((tx) => tokenOf(tx, world.clock.now, person, ['read']))
    const client = new Client({ name: 'A client', version: '1' }, { versionNegotiation: { mode: 'auto' } })
    const headers = { authorization: `Bearer ${token}` }
    await client.connect(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${web.port}/mcp`), { requestInit: { headers } }))
    const answer = await client.callTool({ name: 'search', arguments: { q } })
    await client.close()
    return JSON.stringify(answer.content)
  } finally {
    await web.close()
  }
}

test('a file of a list that is closed is found by those alone who read it, before any job has run', async () => {
  await post('thylacine', 'minutes.pdf', pdf('The thylacine was last seen in Hobart'))
  await world.write((tx) => enqueue(tx, 'search.words'))
  await world.settle()
  expect(await told(undefined, 'thylacine')).toContain('Hobart')
  expect(await told(world.susi, 'thylacine')).toContain('Hobart')
  await archive('subscribers')
  for (const person of [undefined, world.otto, world.bruno]) {
    expect(await hits(person, 'thylacine')).toEqual([])
    expect(await told(person, 'thylacine')).not.toMatch(/Hobart|minutes\.pdf|Papers/)
  }
  expect(await told(world.susi, 'thylacine')).toContain('minutes.pdf')
  await archive('public')
})

test('mails, cards, calendars and pages on a mail, which are not for everybody who reads it, are found by nobody', async () => {
  await post('eml', 'forwarded.eml', 'From: Pia <pia@hidden.example>\n\nThe bandicoot left.')
  await post('card', 'pia.vcf', 'BEGIN:VCARD\nFN:Bandicoot\nEND:VCARD')
  await post('day', 'day.ics', 'BEGIN:VCALENDAR\nSUMMARY:Bandicoot\nEND:VCALENDAR')
  await post('page', 'page.html', '<p>Bandicoot</p>')
  await post('hidden', 'notes.txt', 'Received: by pia\n\nThe bandicoot left.')
  await post('wide', 'wide.txt', Buffer.from('\ufeffThe bandicoot left.', 'utf16le'))
  for (const person of [undefined, world.susi, world.maria]) expect(await hits(person, 'bandicoot')).toEqual([])
})

test('an address in a file is neither found nor shown', async () => {
  await post('address', 'list.pdf', pdf('Ask pangolina@hidden.example about echidnas'))
  for (const person of [undefined, world.maria]) expect(await hits(person, 'pangolina')).toEqual([])
  const said = await told(undefined, 'echidnas')
  expect(said).toContain('p…@hidden.example')
  expect(said).not.toContain('pangolina')
})

test('what a list no longer passes on is found no more at once, and again when it does', async () => {
  const carla = await world.as(world.carla)
  const page = '/lists/lectio-l/settings/content'
  expect((await carla.post(page, { html: 'keep', linkTypes: '', dropTypes: '.pdf' })).status).toBe(303)
  for (const person of [undefined, world.maria]) expect(await hits(person, 'thylacine')).toEqual([])
  await world.settle()
  expect(await hits(world.maria, 'thylacine')).toEqual([])
  expect((await carla.post(page, { html: 'keep', linkTypes: '', dropTypes: '' })).status).toBe(303)
  await world.settle()
  expect(await hits(undefined, 'thylacine')).toEqual(['message'])
})

test('slides are not found before the talk, nor the files of comments by who reads a request without them', async () => {
  await fillTalks(world)
  const maria = await actorOf(world, world.maria)
  const { id, slug } = await world.db.selectFrom('talk').select(['id', 'slug']).where('state', '=', 'given').executeTakeFirstOrThrow()
  await world.db.updateTable('talk').set({ state: 'scheduled' }).where('id', '=', id).execute()
  const content = pdf('The kowari jumps')
  await world.write((tx) => addSlides(tx, maria, slug, { name: 'kowari.pdf', type: 'application/pdf', content }))
  await world.settle()
  for (const person of [undefined, world.susi, world.carla]) expect(await hits(person, 'kowari')).toEqual([])

  const carla = await world.as(world.carla)
  const made = await carla.post('/requests', { kind: 'idea', title: 'Counting', text: 'Look.', visibility: 'public' })
  const [, requestId] = /\/requests\/(\d+)/.exec(made.headers.get('location') ?? '') ?? []
  const held = { requestId: Number(requestId), groupId: world.group.groupId }
  const comment = await world.db
    .insertInto('requestComment')
    .values({ requestId: held.requestId, text: 'Look.', personId: maria.personId, via: 'web', at: world.clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const brought = { name: 'dibbler.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }
  await world.write((tx) => addFile(tx, maria, { ...held, commentId: comment.id }, { ...brought, content: docx('The dibbler waits') }))
  await world.settle()
  for (const person of [undefined, world.susi, world.carla]) expect(await hits(person, 'dibbler')).toEqual([])
})

test('what waits for the virus scanner, or was stopped by it, is found by none of its words and not by its name', async () => {
  const carla = await world.as(world.carla)
  const files = { clean: 'The ningaui is clean', infected: 'The ningaui is infected' }
  // What the one says is known from a mail already.
  await post('ningaui', 'other.pdf', pdf(files.infected))
  expect(await hits(world.carla, 'ningaui')).toEqual(['message'])
  await world.db.updateTable('fileGuard').set({ scanning: true }).execute()
  const made = await carla.post('/requests', { kind: 'idea', title: 'Held', text: 'Look.', visibility: 'public' })
  const request = made.headers.get('location') ?? ''
  for (const [name, line] of Object.entries(files))
    expect((await upload(world, carla, `${request}/files`, `ningaui-${name}.pdf`, pdf(line))).status).toBe(303)
  await world.db.updateTable('fileGuard').set({ scanning: false }).execute()
  await world.settle()
  for (const word of ['ningaui', 'infected', 'pdf']) expect(await hits(world.carla, `${word} is:request`)).toEqual([])
  const contents = await world.db
    .selectFrom('fileContent')
    .innerJoin('file', 'file.contentId', 'fileContent.id')
    .select(['fileContent.id', 'file.name'])
    .where('scan', '=', 'waiting')
    .execute()
  expect(contents).toHaveLength(2)
  for (const { id, name } of contents)
    await world.write((tx) => noteVerdict(tx, id, { clean: name.includes('clean'), found: 'Eicar' }, world.clock.now))
  await world.settle()
  expect(await hits(undefined, 'ningaui')).toEqual(['request'])
  expect(await hits(undefined, 'infected')).toEqual([])
  const states = await world.db.selectFrom('fileText').select(['state', 'words']).where('words', 'like', '%ningaui%').execute()
  expect(states).toEqual([{ state: 'read', words: 'The ningaui is clean' }])
})
