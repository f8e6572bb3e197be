import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import { Invalid, NotFound } from '../errors.ts'
import { findDeskHolders } from '../groups/queries.ts'
import { orNoId, type Tx, updateOne } from '../lib/db/rows.ts'
import type { CorrespondenceState } from '../lib/db/schema.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { getDesk } from '../list/queries.ts'
import { passToHolders, recordExchange, turn } from './actions.ts'
import { getExchange } from './queries.ts'

const t = textsOf('correspondence', 'actions')
/** What is changed of an exchange; what is left out stays. */
export interface ExchangeChange {
  state: CorrespondenceState
  ownerId?: number | null
  answerBy?: string | null
  about?: string
}

/**
 * Says where an exchange stands, who must answer by when, and which thing it is about.
 * @throws Invalid for an owner who does not hold the role
 */
export async function changeExchange(
  tx: Tx,
  actor: Actor,
  deskName: string,
  id: number,
  { state, ...said }: ExchangeChange,
): Promise<void> {
  const desk = await getDesk(tx, actor, deskName)
  const exchange = await getExchange(tx, desk, id)
  const { ownerId = exchange.ownerId, answerBy = exchange.answerBy, about } = said
  if (ownerId !== null && ownerId !== exchange.ownerId) {
    const holders = await findDeskHolders(tx, desk, actor.at)
    if (!holders.some((one) => one.id === ownerId) && ownerId !== actor.personId)
      throw new Invalid(refusals.chooseAgain, { ownerId: t.chooseSomebodyWhoHoldsThisRole })
  }
  await updateOne(tx.updateTable('correspondence'), id, { state, ownerId, answerBy: state === 'answered' ? null : answerBy, about })
  await recordExchange(tx, actor, { id, groupId: desk.groupId }, 'correspondence.changed', { state, ownerId, answerBy })
}

/**
 * A mail that was kept back is passed on after all: a person has looked at it.
 * @throws NotFound when it was passed on already, or is not of this address
 */
export async function passOnKept(tx: Tx, actor: Actor, site: Site, deskName: string, exchangeId: number, mailId: number, raw: Uint8Array) {
  const desk = await getDesk(tx, actor, deskName)
  const passed = await tx
    .updateTable('correspondenceMail')
    .set({ keptBack: '' })
    .where('id', '=', mailId)
    .where('correspondenceId', '=', exchangeId)
    .where('addressId', '=', desk.id)
    .where('keptBack', '<>', '')
    .returning(['id', 'subject'])
    .executeTakeFirstOrThrow(() => new NotFound(t.thisMailWasPassedOnAlready))
  await turn(tx, exchangeId, 'in', true, actor.at)
  await passToHolders(tx, actor, site, desk, { ...passed, raw })
  await recordExchange(tx, actor, { id: exchangeId, groupId: desk.groupId }, 'correspondence.passed-on', { mailId })
}

/** Open exchanges of these addresses pass to another owner. @returns how many */
export async function passExchanges(tx: Tx, actor: Actor, ids: number[], toId: number): Promise<number> {
  const passed = await tx
    .updateTable('correspondence')
    .set({ ownerId: toId })
    .where('id', 'in', orNoId(ids))
    .where('state', '<>', 'answered')
    .returning('id')
    .execute()
  for (const { id } of passed) await recordExchange(tx, actor, { id }, 'correspondence.changed', { ownerId: toId })
  return passed.length
}
