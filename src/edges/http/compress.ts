import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from '../../lib/ui/variables.ts'
import { isAnonymous } from './language.ts'
import { bytesOf } from './written.ts'

// Pages, feeds and JSON, which are made in memory; a file is sent as it comes from the database, piece by piece.
const texts = /^(?:text\/(?:html|calendar)|application\/(?:problem\+)?json|application\/(?:atom|feed\+json|xml)|image\/svg)/
/** Below this the headers weigh more than what is saved. */
export const leastPacked = 1_000

const packers = {
  zstd: (bytes: Uint8Array) => promisify(zstdCompress)(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 6 }),
} as const

export type Encoding = keyof typeof packers

/** Packs a whole body. */
export const pack = async (encoding: Encoding, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await packers[encoding](bytes))

/** The best encoding that a header `Accept-Encoding` takes (RFC 9110 §12.5.3); undefined for none. */
export function encodingOf(accepted: string): Encoding | undefined {
  const refused = new Set<string>()
  const taken = new Set<string>()
  for (const one of accepted.slice(0, 500).toLowerCase().split(',')) {
    const [name = '', ...parameters] = one.split(';').map((part) => part.trim())
    const none = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
    ;(none ? refused : taken).add(name)
  }
  return (['zstd', 'br', 'gzip'] as const).find((name) => !refused.has(name) && (taken.has(name) || taken.has('*')))
}

/**
 * May the answer be packed? The size of a packed page tells whoever can make a browser ask for it again and again, with words of theirs in
 * the address, what else stands on it (BREACH). So it is packed where there is nothing of a person on it, or where the browser itself says
 * that no other site asked.
 */
const mayPack = (c: Context): boolean =>
  isAnonymous(c) || c.req.header('authorization') !== undefined || /^(?:same-origin|none)$/.test(c.req.header('sec-fetch-site') ?? '')

/** The headers of the same answer, packed: other bytes have no strong tag of the first ones (RFC 9110 §8.8.3). */
export function packedHeaders(headers: Headers, encoding: Encoding, length: number): Headers {
  const packed = new Headers(headers)
  packed.set('content-encoding', encoding)
  packed.set('content-length', String(length))
  const tag = packed.get('etag')
  if (tag && !tag.startsWith('W/')) packed.set('etag', `W/${tag}`)
  return packed
}

const bodiless: ReadonlySet<number> = new Set([101, 204, 205, 304])

/** Packs pages, feeds and JSON for who takes that; the outermost but one for files of the interface, which are packed once for all. */
export const compress: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const { res } = c
  // Whether there is a body its status says: to ask for it takes it out of the answer.
  if (
    c.get('packed') ||
    bodiless.has(res.status) ||
    res.headers.has('content-disposition') ||
    !texts.test(res.headers.get('content-type') ?? '')
  )
    return
  const vary = res.headers.get('vary')
  if (!vary?.includes('accept-encoding')) res.headers.set('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding')
  const encoding = encodingOf(c.req.header('accept-encoding') ?? '')
  if (encoding === undefined || res.headers.has('content-encoding') || res.headers.has('content-range') || !mayPack(c)) return
  const bytes = await bytesOf(res)
  if (bytes.length < leastPacked) {
    c.res = undefined
    c.res = new Response(bytes, res)
    return
  }
  const packed = await pack(encoding, bytes)
  const headers = packedHeaders(res.headers, encoding, packed.length)
  c.res = undefined
  c.res = new Response(packed, { status: res.status, headers })
}
