import { Worker } from 'node:worker_threads'
import type { DigestRequest } from './digest-worker.ts'
import type { ImportFault } from './faults-rules.ts'
import { type Entry, type Prepared, pack } from './prepare.ts'

// The same file name as this one has: .ts from source, .js when compiled.
const workerUrl = new URL(import.meta.url.replace(/digest-pool\.([jt]s)$/, 'digest-worker.$1'))

// The start of a worker is counted in; a mail that takes as long by itself is not one that a person wrote.
const milliseconds = { mail: 5_000, batch: 30_000 }
const megabytes = 512
// What a batch leaves behind is soon let go of; larger spaces for what is new would only hold on to it.
const young = 24

/** Why a batch could not be read. */
class Unread extends Error {
  readonly fault: ImportFault

  constructor(fault: ImportFault) {
    super(fault.fault)
    this.fault = fault
  }
}

/** A worker thread that reads one batch after another, and is replaced where one was too much for it. */
class Lane {
  private worker: Worker | undefined
  private tail: Promise<unknown> = Promise.resolve()

  run(entries: Entry[], now: Date): Promise<Prepared[]> {
    const answer = this.tail.then(() => this.ask(entries, now))
    this.tail = answer.catch(() => {})
    return answer
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private async ask(entries: Entry[], now: Date): Promise<Prepared[]> {
    this.worker ??= new Worker(workerUrl, { resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: young } })
    const worker = this.worker
    const limit = entries.length > 1 ? milliseconds.batch : milliseconds.mail
    const request = requestOf(entries, now)
    const { promise, resolve, reject } = Promise.withResolvers<Prepared[]>()
    const timer = setTimeout(() => reject(new Unread({ fault: 'tooSlow', seconds: limit / 1_000 })), limit)
    const fail = (error: Error) => {
      const tooMuch = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      reject(new Unread(tooMuch ? { fault: 'tooHungry', megabytes } : { fault: 'unreadable', why: error.message }))
    }
    worker.on('message', resolve).on('error', fail)
    worker.postMessage(request, [request.bytes.buffer])
    try {
      return await promise
    } catch (error) {
      this.worker = undefined
      await worker.terminate()
      throw error
    } finally {
      clearTimeout(timer)
      worker.off('message', resolve).off('error', fail)
    }
  }
}

const faultOf = (error: Error): ImportFault => (error instanceof Unread ? error.fault : { fault: 'unreadable', why: error.message })

function requestOf(entries: Entry[], now: Date): DigestRequest {
  const bytes = new Uint8Array(entries.reduce((sum, { raw }) => sum + raw.length, 0))
  let at = 0
  for (const { raw } of entries) {
    bytes.set(raw, at)
    at += raw.length
  }
  return { bytes, entries: entries.map(({ raw, ...entry }) => ({ ...entry, size: raw.length })), now }
}

/** Structured cloning makes plain byte arrays of Buffers. */
const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function restored(prepared: Prepared): Prepared {
  const raw = { ...prepared.raw, sha256: asBuffer(prepared.raw.sha256), bytes: asBuffer(prepared.raw.bytes) }
  if ('unreadable' in prepared) return { ...prepared, raw }
  const { digest } = prepared
  const attachments = digest.attachments.map((attachment) => ({ ...attachment, sha256: asBuffer(attachment.sha256) }))
  return { ...prepared, raw, digest: { ...digest, contentHash: asBuffer(digest.contentHash), attachments } }
}

/**
 * Reads batches of entries in worker threads: a message between threads for each mail would cost more than most mails
 * cost to read. Where a batch takes too long or too much memory, it is read again mail by mail.
 */
export class DigestPool {
  private readonly lanes: Lane[]
  private turn = 0

  constructor(workers: number) {
    this.lanes = Array.from({ length: workers }, () => new Lane())
  }

  /** The entries read, dated and packed, in their order; what cannot be read is among them, with the reason. */
  async prepare(entries: Entry[], now: Date): Promise<Prepared[]> {
    const lane = this.lanes[this.turn++ % this.lanes.length] as Lane
    try {
      return (await lane.run(entries, now)).map(restored)
    } catch (error) {
      const [only, ...others] = entries
      if (only && others.length === 0)
        return [{ offset: only.offset, length: only.length, raw: pack(only.raw), unreadable: [faultOf(error as Error)] }]
      const prepared: Prepared[] = []
      for (const entry of entries) prepared.push(...(await this.prepare([entry], now)))
      return prepared
    }
  }

  /** Ends the workers. */
  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()))
  }
}
