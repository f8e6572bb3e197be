import type { IncomingMessage } from 'node:http'
import { askOutward, findTargets, type Outward, readAddress, readBody, Unreachable } from './outward.ts'
import { textsOf } from './ui/words.ts'

const t = textsOf('lib', 'outwardRead')

/** What is kept of the last answer, so that the same is not sent again (RFC 9110 §13). */
export interface Seen {
  etag: string
  modified: string
}

/** What another site answered: nothing new, or all of it. */
export type Fetched = { fresh: false } | ({ fresh: true; body: Buffer } & Seen)

/** Why there was no answer; `message` is a sentence for people, `seconds` how long the site asks to wait, `gone` that it knows no such thing. */
export class NotRead extends Error {
  override name = 'NotRead'
  readonly seconds: number | undefined
  readonly gone: boolean
  constructor(message: string, seconds?: number, gone = false) {
    super(message)
    this.seconds = seconds
    this.gone = gone
  }
}

const longest = 20_000

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3). */
function secondsOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, Math.round((at - now.getTime()) / 1_000))
}

const clipped = (text: string | undefined): string => (text ?? '').slice(0, 500)

/** What an answer without its body says: nothing new, or why it is none. Undefined where the body counts. */
function weigh(response: IncomingMessage, now: Date, host: string): Fetched | NotRead | undefined {
  const { statusCode: status = 0, headers } = response
  if (status === 304) return { fresh: false }
  if (status >= 300 && status < 400) return new NotRead(t.moved({ host, to: clipped(headers.location).slice(0, 200) }))
  if (status !== 200)
    return new NotRead(t.status({ host, status }), secondsOf(headers['retry-after'], now), status === 404 || status === 410)
  // What was not asked for could unpack to anything.
  return (headers['content-encoding'] ?? 'identity') === 'identity' ? undefined : new NotRead(t.packed({ host }))
}

/**
 * Reads an address politely: over https and at public addresses alone (or those that the operator allows), with what was seen last, within
 * twenty seconds and so many bytes, however slowly they come. It follows nothing.
 * @param most bytes
 * @throws NotRead with a sentence for people
 */
export async function readOutward(
  address: string,
  seen: Seen,
  { most, now, milliseconds = longest }: { most: number; now: Date; milliseconds?: number },
  outward: Outward,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(milliseconds)
  let host = ''
  try {
    const url = readAddress(address)
    host = url.hostname
    const targets = await findTargets(url, outward)
    const headers = {
      ...{ 'user-agent': 'Rapport', accept: 'application/json, application/atom+xml, application/rss+xml, text/csv, */*;q=0.1' },
      ...{ 'accept-encoding': 'identity', ...(seen.etag ? { 'if-none-match': seen.etag } : {}) },
      ...(seen.modified ? { 'if-modified-since': seen.modified } : {}),
    }
    const response = await askOutward(url, targets, { method: 'GET', signal, headers })
    const weighed = weigh(response, now, host)
    if (weighed) response.destroy()
    if (weighed instanceof NotRead) throw weighed
    if (weighed) return weighed
    const { body, end } = await readBody(response, most)
    if (end === 'long') throw new NotRead(t.long({ host, mb: Math.floor(most / 1024 ** 2) }))
    if (end === 'broken') throw new Error('The answer broke off.')
    const { etag, 'last-modified': modified } = response.headers
    return { fresh: true, body, etag: clipped(etag), modified: clipped(modified) }
  } catch (error) {
    if (error instanceof NotRead) throw error
    if (error instanceof Unreachable) throw new NotRead(error.message)
    throw new NotRead(signal.aborted ? t.late({ host, n: milliseconds / 1_000 }) : t.unreachable({ host }))
  }
}
