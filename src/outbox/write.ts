import { randomUUID } from 'node:crypto'
import type { Site } from '../config.ts'
import { composeLetter } from '../lib/mail/compose.ts'
import type { Letter } from './rules.ts'

/** The mail that a letter becomes. */
export async function writeLetter(site: Site, at: Date, letter: Letter): Promise<Buffer> {
  const { subject, text, to, replyTo, headers, attachments, calendar } = letter
  const from = letter.from ?? { name: 'Rapport', email: `no-reply@${site.mailDomain}` }
  return composeLetter({
    from: { name: from.name, address: from.email },
    to: { name: to.name ?? '', address: to.email },
    replyTo: replyTo === undefined ? undefined : { name: '', address: replyTo },
    subject,
    text,
    headers,
    attachments,
    calendar,
    messageId: `${randomUUID()}@${site.mailDomain}`,
    date: at,
  })
}
