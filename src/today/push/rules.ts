import { createHash, ECDH } from 'node:crypto'
import { dayIn } from '../../time.ts'
import type { Waiting } from '../../waiting.ts'
import { keyOf } from '../decisions-rules.ts'

/** Where a device is told, as its browser says it (RFC 8030 §4, RFC 8291 §3). */
export interface Subscription {
  endpoint: string
  p256dh: string
  auth: string
}

/** By what this site is known to those who carry what it tells (RFC 8292). */
export interface SiteKey {
  publicKey: string
  privateKey: string
}

/** So many devices one may have. */
export const mostDevices = 10

const day = 86_400_000
/** What is due later is not told of yet. */
export const soon = 3 * day
/** A device that takes nothing for so long is forgotten. */
export const forgetAfter = 14 * day
/** What was told is remembered for so long. */
export const toldFor = 60 * day
/** So often something is tried. */
const mostTries = 5

/** What the address of a device is known by. */
export const hashOf = (endpoint: string): Buffer => createHash('sha256').update(endpoint).digest()

/** Are these the keys of a browser: a point of P-256, and sixteen bytes? */
export function areKeys({ p256dh, auth }: Pick<Subscription, 'p256dh' | 'auth'>): boolean {
  if (!/^[\w-]{87}=?$/.test(p256dh) || !/^[\w-]{22}(?:==)?$/.test(auth)) return false
  try {
    return ECDH.convertKey(p256dh, 'prime256v1', 'base64url', 'base64url', 'uncompressed') === p256dh.replace('=', '')
  } catch {
    return false
  }
}

/** Is it an hour at which one may be told something, where they are? A zone that is none any more is UTC. */
export function isDaytime(zone: string, now: Date): boolean {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime())
  const hourIn = (one: string) => instant.toZonedDateTimeISO(one).hour
  let hour: number
  try {
    hour = hourIn(zone)
  } catch {
    hour = hourIn('UTC')
  }
  return hour >= 8 && hour < 20
}

/** By what is remembered that something was told: when it is due now is told anew where that moves. */
export const toldKey = (entry: Pick<Waiting, 'href' | 'question' | 'until' | 'dueOn'>): string =>
  `${keyOf(entry)} ${entry.until?.toISOString().slice(0, 10) ?? entry.dueOn ?? ''}`.slice(0, 500)

/** What of that which waits is due within three days, and not over. */
export function dueOf<T extends Pick<Waiting, 'until' | 'dueOn'>>(entries: readonly T[], { at, zone }: { at: Date; zone: string }): T[] {
  const [today, last] = [dayIn(at, zone), dayIn(new Date(at.getTime() + soon), zone)]
  return entries.filter(({ until, dueOn }) =>
    until ? until > at && until.getTime() - at.getTime() <= soon : dueOn !== undefined && dueOn >= today && dueOn <= last,
  )
}

/** What becomes of a device after an answer: it was told, it is no more, it is tried again after so many milliseconds, or it is left. */
export type Outcome = 'told' | 'gone' | 'failed' | { after: number }

/** What follows from an answer to the so-manieth try. */
export function outcomeOf({ code, waitSeconds }: { code: number | null; waitSeconds?: number }, tries: number): Outcome {
  if (code !== null && code >= 200 && code < 300) return 'told'
  // RFC 8030 §7.3: it is no more.
  if (code === 404 || code === 410) return 'gone'
  const passes = code === null || code === 408 || code === 429 || code >= 500
  if (!passes || tries >= mostTries) return 'failed'
  return { after: Math.max((waitSeconds ?? 0) * 1_000, 60_000 * 5 ** (tries - 1)) }
}
