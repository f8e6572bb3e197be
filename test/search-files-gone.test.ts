import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { eraseContent } from '../src/files/actions.ts'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { forgetDocuments, indexDocument, noteText, stopTexts } from '../src/search/actions.ts'
import { noteLost } from '../src/search/rebuild-actions.ts'
import { pdf } from './made-files.ts'
import { mail } from './mail.ts'
import { upload } from './upload.ts'
import { makeWorld, type Person, type World } from './world.ts'

/** What is gone, or was taken out, is found by no word of its files from then on, before any job has run, and its text is kept nowhere. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

async function post(id: string, content: Uint8Array, { from = 'Maria <maria@maria.example>', text = 'See the file.' } = {}) {
  const raw = mail({ from, subject: `About ${id}`, id: `${id}@x.example`, text, attachment: { name: `${id}.pdf`, content } })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}
async function find(q: string, person: Person = world.maria): Promise<string[]> {
  const answer = await (await world.as(person)).ask('GET', `/api/v1/search?${new URLSearchParams({ q, exact: 'true' })}`)
  return ((await answer.json()) as { items: { kind: string }[] }).items.map(({ kind }) => kind)
}
const kept = async (word: string) =>
  (await world.db.selectFrom('fileText').select('id').where('words', 'like', `%${word}%`).execute()).length
const remove = async (id: string, form: Record<string, string>) => {
  const carla = await world.as(world.carla)
  const answer = await carla.post(`/lists/lectio-l/m/${id}%40x.example/remove`, {
    reason: 'It must go',
    step: 'remove',
    words: '',
    ...form,
  })
  expect(answer.status).toBe(303)
}

test('an attachment that is taken out of the archive, and a message with one', async () => {
  const content = pdf('The numbat digs')
  await post('one', content)
  await post('two', content)
  await post('three', pdf('The bilby digs'))
  expect(await find('numbat')).toHaveLength(2)
  await remove('three', { kind: 'message' })
  expect([await find('bilby'), await kept('bilby')]).toEqual([[], 0])
  await remove('one', { kind: `attachment:${createHash('sha256').update(content).digest('hex')}` })
  expect([await find('numbat'), await kept('numbat')]).toEqual([[], 0])
  await world.settle()
  expect([await find('numbat'), await kept('numbat')]).toEqual([[], 0])
  expect(await find('"about one"')).toEqual(['message'])
})

test('words that are taken out of all that a list and its group keep', async () => {
  await post('words', pdf('Jane Doolittle saw a quoll'), { text: 'Jane Doolittle wrote.' })
  const carla = await world.as(world.carla)
  const made = await carla.post('/requests', { kind: 'idea', title: 'Counting', text: 'Look.', visibility: 'subscribers' })
  expect((await upload(world, carla, `${made.headers.get('location')}/files`, 'a.pdf', pdf('Ask Jane Doolittle'))).status).toBe(303)
  await world.settle()
  expect(await find('"Jane Doolittle"')).toEqual(['request', 'message'])
  await remove('words', { kind: 'words', words: 'Jane Doolittle' })
  expect([await find('Doolittle'), await kept('Doolittle')]).toEqual([[], 0])
  await world.settle()
  expect([await find('Doolittle'), await find('quoll')]).toEqual([[], ['message']])
})

test('the name of somebody who is erased, in files of others', async () => {
  await post('named', pdf('Minutes by Susi Sand on dunnarts'))
  await world.db.updateTable('person').set({ name: 'Susi Sand' }).where('id', '=', world.susi.personId).execute()
  expect(await find('"Susi Sand"')).toContain('message')
  await (await world.as(world.susi)).post('/me/erasure', { scope: 'name' })
  const { id } = await world.db.selectFrom('erasureRequest').select('id').executeTakeFirstOrThrow()
  expect((await (await world.as(world.ada)).post(`/admin/erasures/${id}`, { decision: 'erase' })).status).toBe(303)
  expect([await find('Sand'), await kept('Sand')]).toEqual([[], 0])
  await world.settle()
  expect([await find('Sand'), await find('dunnarts')]).toEqual([[], ['message']])
})

test('a file whose content is erased, wherever it hangs; a mail keeps its own', async () => {
  const content = pdf('The mulgara sleeps')
  await post('mulgara', content)
  const carla = await world.as(world.carla)
  const made = await carla.post('/requests', { kind: 'idea', title: 'Rest', text: 'Look.', visibility: 'subscribers' })
  expect((await upload(world, carla, `${made.headers.get('location')}/files`, 'b.pdf', content)).status).toBe(303)
  await world.settle()
  expect((await find('mulgara')).toSorted()).toEqual(['message', 'request'])
  const { id } = await world.db.selectFrom('file').select('id').where('name', '=', 'b.pdf').executeTakeFirstOrThrow()
  await world.write((tx) => eraseContent(tx, id, world.clock.now))
  expect([await find('sleeps'), await kept('mulgara')]).toEqual([[], 0])
  await world.settle()
  expect(await find('sleeps')).toEqual(['message'])
})

test('a content that the virus scanner stops while it is being read', async () => {
  const sha256 = Buffer.alloc(32, 7)
  await world.write((tx) => stopTexts(tx, [sha256]))
  await world.write((tx) => noteText(tx, sha256, { words: 'A yellow robin', note: '' }))
  expect(await kept('robin')).toBe(0)
})

test('what waits to be indexed anew waits on, whoever finds nothing to do; what is lost does not', async () => {
  const { subjectId } = await world.db
    .selectFrom('searchDocument')
    .select('subjectId')
    .where('kind', '=', 'message')
    .executeTakeFirstOrThrow()
  const gone = {
    kind: 'message',
    subjectId: 9_000_001,
    audience: 'public',
    at: world.clock.now,
    author: '',
    title: 'Gone',
    body: '',
    language: 'en',
  }
  await world.write((tx) => indexDocument(tx, gone))
  await world.db.updateTable('searchDocument').set({ cut: false }).where('subjectId', 'in', [subjectId, gone.subjectId]).execute()
  await world.write((tx) => noteLost(tx, 'message', 'message'))
  const uncut = world.db.selectFrom('searchDocument').select('subjectId').where('cut', '=', false).where('kind', '=', 'message')
  expect(await uncut.execute()).toEqual([{ subjectId }])
  await world.write((tx) => forgetDocuments(tx, 'message', [gone.subjectId]))
})

test('what nothing names any more is forgotten by the weekly turn, and what was lost is read again', async () => {
  await world.db
    .insertInto('fileText')
    .values({ sha256: Buffer.alloc(32, 1), words: 'orphan', state: 'read' })
    .execute()
  await world.db.deleteFrom('fileText').where('words', 'like', '%mulgara%').execute()
  await sql`update search_document set vector = ts_filter(vector, '{a,b,d}')`.execute(world.db)
  await world.write((tx) => enqueue(tx, 'search.turn'))
  await world.settle()
  expect([await kept('orphan'), await kept('mulgara')]).toEqual([0, 1])
  await world.write((tx) => enqueue(tx, 'search.cut'))
  await world.settle()
  expect([await find('quoll'), await find('sleeps')]).toEqual([['message'], ['message']])
})
