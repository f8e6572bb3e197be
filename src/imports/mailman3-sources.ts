import { textsOf } from '../lib/ui/words.ts'
import { SourceError } from './folder.ts'
import type { Ask } from './mailman3-export.ts'

const t = textsOf('imports', 'sources')

const patience = 30_000
const largest = 32 * 1024 * 1024

/** Without user and password: as it may be shown and kept. */
export function plainUrl(url: string): string {
  const parsed = new URL(url)
  parsed.username = ''
  parsed.password = ''
  return parsed.href.replace(/(?<!\/)\/+$/, '')
}

/**
 * Asks a core API of Mailman 3 (`http://restadmin:password@127.0.0.1:8001/3.1`).
 * @throws SourceError when it does not answer, or not with JSON
 */
export function askApi(url: string): Ask {
  const { username, password } = new URL(url)
  const base = plainUrl(url)
  const key = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  return (path) => ask(`${base}/${path}`, username ? { authorization: `Basic ${key}` } : {})
}

async function ask(url: string, headers: Record<string, string>): Promise<unknown> {
  let response: Response
  try {
    // Another host must not be given the password, nor be asked in our name.
    response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patience) })
  } catch (error) {
    throw new SourceError(t.silent({ place: url, why: (error as Error).message }))
  }
  if (response.status === 404) return undefined
  if (response.status === 401 || response.status === 403) throw new SourceError(t.refused({ place: url }))
  if (!response.ok) throw new SourceError(t.status({ place: url, status: String(response.status) }))
  const text = await bounded(response, url)
  try {
    return JSON.parse(text)
  } catch {
    throw new SourceError(t.noJsonApi({ place: url }))
  }
}

async function bounded(response: Response, url: string): Promise<string> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    if (size > largest) throw new SourceError(t.answerLarge({ place: url, mb: largest / 1024 / 1024 }))
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/**
 * Asks an export: one JSON document whose keys are the paths of the API (`lists/ant@example.org/config`) and whose values are its
 * answers. A collection may stand under its path alone, all pages in one.
 * @throws SourceError when it is no such document
 */
export function askExport(json: string, name: string): Ask {
  let answers: unknown
  try {
    answers = JSON.parse(json)
  } catch (error) {
    throw new SourceError(t.noJson({ place: name, why: (error as Error).message }))
  }
  if (typeof answers !== 'object' || answers === null || !Object.keys(answers).some((key) => /^lists(?:\/|\?|$)/.test(key)))
    throw new SourceError(t.noExport({ place: name }))
  const kept = new Map(Object.entries(answers))
  return async (path) => {
    if (kept.has(path)) return kept.get(path)
    const [resource = '', query = ''] = path.split('?')
    const page = new URLSearchParams(query).get('page') ?? '1'
    return page === '1' ? kept.get(resource) : undefined
  }
}
