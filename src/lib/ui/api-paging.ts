// Pages of a collection for programs: which one is asked for, and how the next one is named.
import { z } from '@hono/zod-openapi'
import { Invalid } from '../../errors.ts'
import { line } from './forms.ts'
import type { C } from './web.tsx'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'api')

/** A whole number of the query, as people write it: `0x10`, `1e1` and an empty one are none. */
export const inDigits = (number: z.ZodNumber) =>
  z.preprocess((said) => (typeof said === 'string' && /^\d{1,15}$/.test(said) ? Number(said) : said), number)

/** Where a page of a collection begins, and how many it holds. */
export const paging = {
  cursor: line(200).optional().openapi({ description: 'From `next` of the page before; say nothing else about it.' }),
  limit: inDigits(z.int().min(1).max(100)).default(30),
}
export type Paging = z.infer<z.ZodObject<typeof paging>>

/**
 * The numbers of a cursor, as `pointNext` put them there.
 * @throws Invalid for anything that is no cursor of ours
 */
export function readCursor(cursor: string | undefined, length: number): number[] | undefined {
  if (cursor === undefined) return undefined
  const parts = Buffer.from(cursor, 'base64url').toString('latin1').split('.')
  const numbers = parts.map(Number)
  if (parts.length !== length || parts.some((part) => !/^\d{1,15}$/.test(part)))
    throw new Invalid(t.notValidCursor, { cursor: t.useValueNextPageBefore })
  return numbers
}

/** The number of the page that is asked for. */
export const pageAt = ({ cursor }: Paging): number => readCursor(cursor, 1)?.[0] ?? 1

/** Names the next page in the answer's `next` and its Link header (RFC 8288). */
export function pointNext(c: C, numbers: number[] | undefined): string | null {
  if (!numbers) return null
  const cursor = Buffer.from(numbers.join('.'), 'latin1').toString('base64url')
  const url = new URL(c.req.url)
  url.searchParams.set('cursor', cursor)
  c.header('link', `<${c.var.site.baseUrl}${url.pathname}${url.search}>; rel="next"`)
  return cursor
}
