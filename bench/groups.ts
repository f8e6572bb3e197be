import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { found, institutions, one, people, type Size, settle, whole } from './community.ts'
import { reachable, spread } from './ground.ts'

// A whole community on one site, the same for the same numbers: 2 user groups, 14 working groups, 40 lists, 600 institutions, 5,000 people,
// 3 vendors, 6 products. Then milliseconds for the pages that show all groups, compared with a site of one group with as many institutions,
// people and messages, and the ratio. node bench/groups.ts [--runs 15] [--keep FOLDER]; JSON on stdout. A
// kept folder is filled once.

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, keep: { type: 'string' } } })
const runs = Number(values.runs)

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
  home: ['/', 0],
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
