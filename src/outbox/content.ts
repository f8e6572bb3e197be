import type { HtmlPolicy } from '../lib/db/schema.ts'
import type { ListFacts } from '../lib/mail/compose.ts'
import { retellText, type ShapedFile, shapeContent } from '../lib/mail/content.ts'
import { isOfTypes } from '../lib/mail/file-types.ts'
import { formatBytes, type Locale } from '../lib/ui/format.ts'
import { textOfPost } from '../lib/ui/markdown-text.ts'
import { wordsOf } from '../lib/ui/words.ts'

/** What a list does with files and HTML. */
export interface ContentPolicy {
  html: HtmlPolicy
  linkAboveKb: number | null
  linkTypes: string[]
  dropTypes: string[]
}

const words = wordsOf('outbox', 'files')

/** A post as others read it who see no HTML: what was written here in Markdown stands in its text without marks, which the archive keeps. */
export const withoutMarks = (raw: Uint8Array, markdown: boolean, baseUrl: string): Uint8Array =>
  markdown ? retellText(raw, (text) => textOfPost(text, baseUrl)) : raw

/**
 * A post as its list passes it on: large files and those of some types as links into the archive, others left out, HTML as the list says.
 * @returns the very same bytes where nothing is to be changed
 */
export function shapePost(
  raw: Uint8Array,
  post: Omit<ContentPolicy, 'html'> & { messageId: string; variant: number; language: string },
  list: ListFacts,
  html: 'keep' | 'always' | 'text',
): Uint8Array {
  const { linkAboveKb, linkTypes, dropTypes } = post
  if (html === 'keep' && linkAboveKb === null && linkTypes.length === 0 && dropTypes.length === 0) return raw
  const said = words(post.language as Locale)
  const version = post.variant > 1 ? `?v=${post.variant}` : ''
  const isLinked = (file: Pick<ShapedFile, 'filename' | 'type'>) => isOfTypes(file, linkTypes)
  const note = (file: Omit<ShapedFile, 'holds'>): string => {
    const name = file.filename || file.type
    if (isOfTypes(file, dropTypes)) return said.dropped({ name })
    const link = `${list.page}/m/${encodeURIComponent(post.messageId)}/a/${file.position}${version}`
    return said.linked({ name, size: formatBytes(post.language as Locale, file.size), link })
  }
  return shapeContent(raw, {
    html,
    replace: (file) => {
      const isLarge = linkAboveKb !== null && file.size > linkAboveKb * 1_024
      if (isOfTypes(file, dropTypes)) return inCrlf(note(file))
      // Nothing can be taken out of such a file: all that is in it becomes links, but for what the list does not pass on.
      if (file.holds.some((held) => isOfTypes(held, dropTypes) || isLinked(held))) return inCrlf(file.holds.map(note).join('\n'))
      return isLarge || isLinked(file) ? inCrlf(note(file)) : undefined
    },
  })
}

const inCrlf = (text: string): string => text.replaceAll('\n', '\r\n')

const leaving = wordsOf('outbox', 'leaving')

/** What stands under a post: the list's footer and, where the list wishes it, how one leaves. The same for every subscriber. */
export function underPost(list: ListFacts, post: { footer: string; leaveLine: boolean; language: string }): string {
  const at = list.address.lastIndexOf('@')
  const leave = `${list.address.slice(0, at)}-unsubscribe${list.address.slice(at)}`
  const parts = [
    post.footer && footerOf(post.footer, list),
    post.leaveLine && leaving(post.language as Locale).line({ list: list.name, leave, page: list.page }),
  ]
  return parts.filter(Boolean).join('\n\n')
}

/** A list's footer with its facts put in: the same for every subscriber, since a post is composed once. */
export function footerOf(footer: string, { name, address, page }: ListFacts): string {
  const facts: Record<string, string> = { list: name, address, page, archive: `${page}/threads` }
  return footer.replace(/\{(\w+)\}/g, (whole, fact: string) => (Object.hasOwn(facts, fact) ? (facts[fact] as string) : whole))
}
