import { hash, randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import { visitor } from '../../actor.ts'
import { readShown } from '../../archive/page-versions-queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import { shared } from '../../lib/db/shared.ts'
import type { Env } from '../../lib/ui/variables.ts'
import type { C } from '../../lib/ui/web.tsx'
import { mayReadArchive } from '../../policy.ts'
import { readSiteVersion } from '../../website/page-versions-queries.ts'
import { type Encoding, encodingOf, leastPacked, pack, packedHeaders } from './compress.ts'
import { isAnonymous, languageOf } from './language.ts'
import { bytesOf } from './written.ts'

// Threads of a list, a thread, a message: all that they show is told of by `shown_change`. Downloads and forms are not among them.
const ofList = /^\/lists\/([^/]+)\/(?:threads|[tm]\/[^/]+)$/
// The site's own: `site_change` and all lines of `shown_change` tell of what they show.
const ofSite = /^\/(?:(?:pages|embed)\/[^?]+|groups\/[^/?]+|imprint|feed\.(?:atom|json)|sitemap\.xml)?$/
const keptTypes = /^(?:text\/html|application\/(?:atom\+xml|feed\+json|xml))/

// A page says "14 October" of this year and "14 October 2025" of another; and whatever a page may show beside, it is never older than this.
const longest = 60_000
const mostBytes = 64 << 20

interface Page {
  bytes: Uint8Array<ArrayBuffer>
  headers: Record<string, string>
  /** The same bytes as each browser takes them, packed when first asked for so. */
  packed?: Map<Encoding, Uint8Array<ArrayBuffer>>
}

interface Kept extends Page {
  version: string
  until: number
}

/** Pages that are the same for everybody, the longest unasked for going first. */
class Shelf {
  private readonly pages = new Map<string, Kept>()
  private bytes = 0

  take(key: string, version: string, now: number): Kept | undefined {
    const page = this.pages.get(key)
    if (!page) return undefined
    this.drop(key, page)
    if (page.version !== version || page.until < now) return undefined
    this.put(key, page)
    return page
  }

  put(key: string, page: Kept): Kept {
    const before = this.pages.get(key)
    if (before) this.drop(key, before)
    this.pages.set(key, page)
    this.bytes += sizeOf(key, page)
    for (const [oldest, value] of this.pages) {
      if (this.bytes <= mostBytes) break
      this.drop(oldest, value)
    }
    return page
  }

  private drop(key: string, page: Kept): void {
    this.pages.delete(key)
    this.bytes -= sizeOf(key, page)
  }
}

/** A page and its packed kinds, which weigh about as much together, its headers, and the address, which may be longer than all of these. */
const sizeOf = (key: string, { bytes }: Page): number => 2 * bytes.length + 2 * key.length + 1_000

/**
 * Which pages were asked for before, by a number of each, until another takes its place. What is asked for once, as by who takes an archive
 * away page by page, would else fill the shelf, and the collector would carry it to and fro.
 */
class Asked {
  private readonly numbers = new Uint32Array(1 << 16)

  /** Notes a page; answers whether it was noted. Two pages with one number are taken for one. */
  again(key: string): boolean {
    // FNV-1a.
    let number = 0x811c9dc5
    for (let at = 0; at < key.length; at++) number = Math.imul(number ^ key.charCodeAt(at), 0x01000193)
    number >>>= 0
    const place = number % this.numbers.length
    const known = this.numbers[place] === number
    this.numbers[place] = number
    return known
  }
}

/**
 * Keeps the archive pages of public lists and the site's own pages for readers without a cookie, once they were asked for again and as long as
 * nothing of what they show has changed. Whether the list is public and what has changed is read from the database after each request came in,
 * once for all that came in meanwhile: who asks after a change was committed gets the page after it, whichever process made it.
 */
export function keepPages({ log, now }: { log: Logger; now: () => Date }): MiddlewareHandler<Env> {
  const [shelf, asked] = [new Shelf(), new Asked()]
  const sites = new WeakMap<Db, () => Promise<string>>()
  /** Read where the page is read too: what a replica does not have yet is not kept as what the primary has. */
  const siteVersion = (db: Db): Promise<string> => {
    const read = sites.get(db) ?? shared(() => readSiteVersion(db))
    sites.set(db, read)
    return read()
  }
  /** What stands for all that a page shows; undefined where it is not for everybody, or not kept. */
  const versionOf = async (c: C, at: Date): Promise<string | undefined> => {
    const { path } = c.req
    if (ofSite.test(path)) return siteVersion(c.get('db'))
    const name = ofList.exec(path)?.[1]
    if (name === undefined) return undefined
    const shown = await readShown(c.get('db'))
    // The page that is made now stands in it too.
    c.set('shown', shown)
    const list = shown.lists.get(name.toLowerCase())
    return list && mayReadArchive(visitor(at), list) ? shown.versionOf(list) : undefined
  }
  return async (c, next) => {
    if (c.req.method !== 'GET' || !isAnonymous(c)) return next()
    const began = performance.now()
    const at = now()
    const version = await versionOf(c, at)
    if (version === undefined) return next()
    // The map of the site is long, and says the same whatever is asked of it.
    const key = `${languageOf(c)} ${c.req.path === '/sitemap.xml' ? c.req.path : c.req.url}`
    const kept = shelf.take(key, version, at.getTime())
    const put = (page: Page) => (asked.again(key) ? shelf.put(key, { ...page, version, until: at.getTime() + longest }) : page)
    if (!kept) return keep(c, next, put)
    const id = c.req.header('x-request-id')?.slice(0, 64) ?? randomUUID()
    const answer = await send(c, kept, { ...kept.headers, 'x-request-id': id })
    const ms = Math.round(performance.now() - began)
    log.info({ request: id, method: 'GET', path: c.req.path, status: answer.status, ms, kept: true }, 'request')
    return answer
  }
}

/** A page packed, once for all who take it so. */
async function packedOf(kept: Page, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  kept.packed ??= new Map()
  const bytes = kept.packed.get(encoding) ?? (await pack(encoding, kept.bytes))
  kept.packed.set(encoding, bytes)
  return bytes
}

/** A page as this browser takes it: nothing of it where the browser has it. */
async function send(c: C, kept: Page, headers: Record<string, string>): Promise<Response> {
  c.set('packed', true)
  if (c.req.header('if-none-match')?.replace(/^W\//, '') === headers.etag) return new Response(null, { status: 304, headers })
  const encoding = kept.bytes.length < leastPacked ? undefined : encodingOf(c.req.header('accept-encoding') ?? '')
  if (encoding === undefined) return new Response(kept.bytes, { headers })
  const bytes = await packedOf(kept, encoding)
  return new Response(bytes, { headers: packedHeaders(new Headers(headers), encoding, bytes.length) })
}

async function keep(c: C, next: () => Promise<void>, put: (page: Page) => Page): Promise<void> {
  await next()
  const { res } = c
  if (res.status !== 200 || res.headers.has('set-cookie') || !keptTypes.test(res.headers.get('content-type') ?? '')) return
  const bytes = await bytesOf(res)
  const headers: Record<string, string> = {
    ...Object.fromEntries(res.headers),
    etag: `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`,
    'cache-control': 'public, no-cache',
    vary: 'cookie, accept-language, accept-encoding',
    'content-length': String(bytes.length),
  }
  const page = put({ bytes, headers })
  // Without it what was said before of keeping it would stand in the new one.
  c.res = undefined
  c.res = await send(c, page, headers)
}
