import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { dot } from './access/news.ts'
import { makeWorld, type Person, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

const browsers = new Map<string, Promise<Awaited<ReturnType<World['as']>>>>()
/** One browser for each person. */
const as = (person?: Person) => {
  const name = person?.name ?? ''
  const found = browsers.get(name) ?? world.as(person)
  browsers.set(name, found)
  return found
}
const post = async (person: Person | undefined, path: string, fields: Record<string, string> = {}) => (await as(person)).post(path, fields)
const get = async (person: Person | undefined, path: string) => (await as(person)).get(path)
const read = async (person: Person | undefined, path: string) => (await get(person, path)).text()

const form = { title: 'A first piece', text: 'It **works**.', language: 'en', visibility: 'public', embargoZone: 'Europe/Lisbon' }
const write = async (person: Person, fields: Record<string, string> = {}) => {
  const answer = await post(person, '/news', { ...form, ...fields })
  return answer.headers.get('location')?.replace('/edit', '') ?? ''
}

describe('an item', () => {
  it('is seen by its group alone until it is let out, and by everybody afterwards', async () => {
    const path = await write(world.maria)

    expect([(await get(world.susi, path)).status, (await get(undefined, path)).status]).toEqual([404, 404])
    expect((await get(world.carla, path)).status).toBe(200)
    expect((await post(world.maria, `${path}/publish`)).status).toBe(403)
    expect(await read(undefined, '/news')).not.toContain('A first piece')
    // Who may write is offered to, where there is nothing yet.
    expect(await read(world.carla, '/news')).toContain('href="/news/new"')
    expect(await read(undefined, '/news')).not.toContain('href="/news/new"')

    expect((await post(world.maria, `${path}/ready`, { ready: 'on' })).status).toBe(303)
    expect((await post(world.carla, `${path}/publish`)).status).toBe(303)

    // What is out is changed by who lets it out: nobody else is offered to.
    expect(await read(world.maria, path)).not.toContain(`${path}/edit`)
    expect(await read(world.carla, path)).toContain(`${path}/edit`)
    const closed = await read(world.maria, `${path}/edit`)
    expect(closed).toContain('Only the coordinator or the deputy can change published news.')
    expect(closed).not.toContain('name="title"')

    expect(await read(undefined, path)).toContain('It <strong>works</strong>.')
    expect(await read(undefined, '/news')).toContain('A first piece')
    expect(await read(undefined, '/news/feed.atom')).toContain('A first piece')
    expect(JSON.parse(await read(undefined, '/news/feed.json')).items[0]).toMatchObject({ title: 'A first piece' })
    expect(await read(undefined, path)).toContain('"@type":"NewsArticle","headline":"A first piece"')
    expect(await read(undefined, '/search?q=piece')).toContain(path)
  })

  it('is published once, though two do it at the same moment', async () => {
    const path = await write(world.carla, { title: 'Two at once' })
    const [first, second] = await Promise.all([post(world.carla, `${path}/publish`), post(world.ada, `${path}/publish`)])
    expect([first.status, second.status].sort()).toEqual([303, 409])
    const { count } = await world.db
      .selectFrom('journal')
      .select((e) => e.fn.countAll<number>().as('count'))
      .where('action', '=', 'news.published')
      .where('subject', 'like', 'news:%')
      .where('at', '=', world.clock.now)
      .executeTakeFirstOrThrow()
    expect(count).toBe(2)
  })

  it('keeps to its embargo everywhere, and goes out by itself once', async () => {
    const path = await write(world.carla, { title: 'Quillon buys nobody', embargo: '2026-10-20', embargoTime: '10:00' })
    const list = String(world.listId)
    expect((await post(world.carla, `${path}/publish`, { lists: list })).status).toBe(303)

    for (const place of [path, '/news', '/news/feed.atom', '/news/feed.json', '/search?q=quillon'])
      expect(await read(undefined, place)).not.toContain('Quillon buys nobody')
    world.clock.now = new Date('2026-10-20T08:59:00Z')
    await tasks['news.turn']?.({} as never, world.context)
    await world.settle()
    expect((await get(undefined, path)).status).toBe(404)

    // 10:00 in Lisbon is 09:00 UTC in October.
    world.clock.now = new Date('2026-10-20T09:00:00Z')
    await tasks['news.turn']?.({} as never, world.context)
    await tasks['news.turn']?.({} as never, world.context)
    await world.settle()
    await world.settle()

    expect(await read(undefined, path)).toContain('Quillon buys nobody')
    const posts = (await world.postbox()).filter(({ post: subject }) => subject === 'Quillon buys nobody')
    expect(posts.map(({ email }) => email).sort()).toEqual(['carla@carla.example', 'maria@maria.example', 'susi@susi.example'])
    const message = await world.db
      .selectFrom('message')
      .innerJoin('rawMail', 'rawMail.id', 'message.rawId')
      .select(['message.messageId', 'message.fromName', 'message.hasHtml', 'message.text'])
      .where('subject', '=', 'Quillon buys nobody')
      .execute()
    expect(message).toMatchObject([
      { fromName: 'Carla', hasHtml: true, text: expect.stringMatching(/^It works\.$[\s\S]*http:..rapport\.test/m) },
    ])
    expect(await read(world.susi, path)).toContain(`/t/${encodeURIComponent(message[0]?.messageId ?? '')}`)
    expect(await read(undefined, path)).not.toContain('/lists/lectio-l/t/')
  })

  it('says at the field what is wrong, and keeps what was typed', async () => {
    const answer = await post(world.carla, '/news', { ...form, title: '', embargo: '2026-01-01', links: 'nowhere' })
    expect(answer.status).toBe(422)
    const past = await post(world.carla, '/news', { ...form, embargo: '2026-01-01' })
    expect([past.status, await past.text()]).toEqual([422, expect.stringContaining('Choose an embargo in the future')])
    const links = await post(world.carla, '/news', { ...form, links: 'nowhere' })
    expect(await links.text()).toContain('Begin each line with an address')
    const before = await world.db.selectFrom('newsItem').select('id').execute()
    const picture = await sendPicture(world.carla, 'picture.png', Buffer.from('<svg onload="alert(1)">'), 'A trick')
    expect([picture.status, await picture.text()]).toEqual([422, expect.stringContaining('its content has another type')])
    const text = await sendPicture(world.carla, 'notes.txt', Buffer.from('no picture'), 'Words')
    expect([text.status, await text.text()]).toEqual([422, expect.stringContaining('cannot be shown')])
    const silent = await sendPicture(world.carla, 'dot.png', dot, '')
    expect([silent.status, await silent.text()]).toEqual([422, expect.stringContaining('Describe the picture for people')])
    expect(await world.db.selectFrom('newsItem').select('id').execute()).toEqual(before)
    const good = await sendPicture(world.carla, 'dot.png', dot, 'A dot')
    expect(good.status).toBe(303)
  })

  it('does not go out without what its editor has changed and not saved', async () => {
    const path = await write(world.carla, { title: 'Half done' })
    const changed = { ...form, title: 'Half done', text: 'It works **better**.', version: '1' }
    expect((await post(world.carla, '/drafts', { ...changed, draft: `${path}/edit` })).status).toBeLessThan(300)
    const early = await post(world.carla, `${path}/publish`, { lists: String(world.listId) })
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('You have changes that are not saved.')])
    expect((await get(undefined, path)).status).toBe(404)
    expect((await post(world.carla, path, { ...changed, draft: `${path}/edit` })).status).toBe(303)
    expect((await post(world.carla, `${path}/publish`)).status).toBe(303)
    expect(await read(undefined, path)).toContain('It works <strong>better</strong>.')
  })

  it('is corrected with the day, and withdrawn with the reason', async () => {
    const path = await write(world.carla, { title: 'Wrong by a day' })
    await post(world.carla, `${path}/publish`)
    expect((await post(world.carla, `${path}/correct`, { text: 'It was Tuesday.' })).status).toBe(303)
    expect(await read(undefined, path)).toContain('It was Tuesday.')

    expect((await post(world.carla, `${path}/withdraw`, { reason: 'The vendor took it back.' })).status).toBe(303)
    const page = await read(undefined, path)
    expect(page).toContain('The vendor took it back.')
    expect(page).not.toContain('It <strong>works</strong>.')
    expect(await read(undefined, '/news/feed.atom')).not.toContain('Wrong by a day')
    expect(await read(undefined, '/search?q=wrong')).not.toContain(path)
  })

  it('is not changed by who saw an older version', async () => {
    const path = await write(world.carla, { title: 'Changed twice' })
    expect((await post(world.maria, path, { ...form, title: 'By Maria', version: '1' })).status).toBe(303)
    expect((await post(world.carla, path, { ...form, title: 'By Carla', version: '1' })).status).toBe(409)
    expect(await read(world.carla, `${path}/edit`)).toContain('By Maria')
  })

  it('goes to no list that more people read than may read it', async () => {
    const path = await write(world.carla, { title: 'For us', visibility: 'group' })
    const answer = await post(world.carla, `${path}/publish`, { lists: String(world.listId) })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('More people read Lectio-L than can read this')])
    expect((await post(world.carla, `${path}/publish`)).status).toBe(303)
    expect([(await get(world.maria, path)).status, (await get(world.susi, path)).status]).toEqual([200, 404])
  })
})

/** A form with a file, as a browser sends it. */
async function sendPicture(person: Person, name: string, bytes: Buffer, alt: string): Promise<Response> {
  const { cookies } = await as(person)
  const body = new FormData()
  for (const [key, value] of Object.entries(form)) body.set(key, value)
  body.set('pictureAlt', alt)
  body.set('picture', new File([new Uint8Array(bytes)], name))
  return world.app.request('http://rapport.test/news', {
    method: 'POST',
    headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; '), origin: 'http://rapport.test' },
    body,
  })
}
