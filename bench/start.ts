// From the start of `rapport serve` on a filled folder to its first page: seconds, and processor time of the program itself, without its
// database. The first start compiles, and is reported apart. JSON.
// node bench/start.ts [--folder FOLDER] [--messages 100000] [--runs 5]; Linux.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../test/crash/rapport.ts'
import { freePort } from '../test/ports.ts'
import { fillBenchGround, spread } from './ground.ts'

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: join(tmpdir(), 'rapport-bench-archive') },
    messages: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
  },
})

ensureBuilt()
await (await fillBenchGround(values.folder, Number(values.messages), { orMore: true })).close()

/** Seconds of the processor that a process has used, in itself and in its threads. */
function usedBy(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  // Hundredths, as Linux counts them for programs whatever it counts in itself.
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function startOnce() {
  const port = await freePort()
  const env = { ...process.env, RAPPORT_DATA: values.folder, RAPPORT_HTTP: `127.0.0.1:${port}`, RAPPORT_LOG: 'warn' }
  const began = performance.now()
  const rapport = spawn(join(import.meta.dirname, '../bin/rapport'), ['serve', '--roles', 'web'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const end = () => rapport.kill()
  process.once('exit', end)
  const answered = async () => (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.ok === true
  while (!(await answered())) await sleep(10)
  const figures = { seconds: (performance.now() - began) / 1_000, processor: usedBy(rapport.pid ?? 0) }
  rapport.kill('SIGTERM')
  await once(rapport, 'exit')
  process.off('exit', end)
  return figures
}

const first = await startOnce()
const runs: Awaited<ReturnType<typeof startOnce>>[] = []
for (let run = 0; run < Number(values.runs); run++) runs.push(await startOnce())
console.log(
  JSON.stringify({
    bench: 'start',
    first: { seconds: Number(first.seconds.toFixed(2)), processorSeconds: first.processor },
    seconds: spread(
      runs.map(({ seconds }) => seconds),
      2,
    ),
    processorSeconds: spread(
      runs.map(({ processor }) => processor),
      2,
    ),
  }),
)
process.exit(0)
