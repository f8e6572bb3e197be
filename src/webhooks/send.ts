import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { connectOnly, findTargets, type Outward, readAddress, type Target, Unreachable } from '../lib/outward.ts'
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
    const answered = await exchange(method, url, targets, headers, body)
    return { ...answered, tookMs: took() }
  } catch (error) {
    return { code: null, text: error instanceof Unreachable ? error.message : describe(error), tookMs: took() }
  }
}

function describe(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
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

function exchange(
  method: Sending['method'],
  url: URL,
  targets: Target[],
  headers: Record<string, string>,
  body: string | Uint8Array,
): Promise<Omit<Answer, 'tookMs'> & { code: number }> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:'
    const bytes = Buffer.from(body)
    const options = {
      method,
      lookup: connectOnly(targets),
      signal: AbortSignal.timeout(timeout),
      // A connection kept from before goes to where the name led then.
      agent: false,
      headers: { 'content-type': 'application/json', 'user-agent': 'Rapport-Webhooks/1', ...headers, 'content-length': bytes.length },
    } as const
    const sent = (secure ? requestSecure : requestPlain)(url, options, (answer) => {
      const parts: Buffer[] = []
      let size = 0
      const end = () =>
        resolve({
          code: answer.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8').replaceAll('\0', '').slice(0, 500),
          ...waitOf(answer.headers['retry-after']),
        })
      answer.on('data', (part: Buffer) => {
        parts.push(part)
        size += part.length
        if (size > longestAnswer) answer.destroy()
      })
      answer.on('close', end)
      answer.on('error', end)
    })
    sent.on('error', (error) =>
      reject(error.name === 'AbortError' || error.name === 'TimeoutError' ? new Unreachable(t.late10({ n: timeout / 1_000 })) : error),
    )
    sent.end(bytes)
  })
}
