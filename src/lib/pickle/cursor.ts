import { textsOf } from '../ui/words.ts'
import { PickleError } from './value.ts'

const t = textsOf('lib', 'pickle')

/** Reads bytes from front to back and says where they end too early. */
export class Cursor {
  at = 0
  readonly #bytes: Buffer

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** @throws PickleError where fewer are left */
  take(count: number): Buffer {
    if (count < 0 || count > this.#bytes.length - this.at) throw new PickleError(t.cutOff({ at: this.#bytes.length }))
    this.at += count
    return this.#bytes.subarray(this.at - count, this.at)
  }

  byte(): number {
    return this.take(1)[0] as number
  }

  uint16(): number {
    return this.take(2).readUInt16LE()
  }

  int32(): number {
    return this.take(4).readInt32LE()
  }

  uint32(): number {
    return this.take(4).readUInt32LE()
  }

  /** The bytes up to the end of the line, one character each, without the line end. */
  line(): string {
    const end = this.#bytes.indexOf(10, this.at)
    if (end < 0) throw new PickleError(t.cutOff({ at: this.#bytes.length }))
    const text = this.#bytes.toString('latin1', this.at, end)
    this.at = end + 1
    return text
  }
}
