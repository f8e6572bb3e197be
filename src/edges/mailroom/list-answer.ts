import { program } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { answerReminder } from '../../groups/tasks/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { trimReply } from '../../lib/mail/reply.ts'
import { confirmCommands } from '../../list/commands/actions.ts'
import { answerInvitation } from '../../list/invitations/actions.ts'
import { decideByNotice } from '../../list/moderation/actions.ts'
import { findNotice } from '../../list/moderation/queries.ts'
import { readDecision } from '../../list/moderation/rules.ts'
import { takeProposal } from '../../meetings/by-mail/actions.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { openToken } from '../../token.ts'
import type { ReadMail } from './read.ts'

/**
 * A moderator answers the notice of a held mail. The key in the address is hers; it opens only from an address of hers, for a mail that
 * her domain does not disown, and as long as she moderates.
 */
async function takeDecision(tx: Tx, now: Date, { message, from, authentication }: ReadMail, noticeId: number): Promise<string> {
  const notice = await findNotice(tx, noticeId)
  const keeper = notice && (await loadActor(tx, notice.personId, now, 'mail'))
  const writer = await findPersonByEmail(tx, from)
  if (!notice || !keeper || writer?.id !== notice.personId || authentication?.dmarc.result === 'fail')
    return 'dropped: not from its moderator'
  const decision = readDecision(trimReply(message.text).visible)
  if (!decision) {
    await enqueue(tx, 'list.decisionFailed', { noticeId, why: 'unclear' })
    return 'a decision that was not understood'
  }
  try {
    await decideByNotice(tx, keeper, noticeId, decision)
    return `decided: ${decision.decision}`
  } catch (error) {
    if (error instanceof NotFound) return 'dropped: not from its moderator'
    if (!(error instanceof Conflict)) throw error
    await enqueue(tx, 'list.decisionFailed', { noticeId, why: 'decided' })
    return 'decided by a colleague before'
  }
}

/** An answer to a letter of a list that is neither a confirmation nor a farewell; undefined for another's token. */
export async function takeListAnswer(tx: Tx, site: Site, now: Date, read: ReadMail, token: string): Promise<string | undefined> {
  const noticeId = openToken(site.secret, 'moderate', token, now)
  if (noticeId !== undefined) return takeDecision(tx, now, read, noticeId)
  const actor = { ...program(now), via: 'mail' as const }
  const invitationId = openToken(site.secret, 'invitation', token, now)
  if (invitationId !== undefined)
    return (await answerInvitation(tx, actor, invitationId, true)) ? 'accepted an invitation' : 'dropped: the invitation is over'
  const reminderId = openToken(site.secret, 'actions', token, now)
  if (reminderId !== undefined) {
    if (read.authentication?.dmarc.result === 'fail') return 'dropped: forged'
    return answerReminder(tx, reminderId, { from: read.from, text: trimReply(read.message.text).visible, at: now })
  }
  const agendaId = openToken(site.secret, 'agenda', token, now)
  if (agendaId !== undefined) {
    if (read.authentication?.dmarc.result === 'fail') return 'dropped: forged'
    return takeProposal(tx, agendaId, { from: read.from, text: trimReply(read.message.text).visible, at: now })
  }
  const commandId = openToken(site.secret, 'command', token, now)
  if (commandId !== undefined) return (await confirmCommands(tx, actor, commandId)) ? 'confirmed commands' : 'dropped: nothing to confirm'
}
