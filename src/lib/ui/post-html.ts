import { raw } from 'hono/html'
import sanitize from 'sanitize-html'
import { readerOfPosts } from '../markdown.ts'
import { hideAddresses, hideInHtml } from './hidden.ts'
import { foreignRel } from './text.tsx'

const markdown = readerOfPosts()

// The page has the only h1, and each message a heading of its own.
const lower = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h6', h5: 'h6', h6: 'h6' }

/** The name of a file as a text can speak of it: `![A screen](screen.png)`. */
export const spokenName = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100) || 'file'

const decoded = (source: string): string => {
  try {
    return decodeURIComponent(source)
  } catch {
    return source
  }
}

/**
 * Markdown of a message as safe HTML: HTML in it is text; links are http, https or mailto; its pictures are those that came with it.
 * @param picture the address of a picture by the name that the text has for it; what has none is left out
 */
export function postHtml(text: string, picture: (name: string) => string | undefined = () => undefined): string {
  return sanitize(markdown.render(text), {
    allowedTags: [
      ...['p', 'br', 'hr', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
      ...['em', 'strong', 's', 'a', 'img', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    allowedAttributes: { a: ['href', 'title', 'rel'], img: ['src', 'alt', 'title'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    // Only what `picture` has answered is left by then.
    allowedSchemesByTag: { img: ['cid'] },
    allowProtocolRelative: false,
    transformTags: {
      ...lower,
      a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: foreignRel } }),
      img: (tagName, { src = '', ...attribs }): sanitize.Tag => {
        const found = picture(decoded(src))
        return found ? { tagName, attribs: { ...attribs, src: found } } : { tagName: 'em', attribs: {}, text: attribs.alt ?? '' }
      },
    },
  })
}

/** The same for a page. */
export const renderPost = (text: string, picture?: (name: string) => string | undefined) => raw(postHtml(text, picture))

const toMessage = /\s(?:href|src)="(?:https?:\/\/[^"/]+)?\/lists\/[^"/?#]+\/[mt]\/[^"/?#]+(?:\/a\/\d+(?:\?v=\d+)?)?"/

/** The same as strangers see it: no address is whole, in words, across tags and in links; the addresses of messages are. */
export const renderHiddenPost = (text: string, picture?: (name: string) => string | undefined) =>
  raw(
    hideInHtml(postHtml(text, picture))
      .split(/(<[^<>]*>)/)
      .map((piece) => (toMessage.test(piece) ? piece : hideAddresses(piece)))
      .join(''),
  )
