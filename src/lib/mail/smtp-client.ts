import { hostname } from 'node:os'
import { withAsciiDomain } from './encode-header.ts'
import { parseRelay, type Relay } from './relay.ts'
import { connect, defaultTimeouts, type Timeouts } from './smtp-connect.ts'
import { readContent } from './smtp-content.ts'
import { broken, type Outcome, RelayError, refusedHere } from './smtp-outcome.ts'
import { type Consignment, Session } from './smtp-session.ts'
import { WaitingLine } from './waiting-line.ts'

export type { Outcome } from './smtp-outcome.ts'

/** Who sends to whom; an empty `from` is the sender of notices that must not be answered. */
export interface Envelope {
  from: string
  to: string
  /** Is asked just before it is sent; where not, it is `unsent`. */
  may?: () => boolean
}

export interface SenderOptions {
  /** At most this many connections at once; 10. */
  connections?: number
  /** At most this many unanswered messages on a connection, 1 to 100, with `chunking`; 50. Without, one is sent and one is announced. */
  window?: number
  /** At most this many unanswered messages to one recipient domain, over all connections; no limit. */
  perDomain?: number
  /** What we call ourselves in EHLO; this machine's name. */
  name?: string
  /** In milliseconds, by phase; the defaults are those of RFC 5321 §4.5.3.2. */
  timeouts?: Partial<Timeouts>
  /** How long a connection without work is kept, in milliseconds; 30 s. */
  idle?: number
  /**
   * BDAT where it is offered. Off, since servers are known that take a refused chunk for commands, or lose it behind a 250; and since
   * all of a window may be in doubt when a connection breaks. For a relay that is known to be sound.
   */
  chunking?: boolean
}

/** Hands messages to the relay. */
export interface Sender {
  /** Never rejects: whatever happens is an outcome. The pieces must not change until then, and each must end with CRLF. */
  send(envelope: Envelope, parts: readonly Uint8Array[]): Promise<Outcome>
  /** What is under way now. */
  state(): { waiting: number; inFlight: number; connections: number }
  /** Sends what was given, then says good-bye; what is not through after `within` milliseconds is given up. */
  close(within?: number): Promise<void>
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const unfit = /[\u0000-\u0020\u007f<>]/
const beyondAscii = /[^ -~]/

/** A message whose connections broke this often before it was sent is given back. */
const MOST_TRIES = 3
/** After this many connections in a row that carried nothing, the relay is taken for down. */
const MOST_BARREN = 3
/** How long to stay with the connections there are after the relay refused one more. */
const CROWDED_FOR = 30_000

/** Opens connections to one relay as messages come, keeps them while there is work. Throws Error where the relay's address is wrong. */
export function createSender(relay: Relay | string, options: SenderOptions = {}): Sender {
  return new PipelinedSender(typeof relay === 'string' ? parseRelay(relay) : relay, options)
}

class PipelinedSender implements Sender {
  readonly #relay: Relay
  readonly #options: SenderOptions
  readonly #timeouts: Timeouts
  readonly #waiting: WaitingLine<Consignment>
  readonly #sessions = new Set<Session>()
  #unsettled = 0
  #connecting = 0
  #barren = 0
  #crowdedUntil = 0
  #pumping = false
  #closed = false
  #whenDrained: (() => void) | undefined

  constructor(relay: Relay, options: SenderOptions) {
    this.#relay = relay
    this.#options = options
    this.#timeouts = { ...defaultTimeouts, ...options.timeouts }
    this.#waiting = new WaitingLine(options.perDomain)
  }

  send(envelope: Envelope, parts: readonly Uint8Array[]): Promise<Outcome> {
    if (this.#closed) return Promise.resolve(broken('unsent', 'Sending has been stopped.', 'local'))
    const content = readContent(parts)
    if (!content) return Promise.resolve(refusedHere(554, '5.6.0', 'A line of the message does not end with CR LF.'))
    const [from, to] = [withAsciiDomain(envelope.from), withAsciiDomain(envelope.to)]
    if (to === '' || unfit.test(to) || unfit.test(from)) return Promise.resolve(refusedHere(553, '5.1.3', 'An address is not well-formed.'))
    return new Promise((resolve) => {
      const done = (outcome: Outcome) => {
        this.#waiting.release(consignment)
        this.#unsettled--
        resolve(outcome)
        if (this.#unsettled === 0) this.#whenDrained?.()
      }
      const { may } = envelope
      const consignment: Consignment = { from, to, may, smtpUtf8: beyondAscii.test(from + to), content, tries: 0, done }
      this.#unsettled++
      this.#waiting.add(consignment)
      this.#schedule()
    })
  }

  state() {
    const inFlight = this.#sessions.values().reduce((sum, session) => sum + session.inFlight, 0)
    return { waiting: this.#waiting.length, inFlight, connections: this.#sessions.size }
  }

  async close(within = 60_000): Promise<void> {
    this.#closed = true
    if (this.#unsettled > 0) {
      const giveUp = setTimeout(() => this.#giveUp(new RelayError('Sending has been stopped.', 'local')), within)
      await new Promise<void>((resolve) => {
        this.#whenDrained = resolve
      })
      clearTimeout(giveUp)
    }
    for (const session of this.#sessions) session.quit()
  }

  /** Messages given in one turn of the event loop travel together. */
  #schedule(): void {
    if (this.#pumping) return
    this.#pumping = true
    queueMicrotask(() => {
      this.#pumping = false
      for (const session of this.#sessions) session.wake()
      this.#connectMore()
    })
  }

  #connectMore(): void {
    const most = performance.now() < this.#crowdedUntil ? Math.max(1, this.#sessions.size) : (this.#options.connections ?? 10)
    const wanted = Math.min(most - this.#sessions.size, this.#waiting.ready) - this.#connecting
    for (let i = 0; i < wanted; i++) this.#connect()
  }

  async #connect(): Promise<void> {
    this.#connecting++
    try {
      const connection = await connect(this.#relay, this.#options.name ?? hostname(), this.#timeouts)
      const window = Math.max(1, Math.min(100, this.#options.window ?? 50))
      const { idle = 30_000, chunking = false } = this.#options
      const session = new Session(connection, { window, idle, chunking, timeouts: this.#timeouts }, this)
      this.#sessions.add(session)
      this.#connecting--
      if (this.#closed && this.#unsettled === 0) session.quit()
      else session.wake()
    } catch (error) {
      this.#connecting--
      if (this.#sessions.size > 0) this.#crowdedUntil = performance.now() + CROWDED_FOR
      else if (this.#connecting === 0) this.#giveUp(error instanceof RelayError ? error : new RelayError(String(error), 'connect'))
    }
  }

  /** For sessions: the next message to send. */
  pull(): Consignment | undefined {
    return this.#waiting.next()
  }

  /** For sessions: one has ended, and what it did not send goes by another. */
  over(session: Session, unsent: Consignment[], reason: string): void {
    this.#sessions.delete(session)
    this.#barren = session.settled > 0 ? 0 : this.#barren + 1
    for (const consignment of unsent.reverse()) {
      if (++consignment.tries < MOST_TRIES) this.#waiting.putBack(consignment)
      else consignment.done(broken('unsent', reason, 'mail'))
    }
    if (this.#barren >= MOST_BARREN) this.#giveUp(new RelayError(reason, 'mail'))
    else this.#schedule()
  }

  /** The relay is down, or time is up: all messages are given back, those under way as their connections know them. */
  #giveUp({ message, phase }: RelayError): void {
    this.#barren = 0
    for (const session of this.#sessions) session.abort(message)
    for (const consignment of this.#waiting.takeAll()) consignment.done(broken('unsent', message, phase))
  }
}
