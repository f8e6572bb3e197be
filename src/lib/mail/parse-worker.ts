import { parentPort, type Transferable } from 'node:worker_threads'
import type { Limits } from './limits.ts'
import type { ParsedMessage } from './message.ts'
import { readMessage } from './parse.ts'

/** What the pool sends: the raw bytes, whose buffer becomes the worker's. */
export interface ParseRequest {
  raw: Uint8Array
  limits: Partial<Limits>
}

/** What the pool gets: once that the worker can begin, then one message for each request. */
export type ParseAnswer = 'ready' | ParsedMessage

// The worker's side of parse-pool.ts: one message at a time, in the order they come.
parentPort?.on('message', ({ raw, limits }: ParseRequest) => {
  const message = readMessage(raw, limits)
  parentPort?.postMessage(message, detach(message))
})

parentPort?.postMessage('ready' satisfies ParseAnswer)

/** Prepares the contents of attachments for the way: a large one goes with its buffer, a small one out of the buffer it shares. */
function detach(message: ParsedMessage): Transferable[] {
  const buffers = new Set<ArrayBuffer>()
  for (const attachment of message.attachments) {
    const { buffer, byteLength } = attachment.content
    if (byteLength > Buffer.poolSize && buffer instanceof ArrayBuffer) buffers.add(buffer)
    else attachment.content = new Uint8Array(attachment.content)
  }
  return [...buffers]
}
