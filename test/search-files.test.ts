import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseRaw } from '../src/archive/actions.ts'
import { rebuildFound, rebuildList } from '../src/edges/cli/rebuild.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { sortMails } from '../src/edges/mailroom/jobs.ts'
import { read } from '../src/files/reading-jobs.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { idsOf } from '../src/lib/db/rows.ts'
import { ParsePool } from '../src/lib/mail/parse-pool.ts'
import { readOn } from '../src/search/actions.ts'
import { indexTalk } from '../src/talks/actions.ts'
import { openDesk, sendToDesk } from './desk.ts'
import { docx, openDocument, pdf, pptx } from './made-files.ts'
import { mail } from './mail.ts'
import { fillTalks } from './talks-world.ts'
import { upload } from './upload.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld({ alone: true })
  await fillTalks(world)
  const { id } = await world.db.selectFrom('talk').select('id').where('state', '=', 'given').executeTakeFirstOrThrow()
  await world.write((tx) => indexTalk(tx, id))
})
afterAll(() => world.end())

/** Maria writes to the list, with a file. */
async function post(id: string, name: string, content: string | Uint8Array, { subject = 'Papers', text = 'See the file.' } = {}) {
  const raw = mail({ from: 'Maria <maria@maria.example>', subject, id: `${id}@maria.example`, text, attachment: { name, content } })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}

interface Found {
  kind: string
  path: string
  file: string | null
  snippet: { text: string; mark: boolean }[]
}

async function find(person: Person | undefined, q: string, more: Record<string, string> = {}): Promise<Found[]> {
  const answer = await (await world.as(person)).ask('GET', `/api/v1/search?${new URLSearchParams({ q, exact: 'true', ...more })}`)
  return ((await answer.json()) as { items: Found[] }).items
}
const saidIn = async (person: Person | undefined, q: string) =>
  (await find(person, q)).map(({ kind, file, snippet }) => `${kind} ${file}: ${snippet.map(({ text }) => text).join('')}`)

test('a mail is found by the words in its files, whatever program wrote them', async () => {
  await post('pdf', 'minutes.pdf', pdf('The quokka was counted', 'Second page about wombats'))
  await post('docx', 'paper.docx', docx('Numbats eat termites.', 'Bilbies dig.'))
  await post('pptx', 'deck.pptx', pptx({ text: 'A slide of potoroos', note: 'Say hello to the bettong' }, { text: 'Thanks, dunnarts' }))
  await post(
    'odt',
    'letter.odt',
    openDocument('odt', '<office:text><text:h>Quolls</text:h><text:p>are spotted<text:s/>marsupials.</text:p></office:text>'),
  )
  await post(
    'odp',
    'talk.odp',
    openDocument(
      'odp',
      '<office:presentation><draw:page><draw:frame><text:p>Cuscuses climb</text:p></draw:frame></draw:page></office:presentation>',
    ),
  )
  await post(
    'ods',
    'sums.ods',
    openDocument(
      'ods',
      '<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>Kultarr</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
    ),
  )
  await post('csv', 'list.csv', 'animal,count\nphascogale,7\n')
  await post('md', 'notes.md', '# Planigales\n\nare small.')
  expect(await saidIn(world.maria, 'wombats')).toEqual(['message minutes.pdf: The quokka was counted · Second page about wombats'])
  expect(await saidIn(world.maria, 'bilby or bilbies')).toEqual(['message paper.docx: Numbats eat termites. Bilbies dig.'])
  expect(await saidIn(world.maria, 'bettong')).toEqual([
    'message deck.pptx: A slide of potoroos · Say hello to the bettong · Thanks, dunnarts',
  ])
  expect(await saidIn(world.maria, '"spotted marsupials"')).toEqual(['message letter.odt: Quolls are spotted marsupials.'])
  expect(await saidIn(world.maria, 'cuscuses')).toEqual(['message talk.odp: Cuscuses climb'])
  expect(await saidIn(world.maria, 'kultarr')).toEqual(['message sums.ods: Kultarr 12'])
  expect(await saidIn(world.maria, 'phascogale')).toEqual(['message list.csv: animal count phascogale 7'])
  expect(await saidIn(world.maria, 'planigale')).toEqual(['message notes.md: # Planigales · are small.'])
  const page = await (await (await world.as(world.maria)).get('/search?q=wombats')).text()
  expect(page).toContain('In “minutes.pdf”:')
  expect(page).toContain('Second page about <mark>wombats</mark>')
  const counts = await (await (await world.as(world.maria)).ask('GET', '/api/v1/search/counts?q=wombats')).json()
  expect(counts).toMatchObject({ total: 1, kinds: [{ name: 'message', count: 1 }] })
})

test('words in mail and file go together, and what a mail says by itself counts for more', async () => {
  expect(await saidIn(world.maria, 'file potoroos')).toEqual([expect.stringContaining('deck.pptx: A slide of potoroos')])
  await post('own', 'empty.pdf', pdf('Nothing'), { subject: 'About quokkas', text: 'The quokka sleeps.' })
  const best = await find(world.maria, 'quokka', { order: 'best' })
  expect(best.map(({ path, file }) => [path, file])).toEqual([
    ['/lists/lectio-l/m/own%40maria.example', null],
    ['/lists/lectio-l/m/pdf%40maria.example', 'minutes.pdf'],
  ])
  expect(await find(world.maria, 'subject:wombats')).toEqual([])
})

test('one content is read once, and what hangs on it later is found at once', async () => {
  const before = await world.db.selectFrom('fileText').select('id').execute()
  await post('again', 'same.pdf', pdf('The quokka was counted', 'Second page about wombats'))
  expect((await find(world.maria, 'wombats')).map(({ file }) => file).toSorted()).toEqual(['minutes.pdf', 'same.pdf'])
  expect(await world.db.selectFrom('fileText').select('id').execute()).toHaveLength(before.length)
})

test('a search that slips is forgiven by the words in files, too', async () => {
  await world.write((tx) => enqueue(tx, 'search.words'))
  await world.settle()
  const answer = await (await world.as(world.maria)).ask('GET', '/api/v1/search?q=phascogales')
  const slipped = await (await world.as(world.maria)).ask('GET', '/api/v1/search?q=phascogle')
  expect(((await answer.json()) as { items: Found[] }).items.map(({ file }) => file)).toEqual(['list.csv'])
  expect(((await slipped.json()) as { items: Found[] }).items.map(({ file }) => file)).toEqual(['list.csv'])
})

test('slides of a talk, files of requests and of texts are found where they hang', async () => {
  const [carla, maria] = [await world.as(world.carla), await world.as(world.maria)]
  await world.settle()
  expect(await saidIn(undefined, 'slide is:talk')).toEqual(['talk slides.txt: One slide'])
  const request = (
    await carla.post('/requests', { kind: 'idea', title: 'Counting', text: 'Look.', visibility: 'subscribers' })
  ).headers.get('location') as string
  expect((await upload(world, carla, `${request}/files`, 'sketch.docx', docx('The mulgara hides'))).status).toBe(303)
  await world.settle()
  expect(await saidIn(world.maria, 'mulgara')).toEqual(['request sketch.docx: The mulgara hides'])
  expect(await find(world.maria, 'mulgara has:file')).toHaveLength(1)
  const file = await world.db.selectFrom('requestFile').select('fileId').executeTakeFirstOrThrow()
  expect((await carla.post(`${request}/files/${file.fileId}/remove`)).status).toBe(303)
  expect(await find(world.maria, 'mulgara')).toEqual([])
  expect(await find(world.maria, 'sketch.docx')).toEqual([])

  const body = new FormData()
  for (const [name, value] of Object.entries({
    kind: 'success',
    title: 'A weekend',
    outcome: '',
    visibility: 'subscribers',
    text: 'Look.',
  }))
    body.set(name, value)
  body.append('file', new File([new Uint8Array(pdf('The antechinus won'))], 'story.pdf'))
  const cookie = [...maria.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { origin: 'http://rapport.test', cookie }
  expect((await world.app.request('http://rapport.test/stories', { method: 'POST', headers, body })).status).toBe(303)
  await world.settle()
  expect(await saidIn(world.maria, 'antechinus')).toEqual(['story story.pdf: The antechinus won'])
})

test('the letters of a role are found by its holders alone, those of before too', async () => {
  await openDesk(world)
  await sendToDesk(world, {
    from: 'Vera Vogel <vera@quillon.example>',
    subject: 'An offer',
    id: 'offer@quillon.example',
    attachment: { name: 'offer.pdf', content: pdf('The ningbing costs nothing') },
  })
  const found = ['correspondence offer.pdf: The ningbing costs nothing']
  expect(await saidIn(world.carla, 'ningbing')).toEqual(found)
  for (const person of [world.maria, world.ada, undefined]) expect(await saidIn(person, 'ningbing')).toEqual([])
  await world.db.updateTable('correspondenceMail').set({ files: null }).execute()
  await world.write((tx) => enqueue(tx, 'search.turn'))
  await world.db.updateTable('searchDocument').set({ cut: false }).where('kind', '=', 'correspondence').execute()
  await world.write((tx) => enqueue(tx, 'search.cut'))
  await world.settle()
  expect(await saidIn(world.carla, 'ningbing')).toEqual([])
  await world.write((tx) => enqueue(tx, 'office.listFiles'))
  await world.settle()
  expect(await saidIn(world.carla, 'ningbing')).toEqual(found)
  const letter = await world.db.selectFrom('correspondenceMail').select('rawId').where('subject', '=', 'An offer').executeTakeFirstOrThrow()
  await world.write((tx) => eraseRaw(tx, letter.rawId, world.clock.now))
  expect(await saidIn(world.carla, 'ningbing')).toEqual([])
  await world.settle()
  expect(await saidIn(world.carla, 'ningbing')).toEqual([])
})

test('what was being read when the process ended is read by the next one', async () => {
  const content = Buffer.concat([pdf('The kowari waits'), Buffer.alloc(300_000)])
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Long',
    id: 'long@maria.example',
    attachment: { name: 'a.pdf', content },
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await sortMails(world.context)
  const parser = new ParsePool()
  await parser.close()
  for (const _ of [1, 2, 3]) await expect(read({}, { ...world.context, parser })).rejects.toThrow('The parser is closed.')
  await world.settle()
  expect(await saidIn(world.maria, 'kowari')).toEqual(['message a.pdf: The kowari waits'])
})

test('what comes while older files are read is read as well', async () => {
  const waiting = Array.from({ length: 21 }, (_, n) => ({ sha256: Buffer.alloc(32, n + 1) }))
  const rows = await world.db.insertInto('fileText').values(waiting).returning('id').execute()
  const newest = Math.max(...rows.map(({ id }) => id))
  await world.write(readOn)
  await read({ before: newest }, world.context)
  await world.settle()
  expect(await world.db.selectFrom('fileText').select('id').where('state', '=', 'waiting').execute()).toEqual([])
  await world.db.deleteFrom('fileText').where('id', 'in', idsOf(rows)).execute()
})

test('a rebuild leaves what is right, and finds again what was lost', async () => {
  const list = { id: world.listId, language: 'en' }
  const documents = () =>
    world.db
      .selectFrom('searchDocument')
      .select(['id', 'kind', 'subjectId'])
      .where('kind', 'in', ['message', 'request', 'story', 'talk'])
      .orderBy('id')
      .execute()
  const before = await documents()
  await rebuildList(world.database, list)
  await rebuildFound(world.database, world.clock.now)
  await world.settle()
  expect(await documents()).toEqual(before)
  await world.db.deleteFrom('searchDocument').execute()
  await world.db.deleteFrom('fileText').execute()
  await rebuildList(world.database, list)
  await rebuildFound(world.database, world.clock.now)
  expect(await find(world.maria, 'wombats')).toEqual([])
  await world.settle()
  expect(await find(world.maria, 'wombats')).toHaveLength(2)
  expect(await find(world.maria, 'antechinus')).toHaveLength(1)
})

test('what was there before files were read is found after an upgrade', async () => {
  await world.db.deleteFrom('fileText').execute()
  const before = world.db.updateTable('searchDocument').set({ hashes: [], cut: false })
  await before.where('kind', 'in', ['message', 'request', 'story', 'talk']).execute()
  await world.write((tx) => enqueue(tx, 'search.cut'))
  await world.settle()
  expect(await find(world.maria, 'wombats')).toHaveLength(2)
  expect(await find(undefined, 'slide is:talk')).toHaveLength(1)
  expect(await world.db.selectFrom('searchDocument').select('id').where('cut', '=', false).execute()).toEqual([])
})
