import { raw } from 'hono/html'
import sanitize from 'sanitize-html'
import { readerOfMarkdown } from '../markdown.ts'
import { foreignRel } from './text.tsx'

const markdown = readerOfMarkdown()

// The page has the only h1, so what an author calls the first level is the second here.
const lower = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', h6: 'h6' }

const policy: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
    ...['em', 'strong', 's', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'], img: ['src', 'alt', 'title'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  transformTags: { ...lower, a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: foreignRel } }) },
  // A picture from elsewhere tells its owner who reads; only our own files are shown.
  exclusiveFilter: (frame) => frame.tag === 'img' && !/^\/(?!\/)/.test(frame.attribs.src ?? ''),
}

/** Words of a text that lead somewhere, as far as its reader may go there. */
export interface Mentions {
  /** Finds them, wherever they stand; with the flag `g`. */
  pattern: RegExp
  hrefOf(words: string): string | undefined
}

type Tokens = ReturnType<typeof markdown.parse>

/** A token like another, of another kind. */
const like = (token: Tokens[number], change: Partial<Tokens[number]>): Tokens[number] =>
  Object.assign(Object.create(Object.getPrototypeOf(token)), token, change)

/** Makes links of what is mentioned in a line, but not in links and code. */
function linkIn(children: Tokens, { pattern, hrefOf }: Mentions): Tokens {
  let inside = 0
  return children.flatMap((token) => {
    inside += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    if (token.type !== 'text' || inside > 0) return [token]
    const made: Tokens = []
    let at = 0
    const text = (content: string) => {
      if (content) made.push(like(token, { content }))
    }
    for (const { index, 0: words } of token.content.matchAll(pattern)) {
      const href = hrefOf(words)
      if (href === undefined) continue
      text(token.content.slice(at, index))
      made.push(like(token, { type: 'link_open', tag: 'a', nesting: 1, attrs: [['href', href]] }))
      text(words)
      made.push(like(token, { type: 'link_close', tag: 'a', nesting: -1 }))
      at = index + words.length
    }
    text(token.content.slice(at))
    return made
  })
}

/** The highest headings of a text stand right below the heading that it belongs to, whatever its author called them. */
function raise(tokens: Tokens, below: number): void {
  const headings = tokens.filter(({ type }) => type.startsWith('heading_'))
  // One after the other: a text may have more of them than a function takes arguments.
  const above = headings.reduce((least, { tag }) => Math.min(least, Number(tag.slice(1))), 6) - below
  for (const heading of headings) heading.tag = `h${Math.min(Number(heading.tag.slice(1)) - above, 6)}`
}

/**
 * Markdown (CommonMark with tables and bare links) as HTML that is safe to put into a page: HTML in it is text, links are
 * http, https, mailto or our own, pictures only our own.
 * @param mentions words in it that lead somewhere
 * @param below the level of the heading that it stands below: the title of the page, or that of a section
 */
export function renderMarkdown(text: string, mentions?: Mentions, below: 1 | 2 = 1) {
  const tokens = markdown.parse(text, {})
  raise(tokens, below)
  if (mentions) for (const token of tokens) if (token.children) token.children = linkIn(token.children, mentions)
  return raw(sanitize(markdown.renderer.render(tokens, markdown.options, {}), policy))
}
