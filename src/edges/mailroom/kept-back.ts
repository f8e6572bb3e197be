import { isThreadHeld } from '../../archive/queries.ts'
import type { HoldReason } from '../../list/moderation-rules/fate-rules.ts'
import type { MailList } from '../../list/queries.ts'
import { carryKey } from './gate/actions.ts'
import type { ReadMail } from './read.ts'
import type { Batch } from './takers.ts'

/**
 * Why a moderator looks at a post that the rules of its list let through: it answers where answers are kept back, or it quotes a letter of ours
 * with a link that opens without a session. Its owner forwarded more than they meant to.
 */
export async function whyKeptBack(
  { tx, context, now }: Pick<Batch, 'tx' | 'context' | 'now'>,
  { message: { references, inReplyTo, text, html } }: ReadMail,
  list: Pick<MailList, 'id'>,
): Promise<HoldReason | undefined> {
  if (await isThreadHeld(tx, list.id, [...references, inReplyTo ?? []].flat())) return 'thread-held'
  return carryKey(context.site.secret, [text, html ?? ''], now) ? 'holds-key' : undefined
}
