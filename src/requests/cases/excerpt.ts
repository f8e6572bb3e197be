import { trimReply } from '../../lib/mail/reply.ts'
import { baseSubject } from '../../lib/mail/subject.ts'
import { hideAddresses } from '../../lib/ui/hidden.ts'

const longest = 4_000

/** What the author of a mail says here and now, without what they quote and how they sign; cut where it is very long. */
export function excerptOf(text: string): string {
  const { visible } = trimReply(text)
  const own = (visible.trim() || text.trim()).replaceAll(/\n{3,}/g, '\n\n')
  return own.length <= longest ? own : `${own.slice(0, own.lastIndexOf(' ', longest))} …`
}

/** The words before the topics of the list at the end of a subject; all of them where there is nothing else. */
function withoutTopics(subject: string): string {
  const words = subject.split(/\s+/).filter(Boolean)
  const last = words.findLastIndex((word) => !/^#\p{L}/u.test(word))
  return (last < 0 ? words : words.slice(0, last + 1)).join(' ')
}

/** A subject as the title of what the mail tells, for whoever may read that: without addresses, marks of answers, forwards, tags and topics. */
export const titleFrom = (subject: string): string =>
  withoutTopics(hideAddresses(baseSubject(subject)).replaceAll(hashtags, '')).slice(0, 200) || 'Without a subject'

const hashtags = /(?<![\p{L}\p{N}&/#])#user-?case\b/giu

/** Does the author mark their own words as a user case? A mark in what they quote is somebody else's. */
export const isMarked = (subject: string, text: string): boolean =>
  new RegExp(hashtags.source, 'iu').test(subject) || new RegExp(hashtags.source, 'iu').test(trimReply(text).visible)

/** The words without the mark. */
export const withoutMark = (text: string): string =>
  text
    .replaceAll(hashtags, '')
    .replaceAll(/(?<![ \t])[ \t]+$/gm, '')
    .trim()

const numbered =
  /\b(?:(?:support[ -]?)?(?:case|ticket|incident)|fall|anfrage|cas|caso|SR|SF)\s*(?:(?:no\.?|nr\.?|number|n[°º]|#|:)+\s*)?#?(\d{5,12})\b/giu
const bare = /(?<![\p{L}\p{N}.,/-])0\d{7}(?![\p{L}\p{N}/-])/gu

/** Numbers of support cases that a text names: after a word for it, or eight digits that begin with a 0. */
export function caseNumbersIn(text: string): string[] {
  const found = [...text.matchAll(numbered)].map((match) => match[1] as string)
  return [...new Set([...found, ...(text.match(bare) ?? [])])].slice(0, 10)
}

/** Where a forwarded mail came from, as far as the forward says. */
export interface Forwarded {
  messageId?: string
  from?: { name: string; email: string }
  subject?: string
  date?: Date
  text: string
}

const headerLine =
  /^\s*\**(from|von|de|da|van|från|fra|to|an|à|para|a|aan|sent|gesendet|envoyé|enviado|date|datum|fecha|data|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|cc|reply-to|message-id)\**\s*:\**\s*(.*)$/isu
const forwardMark =
  /^\s*(?:--|____|begin).*(?:forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d'origine|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht)/iu
const kinds: Record<string, 'from' | 'subject' | 'date'> = {
  ...Object.fromEntries(['from', 'von', 'de', 'da', 'van', 'från', 'fra'].map((word) => [word, 'from' as const])),
  ...Object.fromEntries(
    ['subject', 'betreff', 'objet', 'asunto', 'oggetto', 'assunto', 'onderwerp'].map((word) => [word, 'subject' as const]),
  ),
  ...Object.fromEntries(['sent', 'gesendet', 'envoyé', 'enviado', 'date', 'datum', 'fecha', 'data'].map((word) => [word, 'date' as const])),
}

/** A mark of a forward, or a name with its address, is shorter. */
const longestLine = 500
const mailbox = /^"?([^"<]*?)"?\s*(?:<|\[mailto:)?([^\s<>[\]]+@[^\s<>[\]]+)(?:>|\])?\s*$/

/** The header lines of a forwarded mail as its program wrote them, by what they mean; and where the text begins. */
function readHeader(lines: string[], start: number): { found: Record<string, string>; end: number } {
  const found: Record<string, string> = {}
  for (let at = start; at < lines.length; at++) {
    const [, label = '', value = ''] = headerLine.exec(lines[at] as string) ?? []
    if (!label) return { found, end: at }
    found[kinds[label.toLowerCase()] ?? label.toLowerCase()] ??= value.replaceAll('*', '').trim()
  }
  return { found, end: lines.length }
}

/**
 * Finds the mail that was forwarded in the text of one: its header lines as mail programs write them, and what stands below.
 * @returns undefined where the text holds none
 */
export function readForward(text: string): Forwarded | undefined {
  const lines = text.replaceAll(/^> ?/gm, '').split('\n')
  const mark = lines.findIndex((line) => line.length <= longestLine && forwardMark.test(line))
  const start = lines.findIndex((line, at) => at > mark && headerLine.test(line) && headerLine.test(lines[at + 1] ?? ''))
  if (start < 0) return undefined
  const { found, end } = readHeader(lines, start)
  const [, name = '', email] = mailbox.exec((found.from ?? '').slice(0, longestLine)) ?? []
  const date = new Date(found.date ?? '')
  return {
    messageId: found['message-id']?.replaceAll(/[<>\s]/g, ''),
    from: email ? { name: name.trim(), email: email.toLowerCase() } : found.from ? { name: found.from, email: '' } : undefined,
    subject: found.subject,
    date: Number.isNaN(date.getTime()) ? undefined : date,
    text: lines.slice(end).join('\n').trim(),
  }
}
