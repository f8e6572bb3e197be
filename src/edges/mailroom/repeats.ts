import { createHash } from 'node:crypto'
import { takeTurn } from '../../lib/db/limit.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import type { ReadMail } from './read.ts'

const mostAlike = 5
const hour = 3_600

/**
 * Does somebody answer in the same words again and again? A program that does not say that it is one does so, and what we pass on comes
 * back to it as one more mail to answer.
 * @param where what is answered there: a list, a role, a question
 */
export async function repeatsItself(tx: Tx, { message, from }: ReadMail, where: string, now: Date): Promise<boolean> {
  if (message.inReplyTo === null && message.references.length === 0) return false
  const words = trimReply(message.text).visible.replace(/\s+/g, ' ').trim()
  const hash = createHash('sha256').update(words).digest('base64url').slice(0, 22)
  return !(await takeTurn(tx, `alike:${where}:${from}:${hash}`, mostAlike, hour, now))
}
