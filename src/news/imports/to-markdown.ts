import type sanitize from 'sanitize-html'
import TurndownService from 'turndown'
import { htmlToText } from '../../lib/mail/html-text.ts'
import { sanitizeHtml } from '../../lib/ui/sanitize.ts'

const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*', hr: '---' })

/** As much of an element as a table needs; the library brings its own document. */
interface Element {
  textContent: string | null
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>
}

const cellOf = ({ textContent }: Element): string => (textContent ?? '').replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim()

// A table of Markdown has one line a row; what was set within a cell is its text.
turndown.addRule('table', {
  filter: 'table',
  replacement: (_, node) => {
    const rows = Array.from((node as unknown as Element).querySelectorAll('tr'), (row) => Array.from(row.querySelectorAll('th,td'), cellOf))
    const [head, ...rest] = rows.filter((row) => row.length > 0)
    if (!head) return ''
    const line = (row: string[]) => `| ${head.map((_, at) => row[at] ?? '').join(' | ')} |`
    return `\n\n${[line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n')}\n\n`
  },
})

/** What stays behind of a text, counted. */
export interface Converted {
  markdown: string
  pictures: number
  /** Films, frames, forms and the like. */
  embeds: number
}

const embedTags = ['iframe', 'video', 'audio', 'object', 'embed', 'form', 'canvas']
const blockTags = /<(?:p|div|ul|ol|h[1-6]|table|blockquote|pre|figure)\b/i

/** WordPress keeps paragraphs of old texts as empty lines, and puts the elements in when it shows them. */
const paragraphs = (html: string): string =>
  blockTags.test(html)
    ? html
    : html
        .split(/\n\s*\n/)
        .map((part) => `<p>${part.trim().replaceAll('\n', '<br>')}</p>`)
        .join('\n')

/** HTML of another site as Markdown: cleaned first, nothing is fetched, pictures are left as their words. */
export function toMarkdown(html: string): Converted {
  let pictures = 0
  let embeds = 0
  // No text has so many blanks; the library looks through them again and again.
  // Shortcodes are instructions to plug-ins; the words between them are people's.
  const plain = html
    .replaceAll(/\s{200,}/g, ' ')
    .replaceAll(/\[\/?(?:caption|gallery|embed|video|audio|playlist|vc_[a-z_]+|et_pb_[a-z_]+)\b[^\][]*\]/g, '')
  const clean = sanitizeHtml(paragraphs(plain), {
    allowedTags: [
      ...[
        'p',
        'br',
        'hr',
        'h1',
        'h2',
        'h3',
        'h4',
        'h5',
        'h6',
        'ul',
        'ol',
        'li',
        'blockquote',
        'pre',
        'code',
        'em',
        'i',
        'strong',
        'b',
        'a',
      ],
      ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'div', 'span'],
    ],
    allowedAttributes: { a: ['href', 'title'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nestingLimit: 100,
    onOpenTag: (name) => {
      if (name === 'img') pictures++
      if (embedTags.includes(name)) embeds++
    },
    transformTags: { img: (_, attribs): sanitize.Tag => ({ tagName: 'span', attribs: {}, text: attribs.alt ?? '' }) },
  })
  if (clean === undefined) return { markdown: htmlToText(plain, plain.length), pictures, embeds }
  const markdown = turndown
    .turndown(clean)
    .replaceAll(/(?<![ \t])[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return { markdown, pictures, embeds }
}
