import { compile } from 'html-to-text'

/** Pictures and link addresses would drown the words; a link's address is given only where it differs from its text. */
const toText = compile({
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxDepth: 200, maxInputLength: 1 << 22, maxBaseElements: 1, maxChildNodes: 20_000 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: true } },
    { selector: 'blockquote', options: { trimEmptyLines: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
  ],
})

/** Without a tree: what remains when tags go. For HTML that no parser can be trusted with. */
function strip(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6])\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
}

/** Makes HTML readable as text; `limit` bounds what is read of it. Never throws. */
export function htmlToText(html: string, limit: number): string {
  const input = html.length > limit ? html.slice(0, limit) : html
  try {
    return toText(input)
  } catch {
    return strip(input).trim()
  }
}
