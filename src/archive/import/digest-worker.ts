import { parentPort } from 'node:worker_threads'
import { type Entry, prepare } from './prepare.ts'

/** What a worker is sent: entries whose bytes lie one behind the other in one buffer, which becomes the worker's. */
export interface DigestRequest {
  bytes: Uint8Array<ArrayBuffer>
  entries: (Omit<Entry, 'raw'> & { size: number })[]
  now: Date
}

parentPort?.on('message', ({ bytes, entries, now }: DigestRequest) => {
  let at = 0
  parentPort?.postMessage(
    entries.map(({ size, ...entry }) => {
      const raw = Buffer.from(bytes.buffer, bytes.byteOffset + at, size)
      at += size
      return prepare({ ...entry, raw }, now)
    }),
  )
})
