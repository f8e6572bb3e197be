import type { Reply } from './smtp-reply.ts'

/** Where in the exchange an outcome came from; `local`: before anything was sent. */
export type Phase = 'local' | 'connect' | 'greeting' | 'ehlo' | 'tls' | 'auth' | 'rset' | 'mail' | 'rcpt' | 'data' | 'end'

/**
 * What became of one message. `accepted`: the relay has it. `deferred`, `refused`: it said 4xx, 5xx. `unsent`: it certainly does not have
 * it, and nobody said anything against it. `unknown`: all of it was sent, and the connection broke before the answer came.
 */
export interface Outcome {
  ok: boolean
  state: 'accepted' | 'deferred' | 'refused' | 'unsent' | 'unknown'
  /** Null where the relay gave no answer to this message. */
  code: number | null
  enhanced: string | null
  /** The relay's own words, or what broke. */
  text: string
  phase: Phase
}

/** The outcome that an answer means. */
export function answered(reply: Reply, phase: Phase): Outcome {
  const ok = reply.code < 300
  return { ok, state: ok ? 'accepted' : reply.code < 500 ? 'deferred' : 'refused', ...reply, phase }
}

/** The outcome of a message whose connection broke. */
export function broken(state: 'unsent' | 'unknown', text: string, phase: Phase): Outcome {
  return { ok: false, state, code: null, enhanced: null, text, phase }
}

/** The outcome of a message that this relay cannot take, found out without asking it. */
export function refusedHere(code: number, enhanced: string, text: string): Outcome {
  return { ok: false, state: 'refused', code, enhanced, text, phase: 'local' }
}

/** A connection that could not be made or used; `reply` is what the relay said, if it did. */
export class RelayError extends Error {
  override name = 'RelayError'
  readonly phase: Phase
  readonly reply: Reply | null

  constructor(message: string, phase: Phase, reply: Reply | null = null) {
    super(message)
    this.phase = phase
    this.reply = reply
  }
}
