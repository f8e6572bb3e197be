import type { Connection, Timeouts } from './smtp-connect.ts'
import type { Content } from './smtp-content.ts'
import { Line } from './smtp-line.ts'
import { answered, broken, type Outcome, type Phase, refusedHere } from './smtp-outcome.ts'
import { parseReply } from './smtp-reply.ts'

/** One message on its way; `done` is called once, by whoever learns what became of it. */
export interface Consignment {
  from: string
  to: string
  may: (() => boolean) | undefined
  smtpUtf8: boolean
  content: Content
  /** How often its connection broke before it was sent. */
  tries: number
  done(outcome: Outcome): void
}

/** What a session asks and tells the sender that owns it. */
export interface SessionOwner {
  /** The next message, if there is one. */
  pull(): Consignment | undefined
  /** The session is over; these it did not send. */
  over(session: Session, unsent: Consignment[], reason: string): void
}

export interface SessionOptions {
  window: number
  timeouts: Timeouts
  /** How long a connection without work is kept, in milliseconds. */
  idle: number
  chunking: boolean
}

interface Flight {
  consignment: Consignment
  /** The first answer that was no yes. */
  failure: Outcome | null
  /** Where in the stream its last byte lies; Infinity while that is not queued. */
  lastByte: number
}

/**
 * One connection that carries message after message, in the fastest way the relay offers: BDAT with PIPELINING, a window of messages
 * sent ahead (RFC 3030); PIPELINING alone, where the next message's commands travel behind this one's content (RFC 2920 §3.1), which may
 * only follow the answer to DATA; else step by step.
 */
export class Session {
  /** How many messages got their answer here. */
  settled = 0
  readonly #way: 'chunked' | 'pipelined' | 'stepwise'
  readonly #line: Line
  readonly #flights: Flight[] = []
  readonly #awaited: { flight: Flight; phase: Phase }[] = []
  /** A message's commands are sent, its content is not: the next one must wait. */
  #opening = false
  #resetFirst = false

  readonly connection: Connection
  readonly options: SessionOptions
  readonly owner: SessionOwner

  constructor(connection: Connection, options: SessionOptions, owner: SessionOwner) {
    this.connection = connection
    this.options = options
    this.owner = owner
    const { pipelining, chunking } = connection.capabilities
    this.#way = pipelining ? (chunking && options.chunking ? 'chunked' : 'pipelined') : 'stepwise'
    const tick = Math.max(20, Math.min(1000, options.idle / 4, options.timeouts.end / 4, options.timeouts.mail / 4))
    const listener = {
      answers: (replies: string[][]) => {
        for (const lines of replies) this.#take(lines)
        this.wake()
      },
      room: () => this.wake(),
      broke: (reason: string) => this.#broke(reason),
      patience: () => this.#patience(),
    }
    this.#line = new Line(connection.socket, listener, tick)
  }

  get inFlight(): number {
    return this.#flights.length
  }

  /** Sends what there is to send, as far as the window and the line allow. */
  wake(): void {
    while (this.#hasRoom()) {
      const consignment = this.owner.pull()
      if (!consignment) break
      const refusal = this.#whyNot(consignment)
      if (refusal) consignment.done(refusal)
      else this.#open(consignment)
    }
    this.#line.flush()
  }

  /** Says good-bye; only when nothing is in flight. */
  quit(): void {
    this.#line.close('QUIT\r\n')
    this.owner.over(this, [], 'The connection had no more work.')
  }

  /** Breaks the connection now. */
  abort(reason: string): void {
    this.#line.break(reason)
  }

  #hasRoom(): boolean {
    if (!this.#line.hasRoom) return false
    if (this.#way === 'chunked') return this.#flights.length < this.options.window
    return !this.#opening && (this.#way === 'pipelined' || this.#flights.length === 0)
  }

  #whyNot({ content, smtpUtf8, may }: Consignment): Outcome | undefined {
    if (may?.() === false) return broken('unsent', 'It may not be sent any more.', 'local')
    const can = this.connection.capabilities
    if (can.size > 0 && content.size > can.size)
      return refusedHere(552, '5.3.4', `The relay takes no more than ${can.size} bytes a message.`)
    if (smtpUtf8 && !can.smtpUtf8)
      return refusedHere(553, '5.6.7', 'The mail server (relay) takes no address with letters like ü before the @ (it lacks SMTPUTF8).')
  }

  #open(consignment: Consignment): void {
    const flight: Flight = { consignment, failure: null, lastByte: Number.POSITIVE_INFINITY }
    this.#flights.push(flight)
    if (this.#resetFirst) this.#ask(flight, 'rset', 'RSET\r\n')
    this.#resetFirst = false
    this.#ask(flight, 'mail', this.#mail(consignment))
    if (this.#way === 'stepwise') return
    this.#ask(flight, 'rcpt', `RCPT TO:<${consignment.to}>\r\n`)
    if (this.#way === 'pipelined') {
      this.#opening = true
      this.#ask(flight, 'data', 'DATA\r\n')
      return
    }
    this.#ask(flight, 'end', `BDAT ${consignment.content.size} LAST\r\n`)
    for (const part of consignment.content.plain) this.#line.add(part)
    flight.lastByte = this.#line.queued
    // The next one is sent before this one's fate is known, and a failed one leaves its transaction open.
    this.#resetFirst = true
  }

  #mail({ from, content, smtpUtf8 }: Consignment): string {
    const can = this.connection.capabilities
    const size = can.size > 0 ? ` SIZE=${content.size}` : ''
    // A relay without 8BITMIME gets the bytes all the same: every server of today passes them on, and re-coding breaks signatures.
    const body = content.eightBit && can.eightBitMime ? ' BODY=8BITMIME' : ''
    return `MAIL FROM:<${from}>${size}${body}${smtpUtf8 ? ' SMTPUTF8' : ''}\r\n`
  }

  #ask(flight: Flight, phase: Phase, command: string): void {
    this.#awaited.push({ flight, phase })
    this.#line.add(command)
  }

  #take(lines: string[]): void {
    const code = Number(lines[0]?.slice(0, 3))
    const next = this.#awaited.shift()
    if (!next || isNonsense(next.phase, code)) {
      // What the relay says before it hangs up is no answer to this message.
      if (next && next.phase !== 'end') next.flight.lastByte = Number.POSITIVE_INFINITY
      this.#line.break(`The relay said ${code} out of turn: ${parseReply(lines).text}`)
      return
    }
    const { flight, phase } = next
    if (code >= 400) flight.failure ??= answered(parseReply(lines), phase)
    if (phase === 'end') this.#settle(flight, flight.failure ?? answered(parseReply(lines), phase))
    else if (phase === 'data') this.#answerToData(flight, code)
    else if (this.#way === 'stepwise') this.#nextStep(flight, phase)
    if (code === 421) this.#line.break('The relay closed the connection.')
  }

  #answerToData(flight: Flight, code: number): void {
    this.#opening = false
    if (code >= 400 && flight.failure) {
      this.#resetFirst = true
      this.#settle(flight, flight.failure)
      return
    }
    // Where the recipient was refused and the relay wants content all the same, it gets none (RFC 2920 §3.1).
    if (!flight.failure) for (const part of flight.consignment.content.stuffed) this.#line.add(part)
    this.#ask(flight, 'end', '.\r\n')
    if (!flight.failure) flight.lastByte = this.#line.queued
  }

  #nextStep(flight: Flight, phase: Phase): void {
    if (flight.failure) {
      this.#resetFirst = true
      this.#settle(flight, flight.failure)
    } else if (phase === 'mail') this.#ask(flight, 'rcpt', `RCPT TO:<${flight.consignment.to}>\r\n`)
    else if (phase === 'rcpt') this.#ask(flight, 'data', 'DATA\r\n')
  }

  #settle(flight: Flight, outcome: Outcome): void {
    // Answers come in the order of the questions, so this is the first one.
    this.#flights.shift()
    this.settled++
    flight.consignment.done(outcome)
  }

  #broke(reason: string): void {
    const unsent: Consignment[] = []
    this.#awaited.length = 0
    for (const { consignment, failure, lastByte } of this.#flights.splice(0)) {
      if (failure) consignment.done(failure)
      else if (lastByte <= this.#line.started) consignment.done(broken('unknown', reason, 'end'))
      else unsent.push(consignment)
    }
    this.owner.over(this, unsent, reason)
  }

  #patience(): number {
    const [next] = this.#awaited
    if (next) return this.options.timeouts[next.phase]
    if (this.#line.still > this.options.idle) this.quit()
    return 0
  }
}

/** Whether an answer cannot be one to this question; the relay and we are then out of step, or it is hanging up. */
function isNonsense(phase: Phase, code: number): boolean {
  if (phase === 'end') return code >= 300 && code < 400
  if (code === 421 || (phase === 'rset' && code >= 300)) return true
  return phase === 'data' ? code < 300 : code >= 300 && code < 400
}
