import { decodeText } from '../../sheet/encoding.ts'
import { textsOf } from '../../ui/words.ts'
import { callBounded } from '../bounded.ts'
import { readingLimits } from '../limits.ts'
import { isPortalTable, readPortalTable } from './csv.ts'
import { type PortalEntry, PortalError } from './entry.ts'
import { readPortalFeed } from './feed.ts'
import { readPortalJson } from './json.ts'

const t = textsOf('lib', 'portal')
const { size, time: milliseconds } = readingLimits.portal

/** What was read: the entries, each once, and how many had no title or nothing to tell them by. */
export interface PortalRead {
  entries: PortalEntry[]
  left: number
}

/** The reader that the worker calls: told apart by how it begins, JSON, a feed or a table. */
export function portalIn(bytes: Uint8Array): PortalRead {
  const { text } = decodeText(bytes)
  const begun = text.trimStart()
  if (text.includes('\0') || begun === '') throw new PortalError(t.shape)
  const read = /^[[{]/.test(begun) ? readPortalJson(text) : begun.startsWith('<') ? readPortalFeed(begun) : readPortalTable(text)
  // Of one that stands there twice the last counts.
  const entries = [...new Map(read.flatMap((one) => (one ? [[one.number, one] as const] : []))).values()]
  return { entries, left: read.filter((one) => one === undefined).length }
}

/**
 * Reads what a vendor's portal says, an export or a feed, in a worker with bounded time and memory: JSON, RSS, Atom and CSV of UserVoice, Aha!,
 * Jira and Canny, by their shape.
 * @throws PortalError with a sentence
 */
export async function readPortal(bytes: Uint8Array, { patience }: { patience?: number } = {}): Promise<PortalRead> {
  if (bytes.length > size) throw new PortalError(t.large({ mb: size / 1024 ** 2 }))
  const how = { module: import.meta.url, reader: portalIn.name, given: [bytes], refusal: PortalError, milliseconds }
  return callBounded({ ...how, ...(patience === undefined ? {} : { patience }) })
}

/** Do these bytes look like what a portal exports? What people have typed into a table has columns of its own. */
export function looksLikePortal(bytes: Uint8Array): boolean {
  const begun = new TextDecoder()
    .decode(bytes.subarray(0, 20_000))
    .trimStart()
    .replace(/^\uFEFF/, '')
  return /^[[{<]/.test(begun) || isPortalTable(begun)
}
