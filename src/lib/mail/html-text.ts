import { compile, type HtmlToTextOptions } from 'html-to-text'

type Formatter = NonNullable<HtmlToTextOptions['formatters']>[string]

/** Writes a line of its own before an element; see `quoteMarks`. */
const marked =
  (mark: string): Formatter =>
  (element, walk, builder) => {
    builder.openBlock({ leadingLineBreaks: 1 })
    builder.addInline(mark)
    builder.addLineBreak()
    walk(element.children ?? [], builder)
    builder.closeBlock({ trailingLineBreaks: 1 })
  }

/**
 * Lines that say where a mailer put a quotation into HTML: by a name that only mailers use, or by a mere rule above,
 * which others draw, too.
 */
export const quoteMarks = { named: '\ue000\ue001named\ue001', ruled: '\ue000\ue001ruled\ue001' }

const named = [
  ...['#divRplyFwdMsg', '#mail-editor-reference-message-container', '#OLK_SRC_BODY_SECTION'],
  ...['.yahoo_quoted', 'hr#stopSpelling', 'hr#zwchr'],
]
const ruled = ['border-top:', 'border-top: '].flatMap((side) => [`${side}solid`, `${side}1`, `${side.replace(':', '-style:')}solid`])

const cell: Formatter = (element, walk, builder) => {
  walk(element.children ?? [], builder)
  builder.addInline(' ')
}

const options: HtmlToTextOptions = {
  wordwrap: false,
  formatters: { cell },
  limits: { maxDepth: 200, maxInputLength: 1 << 22, maxBaseElements: 1, maxChildNodes: 20_000 },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, noAnchorUrl: true, linkBrackets: ['<', '>'] } },
    // Some mailers indent with it.
    { selector: 'blockquote[style*="border:none"]', format: 'block' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', options: { uppercaseHeaderCells: false } },
    // Of a table that only lays out, the words of two cells are not one.
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'cell' },
    { selector: 'th', format: 'cell' },
  ],
}

const toText = compile(options)
const toMarkedText = compile({
  ...options,
  formatters: { cell, named: marked(quoteMarks.named), ruled: marked(quoteMarks.ruled) },
  selectors: [
    ...(options.selectors ?? []),
    ...named.map((selector) => ({ selector, format: 'named' })),
    ...ruled.map((style) => ({ selector: `div[style*="${style}"]`, format: 'ruled' })),
  ],
})

// A tree of more elements than any letter has costs seconds.
const mostTags = 20_000

const lineBreaks = /^\/?(br|p|div|tr|li|h[1-6]|blockquote|table)$/
const tagName = /^\/?[a-z][a-z0-9]*/
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Where a tag that begins at `at` ends, with everything that goes with it; -1 where it never does. */
function tagEnd(lower: string, at: number, name: string): number {
  if (lower.startsWith('<!--', at)) {
    const end = lower.indexOf('-->', at)
    return end < 0 ? -1 : end + 2
  }
  const end = lower.indexOf('>', at)
  if (end < 0 || (name !== 'script' && name !== 'style')) return end
  const close = lower.indexOf(`</${name}`, end)
  return close < 0 ? -1 : lower.indexOf('>', close)
}

/** Without a tree: what remains when tags go, in one pass. */
function strip(html: string): string {
  const lower = html.toLowerCase()
  let text = ''
  let from = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', from)) {
    text += html.slice(from, at)
    const name = tagName.exec(lower.slice(at + 1, at + 20))?.[0] ?? ''
    const end = tagEnd(lower, at, name)
    // Never closed: the rest is no text.
    if (end < 0) return tidy(text)
    if (lineBreaks.test(name)) text += '\n'
    from = end + 1
  }
  return tidy(text + html.slice(from))
}

function tidy(text: string): string {
  const decoded = text.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => entities[name] ?? '')
  return decoded
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function countTags(html: string): number {
  let count = 0
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count++
  return count
}

/**
 * Makes HTML readable as text; `limit` bounds what is read of it. Quotations get `>`; with `marks`, lines of `quoteMarks`
 * stand before those that are no blockquote. Never throws.
 */
export function htmlToText(html: string, limit: number, marks = false): string {
  const input = html.length > limit ? html.slice(0, limit) : html
  if (countTags(input) > mostTags) return strip(input)
  try {
    return (marks ? toMarkedText : toText)(input)
  } catch {
    return strip(input)
  }
}
