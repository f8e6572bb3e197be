import { askOutward, findTargets, type Outward, readAddress, readBody, Unreachable } from '../../lib/outward.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('news', 'answers')

/** What another site answered. */
export interface OutwardAnswer {
  status: number
  location: string
  body: string
}

/** A sentence for people on why there is no answer; `later` says whether asking again may help. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
  readonly later: boolean
  constructor(message: string, later: boolean) {
    super(message)
    this.later = later
  }
}

interface Question {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string
}

// Answers of programs are short; a longer one is not kept.
const largest = 1_000_000
const timeout = 15_000

/**
 * Asks another site. It is called over https alone, at public addresses alone (or those that the operator allows), follows nothing, and
 * ends in time.
 * @throws NoAnswer with a sentence for people
 */
export async function ask({ method, url: address, headers, body = '' }: Question, outward: Outward): Promise<OutwardAnswer> {
  const signal = AbortSignal.timeout(timeout)
  try {
    const url = readAddress(address)
    const targets = await findTargets(url, outward)
    const about = { 'user-agent': 'Rapport', ...headers, 'content-length': String(Buffer.byteLength(body)) }
    const response = await askOutward(url, targets, { method, signal, headers: about, body })
    const answer = await readBody(response, largest)
    if (answer.end === 'long') throw new NoAnswer(t.long, false)
    if (answer.end === 'broken') throw new Error('The answer broke off.')
    return { status: response.statusCode ?? 0, location: response.headers.location ?? '', body: answer.body.toString('utf8') }
  } catch (error) {
    throw whyNone(error as Error, signal)
  }
}

function whyNone(error: Error, signal: AbortSignal): NoAnswer {
  if (error instanceof NoAnswer) return error
  // A name that leads inside, or nowhere, may lead elsewhere tomorrow; that is for a person to look at.
  if (error instanceof Unreachable) return new NoAnswer(error.message, false)
  if (signal.aborted) return new NoAnswer(t.late, true)
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code.includes('CERT') || code.startsWith('ERR_TLS')) return new NoAnswer(t.certificate, false)
  return new NoAnswer(t.unreachable, true)
}
