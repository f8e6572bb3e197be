import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import ts from 'typescript'
import { hostileMails, hostileTexts } from './hostile-shapes.ts'

// Does every function that is given a text or bytes take time that grows with their length, and no faster? The functions are found in the
// source: each exported one with a parameter of text, bytes, lines or a parsed mail. Each gets hostile texts of n and of 2n characters in
// each such parameter; one that takes long enough to be judged and more than 2.5 times as long for 2n fails.
//   npm run build && node bench/linear.ts [--sampled] [PART OF A PATH]
// Sampled, the longest texts are tried for one shape in 16 of each function, long ones for another in eight, always the same ones.

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
/** What may open, send or write something when it is called, and what never sees a byte from outside. */
const leftOut =
  /^src\/(?:locale\/tool|edges\/(?:cli|jobs|http\/(?:server|api)|smtp\/(?:server|socket))|main|config|lib\/(?:db|print|reading\/(?:worker|within|bounded)|mail\/(?:smtp-|relay|parse-worker|parse-pool|dns)))/
/** Elsewhere, what is awaited is a database, a worker, a disk or somebody else's machine. */
const awaited = /^src\/(?:lib\/(?:mail|pickle|zip|sheet\/parse|reading\/words)|files\/type)/
const sizes = [64, 1_000, 8_000, 32_000, 128_000]
const sampled = process.argv.includes('--sampled')
const longestOf = (at: number): number => (!sampled || at % 16 === 0 ? 128_000 : at % 8 === 4 ? 32_000 : 8_000)
/** Below it, in milliseconds, a difference says nothing. */
const floor = 12
const mostGrowth = 2.5
/** The other parameters, by their type. */
const benign: readonly (readonly [type: RegExp, value: unknown])[] = [
  [/^Locale$/, 'en'],
  [/=>/, () => undefined],
  [/^number/, 10],
  [/^boolean/, false],
  [/^Date/, new Date(0)],
  [/^(?:readonly )?.*\[\]$/, []],
  [/Set</, new Set()],
  [/Map</, new Map()],
]

type Kind = 'text' | 'bytes' | 'lines' | 'mail'
interface Parameter {
  kind: Kind | undefined
  type: string
  optional: boolean
}
interface Found {
  file: string
  name: string
  isAsync: boolean
  parameters: Parameter[]
}

function kindOf(type: string): Kind | undefined {
  if (/^(?:string|string \| (?:null|undefined)|(?:null|undefined) \| string)$/.test(type)) return 'text'
  if (/^(?:string \| )?(?:Buffer|Uint8Array)(?: \| (?:string|null|undefined))?$/.test(type)) return 'bytes'
  if (/^(?:readonly )?string\[\]$/.test(type)) return 'lines'
  return /\bParsedMessage\b/.test(type) ? 'mail' : undefined
}

function parametersOf(list: ts.NodeArray<ts.ParameterDeclaration>, source: ts.SourceFile): Parameter[] {
  return list.map((one) => {
    const type = one.type?.getText(source) ?? ''
    return { kind: kindOf(type), type, optional: Boolean(one.questionToken ?? one.initializer ?? one.dotDotDotToken) }
  })
}

const isAsync = (node: ts.FunctionLikeDeclaration, source: ts.SourceFile): boolean =>
  Boolean(node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) || (node.type?.getText(source) ?? '').includes('Promise')

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The exported functions of a module. */
function* functionsIn(file: string): Generator<Found> {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
  for (const statement of source.statements) {
    if (!isExported(statement)) continue
    if (ts.isFunctionDeclaration(statement) && statement.name)
      yield { file, name: statement.name.text, isAsync: isAsync(statement, source), parameters: parametersOf(statement.parameters, source) }
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations)
      if (initializer && ts.isArrowFunction(initializer) && ts.isIdentifier(name))
        yield { file, name: name.text, isAsync: isAsync(initializer, source), parameters: parametersOf(initializer.parameters, source) }
  }
}

/** Every function in src that is given a text, bytes, lines or a parsed mail. */
const findFunctions = (part: string): Found[] =>
  globSync('src/**/*.ts', { cwd: root })
    .filter((file) => !/\.test\.ts$|\.d\.ts$/.test(file) && !leftOut.test(file) && file.includes(part))
    .toSorted()
    .flatMap((file) => [...functionsIn(file)])
    .filter(({ file, isAsync, parameters }) => (!isAsync || awaited.test(file)) && parameters.some(({ kind }) => kind !== undefined))

type Run = () => unknown

/** What it costs this thread, in milliseconds: the least of several runs, since only what disturbs can make it more. */
async function timeOf(run: Run, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const began = process.threadCpuUsage()
    try {
      await run()
    } catch {
      // A refusal with a sentence is an answer too.
    }
    const { user, system } = process.threadCpuUsage(began)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}

/** How much longer it takes for twice the length; undefined where it takes too little time to be judged. */
async function growthOf(make: (n: number) => Run, most: number): Promise<{ growth: number; n: number; took: number } | undefined> {
  for (const n of sizes.filter((one) => one <= most)) {
    const took = await timeOf(make(n), 1)
    // Even if it grows with the square, the next size stays below what can be judged.
    if (n === 8_000 && took * 16 < floor) return undefined
    if (took < floor) continue
    // Seen once may be a pause of the collector: several runs of both decide.
    const runs = took > 400 ? 1 : 2
    const [whole, half] = [await timeOf(make(n), runs), await timeOf(make(n / 2), runs)]
    if (whole < floor) return undefined
    const growth = whole / half
    // Caches and the collector make such a step once, and what is cut to a length grows up to it: what grows without end goes on.
    if (growth > mostGrowth && (whole > 400 || (await timeOf(make(8 * n), 2)) / whole > mostGrowth ** 3)) return { growth, n, took: whole }
  }
  return undefined
}

const usual = ({ type, optional }: Parameter): unknown =>
  optional ? undefined : (benign.find(([pattern]) => pattern.test(type))?.[1] ?? (kindOf(type) === 'bytes' ? Buffer.from('en') : 'en'))

const { readMessage } = (await import(join(root, 'src/lib/mail/parse.ts'))) as { readMessage: (raw: Uint8Array) => unknown }
type Value = { shape: string; make: (n: number) => unknown }

/** Each value is made once. */
function kept(shape: string, make: (n: number) => unknown): Value {
  const made = new Map<number, unknown>()
  return {
    shape,
    make: (n) => {
      if (!made.has(n)) made.set(n, make(n))
      return made.get(n)
    },
  }
}

/** The values of a parameter, by their length. */
const values: Record<Kind, Value[]> = {
  text: hostileTexts.map(({ shape, make }) => kept(shape, make)),
  bytes: [...hostileTexts, ...hostileMails].map(({ shape, make }) => kept(shape, (n) => Buffer.from(make(n)))),
  lines: hostileTexts.filter(({ shape }) => shape.includes('\\n')).map(({ shape, make }) => kept(shape, (n) => make(n).split('\n'))),
  mail: hostileMails.map(({ shape, make }) => kept(shape, (n) => readMessage(Buffer.from(make(n))))),
}

/** What is wrong with one function, a line for each shape at which it shows. */
async function judge({ file, name, parameters }: Found, say: (news: News) => void): Promise<string[]> {
  const module = (await import(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    // What makes pages is in files that only the build makes runnable.
    if (error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error
    return import(join(root, file.replace(/^src/, 'dist').replace(/\.ts$/, '.js')))
  })) as Record<string, (...given: unknown[]) => unknown>
  const call = module[name]
  if (typeof call !== 'function') return []
  const faults: string[] = []
  // Another quarter of the shapes for each function.
  const turn = name.length
  for (const [at, { kind }] of parameters.entries()) {
    if (!kind) continue
    for (const [place, { shape, make }] of values[kind].entries()) {
      const run = (n: number): Run => {
        const value = make(n)
        return () => call(...parameters.map((parameter, i) => (i === at ? value : usual(parameter))))
      }
      say({ now: `${file}#${name}(${at}): ${shape}` })
      const found = await growthOf(run, longestOf(place + turn))
      if (!found) continue
      const { growth, n, took } = found
      faults.push(`${file}#${name}(${at}): ${shape}: ${growth.toFixed(1)} times as long for ${n} as for ${n / 2} (${Math.round(took)} ms)`)
      break
    }
  }
  return faults
}

type News = { now: string } | { faults: string[] } | { functions: number }

/** In a worker: an endless call blocks its thread, not who tells of it. */
async function work(part: string): Promise<void> {
  const say = (news: News) => parentPort?.postMessage(news)
  process.on('unhandledRejection', () => {})
  const found = findFunctions(part)
  for (const one of found) {
    const faults = await judge(one, say)
    if (faults.length > 0) say({ faults })
  }
  say({ functions: found.length })
}

/** Of processor time: a machine that is busy with other things proves nothing. */
const longest = 45_000

function watch(part: string): void {
  const worker = new Worker(new URL(import.meta.url), { argv: [part, ...(sampled ? ['--sampled'] : [])] })
  let faults = 0
  let now = ''
  let before = process.cpuUsage()
  const stuck = () => {
    const { user, system } = process.cpuUsage(before)
    if ((user + system) / 1_000 < longest) return
    console.log(`${now}: takes more than ${longest / 1_000} s`)
    process.exit(1)
  }
  const timer = setInterval(stuck, 5_000)
  worker.on('message', (news: News) => {
    before = process.cpuUsage()
    if ('now' in news) now = news.now
    if ('faults' in news) for (const line of news.faults) console.log(line)
    if ('faults' in news) faults += news.faults.length
    if (!('functions' in news)) return
    clearInterval(timer)
    console.log(
      `${news.functions} functions, ${hostileTexts.length} texts, ${hostileMails.length} mails: ${faults} grow faster than what they read`,
    )
    process.exit(faults > 0 || news.functions === 0 ? 1 : 0)
  })
  worker.on('error', (error: Error) => {
    console.log(`${now}: ${error.message}`)
    process.exit(1)
  })
}

const part = process.argv.slice(2).find((one) => !one.startsWith('--')) ?? ''
if (isMainThread) watch(part)
else await work(part)
