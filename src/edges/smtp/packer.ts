import { createHash } from 'node:crypto'
import { createZstdCompress } from 'node:zlib'
import type { RawMail } from '../../archive/actions.ts'
import { EndWatch } from './end-watch.ts'

// Each way to the thread that packs and back costs a turn of the event loop.
const together = 1024 * 1024

/** Packs a large mail as it comes, so that it is never in memory as a whole. */
export class Packer {
  readonly #stream = createZstdCompress()
  readonly #hash = createHash('sha256')
  readonly #watch = new EndWatch()
  readonly #pieces: Buffer[] = []
  readonly #waiting: Buffer[] = []
  #waits = 0
  #size = 0
  #held = 0

  constructor() {
    this.#stream.on('data', (piece: Buffer) => {
      this.#pieces.push(piece)
      this.#held += piece.length
    })
    // Whoever waits for a write is told by it.
    this.#stream.on('error', () => {})
  }

  /** Bytes that it keeps. */
  get held(): number {
    return this.#held + this.#waits
  }

  /** Resolves once there is room for more. */
  async write(chunk: Buffer): Promise<void> {
    this.#size += chunk.length
    this.#waiting.push(chunk)
    this.#waits += chunk.length
    if (this.#waits >= together) await this.#pack()
  }

  async #pack(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting.splice(0))
    this.#waits = 0
    this.#hash.update(bytes)
    this.#watch.see(bytes)
    await new Promise<void>((resolve, reject) => this.#stream.write(bytes, (error) => (error ? reject(error) : resolve())))
  }

  /** All of it; `hidesAnEnd` says whether it has a line that ends a mail for careless servers. */
  async end(): Promise<{ mail: RawMail; hidesAnEnd: boolean }> {
    await this.#pack()
    await new Promise<void>((resolve, reject) => this.#stream.once('error', reject).once('end', resolve).end())
    const bytes = Buffer.concat(this.#pieces.splice(0))
    return { mail: { sha256: this.#hash.digest(), size: this.#size, bytes }, hidesAnEnd: this.#watch.end() }
  }

  /** Lets go of everything. */
  drop(): void {
    this.#pieces.length = 0
    this.#waiting.length = 0
    this.#waits = 0
    this.#held = 0
    this.#stream.destroy()
  }
}
