import { classify, type Stage } from './bounce/classify.ts'
import type { BounceClass } from './bounce/report.ts'
import type { Phase } from './smtp-outcome.ts'

/** Why a relay did not take a message, in the classes of bounces, and `quota`: the relay's limit for us is reached. */
export type AnswerClass = BounceClass | 'quota'

const minute = 60_000
const day = 86_400_000

// The relay's own limit for us: Postfix policy servers, Exchange, Gmail (5.4.5) and hosters say it in these words.
const quotaWords =
  /\b(?:daily|hourly|sending|sent|outgoing|relay|rate)\b.{0,40}\b(?:quota|limit)\b|\b(?:quota|limit)\b.{0,40}\b(?:messages|mails|e-?mails|recipients|per (?:day|hour|minute))\b|\b(?:too many|rate of) (?:messages|mails|e-?mails|recipients)\b|\bthrottl/i

/** What the server had seen of a mail, and of us, when it spoke. */
export function stageOf(phase: Phase): Stage {
  if (phase === 'end') return 'content'
  if (phase === 'mail') return 'sender'
  return phase === 'connect' || phase === 'greeting' || phase === 'ehlo' ? 'greeting' : 'unknown'
}

/**
 * The class of a relay's answer; of no answer (a broken connection): `transport`. `stage`: one that answers our name or our sender has not
 * looked at the address, and one that answers the content condemns it by a 5.1.x status alone.
 */
export function classifyAnswer(code: number | null, enhanced: string | null, text: string, stage: Stage = 'unknown'): AnswerClass {
  if (code === null) return 'transport'
  if (isQuota(enhanced, text)) return 'quota'
  // Here no words outweigh the status: they speak of the sender's domain, and of the server's disk.
  if (enhanced && /\.1\.[789]$/.test(enhanced)) return 'policy'
  if (enhanced && /\.3\.[125]$/.test(enhanced)) return 'transport'
  const kind = classify(text, '', enhanced ?? `${Math.floor(code / 100)}.0.0`, stage)
  // The greeting is the relay's own, whatever it takes.
  if (stage === 'greeting' && kind === 'address') return 'policy'
  const aboutTheServer = code === 421 || code === 451 || code === 452 || (code >= 500 && code <= 504)
  return kind === 'unknown' && aboutTheServer ? 'transport' : kind
}

/** A full mailbox and a mail that is too large are limits of the recipient. */
function isQuota(enhanced: string | null, text: string): boolean {
  if (/^[45]\.4\.5$/.test(enhanced ?? '')) return true
  return quotaWords.test(text) && !/^[45]\.2\./.test(enhanced ?? '') && !/\b(?:mailbox|size)\b/i.test(text)
}

/** How one attempt ended without success. */
export interface FailedAttempt {
  /** The answer's code and RFC 3463 status; null where there was no answer. */
  code: number | null
  enhanced: string | null
  /** The answer's words, which tell a quota of the relay from a refusal. */
  text?: string
  /** This one included. */
  attempts: number
  firstAttemptAt: Date
  now: Date
  giveUpAfterDays?: number
  /** 0 to 1, spreads those that failed together. */
  chance?: number
}

/** The first wait in minutes; it doubles with every attempt, up to four hours (RFC 5321 §4.5.4.1 asks for 30 minutes and more, save the first ones). */
const firstWait: Record<AnswerClass, number> = { transport: 1, policy: 5, unknown: 5, address: 15, content: 15, mailbox: 60, quota: 60 }
const LONGEST_WAIT = 240 * minute

/**
 * Whether to try again, and when. Refusals (5xx) are final, save those that are about the relay and us rather than this message: its
 * quota, our sign-in, a session out of step. Everything else is tried again for `giveUpAfterDays` (5, as RFC 5321 §4.5.4.1 has it).
 */
export function nextAttempt(failed: FailedAttempt): { state: 'deferred'; nextAt: Date } | { state: 'failed'; nextAt: null } {
  const { code, enhanced, text = '', attempts, firstAttemptAt, now, giveUpAfterDays = 5, chance = Math.random() } = failed
  const kind = classifyAnswer(code, enhanced, text)
  const end = firstAttemptAt.getTime() + giveUpAfterDays * day
  if (isFinal(code, enhanced, kind) || now.getTime() >= end) return { state: 'failed', nextAt: null }
  const wait = Math.min(LONGEST_WAIT, firstWait[kind] * minute * 2 ** Math.min(attempts - 1, 20)) * (0.8 + 0.4 * chance)
  // The last attempt falls on the last moment.
  return { state: 'deferred', nextAt: new Date(Math.min(now.getTime() + wait, end)) }
}

function isFinal(code: number | null, enhanced: string | null, kind: AnswerClass): boolean {
  if (code === null || code < 500 || kind === 'quota') return false
  const aboutUs = [500, 502, 503, 530, 534, 535, 538].includes(code) || /^5\.(?:3\.2|5\.1|7\.[089])$/.test(enhanced ?? '')
  return !aboutUs || kind === 'address'
}
