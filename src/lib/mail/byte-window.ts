/** A view that moves over a stream of bytes: what was passed is forgotten, what is needed is read on demand. Offsets count from the start of the stream. */
export class ByteWindow {
  private readonly chunks: AsyncIterator<Uint8Array>
  private data = Buffer.allocUnsafe(1 << 16)
  private used = 0
  private base = 0
  private done = false

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.chunks = chunks[Symbol.asyncIterator]()
  }

  /** The offset after the last byte read so far. */
  get end(): number {
    return this.base + this.used
  }

  /** Whether the stream has no more bytes than those before `end`. */
  get ended(): boolean {
    return this.done
  }

  /** Reads the next bytes; those before `keepFrom` are forgotten. False at the end of the stream. */
  async fill(keepFrom: number): Promise<boolean> {
    if (this.done) return false
    const { value, done } = await this.chunks.next()
    if (done) {
      this.done = true
      return false
    }
    const kept = this.data.subarray(keepFrom - this.base, this.used)
    const needed = kept.length + value.length
    // Twice as large each time, so that a large message is not copied once for each of its pieces.
    const target = needed > this.data.length ? Buffer.allocUnsafe(Math.max(needed, this.data.length * 2)) : this.data
    target.set(kept, 0)
    target.set(value, kept.length)
    this.data = target
    this.base = keepFrom
    this.used = needed
    return true
  }

  /** Reads until `offset` is before the end; false where the stream ends earlier. */
  async reach(offset: number, keepFrom: number): Promise<boolean> {
    while (this.end < offset) if (!(await this.fill(keepFrom))) return false
    return true
  }

  /** Where `needle` next begins, at or after `from`, in what was read; -1 where it does not. */
  indexOf(needle: Uint8Array | number, from: number): number {
    const at = this.data.subarray(0, this.used).indexOf(needle, from - this.base)
    return at < 0 ? -1 : at + this.base
  }

  /** The bytes from `from` to before `to`: a view, good until the next `fill`. */
  slice(from: number, to: number): Buffer {
    return this.data.subarray(Math.max(0, from - this.base), Math.max(0, Math.min(this.used, to - this.base)))
  }

  /** Stops reading and lets go of the source. */
  async close(): Promise<void> {
    await this.chunks.return?.()
  }
}
