import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { program } from '../src/actor.ts'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { appoint, foundGroup } from '../src/groups/actions.ts'
import type { Tx } from '../src/lib/db/connect.ts'
import { openList } from '../src/list/actions.ts'
import { indexDocuments } from '../src/search/actions.ts'
import { ensureBuilt, freePort } from '../test/crash/rapport.ts'
import { reachable, spread } from './ground.ts'

// A whole community on one site, the same for the same numbers: 2 user groups, 14 working groups, 40 lists, 600 institutions, 5,000 people,
// 3 vendors, 6 products. Then milliseconds for the pages that know of all groups, beside a site of one group with as many institutions, people
// and messages, and how many times as long they take. node bench/groups.ts [--runs 15] [--keep FOLDER]; JSON on stdout. A
// kept folder is filled once.

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, keep: { type: 'string' } } })
const runs = Number(values.runs)

interface Size {
  communities: number
  groups: number
  lists: number
  vendors: number
  products: number
}
const whole: Size = { communities: 2, groups: 14, lists: 40, vendors: 3, products: 6 }
const one: Size = { communities: 1, groups: 1, lists: 1, vendors: 1, products: 1 }
const institutions = 600
const people = 5_000
const messages = 4_000
const day = '2026-01-01'
const now = new Date('2026-10-16T09:00:00Z')

/** Groups, products and lists, by the doors of the program. */
async function found(tx: Tx, { communities, groups, lists, vendors, products }: Size) {
  const actor = program(now)
  const made: { groupId: number; communityId: number }[] = []
  for (let i = 0; i < groups; i++)
    made.push(
      await foundGroup(tx, actor, {
        community: { slug: `ug${i % communities}`, name: `User Group ${i % communities}` },
        vendor: `Vendor ${(i % products) % vendors}`,
        product: `Product ${i % products}`,
        group: { slug: `wg${i}`, name: `Working Group ${i}`, foundedOn: '2016-01-01' },
      }),
    )
  const listIds: number[] = []
  for (let i = 0; i < lists; i++) {
    const { groupId, communityId } = made[i % groups] as (typeof made)[number]
    listIds.push(
      await openList(tx, actor, {
        ...{ groupId, communityIds: [communityId], name: `list${i}`, title: `List ${i}` },
        archive: i % 3 === 2 ? 'group' : 'subscribers',
      }),
    )
  }
  return { made, listIds }
}

/** Institutions with contracts, people with workplaces and subscriptions: by the thousand, each by its number. */
async function settle(tx: Tx, { made, listIds }: Awaited<ReturnType<typeof found>>, { products }: Size): Promise<void> {
  await sql`insert into organisation (name, kind, country, people_served) select 'University of Place ' || i, 'institution',
    (array['DE', 'GB', 'US', 'AU', 'PT'])[1 + i % 5], 1000 + i * 7 from generate_series(1, ${institutions}::int) i`.execute(tx)
  await sql`insert into contract (organisation_id, product_id, from_on) select o.id, p.id, ${day}::date
    from organisation o join product p on o.id % ${products} = p.id % ${products} where o.kind = 'institution'`.execute(tx)
  await sql`insert into membership (organisation_id, community_id, from_on) select o.id, c.id, ${day}::date
    from organisation o cross join community c where o.kind = 'institution'`.execute(tx)
  await sql`insert into person (name) select 'Person Number ' || i from generate_series(1, ${people}::int) i`.execute(tx)
  await sql`insert into address (person_id, email, verified_at) select id, 'person' || id || '@place.example', ${now} from person`.execute(
    tx,
  )
  await sql`insert into affiliation (person_id, organisation_id, from_on) select p.id, o.id, ${day}::date
    from person p join organisation o on o.name = 'University of Place ' || (1 + p.id % ${institutions})`.execute(tx)
  await sql`insert into subscription (list_id, person_id, address_id, since) select l.id, a.person_id, a.id, ${now}
    from address a join list l on (a.person_id + l.id) % ${Math.max(2, Math.ceil(listIds.length / 2))} = 0`.execute(tx)
  // Eight members each: as many people for one group as for fourteen.
  for (const [i, { groupId }] of made.entries())
    for (let seat = 0; seat < 8; seat++)
      await appoint(tx, program(now), {
        ...{ personId: 1 + i * 8 + seat, groupId, fromOn: '2024-01-01', formal: true },
        role: seat === 0 ? 'coordinator' : seat === 1 ? 'deputy' : 'member',
      })
  // One person is the liaison of all of them.
  for (const { groupId } of made) await appoint(tx, program(now), { personId: people, groupId, fromOn: '2024-01-01', role: 'liaison' })
  await appoint(tx, program(now), { personId: people - 1, fromOn: '2024-01-01', role: 'administrator' })
  await indexDocuments(
    tx,
    Array.from({ length: messages }, (_, i) => ({
      kind: 'decision',
      subjectId: 1_000_000 + i,
      audience: `group:${made[i % made.length]?.groupId}`,
      groupId: made[i % made.length]?.groupId ?? 0,
      author: '',
      at: new Date(now.getTime() - i * 3_600_000),
      title: `Decision ${i} on rollover`,
      body: `We look at the rollover of year ${i % 30} and what place ${i % institutions} says of it.`,
      language: 'en',
    })),
  )
}

const secret = 'a secret for benches, long enough'

/** The site of a size, made in an empty folder and served; the same every time. */
async function openSite(folder: string, size: Size) {
  const ground = await openGround(readConfig({ RAPPORT_DATA: folder, RAPPORT_LOG: 'error', RAPPORT_SECRET: secret }))
  const { db, write, pool } = ground.database
  if (!(await db.selectFrom('workingGroup').select('id').limit(1).executeTakeFirst())) {
    await write(async (tx) => settle(tx, await found(tx, size), size))
    await pool.query('vacuum analyze')
  }
  const cookies = [await cookieOf(people), await cookieOf(people - 1)] as const
  await ground.close()
  const port = await freePort()
  const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'web'], {
    env: { ...process.env, RAPPORT_DATA: folder, RAPPORT_HTTP: `127.0.0.1:${port}`, RAPPORT_LOG: 'warn', RAPPORT_SECRET: secret },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  process.on('exit', () => rapport.kill())
  await reachable(port)
  return { port, rapport, cookies }

  async function cookieOf(personId: number): Promise<string> {
    const email = `person${personId}@place.example`
    const made = await ground.context.auth.createCode(email)
    const { headers } = await ground.context.auth.signIn(email, made?.code ?? '', new Headers())
    return headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
  }
}

type Site = Awaited<ReturnType<typeof openSite>>

/** What is looked at, by the liaison of all groups (0) or an administrator (1). */
const pages: Record<string, [string, 0 | 1]> = {
  today: ['/today', 0],
  menu: ['/me', 0],
  search: ['/search?q=rollover', 0],
  searchCounts: ['/search/counts?q=rollover', 0],
  roster: ['/roster', 0],
  register: ['/organisations', 1],
  people: ['/people', 1],
  lists: ['/lists', 0],
  overview: ['/overview', 0],
  groups: ['/admin/groups', 1],
  requests: ['/requests', 0],
  meetings: ['/meetings', 0],
  poll: ['/polls/new', 1],
  actions: ['/actions', 0],
  charters: ['/charter', 1],
  documents: ['/documents', 0],
  news: ['/news', 0],
  firstWeeks: ['/first-weeks', 1],
}

async function ask({ port, cookies }: Site, [path, who]: [string, 0 | 1]): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: cookies[who] }, redirect: 'manual' })
  await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
  return performance.now() - begun
}

ensureBuilt()
const folder = values.keep ?? (await mkdtemp(join(tmpdir(), 'rapport-bench-groups-')))
const sites = { one: await openSite(join(folder, 'one'), one), whole: await openSite(join(folder, 'whole'), whole) }
const result: Record<string, unknown> = {}
for (const [name, page] of Object.entries(pages)) {
  const times: { one: number[]; whole: number[] } = { one: [], whole: [] }
  // One after the other, so that what else the machine does is the same for both.
  for (let run = -2; run < runs; run++)
    for (const which of ['one', 'whole'] as const) {
      const ms = await ask(sites[which], page)
      if (run >= 0) times[which].push(ms)
    }
  const [alone, all] = [spread(times.one, 1), spread(times.whole, 1)]
  result[name] = { oneMs: alone, wholeMs: all, ratio: Number((all.median / alone.median).toFixed(2)) }
}
process.stdout.write(`${JSON.stringify({ bench: 'groups', whole, institutions, people, ...result }, null, 2)}\n`)
for (const { rapport } of Object.values(sites)) {
  rapport.kill('SIGTERM')
  await once(rapport, 'exit')
}
if (values.keep === undefined) await rm(folder, { recursive: true, force: true })
process.exit(0)
