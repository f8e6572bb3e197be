import { randomUUID } from 'node:crypto'
import type { Site } from '../config.ts'
import { occasionNow } from '../lib/db/occasion.ts'
import { composeLetter } from '../lib/mail/compose.ts'
import type { Letter } from './rules.ts'
import { closeLetter } from './secrecy-actions.ts'
import { isSecret, withoutTokens } from './secrecy-rules.ts'
import { threadOf } from './thread-rules.ts'

/** Everything of a letter that may carry a token. */
const partsOf = ({ text, html = '', from, replyTo = '', headers = {}, attachments = [], calendar }: Letter): string[] => [
  text,
  html,
  from?.email ?? '',
  replyTo,
  ...Object.values(headers),
  calendar?.content ?? '',
  ...attachments.map(({ content }) => Buffer.from(content).toString('latin1')),
]

/** What is kept of a written letter: as it is, or sealed where it is its reader's alone. */
export const closeWritten = (site: Site, letter: Letter, bytes: Buffer, at: Date) =>
  closeLetter(site.secret, { kind: letter.kind, bytes, secret: isSecret(letter, partsOf(letter)), at })

/**
 * The mail that a letter becomes.
 * @param sender who writes where the letter names nobody
 */
export async function writeLetter(site: Site, at: Date, letter: Letter, sender: string): Promise<Buffer> {
  const { text, html, to, replyTo, attachments, calendar } = letter
  const occasion = occasionNow()
  // Whoever else hears of a mail has not got it.
  const answers = occasion?.from === to.email.toLowerCase() ? occasion.thread : []
  // None of the mails has this name: programs put those together that follow the same, whether they have it or not.
  const thread = letter.thread ?? threadOf(text, site.baseUrl)
  const begun = thread ? [`${thread}@${site.mailDomain}`] : []
  // Whatever an old mail called itself: what breaks a header is no reason to write no letter.
  const follows = (letter.follows ?? (answers.length > 0 ? answers : begun)).filter((one) => /^[\x21-\x3b\x3d\x3f-\x7e]{3,300}$/.test(one))
  const headers = { ...(answers.length > 0 && { 'Auto-Submitted': 'auto-replied' }), ...letter.headers }
  const from = letter.from ?? { name: letter.group ?? sender, email: `no-reply@${site.mailDomain}` }
  return composeLetter({
    from: { name: from.name, address: from.email },
    to: { name: to.name ?? '', address: to.email },
    replyTo: replyTo === undefined ? undefined : { name: '', address: replyTo },
    subject: withoutTokens(letter.subject),
    text,
    html,
    headers,
    attachments,
    calendar,
    messageId: `${randomUUID()}@${site.mailDomain}`,
    inReplyTo: follows.at(-1),
    ...(follows.length > 0 ? { references: follows.slice(-20) } : {}),
    date: at,
  })
}
