// Whether readers notice that posts are being sent: pages of a public archive at 50 requests a second, each page once, while the process is
// at rest and while posts to 10,000 subscribers of another list are sent one after another. JSON; medians of the runs.
// node bench/readers.ts [--folder FOLDER] [--messages 100000] [--subscribers 10000] [--seconds 10] [--runs 3]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { program } from '../src/actor.ts'
import { messagePath, threadPath } from '../src/lib/ui/paths.ts'
import { openList } from '../src/list/actions.ts'
import { findListsByName } from '../src/list/queries.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { fillBenchGround, percentile, reachable, spread } from './ground.ts'
import { loadPages } from './load.ts'
import { fillList, startSinkProcess, submit } from './posts.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'rapport-bench-archive') },
    messages: { type: 'string', default: '100000' },
    subscribers: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '10' },
    runs: { type: 'string', default: '3' },
  },
})
const runs = Number(values.runs)
const subscribers = Number(values.subscribers)

ensureBuilt()
const ground = await fillBenchGround(values.folder, Number(values.messages), { orMore: true })
const { db, pool, write } = ground.database
const archive = 'lectio-l'
const crowd = 'crowd-l'
if ((await findListsByName(db, [crowd])).length === 0) {
  const [{ groupId } = { groupId: 0 }] = await findListsByName(db, [archive])
  await write(async (tx) => {
    const listId = await openList(tx, program(new Date()), { groupId, communityIds: [], name: crowd, title: 'Crowd-L' })
    await fillList(tx, listId, subscribers)
    await sql`analyze`.execute(tx)
  })
}
const { rows } = await pool.query<{ id: string; root: string }>(
  "select m.message_id as id, t.root from message m join thread t on t.id = m.thread_id join list l on l.id = m.list_id where l.name = 'lectio-l' order by md5(m.message_id)",
)
await ground.close()
const pages = rows.map(({ id, root }, place) => (place % 2 === 0 ? messagePath(archive, id) : threadPath(archive, root)))

const sink = await startSinkProcess()
const [port, smtpPort] = [await freePort(), await freePort()]
const dns = join(tmpdir(), 'rapport-bench-dns.json')
await writeFile(dns, '{}')
const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve'], {
  env: {
    ...process.env,
    RAPPORT_DATA: values.folder,
    RAPPORT_HTTP: `127.0.0.1:${port}`,
    RAPPORT_SMTP: `127.0.0.1:${smtpPort}`,
    RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
    RAPPORT_LOG: 'error',
    RAPPORT_DNS: `file:${dns}`,
  },
  stdio: ['ignore', 'inherit', 'inherit'],
})
process.on('exit', () => rapport.kill())
await reachable(port)
await reachable(smtpPort)

let at = 0
const next = () => pages[at++ % pages.length] as string
const read = (milliseconds: number) => loadPages(port, { connections: 16, rate: 50, milliseconds, next })

/** Posts go out one after another until told to stop. */
function keepPosting() {
  let posting = true
  const posts: number[] = []
  const done = (async () => {
    while (posting) {
      const before = await sink.accepted()
      const started = performance.now()
      await submit(smtpPort, crowd, posts.length)
      while ((await sink.accepted()) - before < subscribers) await new Promise((resolve) => setTimeout(resolve, 10))
      posts.push(subscribers / ((performance.now() - started) / 1_000))
    }
    return posts
  })()
  return () => {
    posting = false
    return done
  }
}

const told = (loads: { times: number[] }[]) =>
  Object.fromEntries(
    [0.5, 0.95, 0.99].map((share) => [
      `p${share * 100}Ms`,
      spread(
        loads.map(({ times }) => percentile(times, share)),
        1,
      ),
    ]),
  )

await read(5_000)
const quiet: { times: number[] }[] = []
for (let run = 0; run < runs; run++) quiet.push(await read(Number(values.seconds) * 1_000))
const stop = keepPosting()
await read(5_000)
const busy: { times: number[] }[] = []
for (let run = 0; run < runs; run++) busy.push(await read(Number(values.seconds) * 1_000))
const rates = await stop()
rapport.kill('SIGTERM')
await once(rapport, 'exit')
sink.end()

const p95 = (loads: { times: number[] }[]) =>
  spread(
    loads.map(({ times }) => percentile(times, 0.95)),
    2,
  ).median
console.log(
  JSON.stringify({
    bench: 'readers',
    requestsPerSecond: 50,
    subscribers,
    quiet: told(quiet),
    whilePosting: told(busy),
    p95Ratio: Number((p95(busy) / p95(quiet)).toFixed(2)),
    deliveriesPerSecond: spread(rates),
  }),
)
process.exit(0)
