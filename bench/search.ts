// Searches in a public archive of 100,000 messages over HTTP, one at a time: 20 mixed ones, warm, 20 results a page with snippets; the
// counts that follow; misspelt words, the first in the process reported apart; completion; and how long after its 250 a new message is
// found. JSON; medians of the runs.
// node bench/search.ts [--folder FOLDER] [--messages 100000] [--runs 3]; a folder that `bench/import.ts --keep` made is used as it is.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createTransport } from 'nodemailer'
import { program } from '../src/actor.ts'
import { subscribe } from '../src/list/actions.ts'
import { findListsByName } from '../src/list/queries.ts'
import { ensurePerson } from '../src/people/actions.ts'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { fillBenchGround, percentile, reachable, spread } from './ground.ts'
import { loadPages } from './load.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'rapport-bench-archive') },
    messages: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '3' },
  },
})

ensureBuilt()
const ground = await fillBenchGround(values.folder, Number(values.messages), { orMore: true })
const { db, pool, write } = ground.database
const [list] = await findListsByName(db, ['lectio-l'])
if (!list) throw new Error('the list is not there')
const actor = program(new Date())
await write(async (tx) => {
  const person = await ensurePerson(tx, actor, { name: 'Maria', email: 'maria@bench.example', verified: true })
  const there = await tx.selectFrom('subscription').select('id').where('personId', '=', person.personId).executeTakeFirst()
  if (!there) await subscribe(tx, actor, { listId: list.id, groupId: list.groupId, ...person })
})
// Words of every frequency, as the archive has them: the corpus is made up, and so are its rare words.
const { rows } = await pool.query<{ word: string; ndoc: number }>(
  "select word, ndoc from ts_stat('select vector from search_document order by id limit 20000') where word ~ '^[a-z]{5,}$' order by ndoc desc, word",
)
const near = (documents: number) =>
  rows.reduce((best, row) => (Math.abs(row.ndoc - documents) < Math.abs(best.ndoc - documents) ? row : best)).word
const [common, usual, seldom, rare] = [near(8_000), near(500), near(50), near(2)]
const questions = [
  common,
  usual,
  seldom,
  rare,
  'zzyzxqqx',
  `${common} ${usual}`,
  `${usual} ${rare}`,
  `${common} -${usual}`,
  `${seldom} or ${rare}`,
  '"library record"',
  '"reading list"',
  'from:maria',
  `from:keller ${common}`,
  'subject:holdings',
  `subject:vendor ${usual}`,
  `${common} after:2020 before:2021`,
  `${usual} before:2010`,
  'has:attachment report',
  'Leseliste Ausleihe',
  'bibliothèque lecture',
]
await ground.close()

const port = await freePort()
const smtpPort = await freePort()
const dns = join(tmpdir(), 'rapport-bench-dns.json')
await writeFile(dns, '{}')
const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'web,smtp,worker'], {
  env: {
    ...process.env,
    RAPPORT_DATA: values.folder,
    RAPPORT_HTTP: `127.0.0.1:${port}`,
    RAPPORT_SMTP: `127.0.0.1:${smtpPort}`,
    RAPPORT_LOG: 'warn',
    RAPPORT_DNS: `file:${dns}`,
  },
  stdio: ['ignore', 'inherit', 'inherit'],
})
process.on('exit', () => rapport.kill())
await reachable(port)
await reachable(smtpPort)

async function ask(path: string, rounds: number, asked = questions): Promise<number[]> {
  let turn = 0
  const next = () => `${path}?${new URLSearchParams({ q: asked[turn++ % asked.length] as string })}`
  const { times } = await loadPages(port, { connections: 1, pages: rounds * asked.length, next })
  return times
}

// Two letters in the wrong order.
const slips = [common, usual, seldom, rare].map((word) => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`)
const begun = [common.slice(0, 2), usual.slice(0, 3), seldom.slice(0, 4), `${common} ${usual.slice(0, 3)}`, 're', 'vendor hol']

// After a page of a word that is found, as whoever tries it the first time sees it.
await ask('/search', 1, [common])
const [firstSlip = Number.NaN] = await ask('/search', 1, slips.slice(0, 1))

// Of a phrase that was looked up, the documents are remembered for a minute; so the first time is told apart.
const first: [string, number][] = []
for (let turned = 0; turned < questions.length; turned++) {
  const q = questions[turned] as string
  const { times } = await loadPages(port, { connections: 1, pages: 1, next: () => `/search?${new URLSearchParams({ q })}` })
  first.push([q, times[0] ?? 0])
}
await ask('/search', 3)
await ask('/search/counts', 1)
await ask('/search/complete', 1, begun)
const pages: number[][] = []
const counts: number[][] = []
const meant: number[][] = []
const offered: number[][] = []
for (let run = 0; run < Number(values.runs); run++) {
  pages.push(await ask('/search', 10))
  counts.push(await ask('/search/counts', 3))
  meant.push(await ask('/search', 5, slips))
  offered.push(await ask('/search/complete', 5, begun))
}

const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true, pool: true })
const found: number[] = []
for (let run = 0; run < 10; run++) {
  const word = `neologism${Date.now()
    .toString(36)
    .replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] as string)}`
  const to = 'lectio-l@lists.localhost'
  await transport.sendMail({ from: 'Maria <maria@bench.example>', to, subject: `Post ${run}`, text: `What is a ${word}?` })
  const acknowledged = performance.now()
  while (!(await (await fetch(`http://127.0.0.1:${port}/search?q=${word}`)).text()).includes('What is a')) {
    if (performance.now() - acknowledged > 10_000) throw new Error('the message is not found')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  found.push(performance.now() - acknowledged)
}
transport.close()
rapport.kill('SIGTERM')
await once(rapport, 'exit')

const share = (runs: number[][], part: number) =>
  spread(
    runs.map((times) => percentile(times, part)),
    1,
  )
const medianOf = (n: number) =>
  percentile(
    pages.flat().filter((_, place) => place % questions.length === n),
    0.5,
  )
const byQuestion = questions.map((question, n) => [question, Number(medianOf(n).toFixed(1))] as const).toSorted(([, a], [, b]) => b - a)
console.log(
  JSON.stringify({
    bench: 'search',
    messages: Number(values.messages),
    questions: questions.length,
    pageMs: { p50: share(pages, 0.5), p95: share(pages, 0.95) },
    countsMs: { p50: share(counts, 0.5), highest: share(counts, 1) },
    slipMs: { first: Number(firstSlip.toFixed(1)), p50: share(meant, 0.5), p95: share(meant, 0.95) },
    completeMs: { p50: share(offered, 0.5), p95: share(offered, 0.95) },
    foundAfterMs: spread(found),
    slowestMs: Object.fromEntries(byQuestion.slice(0, 5)),
    firstMs: Object.fromEntries(first.filter(([q]) => q.includes('"')).map(([q, ms]) => [q, Number(ms.toFixed(1))])),
  }),
)
process.exit(0)
