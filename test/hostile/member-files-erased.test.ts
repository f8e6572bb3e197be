import { afterAll, beforeAll, expect, test } from 'vitest'
import { gathered } from '../../src/edges/gathered.ts'
import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { textsOfTable } from '../../src/privacy/erasure-rules.ts'
import { mail } from '../mail.ts'
import { makeWorld, type Person, type World } from '../world.ts'

/** Files came with what somebody wrote; they go with it, and with words that are taken out of it. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const story = { kind: 'success', title: 'A weekend', outcome: '', visibility: 'subscribers' }

/** Sends a form with files, as a browser without script does. @returns where it leads */
async function send(person: Person, path: string, fields: Record<string, string>, ...files: File[]): Promise<string> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const file of files) body.append('file', file)
  const { cookies } = await world.as(person)
  const headers = { origin: 'http://rapport.test', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  const answer = await world.app.request(`http://rapport.test${path}`, { method: 'POST', headers, body })
  expect([path, answer.status]).toEqual([path, 303])
  return answer.headers.get('location') ?? ''
}
const picture = (name: string, more = '') => new File([new Uint8Array(Buffer.concat([dot, Buffer.from(more)]))], name)
const kept = async () => (await world.db.selectFrom('file').select('name').orderBy('name').execute()).map(({ name }) => name)

test('the files of a text go with the words of their writer, and what others brought stays', async () => {
  const { susi, maria } = world
  const at = await send(
    susi,
    '/stories',
    { ...story, text: 'Look.', outcome: 'We saved a day.' },
    picture('hers.png'),
    picture('shared.png', 'same'),
  )
  await send(maria, `${at}/replies`, { text: 'As I do.' }, picture('hers-too.png', 'same'))
  await send(susi, `${at}/replies`, { text: 'Thanks.' }, picture('thanks.png', 'thanks'))
  expect(await kept()).toEqual(['hers-too.png', 'hers.png', 'shared.png', 'thanks.png'])
  await (await world.as(susi)).post('/me/erasure', { scope: 'words' })
  const { id } = await world.db.selectFrom('erasureRequest').select('id').executeTakeFirstOrThrow()
  expect((await (await world.as(world.ada)).post(`/admin/erasures/${id}`, { decision: 'erase' })).status).toBe(303)
  expect(await kept()).toEqual(['hers-too.png'])
  expect(await world.db.selectFrom('story').select(['title', 'text', 'outcome']).execute()).toEqual([
    { title: '[removed]', text: '[removed]', outcome: '[removed]' },
  ])
  expect(await world.db.selectFrom('fileContent').select('id').where('sha256', 'is not', null).execute()).toHaveLength(1)
})

test('words are taken out of the names of files, too', async () => {
  const { carla, maria } = world
  const raw = mail({
    from: 'Maria <maria@maria.example>',
    subject: 'Jane Doolittle',
    id: 'jane@maria.example',
    text: 'Jane Doolittle wrote.',
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
  const request = await send(carla, '/requests', { kind: 'idea', title: 'Broken', text: 'See the file.', visibility: 'subscribers' })
  await send(carla, `${request}/files`, {}, new File(['a'], 'Report of Jane Doolittle.txt'))
  const told = await send(maria, '/stories', { ...story, text: 'Look.' }, picture('Jane Doolittle.png', 'jane'))
  await send(maria, `${told}/replies`, { text: 'Jane Doolittle knows more.' })
  const form = { kind: 'words', words: 'Jane Doolittle', reason: 'A student’s name' }
  const page = '/lists/lectio-l/m/jane%40maria.example/remove'
  expect(await (await (await world.as(carla)).post(page, form)).text()).toContain('files')
  expect((await (await world.as(carla)).post(page, { ...form, step: 'remove' })).status).toBe(303)
  await world.settle()
  const { rows } = await world.database.pool.query(
    `select s.text from story s union all select c.text from request_comment c union all select name from file`,
  )
  expect(JSON.stringify(rows)).not.toMatch(/doolittle/i)
})

test('every kind of text in which files stand is known where they are taken out', () => {
  expect(Object.values(textsOfTable).toSorted()).toEqual(gathered.texts.map(({ kind }) => kind).toSorted())
})
