import { isIPv6 } from 'node:net'
import { totalmem } from 'node:os'

/** How much one mail server takes upon itself; the numbers stand in docs/operators/mail.md. */
export interface MailLimits {
  /** Bytes of one mail, announced as SIZE (RFC 1870). A list's own, smaller limit holds a mail for its moderator instead. */
  bytes: number
  /** Bytes of all mails that are being received, together; beyond it, one mail after the other is read, and the others wait. */
  bytesUnderWay: number
  /** How long a mail waits for room, then its sender is asked to come again; and how long one may keep the others waiting. */
  waitMs: number
  aloneMs: number
  /** How long a mail that was read may wait to be kept. */
  keepMs: number
  recipients: number
  connections: number
  connectionsPerPeer: number
  /** Of a trusted peer: no peer has all places. */
  connectionsPerTrusted: number
  /** Mails that one peer may begin in a minute. */
  mailsPerMinute: number
  /** Unknown recipients in one connection: who names more is guessing. */
  unknownRecipients: number
  /** How long a connection may be silent (RFC 5321 §4.5.3.2.7 asks for five minutes), and how long it may last. */
  idleMs: number
  lifeMs: number
}

const MB = 1024 * 1024

/**
 * How many bytes of mail may be under way, by the memory that there is: a thirty-second of it, between 16 and 256 MB. On its way into the
 * database a mail is there several times over, packed and as the protocol has it, and the program itself needs its part.
 */
export function budgetOf(limit: number): number {
  // Where nothing bounds the process, the answer is 0 or beyond all memory.
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  return Math.min(256 * MB, Math.max(16 * MB, Math.floor(memory / 32)))
}

export const defaultLimits: MailLimits = {
  bytes: 36 * MB,
  bytesUnderWay: budgetOf(process.constrainedMemory()),
  waitMs: 2 * 60_000,
  aloneMs: 60_000,
  keepMs: 30_000,
  // RFC 5321 §4.5.3.1.8 asks for 100 at least.
  recipients: 100,
  connections: 200,
  connectionsPerPeer: 20,
  connectionsPerTrusted: 100,
  mailsPerMinute: 600,
  unknownRecipients: 10,
  idleMs: 5 * 60_000,
  lifeMs: 60 * 60_000,
}

/** A peer on this very machine: a mail server in front, or a person at the console. */
export const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** Who a peer is, for limits: this machine, an address, or the network of one IPv6 subscriber. */
export function peerOf(address: string): string {
  if (isLoopback(address)) return 'loopback'
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const [first, last] = [head, tail].map((part) => part.split(':').filter(Boolean)) as [string[], string[]]
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0') : []
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

/** Counts connections and mails of each peer of one process. */
export class Peers {
  readonly #limits: Pick<MailLimits, 'mailsPerMinute'>
  readonly #open = new Map<string, number>()
  readonly #begun = new Map<string, number>()
  #minute = 0

  constructor(limits: Pick<MailLimits, 'mailsPerMinute'>) {
    this.#limits = limits
  }

  /** False: this peer has `most` connections. Each true one is ended with `leave`. */
  enter(peer: string, most: number): boolean {
    const count = this.#open.get(peer) ?? 0
    if (count >= most) return false
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
