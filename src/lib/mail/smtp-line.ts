import type { Socket } from 'node:net'
import { ReplyReader } from './smtp-reply.ts'

/** What a line tells its session. */
export interface LineListener {
  /** All answers that came at once have been read. */
  answers(replies: string[][]): void
  /** There is room for more. */
  room(): void
  /** The connection is gone; called once. */
  broke(reason: string): void
  /** How long the next answer may take from now on, in milliseconds; 0 when none is awaited. */
  patience(): number
}

/** Smaller writes are copied into one buffer: a system call costs more than the copy. */
const COPY_BELOW = 256 * 1024
const MOST_UNSENT = 1024 * 1024

/**
 * The bytes of one connection. Only one write is under way at a time, so that it is certain which bytes never left:
 * those beyond `started`.
 */
export class Line {
  /** Offsets in the stream of bytes: queued here, given to the system, taken by it. */
  queued = 0
  started = 0
  #finished = 0
  #pieces: (string | Uint8Array)[] = []
  #reader = new ReplyReader()
  #since = performance.now()
  #timer: NodeJS.Timeout
  #open = true

  readonly socket: Socket
  readonly listener: LineListener

  /** `tick`: how often to look at the clock, in milliseconds. */
  constructor(socket: Socket, listener: LineListener, tick: number) {
    this.socket = socket
    this.listener = listener
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => this.#read(String(chunk)))
    socket.on('error', (error) => this.break(error.message))
    socket.on('close', () => this.break('The relay closed the connection.'))
    this.#timer = setInterval(() => this.#checkTime(), tick)
    this.#timer.unref()
  }

  /** Whether the system keeps up with what was queued. */
  get hasRoom(): boolean {
    return this.#open && this.queued - this.#finished < MOST_UNSENT
  }

  /** How long nothing has moved, in milliseconds. */
  get still(): number {
    return performance.now() - this.#since
  }

  /** Queues a command (ASCII, or UTF-8 addresses) or content. */
  add(piece: string | Uint8Array): void {
    this.#pieces.push(piece)
    this.queued += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
  }

  /** Sends what was queued, once the write before it is through. */
  flush(): void {
    if (!this.#open || this.#pieces.length === 0 || this.#finished < this.started) return
    const pieces = this.#pieces
    const size = this.queued - this.started
    this.#pieces = []
    this.started = this.queued
    this.#since = performance.now()
    const through = () => this.#through()
    if (size < COPY_BELOW) this.socket.write(joined(pieces, size), through)
    else {
      this.socket.cork()
      for (const [index, piece] of pieces.entries()) this.socket.write(piece, index === pieces.length - 1 ? through : undefined)
      this.socket.uncork()
    }
  }

  /** Ends the connection at once. */
  break(reason: string): void {
    if (!this.#open) return
    this.#open = false
    clearInterval(this.#timer)
    this.socket.destroy()
    this.listener.broke(reason)
  }

  /** Ends the connection in good order; nothing more is heard of it. */
  close(farewell: string): void {
    if (!this.#open) return
    this.#open = false
    clearInterval(this.#timer)
    this.socket.end(farewell)
    // Who does not hang up is hung up on.
    setTimeout(() => this.socket.destroy(), 2000).unref()
  }

  #through(): void {
    this.#finished = this.started
    this.#since = performance.now()
    this.flush()
    if (this.#open) this.listener.room()
  }

  #read(chunk: string): void {
    if (!this.#open) return
    this.#since = performance.now()
    try {
      const replies = this.#reader.read(chunk)
      if (replies.length > 0) this.listener.answers(replies)
    } catch (error) {
      this.break((error as Error).message)
    }
  }

  #checkTime(): void {
    const patience = this.listener.patience()
    if (patience > 0 && this.still > patience) this.break('The relay did not answer in time.')
  }
}

function joined(pieces: (string | Uint8Array)[], size: number): Buffer {
  const buffer = Buffer.allocUnsafe(size)
  let at = 0
  for (const piece of pieces) {
    if (typeof piece === 'string') at += buffer.write(piece, at)
    else {
      buffer.set(piece, at)
      at += piece.length
    }
  }
  return buffer
}
