import sax from 'sax'
import type { Locale } from '../../lib/ui/format.ts'
import { inLanguage } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('news', 'imports')

/** What WordPress says of one thing in its export (WXR): a post, a page, a file, a revision, a menu entry. */
export interface WxrItem {
  id: string
  type: string
  status: string
  title: string
  link: string
  /** As WordPress names it in addresses. */
  name: string
  creator: string
  content: string
  publishedAt: Date | null
  password: string
  attachmentUrl: string
}

export interface Wxr {
  title: string
  url: string
  language: string
  items: WxrItem[]
}

/** A file that is no export of WordPress, or not a whole one; the sentence says what and where. */
export class WxrError extends Error {
  override name = 'WxrError'
}

const deepest = 20
const mostItems = 50_000
/** Of one text; a longer one was written by no person. */
const longestText = 4_000_000
const pieceLength = 64 * 1024

// The types lack what keeps entities of HTML out.
const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true, position: true }

const authorTags = new Set(['wp:author_login', 'wp:author_display_name'])
const wanted = new Set([
  ...['title', 'link', 'pubDate', 'dc:creator', 'content:encoded', 'wp:post_id', 'wp:post_date_gmt', 'wp:post_name', 'wp:status'],
  ...['wp:post_type', 'wp:post_password', 'wp:attachment_url', 'language', 'wp:base_site_url', ...authorTags],
])

/** `2019-05-12 08:30:00` of WordPress, in GMT; zeros where it was never published. */
function readGmt(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text)
  if (!match || text.startsWith('0000')) return null
  const date = new Date(`${match[1]}T${match[2]}Z`)
  return Number.isNaN(date.getTime()) ? null : date
}

function readDate(gmt: string, pubDate: string): Date | null {
  const own = readGmt(gmt)
  if (own) return own
  const date = new Date(pubDate)
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1990 ? null : date
}

/** Collects what is wanted of an export while it is read, and no more than fits. */
class Collector {
  readonly items: WxrItem[] = []
  readonly channel: Record<string, string> = {}
  readonly #authors = new Map<string, string>()
  #author: Record<string, string> = {}
  #item: Record<string, string> | undefined
  #path: string[] = []
  #text = ''

  open(name: string): void {
    if (this.#path.length >= deepest) throw new WxrError(t.errors.nested)
    const [root] = this.#path
    if (root === undefined && name !== 'rss') throw new WxrError(t.errors.root({ tag: name.slice(0, 40) }))
    this.#path.push(name)
    this.#text = ''
    if (name === 'item' && this.#path.length === 3) {
      if (this.items.length >= mostItems) throw new WxrError(t.errors.tooMany({ most: mostItems }))
      this.#item = {}
    }
    if (name === 'wp:author') this.#author = {}
  }

  text(text: string): void {
    if (!wanted.has(this.#path.at(-1) ?? '')) return
    if (this.#text.length + text.length > longestText) throw new WxrError(t.errors.longText)
    this.#text += text
  }

  close(name: string): void {
    const depth = this.#path.length
    this.#path.pop()
    if (authorTags.has(name)) this.#author[name] = this.#text.trim()
    else if (wanted.has(name) && this.#item && depth === 4) this.#item[name] = this.#text
    else if (wanted.has(name) && !this.#item && depth === 3) this.channel[name] ??= this.#text.trim()
    if (name === 'wp:author') this.#authors.set(this.#author['wp:author_login'] ?? '', this.#author['wp:author_display_name'] ?? '')
    if (name === 'item' && this.#item && depth === 3) {
      this.items.push(this.#itemOf(this.#item))
      this.#item = undefined
    }
    this.#text = ''
  }

  #itemOf(fields: Record<string, string>): WxrItem {
    const of = (name: string) => (fields[name] ?? '').trim()
    const login = of('dc:creator')
    return {
      id: of('wp:post_id'),
      type: of('wp:post_type'),
      status: of('wp:status'),
      title: of('title'),
      link: of('link'),
      name: of('wp:post_name'),
      creator: this.#authors.get(login) || login,
      content: fields['content:encoded'] ?? '',
      publishedAt: readDate(of('wp:post_date_gmt'), of('pubDate')),
      password: of('wp:post_password'),
      attachmentUrl: of('wp:attachment_url'),
    }
  }
}

/**
 * Reads an export of WordPress piece by piece. Nothing outside of it is fetched, and no entity but XML's own five is known: what
 * defines others is refused before it is expanded.
 * @param locale the language of whoever has brought it
 * @throws WxrError with a sentence in it
 */
export const readWxr = (bytes: Uint8Array, locale: Locale = 'en'): Wxr => inLanguage(locale, () => readPieces(bytes))

function readPieces(bytes: Uint8Array): Wxr {
  const collector = new Collector()
  const parser = sax.parser(true, options)
  let failure: WxrError | undefined
  let malformed = false
  const fail = (message: string) => {
    failure ??= new WxrError(message)
    throw failure
  }
  const guarded =
    <A extends unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      try {
        act(...args)
      } catch (error) {
        if (error instanceof WxrError && error !== failure) fail(error.message)
        throw error
      }
    }
  parser.onerror = (error) => {
    const [first = ''] = error.message.split('\n')
    const line = String((parser.line ?? 0) + 1)
    const ends = parser.closed && /unclosed root|unexpected end|unencoded/i.test(first)
    malformed = !ends
    fail(ends ? t.errors.incompleteAt({ line }) : t.errors.malformed({ line, why: first }))
  }
  parser.ondoctype = guarded(() => fail(t.errors.doctype))
  parser.onopentag = guarded(({ name }) => collector.open(name))
  parser.ontext = guarded((text) => collector.text(text))
  parser.oncdata = guarded((text) => collector.text(text))
  parser.onclosetag = guarded((name) => collector.close(name))
  const text = decode(bytes)
  for (let at = 0; at < text.length; at += pieceLength) parser.write(text.slice(at, at + pieceLength))
  try {
    parser.close()
  } catch (error) {
    // What is wrong only at the end is that there is none.
    throw malformed ? new WxrError(t.errors.incomplete) : error
  }
  if (failure) throw failure
  if (collector.channel['wp:base_site_url'] === undefined && collector.items.every(({ type }) => type === ''))
    throw new WxrError(t.errors.feed)
  return {
    title: collector.channel.title ?? '',
    url: collector.channel['wp:base_site_url'] ?? collector.channel.link ?? '',
    language: (collector.channel.language ?? '').slice(0, 2).toLowerCase(),
    items: collector.items,
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new WxrError(t.errors.encoding)
  }
}
