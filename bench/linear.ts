import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { findFunctions } from './functions/found.ts'
import { judgeFunctions } from './functions/judge.ts'
import { findLiterals, noteMade } from './patterns/found.ts'
import { judgePatterns } from './patterns/judge.ts'

// Does everything that reads a text take time linear to its length? First, every regular expression, written in the source or put together
// when a module loads, is run on texts made from its own parts, and its steps are counted. Then every exported function with a parameter of
// text, bytes, lines, a parsed mail or an object with texts is called with hostile input of n and of 2n characters. It fails if it takes
// more than 2.5 times as long for 2n (and long enough to be judged).
//   npm run build && node bench/linear.ts [--sampled] [PART OF A PATH]
// With --sampled, each function gets only some of the shapes, always the same ones, and only few of them at full length.

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

type News = { faults: string[] } | { patterns: number; functions: number }
type Module = Record<string, unknown>

/** What makes pages is in files that only the build makes runnable. */
const built = (file: string): string => join(root, file.replace(/^src/, 'dist').replace(/\.ts$/, '.js'))

const load = (file: string): Promise<Module> =>
  import(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error
    return import(built(file))
  })

/** What is tried now, where the thread that watches sees it without being told. */
const longestName = 500
const begins = (name: string, shared: Uint8Array): void => {
  const { written } = new TextEncoder().encodeInto(name, shared.subarray(0, longestName))
  shared[written] = 0
}

/** In a worker: an endless call blocks its thread, not who tells of it. */
async function work({ part, sampled, shared }: { part: string; sampled: boolean; shared: Uint8Array }): Promise<void> {
  const tell = (news: News) => parentPort?.postMessage(news)
  const say = (name: string) => begins(name, shared)
  process.on('unhandledRejection', () => {})
  const functions = findFunctions(root, part)
  const { made, end } = noteMade(root)
  const modules = new Map<string, Module>()
  for (const { file } of functions) if (!modules.has(file)) modules.set(file, await load(file))
  end()
  const { count, faults } = judgePatterns([...findLiterals(root, part), ...made], part === '', say)
  tell({ faults })
  const judge = await judgeFunctions(root, sampled, say)
  for (const one of functions) {
    const call = modules.get(one.file)?.[one.name]
    if (typeof call === 'function') tell({ faults: await judge(one, (...given) => call(...given)) })
  }
  tell({ patterns: count, functions: functions.length })
}

/** Of processor time: a machine that is busy with other things proves nothing. */
const longest = 45_000

function watch(part: string, sampled: boolean): void {
  const shared = new Uint8Array(new SharedArrayBuffer(longestName + 1))
  const now = (): string => Buffer.from(shared.slice(0, shared.indexOf(0))).toString()
  const worker = new Worker(new URL(import.meta.url), { workerData: { part, sampled, shared } })
  let faults = 0
  let before = process.cpuUsage()
  let last = ''
  const stuck = () => {
    if (now() !== last) before = process.cpuUsage()
    last = now()
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1_000 < longest) return
    console.log(`${last}: takes more than ${longest / 1_000} s`)
    process.exit(1)
  }
  const timer = setInterval(stuck, 5_000)
  worker.on('message', (news: News) => {
    if ('faults' in news) {
      for (const line of news.faults) console.log(line)
      faults += news.faults.length
      return
    }
    clearInterval(timer)
    console.log(`${news.patterns} patterns, ${news.functions} functions: ${faults} grow faster than what they read`)
    process.exit(faults > 0 || news.functions === 0 ? 1 : 0)
  })
  worker.on('error', (error: Error) => {
    console.log(`${now()}: ${error.message}`)
    process.exit(1)
  })
}

if (isMainThread) watch(process.argv.slice(2).find((one) => !one.startsWith('--')) ?? '', process.argv.includes('--sampled'))
else await work(workerData)
