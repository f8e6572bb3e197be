import { Worker } from 'node:worker_threads'
import type { Limits } from './limits.ts'
import type { ParsedMessage } from './message.ts'
import { readMessage } from './parse.ts'
import type { ParseAnswer, ParseRequest } from './parse-worker.ts'

/** How many workers a pool has, and what each may use. */
export interface ParsePoolOptions {
  workers?: number
  /** How long one message may take; then its worker is ended, and another takes its place. */
  milliseconds?: number
  /** Memory of one worker; beyond it, the worker is ended likewise. */
  megabytes?: number
  limits?: Partial<Limits>
}

interface Read {
  message: ParsedMessage
  /** Given back where it was lent. */
  raw?: Uint8Array<ArrayBuffer>
}

interface Job {
  raw: Uint8Array
  size: number
  lent: boolean
  resolve: (read: Read) => void
  reject: (error: Error) => void
}

interface Running {
  job: Job
  timer: NodeJS.Timeout
}

// The same file name as this one has: .ts from source, .js when compiled.
const workerUrl = new URL(import.meta.url.replace(/parse-pool\.([jt]s)$/, 'parse-worker.$1'))

/** The process ends: that says nothing of the mail. */
export class ParserClosed extends Error {}

// The largest mail that is parsed on the spot: the worst one of this size costs some milliseconds, less than the way to a worker and back.
const smallMail = 256 * 1024

// An idle worker clears nothing away: after such a mail it would hold its copies of it until the next one comes.
const largeMail = 4 * 1024 * 1024

const isWhole = (raw: Uint8Array): raw is Uint8Array<ArrayBuffer> =>
  raw.buffer instanceof ArrayBuffer && raw.byteLength === raw.buffer.byteLength

/**
 * Parses a mail, a larger one in a worker, which is ended when it takes too long or too much memory.
 * @throws Error when the mail cannot be parsed within these bounds
 */
export const parseWithin = async (pool: ParsePool, raw: Uint8Array): Promise<ParsedMessage> =>
  raw.length > smallMail ? pool.parse(raw) : readMessage(raw)

/**
 * The same; undefined where it cannot be parsed so once, and so cannot at all.
 * @throws ParserClosed where the process ends
 */
export const parseIfAtAll = (pool: ParsePool, raw: Uint8Array): Promise<ParsedMessage | undefined> =>
  parseWithin(pool, raw).catch((error: Error) => {
    if (error instanceof ParserClosed) throw error
    return undefined
  })

/**
 * The same for who only sorts a mail: a large one is lent to the worker, not copied, and the contents of its large files stay behind (they
 * are empty here). `raw` is not to be used any more; the answer has it.
 * @throws Error when the mail cannot be parsed within these bounds; it is gone then
 */
export async function lendToParse(pool: ParsePool, raw: Buffer): Promise<{ message: ParsedMessage; raw: Buffer }> {
  return raw.length > largeMail ? pool.lend(raw) : { message: await parseWithin(pool, raw), raw }
}

/**
 * Parses in worker threads, so that a mail that takes long or much memory costs nobody else anything. Messages are
 * parsed in the order they come, one a worker at a time.
 */
export class ParsePool {
  private readonly options: Required<ParsePoolOptions>
  private readonly starting = new Set<Worker>()
  private readonly idle: Worker[] = []
  private readonly running = new Map<Worker, Running>()
  private readonly queue: Job[] = []
  private closed = false

  constructor({ workers = 1, milliseconds = 2_000, megabytes = 512, limits = {} }: ParsePoolOptions = {}) {
    this.options = { workers, milliseconds, megabytes, limits }
  }

  /**
   * Parses one message; `raw` stays the caller's, the contents of attachments are the caller's alone. Rejects where the
   * message takes longer or more memory than the pool allows.
   */
  async parse(raw: Uint8Array): Promise<ParsedMessage> {
    return (await this.ask(raw, false)).message
  }

  /** Lends a mail to a worker; see `lendToParse`. */
  async lend(raw: Buffer): Promise<{ message: ParsedMessage; raw: Buffer }> {
    const { message, raw: back } = await this.ask(raw, true)
    return { message, raw: back ? Buffer.from(back.buffer, back.byteOffset, back.byteLength) : raw }
  }

  private ask(raw: Uint8Array, lent: boolean): Promise<Read> {
    if (this.closed) return Promise.reject(new ParserClosed('The parser is closed.'))
    return new Promise((resolve, reject) => {
      this.queue.push({ raw, size: raw.length, lent, resolve, reject })
      this.next()
    })
  }

  /** Ends the workers; messages that are not parsed yet are rejected. */
  async close(): Promise<void> {
    this.closed = true
    const jobs = [...this.queue.splice(0), ...[...this.running.values()].map(({ job }) => job)]
    for (const { timer } of this.running.values()) clearTimeout(timer)
    const workers = [...this.starting, ...this.idle.splice(0), ...this.running.keys()]
    this.running.clear()
    this.starting.clear()
    for (const job of jobs) job.reject(new ParserClosed('The parser is closed.'))
    await Promise.all(workers.map((worker) => worker.terminate()))
  }

  private next() {
    while (this.queue.length > 0 && this.idle.length > 0) this.give(this.idle.pop() as Worker, this.queue.shift() as Job)
    const workers = this.starting.size + this.running.size + this.idle.length
    if (this.queue.length > this.starting.size && workers < this.options.workers && !this.closed) this.start()
  }

  private give(worker: Worker, job: Job) {
    const { milliseconds, limits } = this.options
    const timer = setTimeout(() => this.giveUp(worker, `The message took longer than ${milliseconds} ms to parse.`), milliseconds)
    this.running.set(worker, { job, timer })
    worker.ref()
    // The copy is the worker's: raw may lie in a larger buffer, or be needed by the caller.
    const raw = job.lent && isWhole(job.raw) ? job.raw : new Uint8Array(job.raw)
    const request: ParseRequest = { raw, limits, lent: raw === job.raw }
    worker.postMessage(request, [raw.buffer])
  }

  private start() {
    const worker = new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: this.options.megabytes } })
    this.starting.add(worker)
    worker.on('message', (answer: ParseAnswer) => {
      // An answer may be under way while its worker is given up.
      if (answer === 'ready' ? !this.starting.delete(worker) : !this.running.has(worker)) return
      const job = answer === 'ready' ? undefined : this.settle(worker)
      if (answer !== 'ready') job?.resolve(answer)
      if (job && job.size > largeMail) void worker.terminate()
      else {
        this.idle.push(worker)
        // An idle worker keeps no process alive.
        worker.unref()
      }
      this.next()
    })
    worker.on('error', (error: Error) => {
      const tooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.giveUp(
        worker,
        tooMuch ? `The message took more than ${this.options.megabytes} MB to parse.` : `The message could not be parsed: ${error.message}`,
      )
    })
  }

  /** Ends a worker and its message; the next message gets a new worker. */
  private giveUp(worker: Worker, reason: string) {
    // One that cannot even start takes a message with it, so that nobody waits for ever.
    const job = this.starting.delete(worker) ? this.queue.shift() : this.settle(worker)
    const at = this.idle.indexOf(worker)
    if (at >= 0) this.idle.splice(at, 1)
    void worker.terminate()
    job?.reject(new Error(reason))
    this.next()
  }

  private settle(worker: Worker): Job | undefined {
    const running = this.running.get(worker)
    this.running.delete(worker)
    clearTimeout(running?.timer)
    return running?.job
  }
}
