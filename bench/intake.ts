import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { program } from '../src/actor.ts'
import { readConfig } from '../src/config.ts'
import { openGround } from '../src/ground.ts'
import { foundGroup } from '../src/groups/actions.ts'
import { openList } from '../src/list/actions.ts'
import { ensureBuilt, Rapport } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'

// Mails a second that ten sessions get their 250 for, after the flush to the disk and with nothing else running; then mails a second that
// are processed to archive, search index and deliveries of a list of ten. node bench/intake.ts [MAILS] [RUNS] [smtp-source]; JSON on stdout.
// With the last word the mails come from Postfix's generator, which takes less of the two cores than ours.

const [mails = 5_000, runs = 3] = process.argv.slice(2, 4).map(Number)
const generator = process.argv[4]
const sessions = 10
const subscribers = 10
const body = 'Dear all, we see the same, with lists that were rolled over from last year only.\r\n'.repeat(25)

/** One session: a mail after the other, each only after the answer to the last (as smtp-source does). */
async function session(port: number, run: number, numbers: Iterator<number>): Promise<void> {
  const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
  let text = ''
  let heard = (): void => {}
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1')
    heard()
  })
  const answer = async (code: string): Promise<void> => {
    for (;;) {
      const match = /^(?:\d{3}-.*\r\n)*(\d{3}).*\r\n/.exec(text)
      if (match && match[1] !== code) throw new Error(match[0])
      if (match) {
        text = text.slice(match[0].length)
        return
      }
      await new Promise<void>((resolve) => {
        heard = resolve
      })
    }
  }
  const say = (line: string, code: string) => {
    socket.write(`${line}\r\n`)
    return answer(code)
  }
  await answer('220')
  await say('EHLO bench.example', '250')
  for (let { value, done } = numbers.next(); !done; { value, done } = numbers.next()) {
    await say('MAIL FROM:<maria@bench.example>', '250')
    await say('RCPT TO:<bench-l@lists.localhost>', '250')
    await say('DATA', '354')
    const id = `${run}.${value}@bench.example`
    await say(
      `From: Maria <maria@bench.example>\r\nTo: bench-l@lists.localhost\r\nSubject: Post ${value}\r\nMessage-ID: <${id}>\r\nDate: ${new Date().toUTCString().replace('GMT', '+0000')}\r\n\r\n${body}Number ${value}.\r\n.`,
      '250',
    )
  }
  socket.end('QUIT\r\n')
  await once(socket, 'close')
}

async function load(port: number, run: number): Promise<number> {
  const numbers = Array.from({ length: mails }, (_, i) => i).values()
  const start = performance.now()
  if (generator) {
    const its = ['-d', '-s', `${sessions}`, '-m', `${mails}`, '-l', `${body.length}`, '-f', 'maria@bench.example']
    await once(spawn(generator, [...its, '-t', 'bench-l@lists.localhost', `127.0.0.1:${port}`], { stdio: 'inherit' }), 'exit')
  } else await Promise.all(Array.from({ length: sessions }, () => session(port, run, numbers)))
  return Math.round((mails * 1_000) / (performance.now() - start))
}

const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'))
await writeFile(join(folder, 'dns.json'), '{}')
const port = await freePort()
const env = {
  RAPPORT_DATA: folder,
  RAPPORT_SMTP: `127.0.0.1:${port}`,
  RAPPORT_LOG: 'error',
  RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
}
ensureBuilt()
const ground = await openGround(readConfig(env))
const { db, write } = ground.context
await write(async (tx) => {
  const actor = program(new Date())
  const community = { slug: 'b', name: 'B' }
  const { groupId } = await foundGroup(tx, actor, { community, vendor: 'V', product: 'P', group: { slug: 'g', name: 'G' } })
  const listId = await openList(tx, actor, { groupId, communityIds: [], name: 'bench-l', title: 'Bench-L' })
  await sql`with p as (insert into person (name) select 'Person ' || n from generate_series(1, ${subscribers}::int) n returning id),
    a as (insert into address (person_id, email, verified_at) select id, case when id = (select min(id) from p) then 'maria@bench.example' else 'person' || id || '@d.example' end, now() from p returning id, person_id)
    insert into subscription (list_id, person_id, address_id) select ${listId}, person_id, id from a`.execute(tx)
})

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const settled = async () =>
  Number(
    (
      await db
        .selectFrom('inbound')
        .select((e) => e.fn.countAll().as('n'))
        .where('state', '=', 'settled')
        .executeTakeFirst()
    )?.n,
  )

const databaseUrl = { ...env, RAPPORT_DATABASE_URL: ground.database.url }
const acknowledged: number[] = []
const processed: number[] = []
for (let run = 0; run <= runs; run++) {
  const door = await Rapport.start(databaseUrl, port, 'smtp')
  const rate = await load(port, run)
  await door.stop()
  const before = await settled()
  const worker = await Rapport.start(databaseUrl, undefined, 'worker')
  let first = 0
  // From the first mail that is done: the start of the process is not what is measured.
  let skipped = 0
  for (;;) {
    const done = (await settled()) - before
    if (done > 0 && first === 0) {
      first = performance.now()
      skipped = done
    }
    if (done >= mails) break
    await sleep(5)
  }
  // The first run warms up.
  if (run > 0) {
    acknowledged.push(rate)
    processed.push(Math.round(((mails - skipped) * 1_000) / (performance.now() - first)))
  }
  await worker.stop()
}
const deliveries = await db
  .selectFrom('delivery')
  .select((e) => e.fn.countAll<number>().as('n'))
  .executeTakeFirstOrThrow()
await ground.close()
await rm(folder, { recursive: true, force: true })
const spread = (values: number[]) => ({ median: median(values), lowest: Math.min(...values), highest: Math.max(...values) })
console.log(
  JSON.stringify({
    unit: 'messages per second',
    mails,
    runs,
    bytes: body.length + 250,
    sessions,
    subscribers,
    acknowledged: spread(acknowledged),
    processed: spread(processed),
    deliveriesQueued: deliveries.n,
  }),
)
process.exit(0)
