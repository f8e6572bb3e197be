import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { enqueue } from '../../src/lib/db/enqueue.ts'
import { fixedResolver } from '../../src/lib/mail/dns.ts'
import { readOutward } from '../../src/lib/outward-read.ts'
import { sayKept } from '../../src/lib/ui/kept.ts'
import { openPortal, portalOptions } from '../portal-server.ts'
import { makeVendorWorld } from '../vendor-world.ts'

/** A portal that answers as it likes, and whether anything came of it. */
async function reading(answer: (response: ServerResponse) => void) {
  const world = await makeVendorWorld(portalOptions)
  onTestFinished(() => world.end())
  const portal = await openPortal(1)
  portal.state.answer = answer
  const carla = await world.as(world.carla)
  expect((await carla.post('/answers/portal/feeds', { group: 'lectio', url: portal.url })).status).toBe(303)
  await world.settle()
  const feed = await world.db.selectFrom('portalFeed').selectAll().executeTakeFirstOrThrow()
  const entries = await world.db.selectFrom('portalCase').selectAll().execute()
  return { world, portal, carla, feed, entries, problem: sayKept(feed.error) }
}

test('a redirect leads nobody inside: it is not followed, and its goal is never asked', async () => {
  let asked = 0
  const inside = createServer((_, response) => {
    asked++
    response.end('[]')
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void inside.close())
  const to = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/latest/meta-data`
  const { problem, entries, carla } = await reading((response) => response.writeHead(302, { location: to }).end())
  expect([asked, entries]).toEqual([0, []])
  expect(problem).toContain('ideas.example leads on to another address')
  expect(await (await carla.get('/answers/portal?group=lectio')).text()).toContain('leads on to another address')
})

test('an answer without an end is cut off at 8 MB', async () => {
  let sent = 0
  const { problem, entries } = await reading((response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const piece = Buffer.alloc(256 * 1024, 'x')
    const more = () => {
      while (!response.destroyed && response.write(piece)) sent += piece.length
      if (!response.destroyed) response.once('drain', more)
    }
    more()
  })
  expect([problem, entries]).toEqual(['ideas.example sent more than 8 MB.', []])
  expect(sent).toBeLessThan(64 * 1024 * 1024)
})

test('an answer that drips for ever ends with its time, though something came all the while', async () => {
  const portal = await openPortal(1)
  portal.state.answer = (response) => {
    response.writeHead(200)
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  }
  const outward = { resolver: fixedResolver(portalOptions.answers), allowed: ['127.0.0.0/8'] }
  const bounds = { most: 1_000_000, now: new Date(0), milliseconds: 300 }
  const read = readOutward(portal.url, { etag: '', modified: '' }, bounds, outward)
  await expect(read).rejects.toThrow('ideas.example did not finish its answer within')
})

test('an answer that is packed is not unpacked', async () => {
  const { problem, entries } = await reading((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.alloc(99)))
  expect([problem, entries]).toEqual(['ideas.example sent a compressed answer. We read plain ones only.', []])
})

test('a connection that breaks off keeps nothing of what came', async () => {
  const { problem, entries } = await reading((response) => {
    response.writeHead(200, { 'content-length': '5000' })
    response.write('{"posts":[{"id":"1","title":"Half","status":"open","score":1}')
    setImmediate(() => response.destroy())
  })
  expect([problem, entries]).toEqual(['We could not reach ideas.example.', []])
})

const bomb = `<?xml version="1.0"?><!DOCTYPE f [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]><feed><entry><id>1</id><title>&j;</title></entry></feed>`

test.each([
  ['nothing', ''],
  ['zeros', '\0'.repeat(1_000)],
  ['a page of the portal', '<!doctype html><html><body>Sign in</body></html>'],
  ['half of a JSON', '{"posts":[{"id":'],
  ['JSON of something else', '{"users":[{"password":"x"}]}'],
  ['JSON that is deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['entities that grow', bomb],
  [
    'a file of this machine',
    '<!DOCTYPE f [<!ENTITY x SYSTEM "file:///etc/passwd">]><feed><entry><id>1</id><title>&x;</title></entry></feed>',
  ],
  ['elements without an end', '<feed>'.repeat(100_000)],
  ['words', 'Lorem ipsum dolor sit amet, '.repeat(1_000)],
  ['random bytes', String.fromCharCode(...Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 251))],
])('%s is no portal: it is said, nothing is kept, and it is asked later', async (_, body) => {
  const { world, problem, entries, feed, portal } = await reading((response) => response.writeHead(200).end(body))
  expect(problem).not.toBe('')
  expect(entries).toEqual([])
  expect(feed.fails).toBe(1)
  // Not before its time, however often it is looked for.
  world.clock.now = new Date(world.clock.now.getTime() + 10 * 60_000)
  await world.write((tx) => enqueue(tx, 'vendor.portalDue'))
  await world.settle()
  expect(portal.heard).toHaveLength(1)
})

test('an entry that is called by a script, a long text and signs is kept as text, once', async () => {
  const title = `<script>alert(1)</script>\u0000\u202e${'x'.repeat(100_000)}`
  const post = { id: '"><img src=x>', title, status: '<b>planned</b>'.repeat(1_000), score: -1, url: 'javascript:alert(1)' }
  const { entries, carla } = await reading((response) => response.writeHead(200).end(JSON.stringify({ posts: [post, post] })))
  expect(entries).toHaveLength(1)
  expect([entries[0]?.label.length, entries[0]?.link, entries[0]?.votes]).toEqual([300, '', null])
  expect(entries[0]?.label).not.toContain('<')
  expect((await carla.get('/answers/portal?group=lectio')).status).toBe(200)
})

test('a portal that makes up entries and changes fills no disk, and that of a group that is closed is asked no more', async () => {
  const { world, portal, carla, feed } = await reading((response) => response.end('[]'))
  // Compared long ago: nothing is looked for that is like them.
  await sql`insert into portal_case (group_id, number, label, why) select ${feed.groupId}, 'made-up-' || n, 'Made up', '' from generate_series(1, 49999) n`.execute(
    world.db,
  )
  const read = async (count: number, status: string) => {
    const posts = Array.from({ length: count }, (_, n) => ({
      id: `new-${n}`,
      title: `New ${n}`,
      status,
      url: `https://ideas.example/${n}`,
    }))
    portal.state.answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ posts }))
    world.clock.now = new Date(world.clock.now.getTime() + 13 * 3_600_000)
    await world.write((tx) => enqueue(tx, 'vendor.portalDue', {}))
    await world.settle()
  }
  const count = async (table: 'portalCase' | 'portalStatus') =>
    (
      await world.db
        .selectFrom(table)
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  await read(5, 'open')
  expect(await count('portalCase')).toBe(50_000)
  await sql`insert into portal_status (portal_case_id, status, on_day, is_change, recorded_at)
    select (select id from portal_case where number = 'new-0'), 'flip', ${world.clock.now}::date, true, ${world.clock.now} from generate_series(1, 20000)`.execute(
    world.db,
  )
  const before = await count('portalStatus')
  await read(5, 'planned')
  expect(await count('portalStatus')).toBe(before)
  const asked = portal.heard.length
  expect((await (await world.as(world.ada)).post('/groups/lectio/close')).status).toBe(303)
  await read(5, 'shipped')
  expect(portal.heard).toHaveLength(asked)
  expect((await carla.get('/answers/portal?group=lectio')).status).toBeLessThan(500)
})

test('an address inside, one with a password and one that is no address are refused before anything is kept or asked', async () => {
  const world = await makeVendorWorld({ answers: { 'inner.example': { A: ['10.0.0.7'] }, 'far.example': { A: ['192.0.2.10'] } } })
  onTestFinished(() => world.end())
  const carla = await world.as(world.carla)
  for (const url of [
    ...['https://inner.example/', 'http://169.254.169.254/latest', 'https://[::1]/', 'file:///etc/passwd', 'x'],
    ...['https://a:b@far.example/', 'http://far.example/'],
  ])
    expect([url, (await carla.post('/answers/portal/feeds', { group: 'lectio', url })).status]).toEqual([url, 422])
  expect(await world.db.selectFrom('portalFeed').select('id').execute()).toEqual([])
})

test('what a name leads to is asked at each reading: one that turns inside is called no more', async () => {
  const answers: Record<string, unknown> = { ...portalOptions.answers }
  const world = await makeVendorWorld({ ...portalOptions, answers })
  onTestFinished(() => world.end())
  const portal = await openPortal(2)
  const carla = await world.as(world.carla)
  await carla.post('/answers/portal/feeds', { group: 'lectio', url: portal.url })
  await world.settle()
  answers['ideas.example'] = { A: ['10.0.0.7'] }
  world.clock.now = new Date(world.clock.now.getTime() + 12 * 60_000)
  await world.write((tx) => enqueue(tx, 'vendor.portalDue'))
  await world.settle()
  expect(portal.heard).toHaveLength(1)
  const turned = await world.db.selectFrom('portalFeed').select('error').executeTakeFirstOrThrow()
  expect(sayKept(turned.error)).toContain('internal network')
})

test('no member, guest, subscriber or leader of another group brings, joins, takes or leaves anything', async () => {
  const { world, carla } = await reading((response) => response.writeHead(200).end('[]'))
  const [id = 0] = await world.askFor({ title: 'Keep notes' })
  const say = (status: string) => ({ text: JSON.stringify({ posts: [{ id: '1', title: 'One', status, score: 1 }] }) })
  for (const status of ['open', 'planned']) await carla.ask('POST', '/api/v1/portal', say(status))
  const entry = (await world.db.selectFrom('portalCase').select('id').executeTakeFirstOrThrow()).id
  await carla.post(`/answers/portal/entries/${entry}`, { requestId: String(id) })
  const [change] = await world.db.selectFrom('portalStatus').select('id').where('isChange', '=', true).execute()
  const feed = (await world.db.selectFrom('portalFeed').select('id').executeTakeFirstOrThrow()).id
  for (const person of [world.maria, world.vera, world.susi, world.otto, world.bruno]) {
    const other = await world.as(person)
    const tried: [string, Record<string, string>][] = [
      [`/answers/portal/changes/${change?.id}`, { class: 'planned', reason: 'Because', release: 'R1' }],
      [`/answers/portal/changes/${change?.id}/leave`, {}],
      [`/answers/portal/entries/${entry}`, { join: 'no' }],
      [`/answers/portal/feeds/${feed}/close`, {}],
      ['/answers/portal', { group: 'lectio', pasted: say('closed').text }],
      ['/answers/portal/feeds', { group: 'lectio', url: 'https://far.example/' }],
    ]
    for (const [path, form] of tried) expect([path, (await other.post(path, form)).status]).toEqual([path, 404])
    expect((await other.ask('POST', '/api/v1/portal', { group: 'lectio', ...say('closed') })).status).toBe(404)
  }
  expect(await world.db.selectFrom('answer').select('id').execute()).toEqual([])
  expect(await world.db.selectFrom('portalStatus').select('id').execute()).toHaveLength(2)
})
