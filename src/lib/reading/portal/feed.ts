import sax from 'sax'
import { textsOf } from '../../ui/words.ts'
import { readingLimits } from '../limits.ts'
import { entryOf, linesOf, type PortalEntry, PortalError } from './entry.ts'

const t = textsOf('lib', 'portal')

const deepest = 40
// The types lack what keeps entities of HTML out.
const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true, trim: false }
const wanted = new Set(['title', 'link', 'guid', 'id', 'pubDate', 'updated', 'published', 'category', 'description', 'content', 'summary'])
const named: Record<string, string> = { 'content:encoded': 'content', 'dc:date': 'updated' }

/** “Status: Planned” in what an entry says, where no category names it. */
const statusLine = /^(?:status|state|statut|estado)\s*[:=]\s*([^\n]{1,100})$/im
/** “[Planned] Import of lists”. */
const marked = /^\[([^\]]{2,40})\]\s*(\S.*)$/

function entryIn(fields: Record<string, string>): PortalEntry | undefined {
  const body = fields.content || fields.description || fields.summary || ''
  const [, mark = '', rest = ''] = marked.exec((fields.title ?? '').trim()) ?? []
  const status = fields.category || statusLine.exec(linesOf(body))?.[1] || mark
  return entryOf({
    ...{ number: fields.guid || fields.id || fields.link, title: mark && !fields.category ? rest : fields.title, body, status },
    ...{ link: fields.link || fields.guid || fields.id, changed: fields.updated || fields.pubDate || fields.published },
  })
}

/** Collects the entries of a feed while it is read, and no more than fits. */
class Collector {
  readonly entries: (PortalEntry | undefined)[] = []
  #path: string[] = []
  #entry: { at: number; fields: Record<string, string> } | undefined
  #text = ''

  open(tag: string, attributes: Record<string, string>): void {
    const [root] = this.#path
    if (root === undefined && !['rss', 'feed', 'rdf:RDF'].includes(tag)) throw new PortalError(t.feed)
    if (this.#path.length >= deepest) throw new PortalError(t.feed)
    this.#path.push(tag)
    this.#text = ''
    if (!this.#entry && (tag === 'item' || tag === 'entry')) {
      if (this.entries.length >= readingLimits.portal.entries) throw new PortalError(t.tooMany({ most: readingLimits.portal.entries }))
      this.#entry = { at: this.#path.length, fields: {} }
    }
    const fields = this.#entry?.fields
    // Atom says its links and categories in attributes.
    if (fields && tag === 'link' && attributes.href && (attributes.rel ?? 'alternate') === 'alternate') fields.link ??= attributes.href
    if (fields && tag === 'category' && attributes.term) fields.category ??= attributes.label || attributes.term
  }

  text(text: string): void {
    const room = readingLimits.portal.characters * 4 - this.#text.length
    if (this.#entry && room > 0) this.#text += text.slice(0, room)
  }

  close(tag: string): void {
    const depth = this.#path.length
    this.#path.pop()
    const entry = this.#entry
    const name = named[tag] ?? tag
    const own = entry && depth === entry.at + 1 && wanted.has(name)
    if (own && this.#text.trim()) entry.fields[name] ??= this.#text.trim()
    if (entry && depth === entry.at) {
      this.entries.push(entryIn(entry.fields))
      this.#entry = undefined
    }
    this.#text = ''
  }
}

/**
 * Reads RSS 2.0 or Atom. Nothing outside of it is fetched, and what defines entities is refused before they are expanded.
 * @throws PortalError for what is no feed
 */
export function readPortalFeed(text: string): (PortalEntry | undefined)[] {
  const collector = new Collector()
  const parser = sax.parser(true, options)
  // What is no feed is read no further than that: the parser itself would find a fault in each letter that follows.
  parser.onerror = (error) => {
    throw error
  }
  parser.ondoctype = () => {
    throw new PortalError(t.feed)
  }
  parser.onopentag = ({ name, attributes }) => collector.open(name, attributes as Record<string, string>)
  parser.ontext = (words) => collector.text(words)
  parser.oncdata = (words) => collector.text(words)
  parser.onclosetag = (name) => collector.close(name)
  const piece = 64 * 1024
  try {
    for (let at = 0; at < text.length; at += piece) parser.write(text.slice(at, at + piece))
    parser.close()
  } catch (error) {
    throw error instanceof PortalError ? error : new PortalError(t.feed)
  }
  return collector.entries
}
