import type { Part } from './mime.ts'

/** Which leaves a reader is shown as text, which as HTML, and which are files (RFC 8621 §4.1.4). */
export interface Body {
  text: Part[]
  html: Part[]
  files: Part[]
}

/** Lists that grow together; null where an alternative has decided for the other kind. */
interface Collected {
  text: Part[] | null
  html: Part[] | null
}

const media = /^(image|audio|video)\//

// Kinds of text that programs read and people do not.
const data = /^text\/(?:calendar|(?:x-)?vcard|directory|csv|tab-separated-values|rfc822-headers|xml|css|javascript|rtf)$/

/** A mail that is nothing but a text of a kind that we do not know is read as plain text (RFC 2046 §4.1.4). */
const isOtherText = ({ type, disposition, filename, children }: Part): boolean =>
  !children && type.startsWith('text/') && disposition !== 'attachment' && filename === '' && !data.test(type)

const isAnyShown = ({ text, html }: Collected): boolean => Boolean(text?.length || html?.length)

/** A leaf that is shown in place and not offered as a file. */
function isShown(part: Part, index: number, container: string): boolean {
  if (part.disposition === 'attachment') return false
  if (part.type !== 'text/plain' && part.type !== 'text/html' && !media.test(part.type)) return false
  return index === 0 || (container !== 'multipart/related' && (media.test(part.type) || part.filename === ''))
}

class Collector {
  readonly files = new Set<Part>()

  /** One multipart; the recursion is as deep as the tree, which is bounded. */
  walk(parts: Part[], container: string, inAlternative: boolean, into: Collected) {
    const before = { text: into.text?.length ?? -1, html: into.html?.length ?? -1 }
    const lists = { ...into }
    parts.forEach((part, index) => {
      if (part.children) this.walk(part.children, part.type, inAlternative || part.type === 'multipart/alternative', lists)
      else if (!isShown(part, index, container) || (part.damaged && isAnyShown(lists))) this.files.add(part)
      else this.show(part, container, inAlternative, lists)
      if (part.damaged) this.files.add(part)
    })
    if (container !== 'multipart/alternative' || !lists.text || !lists.html) return
    const { text, html } = lists
    const gained = { text: text.slice(before.text), html: html.slice(before.html) }
    if (gained.text.length === 0) text.push(...gained.html)
    else if (gained.html.length === 0) html.push(...gained.text)
  }

  private show(part: Part, container: string, inAlternative: boolean, lists: Collected) {
    if (container === 'multipart/alternative') {
      if (part.type === 'text/plain') lists.text?.push(part)
      else if (part.type === 'text/html') lists.html?.push(part)
      else this.files.add(part)
      return
    }
    if (inAlternative && part.type === 'text/plain') lists.html = null
    if (inAlternative && part.type === 'text/html') lists.text = null
    lists.text?.push(part)
    lists.html?.push(part)
    if (media.test(part.type)) this.files.add(part)
  }
}

/**
 * Sorts the leaves of a message. A picture between texts is both shown and a file; here it counts as a file. So does a piece of a damaged
 * mail beside other text; where it is all there is to read it is shown, and a file as well, since nobody knows which it was to be.
 */
export function sortBody(root: Part): Body {
  if (isOtherText(root) && !isShown(root, 0, '')) return { text: [root], html: [], files: [] }
  const collector = new Collector()
  const text: Part[] = []
  const html: Part[] = []
  collector.walk([root], '', false, { text, html })
  const shown = (part: Part) => !collector.files.has(part) || (part.damaged && part.type.startsWith('text/'))
  return { text: text.filter(shown), html: html.filter(shown), files: [...collector.files] }
}
