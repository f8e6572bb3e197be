/** How much one mail server takes upon itself; the numbers stand in docs/operators/mail.md. */
export interface MailLimits {
  /** Bytes of one mail, announced as SIZE (RFC 1870). A list's own, smaller limit holds a mail for its moderator instead. */
  bytes: number
  /** Bytes of all mails that are being received, together; beyond it, senders are asked to come again. */
  bytesUnderWay: number
  recipients: number
  connections: number
  connectionsPerPeer: number
  /** Mails that one peer may begin in a minute. */
  mailsPerMinute: number
  /** Unknown recipients in one connection: who names more is guessing. */
  unknownRecipients: number
  /** How long a connection may be silent (RFC 5321 §4.5.3.2.7 asks for five minutes), and how long it may last. */
  idleMs: number
  lifeMs: number
}

const MB = 1024 * 1024

export const defaultLimits: MailLimits = {
  bytes: 36 * MB,
  bytesUnderWay: 256 * MB,
  // RFC 5321 §4.5.3.1.8 asks for 100 at least.
  recipients: 100,
  connections: 200,
  connectionsPerPeer: 20,
  mailsPerMinute: 600,
  unknownRecipients: 10,
  idleMs: 5 * 60_000,
  lifeMs: 60 * 60_000,
}

/** A peer on this very machine: a mail server in front, or a person at the console. */
export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** Counts connections and mails of each peer of one process. */
export class Peers {
  readonly #limits: Pick<MailLimits, 'connectionsPerPeer' | 'mailsPerMinute'>
  readonly #open = new Map<string, number>()
  readonly #begun = new Map<string, number>()
  #minute = 0

  constructor(limits: Pick<MailLimits, 'connectionsPerPeer' | 'mailsPerMinute'>) {
    this.#limits = limits
  }

  /** False: this peer has as many connections as it may. Each true one is ended with `leave`. */
  enter(peer: string): boolean {
    const count = this.#open.get(peer) ?? 0
    if (count >= this.#limits.connectionsPerPeer) return false
    this.#open.set(peer, count + 1)
    return true
  }

  leave(peer: string): void {
    const count = this.#open.get(peer) ?? 0
    if (count > 1) this.#open.set(peer, count - 1)
    else this.#open.delete(peer)
  }

  /** False: this peer has begun as many mails in this minute as it may. */
  begin(peer: string, now: number): boolean {
    const minute = Math.floor(now / 60_000)
    if (minute !== this.#minute) this.#begun.clear()
    this.#minute = minute
    const count = (this.#begun.get(peer) ?? 0) + 1
    this.#begun.set(peer, count)
    return count <= this.#limits.mailsPerMinute
  }
}
