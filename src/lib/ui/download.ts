import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { type SheetCell, writeCsv, writeXlsx } from '../sheet/write.ts'

/** A name that is safe in a header and on a disk; no letter is cut in half, or no header could carry it. */
export function safeName(name: string, otherwise: string): string {
  const safe = name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_').slice(0, 120)
  return (safe.isWellFormed() ? safe : safe.slice(0, -1)) || otherwise
}

interface Sent {
  name: string
  type: string
  size?: number
}

/**
 * Answers with a file: always a download, never shown as a page of this site, whatever it says it is.
 * @param body its bytes, or its pieces as they come: what fails before the first is said by a page, a failure on the way breaks the
 *   connection, so that nobody takes a part for the whole
 */
export function sendFile(c: Context, file: Sent, body: Uint8Array): Response
export function sendFile(c: Context, file: Sent, body: AsyncIterable<Uint8Array>): Promise<Response>
export function sendFile(
  c: Context,
  { name, type, size }: Sent,
  body: Uint8Array | AsyncIterable<Uint8Array>,
): Response | Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': type,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, max-age=3600',
  }
  if (size !== undefined) headers['content-length'] = String(size)
  if (body instanceof Uint8Array) return c.body(new Uint8Array(body), 200, headers)
  return begun(body).then((pieces) => c.body(ReadableStream.from(pieces), 200, headers))
}

/** A table that is taken along: what the file, its title and its one sheet are called, and what stands in it. */
export interface TableFile {
  name: string
  title: string
  sheet: string
  heads: readonly string[]
  rows: readonly (readonly SheetCell[])[]
}

/** Answers with a table, as text or for a spreadsheet. */
export async function sendTable(c: Context, kind: 'csv' | 'xlsx', { name, title, sheet, heads, rows }: TableFile): Promise<Response> {
  const bytes =
    kind === 'csv'
      ? new TextEncoder().encode(writeCsv(heads, rows))
      : await writeXlsx([{ name: sheet, columns: heads.map((head) => ({ title: head })), rows }], title)
  const type = kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return sendFile(c, { name: `${safeName(name, 'table')}.${kind}`, type, size: bytes.length }, bytes)
}

/** The same pieces, the first of which is there. */
async function begun(body: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const pieces = body[Symbol.asyncIterator]()
  const first = await pieces.next()
  return (async function* () {
    try {
      for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value
    } finally {
      await pieces.return?.()
    }
  })()
}

/**
 * Answers with a calendar; a program that has it already is told so. What left it has no date, so that its lines alone tell: those that say when it
 * was written say nothing of it.
 */
export function sendCalendar(c: Context, text: string, name: string, { cache = 'private, max-age=300' } = {}): Response {
  const told = text.replaceAll(/^DTSTAMP.*$/gm, '')
  const etag = `"${createHash('sha256').update(told).digest('base64url').slice(0, 22)}"`
  const headers = { 'cache-control': cache, etag }
  const had = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (had.includes(etag)) return c.body(null, 304, headers)
  return c.body(text, 200, {
    ...headers,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `inline; filename="${name}.ics"`,
  })
}
