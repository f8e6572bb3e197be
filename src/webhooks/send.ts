import { askOutward, findTargets, type Outward, readAddress, readBody, Unreachable } from '../lib/outward.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Sending } from './chats.ts'

const t = textsOf('webhooks', 'answers')

/** What the other side answered; without a code it never did. */
export interface Answer {
  code: number | null
  /** The beginning of its body, or why there is none. */
  text: string
  tookMs: number
  /** How long it wants to be left alone, where it said so. */
  waitSeconds?: number
}

const timeout = 10_000
const longestAnswer = 16_384

const longestWait = 3_600

// Of the few jobs that run at once, a receiver that is silent holds so many, however many webhooks lead to it.
const mostAtOnce = 2
// One that fails may be silent too: of all that do, one at a time is asked, so that others and other jobs go on beside it.
const failing = 'failing'
const under = new Map<string, number>()

/**
 * Takes one of the places that a receiver has, by its address without the path; the one of all that fail, where it does.
 * @returns what gives it back; undefined while all are taken
 */
export function takePlace({ url, failingSince }: { url: string; failingSince: Date | null }): (() => void) | undefined {
  const key = failingSince === null ? (URL.parse(url)?.origin ?? '') : failing
  const taken = under.get(key) ?? 0
  if (taken >= (key === failing ? 1 : mostAtOnce)) return undefined
  under.set(key, taken + 1)
  return () => {
    const left = (under.get(key) ?? 1) - 1
    if (left > 0) under.set(key, left)
    else under.delete(key)
  }
}

/** Brings a body and reads the beginning of the answer; follows nothing. Never throws: what went wrong is the answer. */
export async function bring(
  { method, url: address, body }: Omit<Sending, 'body'> & { body: string | Uint8Array },
  headers: Record<string, string>,
  outward: Outward,
): Promise<Answer> {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const url = readAddress(address)
    const targets = await findTargets(url, outward)
    const answer = await askOutward(url, targets, {
      ...{ method, body, signal: AbortSignal.timeout(timeout) },
      headers: {
        ...{ 'content-type': 'application/json', 'user-agent': 'Rapport-Webhooks/1' },
        ...headers,
        'content-length': Buffer.byteLength(body),
      },
    })
    const said = await readBody(answer, longestAnswer)
    const text = said.body.toString('utf8').replaceAll('\0', '').slice(0, 500)
    return { code: answer.statusCode ?? 0, text, ...waitOf(answer.headers['retry-after']), tookMs: took() }
  } catch (error) {
    return { code: null, text: error instanceof Unreachable ? error.message : describe(error), tookMs: took() }
  }
}

function describe(error: unknown): string {
  const { name, code, message } = error as NodeJS.ErrnoException
  if (name === 'AbortError' || name === 'TimeoutError') return t.late10({ n: timeout / 1_000 })
  const sentences: Record<string, string> = {
    ECONNREFUSED: t.refused,
    ECONNRESET: t.closed,
    ETIMEDOUT: t.late,
    EHOSTUNREACH: t.server,
    ENETUNREACH: t.network,
  }
  return (code && sentences[code]) || `${code ? `${code}: ` : ''}${message}`.slice(0, 300)
}

function waitOf(header: string | undefined): { waitSeconds?: number } {
  const seconds = /^\d{1,9}$/.test(header ?? '') ? Math.min(longestWait, Number(header)) : undefined
  return seconds === undefined ? {} : { waitSeconds: seconds }
}
