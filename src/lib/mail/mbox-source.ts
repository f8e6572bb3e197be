import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { mailboxLimits } from './limits.ts'

const [lf, cr] = [10, 13]

/** What an mbox is read from: a path, or bytes, at once or as they come. */
export type MboxSource = string | Uint8Array | AsyncIterable<Uint8Array>

/** A mailbox that is not read; the message is a sentence for who brought it. */
export class MboxError extends Error {}

/**
 * The bytes of a source, unpacked where they are gzip, whatever the file is called. `onDamage` is told where they end too early.
 * @param unpacked how much a gzip file may hold
 * @throws MboxError where it holds more
 */
export async function* openSource(
  source: MboxSource,
  onDamage: (reason: string) => void,
  unpacked = mailboxLimits.unpacked,
): AsyncGenerator<Uint8Array> {
  const chunks = typeof source === 'string' ? createReadStream(source, { highWaterMark: 1 << 20 }) : source
  const iterator = (chunks instanceof Uint8Array ? once(chunks) : chunks)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  try {
    let head: Uint8Array = new Uint8Array(0)
    while (head.length < 2) {
      const { value, done } = await iterator.next()
      if (done) break
      head = Buffer.concat([head, value])
    }
    const plain = rest(head, iterator)
    if (head[0] === 0x1f && head[1] === 0x8b) yield* within(unpacked, gunzip(plain, onDamage))
    else yield* plain
  } finally {
    await iterator.return?.()
  }
}

/** So much of a mailbox tells how its lines end. */
const told = 1 << 16

/**
 * The same bytes, with line feeds where a mailbox has carriage returns alone, as those of old Macs do: its beginning decides. Every byte keeps
 * its place.
 */
export async function* withLineFeeds(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [head, size, old]: [Uint8Array[] | undefined, number, boolean] = [[], 0, false]
  const turned = (bytes: Uint8Array) => (old ? bytes.map((byte) => (byte === cr ? lf : byte)) : bytes)
  const decided = (pieces: Uint8Array[]): Uint8Array => {
    const [first] = pieces
    const whole = first && pieces.length === 1 ? first : Buffer.concat(pieces)
    const begin = whole.subarray(0, told)
    old = !begin.includes(lf) && begin.subarray(0, -1).includes(cr)
    return turned(whole)
  }
  for await (const chunk of chunks) {
    if (!head) yield turned(chunk)
    else {
      head.push(chunk)
      size += chunk.length
      if (size < told && !chunk.includes(lf)) continue
      yield decided(head)
      head = undefined
    }
  }
  if (head && size > 0) yield decided(head)
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* rest(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
}

async function* within(most: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > most) throw new MboxError(`Unpacked, the mailbox has more than ${Math.round(most / 1e4) / 100} MB.`)
    yield chunk
  }
}

/** Unpacks as far as it goes: what was readable before the damage is kept, which the stream's own iterator would throw away. */
async function* gunzip(packed: AsyncIterable<Uint8Array>, onDamage: (reason: string) => void): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip()
  const ready: Buffer[] = []
  let failure: Error | undefined
  unpacker.on('data', (chunk: Buffer) => ready.push(chunk))
  unpacker.on('error', (error) => {
    failure = error
  })
  const settle = (act: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      const done = () => {
        unpacker.off('error', done)
        resolve()
      }
      unpacker.once('error', done)
      act(done)
    })
  try {
    for await (const chunk of packed) {
      // In pieces, since the write ends only when all of its output is there: a piece of 16 kB unpacks to 16 MB at most.
      for (let at = 0; at < chunk.length && !failure; at += 1 << 14) {
        await settle((done) => unpacker.write(chunk.subarray(at, at + (1 << 14)), done))
        yield* ready.splice(0)
      }
      if (failure) break
    }
    if (!failure) await settle((done) => unpacker.once('end', done).end())
    yield* ready.splice(0)
    if (failure) onDamage(failure.message)
  } finally {
    unpacker.destroy()
  }
}
