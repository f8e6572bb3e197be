import type { Actor } from '../../actor.ts'
import { NotAllowed, NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { hideAddresses } from '../../lib/ui/hidden.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayCollate, mayReadArchive } from '../../policy.ts'
import { requestRefusals } from '../refusals.ts'
import { caseNumbersIn, excerptOf, titleFrom, withoutMark } from './excerpt.ts'
import { needFrom } from './need-rules.ts'
import { findAffiliationOn, findCaseOfMessage, findMessageForCase } from './queries.ts'
import { visibilityFrom } from './rules.ts'

const t = textsOf('requests', 'cases')

/**
 * What a message would become as a user case: seen before it is made, and made of it.
 * @param byProgram its author asked for it in the message itself
 * @throws NotFound for a message that the actor may not read, NotAllowed for who neither collates nor wrote it
 */
export async function planCapture(db: Db, actor: Actor, messageId: number, { byProgram = false } = {}) {
  const message = await findMessageForCase(db, messageId)
  if (!message || !(byProgram || mayReadArchive(actor, message.list))) throw new NotFound(requestRefusals.message)
  const { groupId } = message.list
  const wrote = message.personId !== null && message.personId === actor.personId
  if (!byProgram && !wrote && !mayCollate(actor, groupId)) throw new NotAllowed(t.onlyWorkingGroupCanMake)
  const own = withoutMark(excerptOf(message.text))
  return {
    message,
    groupId,
    own,
    wrote,
    twin: await findCaseOfMessage(db, groupId, messageId),
    title: needFrom(titleFrom(message.subject), hideAddresses(own)),
    author: hideAddresses(message.fromName),
    organisation: message.personId === null ? undefined : await findAffiliationOn(db, message.personId, message.sentAt),
    visibility: visibilityFrom(message.list.archive),
    numbers: caseNumbersIn(`${message.subject}\n${own}`),
    /** Whoever wrote it themselves knows of it. */
    tells: !wrote && (message.personId !== null || message.fromEmail !== ''),
  }
}
