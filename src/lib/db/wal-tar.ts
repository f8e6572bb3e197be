import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, symlink } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'

const block = 512

interface Entry {
  name: string
  type: string
  size: number
  link: string
}

const textAt = (head: Buffer, from: number, length: number): string => {
  const part = head.subarray(from, from + length)
  const end = part.indexOf(0)
  return part.toString('utf8', 0, end < 0 ? length : end)
}

/** Sizes stand there in octal; beyond 8 GB as a number behind a set bit. */
function numberAt(head: Buffer, from: number, length: number): number {
  if ((head[from] ?? 0) < 0x80) return Number.parseInt(textAt(head, from, length).trim() || '0', 8)
  return Number(head.readBigUInt64BE(from + length - 8))
}

function readHead(head: Buffer): Entry | undefined {
  if (head.every((byte) => byte === 0)) return undefined
  const prefix = textAt(head, 345, 155)
  const name = `${prefix ? `${prefix}/` : ''}${textAt(head, 0, 100)}`
  const type = String.fromCharCode(head[156] || 0x30)
  return { name, type, size: numberAt(head, 124, 12), link: textAt(head, 157, 100) }
}

/**
 * Lays a tar out below a folder, as PostgreSQL writes one (ustar).
 * @throws Error where it is cut off or leads out of the folder
 */
export async function layOutTar(bytes: AsyncIterable<Buffer>, folder: string): Promise<void> {
  const source = new Blocks(bytes)
  for (let head = await source.take(block); head; head = await source.take(block)) {
    const entry = readHead(head)
    if (!entry) return
    const path = join(folder, normalize(entry.name))
    if (path !== join(folder, '.') && path !== folder && !path.startsWith(`${folder}/`)) throw new Error(`${entry.name} leads elsewhere`)
    if (entry.type === '5') await mkdir(path, { recursive: true, mode: 0o700 })
    else if (entry.type === '2') await symlink(entry.link, path)
    else await layOutFile(source, entry, path)
  }
  throw new Error('it ends too early')
}

async function layOutFile(source: Blocks, { size }: Entry, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = createWriteStream(path, { mode: 0o600, flush: true })
  for await (const part of source.pass(size)) if (!file.write(part)) await once(file, 'drain')
  await ended(file)
  await source.take((block - (size % block)) % block)
}

async function ended(file: WriteStream): Promise<void> {
  const closed = once(file, 'close')
  file.end()
  await closed
}

/** So many bytes at a time out of pieces of any length. */
class Blocks {
  readonly #pieces: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** The next bytes; undefined at the end. */
  async take(size: number): Promise<Buffer | undefined> {
    const parts: Buffer[] = []
    for await (const part of this.pass(size)) parts.push(part)
    return parts.length === 0 && size > 0 ? undefined : Buffer.concat(parts)
  }

  async *pass(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (this.#rest.length === 0) {
        const { value, done } = await this.#pieces.next()
        if (done) {
          if (left === size) return
          throw new Error('it ends too early')
        }
        this.#rest = value
      }
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      if (part.length > 0) yield part
    }
  }
}
