import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { thinChanges } from '../src/archive/page-versions-actions.ts'
import { createApp } from '../src/edges/http/app.tsx'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let elsewhere: ReturnType<typeof createApp>
let posts = 0
beforeAll(async () => {
  world = await makeWorld()
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  // Another process on the same database.
  elsewhere = createApp(world.ground)
  await post('Rollover')
})
afterAll(() => world.end())

async function post(subject: string, references: string[] = []) {
  posts++
  const raw = mail({
    id: `k${posts}@maria.example`,
    subject,
    text: `Said ${posts}.`,
    references,
    from: 'Maria <maria@maria.example>',
    date: new Date(Date.UTC(2026, 8, posts, 8)),
  })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  await world.settle()
}

const addresses = ['/lists/lectio-l/threads', '/lists/lectio-l/t/k1%40maria.example', '/lists/lectio-l/m/k1%40maria.example']
const get = (path: string, headers: Record<string, string> = {}, app = world.app) => app.request(path, { headers })
const page = async (path: string, headers: Record<string, string> = {}, app = world.app) => (await get(path, headers, app)).text()

/** Asks for all pages until they are kept. */
const keepAll = async (...apps: (typeof world.app)[]) => {
  for (const app of [...apps, ...apps]) for (const path of addresses) expect((await get(path, {}, app)).status).toBe(200)
}

test('a page is kept when it is asked for again, not when it is asked for once', async () => {
  const [once, again] = [`${addresses[1]}?n=1`, `${addresses[1]}?n=2`]
  for (const path of [once, again, again]) expect(await page(path)).toContain('Said 1.')
  const say = (text: string) =>
    world.write(async (tx) => {
      // As no program does: nothing tells of the change.
      await sql`set local session_replication_role = replica`.execute(tx)
      await tx.updateTable('message').set({ text }).where('messageId', '=', 'k1@maria.example').execute()
    })
  await say('Said in secret.')
  expect(await page(again)).toContain('Said 1.')
  expect(await page(once)).toContain('Said in secret.')
  await say('Said 1.')
  expect(await page(once)).toContain('Said in secret.')
})

test.each(addresses)('%s is the same the second time, and nothing to send for who has it', async (path) => {
  const first = await get(path)
  const etag = first.headers.get('etag') as string
  expect([first.status, first.headers.get('cache-control'), etag.length]).toEqual([200, 'public, no-cache', 24])
  const second = await get(path)
  expect(await second.text()).toBe(await first.text())
  for (const name of ['content-security-policy', 'content-type', 'x-frame-options', 'vary'])
    expect(second.headers.get(name), name).toBe(first.headers.get(name))
  expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
  const third = await get(path, { 'if-none-match': etag })
  expect([third.status, await third.text()]).toEqual([304, ''])
})

test('each language has its own page, and who is signed in has hers', async () => {
  const path = addresses[0] as string
  expect(await page(path, { 'accept-language': 'de' })).toContain('<html lang="de"')
  expect(await page(path, { 'accept-language': 'fr' })).toContain('<html lang="fr"')
  const susi = await (await world.as(world.susi)).get(path)
  expect([await susi.text(), susi.headers.get('cache-control')]).toEqual([expect.stringContaining('Susi'), 'private, no-store'])
  expect(await page(path)).not.toContain('Susi')
})

test('what changed is on the page at once, in every process', async () => {
  await keepAll(world.app, elsewhere)
  await post('Re: Rollover', ['k1@maria.example'])
  for (const app of [world.app, elsewhere]) {
    expect(await page(addresses[0] as string, {}, app)).toContain('2 messages')
    expect(await page(addresses[1] as string, {}, app)).toContain('Said 2.')
  }
  await world.db.updateTable('message').set({ text: 'Taken out.' }).where('messageId', '=', 'k1@maria.example').execute()
  await world.db.updateTable('list').set({ title: 'Lectio for all' }).where('id', '=', world.listId).execute()
  for (const app of [world.app, elsewhere]) {
    expect(await page(addresses[1] as string, {}, app)).not.toContain('Said 1.')
    expect(await page(addresses[2] as string, {}, app)).toContain('Taken out.')
    for (const path of addresses) expect(await page(path, {}, app)).toContain('Lectio for all')
  }
  await world.db
    .insertInto('affiliation')
    .values({
      personId: world.maria.personId,
      organisationId: (await world.db.selectFrom('organisation').select('id').executeTakeFirstOrThrow()).id,
    })
    .execute()
  expect(await page(addresses[1] as string, {}, elsewhere)).toContain('Quillon')
})

test('what stands around a page that is made each time is as it is now, in every process', async () => {
  const path = '/search'
  const said = async () => Promise.all([world.app, elsewhere].map((app) => page(path, {}, app)))
  const change = [
    () => world.db.insertInto('siteMenu').values({ position: 1, label: 'Our wiki', path: 'https://wiki.example/' }).execute(),
    () => world.db.updateTable('community').set({ name: 'Readers of Lectio' }).execute(),
    () => world.db.deleteFrom('siteMenu').execute(),
  ]
  for (const html of await said()) expect(html).not.toMatch(/Our wiki|Readers of Lectio/)
  await change[0]?.()
  for (const html of await said()) expect(html).toContain('Our wiki')
  await change[1]?.()
  for (const html of await said()) expect(html).toMatch(/Readers of Lectio[\s\S]*Our wiki/)
  await change[2]?.()
  for (const html of await said()) expect(html).not.toContain('Our wiki')
  // For who is signed in, a list stands beside the others as soon as it is there.
  await world.join(world.susi, world.otherListId)
  const susi = await world.as(world.susi)
  const beside = async () => /<nav class="places".*?<\/nav>/.exec(await (await susi.get('/lists/catalogo-l')).text())?.[0]
  expect(await beside()).not.toContain('Lectio renamed')
  await world.db.updateTable('list').set({ title: 'Lectio renamed' }).where('id', '=', world.listId).execute()
  expect(await beside()).toContain('Lectio renamed')
})

test('an archive that is closed is closed at the next request, in every process', async () => {
  await keepAll(world.app, elsewhere)
  await world.db.updateTable('list').set({ archive: 'subscribers' }).where('id', '=', world.listId).execute()
  for (const app of [world.app, elsewhere]) for (const path of addresses) expect((await get(path, {}, app)).status).toBe(404)
  await world.db.updateTable('list').set({ archive: 'public' }).where('id', '=', world.listId).execute()
  for (const path of addresses) expect((await get(path)).status).toBe(200)
})

test('a change that is not committed is not shown, and is when it is', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const path = addresses[2] as string
  const { promise: written, resolve: tell } = Promise.withResolvers<void>()
  const change = world.write(async (tx) => {
    await tx.updateTable('message').set({ text: 'Quite another.' }).where('messageId', '=', 'k1@maria.example').execute()
    tell()
    await held
  })
  await written
  expect(await page(path)).not.toContain('Quite another.')
  // Changes meanwhile, that are committed first, must not hide the one that began before them.
  await world.db.updateTable('list').set({ title: 'Lectio-L' }).where('id', '=', world.listId).execute()
  expect(await page(path)).toContain('Lectio-L')
  release()
  await change
  expect(await page(path)).toContain('Quite another.')
})

test('lines of changes are thinned out, and pages stay right', async () => {
  for (let i = 0; i < 120; i++)
    await world.db
      .updateTable('message')
      .set({ text: `Turn ${i}.` })
      .where('messageId', '=', 'k1@maria.example')
      .execute()
  expect(await page(addresses[2] as string)).toContain('Turn 119.')
  await thinChanges(world.db)
  const { rows } = await sql<{ lines: number }>`select count(*) as lines from shown_change`.execute(world.db)
  expect(rows[0]?.lines).toBeLessThan(100)
  expect(await page(addresses[2] as string)).toContain('Turn 119.')
  await world.db.updateTable('message').set({ text: 'The last.' }).where('messageId', '=', 'k1@maria.example').execute()
  expect(await page(addresses[2] as string)).toContain('The last.')
})

test('the months are counted as messages come, move and go', async () => {
  const counted = async () =>
    (
      await sql<{ right: boolean }>`
        select array(select (list_id, month, messages)::text from list_month where messages <> 0 order by 1)
          = array(select (list_id, date_trunc('month', sent_at at time zone 'UTC')::date, count(*)::int)::text from message
            group by list_id, date_trunc('month', sent_at at time zone 'UTC') order by 1) as right`.execute(world.db)
    ).rows[0]?.right
  await post('In October')
  expect(await counted()).toBe(true)
  await world.db.updateTable('message').set({ sentAt: sql`sent_at - interval '40 days'` }).execute()
  expect(await counted()).toBe(true)
  await world.db.deleteFrom('delivery').execute()
  await world.db.deleteFrom('message').where('messageId', '=', 'k3@maria.example').execute()
  expect(await counted()).toBe(true)
})

test('of an archive of many years the newest two stand open, and the one that is looked at; a month costs less than a hundred bytes', async () => {
  const list = await world.db.selectFrom('list').select('id').where('name', '=', 'lectio-l').executeTakeFirstOrThrow()
  await sql`insert into list_month (list_id, month, messages) select ${list.id}, month::date, 150
    from generate_series('2006-01-01', '2026-06-01', interval '1 month') as month`.execute(world.db)
  const months = async (path: string) => /<nav class="months"[\s\S]*?<\/nav>/.exec(await page(path, { cookie: 'a=b' }))?.[0] ?? ''
  const openIn = (html: string) => [...html.matchAll(/<details open[^>]*><summary[^>]*>(\d+)/g)].map(([, year]) => Number(year))
  const all = await months('/lists/lectio-l/threads')
  expect(openIn(all)).toEqual([2026, 2025])
  expect(all.match(/<details/g)).toHaveLength(21)
  expect(all.length).toBeLessThan(21 * 12 * 100)
  for (const [month, open] of [
    ['2009-03', [2026, 2025, 2009]],
    ['2025-03', [2026, 2025]],
    ['1999-01', [2026, 2025]],
  ] as const)
    expect(openIn(await months(`/lists/lectio-l/threads?month=${month}`))).toEqual(open)
  await sql`delete from list_month where month < '2026-09-01'`.execute(world.db)
})
