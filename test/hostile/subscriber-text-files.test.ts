import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMeetings } from '../meetings-world.ts'
import { carriedOut } from '../week-world.ts'
import { makeWorld, type Person, type World } from '../world.ts'

/** Files stand in stories, minutes and news by their address; whoever knows it tries to have them without the text. */
let world: World
beforeAll(async () => {
  world = await makeWorld()
  await openMeetings(world)
})
afterAll(() => world.end())

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const as = async (person?: Person) => world.as(person)

/** Brings a picture as the editor does. @returns its address */
async function bring(person: Person): Promise<string> {
  const browser = await as(person)
  const { key } = (await (await browser.post('/uploads', { name: 'dot.png', size: String(dot.length) })).json()) as { key: string }
  const headers = { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  const piece = await world.app.request(`http://rapport.test/uploads/${key}/0`, { method: 'PUT', headers, body: new Uint8Array(dot) })
  expect(piece.status).toBe(200)
  expect((await browser.post(`/uploads/${key}/finish`)).status).toBe(200)
  return `/files/${key}/dot.png`
}
const has = async (path: string, ...people: (Person | undefined)[]) =>
  Promise.all(people.map(async (person) => (await (await as(person)).get(path)).status === 200))
const send = async (person: Person, path: string, fields: Record<string, string>) => {
  const answer = await (await as(person)).post(path, fields)
  expect([path, answer.status]).toEqual([path, 303])
  return answer.headers.get('location') ?? ''
}
const story = { kind: 'success', title: 'A weekend', outcome: '', visibility: 'subscribers' }
const files = () => world.db.selectFrom('textFile').select('subject').orderBy('addedAt').execute()

test('a file of a story is for who may read the story, as long as it shows it', async () => {
  const { susi, maria, otto } = world
  const path = await bring(susi)
  // Before the story is sent it is its writer's; naming it makes it nobody else's.
  const stolen = await send(maria, '/stories', { ...story, title: 'Mine', text: `![x](${path})`, visibility: 'public' })
  expect([await has(path, susi, maria, otto, undefined), await files()]).toEqual([[true, false, false, false], []])
  const at = await send(susi, '/stories', { ...story, text: `Look: ![dot](${path})` })
  expect(await (await (await as(maria)).get(at)).text()).toContain(`<img src="${path}" alt="dot"`)
  expect(await has(path, susi, maria, otto, undefined)).toEqual([true, true, false, false])
  // The public story that names it shows it to nobody more.
  expect(await (await (await as()).get(stolen)).text()).toContain('Mine')
  // A picture with a reply is for who may read replies.
  const said = await bring(maria)
  await send(maria, `${at}/replies`, { text: `[dot.png](${said})` })
  expect(await has(said, susi, otto, undefined)).toEqual([true, false, false])
  await send(susi, at, { ...story, text: 'No picture.' })
  expect([await has(path, susi, maria), (await files()).map(({ subject }) => subject.replace(/\d+/, ''))]).toEqual([
    [false, false],
    ['reply:'],
  ])
  await send(susi, `${at}/withdraw`, {})
  expect(await has(said, susi, maria)).toEqual([false, false])
})

test('without script a file comes with the form, and is a link in the text', async () => {
  const browser = await as(world.susi)
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...story, text: 'The log.' })) body.set(name, value)
  body.append('file', new File(['A log.'], 'the log.txt'))
  body.append('file', new File([new Uint8Array(dot)], 'dot.png'))
  const headers = { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  const answer = await world.app.request('http://rapport.test/stories', { method: 'POST', headers, body })
  const page = await (await (await as(world.maria)).get(answer.headers.get('location') ?? '')).text()
  const [, log = ''] = /<a href="(\/files\/[\w-]+\/the-log\.txt)"/.exec(page) ?? []
  expect(page).toMatch(/<img src="\/files\/[\w-]+\/dot\.png" alt="dot"/)
  expect(await has(log, world.maria, world.otto, undefined)).toEqual([true, false, false])
})

test('a file of the minutes is for the table until they are approved, and of an internal line for ever', async () => {
  const { carla, maria, otto } = world
  const [open, inner] = [await bring(carla), await bring(carla)]
  const key = crypto.randomUUID()
  await send(carla, '/meetings/2026-12-10/lines', { key, text: `![dot](${open})`, version: '0' })
  // The line saves itself again while its writer goes on.
  await send(carla, '/meetings/2026-12-10/lines', { key, text: `As seen: ![dot](${open})`, version: '1' })
  await send(carla, '/meetings/2026-12-10/lines', { key: crypto.randomUUID(), text: `![dot](${inner})`, version: '0', internal: 'on' })
  expect([await has(open, carla, otto, undefined), await has(inner, carla, otto, undefined)]).toEqual([
    [true, false, false],
    [true, false, false],
  ])
  await send(carla, '/meetings/2026-12-10/minutes/circulate', {})
  world.clock.now = new Date('2026-12-10T11:00:00Z')
  await send(carla, '/meetings/2026-12-10/minutes/approve', {})
  await carriedOut(world, carla)
  const { minutes } = await world.db.selectFrom('meeting').select('minutes').where('slug', '=', '2026-12-10').executeTakeFirstOrThrow()
  expect(minutes).toBe('approved')
  expect([await has(open, carla, maria, undefined), await has(inner, carla, undefined)]).toEqual([
    [true, true, true],
    [true, false],
  ])
})

test('a file of news is for its writers until it is out', async () => {
  const { maria, susi } = world
  const path = await bring(maria)
  const news = { title: 'News', language: 'en', visibility: 'public', links: '', embargoZone: 'UTC' }
  const edit = await send(maria, '/news', { ...news, text: `![dot](${path})` })
  const slug = edit.replace(/\/edit$/, '')
  expect(await has(path, maria, susi, undefined)).toEqual([true, false, false])
  await world.db
    .updateTable('newsItem')
    .set({ state: 'published', publishedAt: world.clock.now })
    .where('slug', '=', slug.slice('/news/'.length))
    .execute()
  expect(await has(path, maria, susi, undefined)).toEqual([true, true, true])
  const issue = { title: 'Brief', fromOn: '2026-10-01', toOn: '2026-10-31', language: 'en', visibility: 'public', embargoZone: 'UTC' }
  const lead = await bring(maria)
  await send(maria, '/news/issues', { ...issue, lead: `![dot](${lead})` })
  expect(await has(lead, maria, susi, undefined)).toEqual([true, false, false])
})

test('nobody has an upload of another, or a file by a made-up address', async () => {
  const path = await bring(world.susi)
  expect(await has(path, world.susi, world.carla, undefined)).toEqual([true, false, false])
  for (const wrong of ['/files/x/dot.png', `${path.slice(0, 20)}/dot.png`, `/files/${'a'.repeat(24)}/dot.png`])
    expect(await has(wrong, world.susi)).toEqual([false])
})
