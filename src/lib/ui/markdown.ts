import { raw } from 'hono/html'
import MarkdownIt from 'markdown-it'
import sanitize from 'sanitize-html'
import { foreignRel } from './text.tsx'

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: false })
markdown.linkify.set({ fuzzyLink: false })

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
  transformTags: {
    ...lower,
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: foreignRel } }),
  },
  // A picture from elsewhere tells its owner who reads; only our own files are shown.
  exclusiveFilter: (frame) => frame.tag === 'img' && !/^\/(?!\/)/.test(frame.attribs.src ?? ''),
}

/**
 * Markdown (CommonMark with tables and bare links) as HTML that is safe to put into a page: HTML in it is text, links are
 * http, https, mailto or our own, pictures only our own.
 */
export const renderMarkdown = (text: string) => raw(sanitize(markdown.render(text), policy))
