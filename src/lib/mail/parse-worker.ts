import { parentPort } from 'node:worker_threads'
import type { Limits } from './limits.ts'
import type { Attachment, ParsedMessage } from './message.ts'
import { readMessage } from './parse.ts'

/** What the pool sends: the raw bytes, whose buffer becomes the worker's, for good or as a loan. */
export interface ParseRequest {
  raw: Uint8Array<ArrayBuffer>
  limits: Partial<Limits>
  /** The raw bytes go back, and the contents of large files are left behind. */
  lent: boolean
}

/** What the pool gets: once that the worker can begin, then one message for each request. */
export type ParseAnswer = 'ready' | { message: ParsedMessage; raw?: Uint8Array<ArrayBuffer> }

// The worker's side of parse-pool.ts: one message at a time, in the order they come.
parentPort?.on('message', ({ raw, limits, lent }: ParseRequest) => {
  const message = readMessage(raw, limits)
  if (lent) for (const file of message.attachments) if (isHeavy(file)) file.content = new Uint8Array(0)
  const buffers = detach(message)
  const answer: ParseAnswer = lent ? { message, raw } : { message }
  parentPort?.postMessage(answer, lent ? [...new Set([raw.buffer, ...buffers])] : buffers)
})

const heavy = 1024 * 1024

// Mails inside the mail are read on.
const isHeavy = ({ type, content }: Attachment): boolean => content.length > heavy && !/^(?:message|text)\//.test(type)

parentPort?.postMessage('ready' satisfies ParseAnswer)

/** Prepares the contents of attachments for the way: a large one goes with its buffer, a small one out of the buffer it shares. */
function detach(message: ParsedMessage): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const attachment of message.attachments) {
    const { buffer, byteLength } = attachment.content
    if (byteLength > Buffer.poolSize && buffer instanceof ArrayBuffer) buffers.add(buffer)
    else attachment.content = new Uint8Array(attachment.content)
  }
  return [...buffers]
}
