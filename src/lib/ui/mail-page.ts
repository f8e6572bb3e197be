// Letters as HTML. The look is in the elements themselves, as mail programs drop style sheets; both themes are left to the program, in the reader's own
// colours, and nothing is fetched.
import { directionOf, type Locale } from './format.ts'
import { escapeHtml } from './jsx-runtime.ts'
import { renderMarkdown } from './markdown.ts'

// A line that is seen on light and on dark ground.
const line = '1px solid #80868f'

const button = `display:inline-block;padding:10px 14px;margin:6px 8px 0 0;border:${line};border-radius:6px;text-decoration:none`

/** How parts of a letter look. */
export const mailStyles = {
  soft: 'opacity:.75',
  button,
  /** Of several, the one that most people press. */
  mainButton: `${button};border-width:2px;font-weight:600`,
  /** Begins a part below a line. */
  part: `border-top:${line};padding-top:1em`,
}

/** An element with its look. */
export const mailTag = (name: string, style: string, inner: string): string => `<${name} style="${style}">${inner}</${name}>`

/**
 * A link; its words say where it leads.
 * @param name what it is called to who hears a list of links, where other links have the same words
 */
export const mailLink = (href: string, words: string, style = '', name = ''): string =>
  `<a href="${escapeHtml(href)}"${style ? ` style="${style}"` : ''}${name ? ` aria-label="${escapeHtml(name)}"` : ''}>${escapeHtml(words)}</a>`

// A long word or address breaks; the cells of a table keep their words whole as long as they can.
const column = 'max-width:38rem;margin:0 auto;padding:16px;overflow-wrap:break-word;word-wrap:break-word'

const looks = {
  sans: 'font-family:system-ui,sans-serif;font-size:16px;line-height:1.45',
  serif: "font-family:Georgia,'Source Serif 4',serif;font-size:17px;line-height:1.55",
}

/** What a mail program shows beside the subject, where the letter itself begins with something else; nobody sees it in the letter. */
const previewOf = (preview: string): string =>
  preview && `<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(preview)}</div>`

/**
 * A letter as a page of its own, in one column.
 * @param preview what is said beside the subject
 */
export const mailPage = (
  locale: Locale,
  title: string,
  body: string,
  { look = 'sans', preview = '' }: { look?: keyof typeof looks; preview?: string } = {},
): string =>
  `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title></head>
<body style="margin:0">${previewOf(preview)}<div style="${column};${looks[look]}">
${body}
</div></body></html>
`

const heading = 'font-size:19px;line-height:1.3;margin:1.4em 0 .4em'
const written: Readonly<Record<string, string>> = {
  h2: heading,
  h3: heading,
  h4: heading,
  blockquote: 'margin:1em 0;padding:0 0 0 14px;border:3px solid #80868f;border-width:0 0 0 3px',
  pre: 'white-space:pre-wrap;overflow-wrap:break-word',
  table: 'border-collapse:collapse;margin:1em 0',
  th: `text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-bottom:${line}`,
  td: `vertical-align:top;padding:6px 12px 6px 0;border-bottom:${line}`,
}

/** What an element has under a name; '' where it has nothing. */
const attributeOf = (attributes: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

/** Pictures as words, which are a link to each unless they stand in another one. */
function pictured(html: string): string {
  let inLink = false
  return html.replaceAll(/<(a\b|\/a|img\b)([^<>]*)>/g, (tag, name: string, attributes: string) => {
    if (name !== 'img') {
      inLink = name === 'a'
      return tag
    }
    const [src, alt] = [attributeOf(attributes, 'src'), attributeOf(attributes, 'alt')]
    return src && alt && !inLink ? `<a href="${src}">${alt}</a>` : src && alt
  })
}

/**
 * Markdown as it stands in a letter: what points to this site names it, and a picture is a link by what it shows.
 * @param below the level of the heading that it stands below
 */
export const mailMarkdown = (markdown: string, baseUrl: string, below: 1 | 2 = 1): string =>
  pictured(String(renderMarkdown(markdown, undefined, below)))
    .replaceAll(/<p>\s*<\/p>\n?/g, '')
    .replaceAll(/<(h[2-4]|blockquote|pre|table|th|td)>/g, (_, name: string) => `<${name} style="${written[name]}">`)
    .replaceAll(/href="\/(?!\/)/g, `href="${escapeHtml(baseUrl)}/`)
