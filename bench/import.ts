// How fast a mailbox goes into an empty list, with threads and search index, and what it costs. JSON; medians of the runs.
// node bench/import.ts [--messages 100000] [--runs 3] [--keep FOLDER]
import { readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { program } from '../src/actor.ts'
import { importMailbox, openMailbox } from '../src/archive/import/mailbox-actions.ts'
import { writeCorpus } from './corpus.ts'
import { openBenchGround, spread } from './ground.ts'

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '100000' }, runs: { type: 'string', default: '3' }, keep: { type: 'string' } },
})
const messages = Number(values.messages)
const corpus = join(tmpdir(), `rapport-bench-${messages}.mbox`)
if (!(await stat(corpus).catch(() => undefined))) await writeCorpus(corpus, messages)
const bytes = (await stat(corpus)).size

const runs = Number(values.runs)
const rates: number[] = []
const sizes: number[] = []
const disks: number[] = []
const logs: number[] = []
let highest = 0

/** Bytes of all files below a folder; what goes meanwhile counts nothing. */
async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)).catch(() => undefined))
  return (await Promise.all(sizes)).reduce((sum, file) => sum + (file?.blocks ?? 0) * 512, 0)
}

for (let run = 0; run < runs; run++) {
  const folder = run === runs - 1 && values.keep ? values.keep : join(tmpdir(), `rapport-bench-import-${run}`)
  await rm(folder, { recursive: true, force: true })
  const { ground, list } = await openBenchGround(folder)
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, 200)
  const begun = performance.now()
  const { balance } = await importMailbox(ground.database, { ...program(new Date()), via: 'cli' }, list, await openMailbox(corpus))
  const seconds = (performance.now() - begun) / 1_000
  clearInterval(watch)
  if (balance.imported !== messages) throw new Error(`not all were imported: ${JSON.stringify(balance)}`)
  rates.push(messages / seconds)
  const { rows } = await ground.database.pool.query<{ size: number }>('select pg_database_size(current_database()) as size')
  sizes.push((rows[0]?.size ?? 0) / bytes)
  disks.push((await bytesBelow(join(folder, 'postgres'))) / bytes)
  const log = await ground.database.pool.query<{ size: number }>('select coalesce(sum(size), 0)::bigint as size from pg_ls_waldir()')
  logs.push((log.rows[0]?.size ?? 0) / 1e6)
  await ground.close()
  if (folder !== values.keep) await rm(folder, { recursive: true, force: true })
}
console.log(
  JSON.stringify({
    bench: 'import',
    messages,
    bytesPerMessage: Math.round(bytes / messages),
    messagesPerSecond: spread(rates),
    databasePerMailByte: spread(sizes, 2),
    // All that lies in the folder of the database when the import has ended, its log included.
    diskPerMailByte: spread(disks, 2),
    logMegabytes: spread(logs),
    highestMegabytes: Math.round(highest / 1e6),
  }),
)
