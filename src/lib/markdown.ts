import MarkdownIt, { type Token } from 'markdown-it'

export type { Token }

/**
 * Emphasis and links stand so deep in one another, as the library's blocks do; deeper ones are their words alone. Whoever reads what is written
 * of them looks through all that is open at each tag, and its time would grow with the square.
 */
const deepest = 100

/** Takes the marks of a line away that stand too deep. */
function flatten(line: Token[]): void {
  let depth = 0
  for (const token of line) {
    if (token.nesting === -1) depth--
    const isTooDeep = token.nesting !== 0 && depth >= deepest
    if (token.nesting === 1) depth++
    if (isTooDeep) Object.assign(token, { type: 'text', tag: '', nesting: 0, content: '' })
  }
}

/**
 * A reader of the Markdown that people write here, wherever it is shown: CommonMark with tables and bare links; HTML is text.
 * @param breaks a line break is one, as in a mail
 */
export function readerOfMarkdown({ breaks = false } = {}) {
  const markdown = new MarkdownIt({ html: false, linkify: true, breaks })
  markdown.linkify.set({ fuzzyLink: false })
  markdown.core.ruler.push('flatten', ({ tokens }) => {
    for (const { children } of tokens) if (children) flatten(children)
  })
  return markdown
}

/**
 * A reader of posts, which people write as mails: a line break is one, dashes below a line are no heading of it but the beginning of a
 * signature, and what follows a quotation without its mark is the answer to it.
 */
export function readerOfPosts() {
  const markdown = readerOfMarkdown({ breaks: true }).disable('lheading')
  // Says of every line that it ends a quotation; it makes nothing of one.
  markdown.block.ruler.push('answer', (_state, _line, _end, silent) => silent, { alt: ['blockquote'] })
  return markdown
}
