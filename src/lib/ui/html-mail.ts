import sanitize from 'sanitize-html'
import { htmlToText } from '../mail/html-text.ts'
import { readingLimits } from '../reading/limits.ts'
import { chromeWords } from './chrome-words.ts'
import type { Locale } from './format.ts'
import { hideAddresses, hideInHtml } from './hidden.ts'
import { escapeHtml } from './jsx-runtime.ts'
import { sanitizeHtml } from './sanitize.ts'
import { foreignRel } from './text.tsx'

/** A picture that came with the mail. */
export interface Picture {
  type: string
  bytes: Uint8Array
}

/** The policy that the frame's page is sent with: nothing runs, nothing is fetched, links open elsewhere. */
export const framePolicy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

const pictureTypes = /^image\/(?:png|jpeg|gif|webp)$/i
const dataPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z0-9+/=\s]+$/i

// What is cut off is in the raw message.
const longest = readingLimits.html.characters
const picturesTogether = 10_000_000

const colour = /^(?:#[0-9a-f]{3,8}|[a-z]+|rgba?\([\d\s,.%/]+\))$/i
const size = /^(?:\d{1,4}(?:\.\d+)?(?:px|pt|em|rem|%)?|auto|x?x?-?(?:small|large)|medium|smaller|larger)$/i
const sizes = /^(?:\d{1,4}(?:\.\d+)?(?:px|pt|em|%)?\s*){1,4}$/i
const word = /^[a-z-]+$/i

// No position, no url(), no negative margins: nothing can leave its place or fetch.
const styles = {
  color: [colour],
  'background-color': [colour],
  'text-align': [word],
  'vertical-align': [word],
  'font-weight': [/^(?:\d{3}|[a-z]+)$/i],
  'font-style': [word],
  'font-size': [size],
  'text-decoration': [/^[a-z\s-]+$/i],
  'white-space': [word],
  'list-style-type': [word],
  'line-height': [size],
  width: [size],
  'max-width': [size],
  padding: [sizes],
  margin: [sizes],
  border: [/^[\w\s#.%]+$/],
  'border-collapse': [word],
}

const tableLook = ['align', 'valign', 'bgcolor', 'width', 'height', 'colspan', 'rowspan', 'border', 'cellpadding', 'cellspacing']

/** Whose HTML it is, with the way back to it. */
interface Whose {
  title: string
  href: string
}

const wayBack = ({ title, href }: Whose) => `<p><a href="${escapeHtml(href)}" dir="auto">${escapeHtml(title || href)}</a></p>`

const page = (locale: Locale, whose: Whose | undefined, note: string, body: string) => `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${escapeHtml(whose?.title || 'HTML')}</title><style>
:root{color-scheme:light}body{margin:1rem;background:#fff;color:#1f2430;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
img{max-width:100%;height:auto}pre{white-space:pre-wrap}blockquote{margin:0;padding-inline-start:1rem;border-inline-start:3px solid #ddd}
.note{background:#fdf3dd;border-radius:.5rem;padding:.6rem .9rem}.left-out{color:#5b6270;border:1px dashed #8a8f99;padding:0 .3rem}
</style></head><body>${whose ? wayBack(whose) : ''}${note && `<p class="note">${note}</p>`}${body}</body></html>`

/**
 * An HTML mail as a page of its own for a sandboxed frame, to be sent with `framePolicy`: no script, no form, nothing
 * from elsewhere. Pictures that came with the mail are put into the page, because a sandboxed page has no session to
 * fetch them with. Of one that is too large or too deep to clean, the text is shown.
 * @param picture finds a picture by its Content-ID
 * @param hidden addresses are left without the part that spammers need, in words and in links
 * @param whose the message, to go back to: the page stands alone
 */
export function frameMail(
  html: string,
  {
    locale = 'en',
    picture,
    hidden = false,
    whose,
  }: { locale?: Locale; picture?: (contentId: string) => Picture | undefined; hidden?: boolean; whose?: Whose } = {},
) {
  let leftOut = 0
  let room = picturesTogether

  const inline = (source: string): string | undefined => {
    if (dataPicture.test(source)) return source
    const found = source.startsWith('cid:') ? picture?.(decode(source.slice(4))) : undefined
    if (!found || !pictureTypes.test(found.type) || found.bytes.length > room) return undefined
    room -= found.bytes.length
    return `data:${found.type};base64,${Buffer.from(found.bytes).toString('base64')}`
  }

  const clean = sanitizeHtml(html.slice(0, longest), {
    allowedTags: [...sanitize.defaults.allowedTags, 'img', 'font', 'center', 'del', 'ins', 'big', 'tt'],
    allowedAttributes: {
      '*': ['style', 'dir', 'lang', 'title'],
      a: ['href', 'rel', 'target', 'name'],
      img: ['src', 'alt', 'width', 'height'],
      span: ['class'],
      font: ['color', 'size'],
      ol: ['start', 'type'],
      ...Object.fromEntries(['table', 'tr', 'td', 'th', 'col', 'colgroup'].map((tag) => [tag, tableLook])),
    },
    allowedClasses: { span: ['left-out'] },
    allowedStyles: { '*': styles },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'title', 'template', 'svg', 'math'],
    nestingLimit: 200,
    transformTags: {
      ...(hidden ? { '*': withoutAddresses } : {}),
      a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: foreignRel, target: '_blank' } }),
      img: (tagName, attribs): sanitize.Tag => {
        const source = inline(attribs.src ?? '')
        if (source) return { tagName, attribs: { ...attribs, src: source } }
        leftOut += 1
        const text = attribs.alt?.trim()
        return text ? { tagName: 'span', attribs: { class: 'left-out' }, text } : { tagName: 'span', attribs: {} }
      },
    },
  })
  const words = chromeWords(locale)
  const notes = [
    ...(clean === undefined ? [words.textAlone] : []),
    ...(clean !== undefined && leftOut > 0 ? [words.remote({ count: leftOut })] : []),
  ]
  const body = clean ?? `<pre>${escapeHtml(htmlToText(html, longest))}</pre>`
  // Over the whole: an address that was written with entities comes in pieces before.
  const shown = hidden ? hideAddresses(hideInHtml(body)) : body
  return { page: page(locale, whose, notes.join(' '), shown), leftOut }
}

/** A tag whose attributes, titles and links among them, carry no whole address. */
const withoutAddresses = (tagName: string, attribs: sanitize.Attributes): sanitize.Tag => ({
  tagName,
  attribs: Object.fromEntries(
    Object.entries(attribs).flatMap(([name, value]) =>
      /^\s*(?:mailto:|data:)/i.test(value)
        ? value.trimStart().startsWith('data:')
          ? [[name, value]]
          : []
        : [[name, hideAddresses(value)]],
    ),
  ),
})

function decode(contentId: string): string {
  try {
    return decodeURIComponent(contentId)
  } catch {
    return contentId
  }
}
