import { loadActor } from '../../groups/queries.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { sealKeys } from '../../lib/token/seal.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { mayContribute } from '../../policy.ts'
import type { TaskContext } from '../../task.ts'
import { getRequestGroup } from '../core/queries.ts'
import { senderOf } from '../sender.ts'
import { findRecipient, listInstitutionsOf } from '../support/queries.ts'
import { noteSameHere } from './actions.ts'
import { askSameHere } from './mails.ts'
import { findConcern, findFirstWords, findRemark, findReply, isCounted, type Reply } from './queries.ts'
import { saysSameHere } from './rules.ts'

const day = 86_400_000

/**
 * Somebody has written to a list or below a concern that they have the same trouble: they alone are asked whether their institution is
 * counted. Nothing is counted, and nobody else hears of it, without their yes.
 */
export async function sameHere({ messageId, commentId }: { messageId?: number; commentId?: number }, context: TaskContext): Promise<void> {
  const { site, write } = context
  const now = context.now()
  await write(async (tx) => {
    const reply = messageId === undefined ? await findRemark(tx, commentId ?? 0) : await findReply(tx, messageId)
    const found = reply && (await findAsked(tx, reply, now))
    const to = found && (await findRecipient(tx, found.asked.personId))
    if (!found || !to) return
    const { asked, title, institution, groupId, first } = found
    const id = await noteSameHere(tx, asked, now)
    if (id === undefined) return
    const keys = sealKeys(site.secret, 'sameHere', id, new Date(now.getTime() + 400 * day))
    const facts = {
      ...{ title, institution, first, request: `${site.baseUrl}/requests/${asked.requestId}` },
      ...{ link: `${site.baseUrl}/same-here/${keys.link}`, token: keys.reply },
    }
    await sendLetter(tx, site, now, askSameHere(await senderOf(tx, context, groupId), to, facts))
  })
}

/** What its author is asked; undefined where they say no such thing, may not contribute, or their institution is counted already. */
async function findAsked(tx: Tx, reply: Reply, now: Date) {
  // What an import brings was said long ago.
  if (now.getTime() - reply.at.getTime() > 14 * day || !saysSameHere(reply.own)) return undefined
  const { personId, groupId, messageId, commentId } = reply
  const actor = await loadActor(tx, personId, now, 'mail')
  if (!actor || actor.vendorSide || !mayContribute(actor, await getRequestGroup(tx, actor, { id: groupId }))) return undefined
  const concern = await findConcern(tx, actor, reply)
  const [institution] = await listInstitutionsOf(tx, personId, now)
  if (!concern || !institution || (await isCounted(tx, concern.id, institution.id))) return undefined
  const asked = { requestId: concern.id, personId, organisationId: institution.id, messageId, commentId }
  return { asked, title: concern.title, institution: institution.name, groupId, first: await findFirstWords(tx, concern.id, reply) }
}
