import { Worker } from 'node:worker_threads'
import { isInTransaction } from '../db/in-transaction.ts'
import { Semaphore } from '../semaphore.ts'
import { sayKept } from '../ui/kept.ts'
import { textsOf } from '../ui/words.ts'
import { readingLimits } from './limits.ts'
import type { Answer, Call } from './worker.ts'

/** How a reader is called in a worker. */
export interface Bounded {
  /** Of the module that exports the reader: its `import.meta.url`. It may load nothing that needs this process. */
  module: string
  /** Its name. */
  reader: string
  /** What it is given; bytes are copied. */
  given: unknown[]
  /** The error that it throws with a sentence for people; what goes wrong otherwise comes as one of these too. */
  refusal: new (
    ...args: never[]
  ) => Error
  milliseconds?: number
  megabytes?: number
  /** How long to wait for a turn, in milliseconds; without it, as long as it takes. */
  patience?: number
}

// The same file name as this one has: .ts from source, .js when compiled.
const workerUrl = new URL(import.meta.url.replace(/bounded\.([jt]s)$/, 'worker.$1'))
const usual = readingLimits.worker.memory / 1024 / 1024

const sentences = textsOf('lib', 'reading')

const turns = new Semaphore(readingLimits.worker.atOnce)
/** Workers that wait for a file, with how many each has read. */
const idle: { worker: Worker; read: number }[] = []

/** What a worker said: what it read, the reader's own refusal, or why it is no more. */
type Outcome = Answer | { failed: 'time' | 'memory' | 'damaged' | 'gone' }

async function ask(worker: Worker, call: Call, milliseconds: number): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => resolve({ failed: 'time' }), milliseconds)
  const broke = (error: Error & { code?: string }) => resolve({ failed: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'damaged' })
  const gone = () => resolve({ failed: 'gone' })
  worker.on('message', resolve).on('error', broke).on('exit', gone)
  worker.ref()
  // A view would bring all of the buffer that it lies in.
  const transfer: ArrayBuffer[] = []
  const given = call.given.map((one) => {
    if (!(one instanceof Uint8Array)) return one
    const own = new Uint8Array(one)
    transfer.push(own.buffer)
    return own
  })
  worker.postMessage({ ...call, given }, transfer)
  const outcome = await promise
  clearTimeout(timer)
  worker.off('message', resolve).off('error', broke).off('exit', gone)
  return outcome
}

function startWorker(megabytes: number): Worker {
  const worker = new Worker(workerUrl, {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // What a library warns about a broken file is not for our log.
    stdout: true,
    stderr: true,
  })
  // One that breaks while it waits is only gone: it must end nothing.
  worker.on('error', () => {})
  worker.on('exit', () => {
    const at = idle.findIndex((kept) => kept.worker === worker)
    if (at >= 0) idle.splice(at, 1)
  })
  return worker
}

/** Keeps a worker for the next file, or ends it. One that waits keeps no process alive. */
async function putBack(worker: Worker, read: number): Promise<void> {
  if (read >= readingLimits.worker.files) await worker.terminate()
  else {
    idle.push({ worker, read })
    worker.unref()
  }
}

/**
 * Calls a reader of foreign bytes in a worker that is ended when it takes too long or too much memory; a few run at once, others wait.
 * Never in a transaction: a slow file would keep its connection and its locks from everybody.
 * @throws `refusal` with a sentence for the person whose file it is, whatever happened
 */
export async function callBounded<T>({ milliseconds = readingLimits.worker.time, megabytes = usual, ...how }: Bounded): Promise<T> {
  if (isInTransaction()) throw new Error('A file is read before the transaction that keeps what it says, not in it.')
  const refuse = (sentence: string) => Object.setPrototypeOf(new Error(sentence), how.refusal.prototype) as Error
  const leave = await turns.take(how.patience)
  if (!leave) throw refuse(sentences.busy)
  try {
    const { worker, read } = (megabytes === usual && idle.pop()) || { worker: startWorker(megabytes), read: 0 }
    const outcome = await ask(worker, { module: how.module, reader: how.reader, given: how.given }, milliseconds)
    if ('failed' in outcome || megabytes !== usual) await worker.terminate()
    else await putBack(worker, read + 1)
    if ('failed' in outcome) throw refuse(sentences[outcome.failed])
    if ('thrown' in outcome) throw refuse(outcome.thrown === how.refusal.name ? sayKept(outcome.message) : sentences.damaged)
    return outcome.value as T
  } finally {
    leave()
  }
}
