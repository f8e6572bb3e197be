import type { Insertable } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, missing, NotFound } from '../../errors.ts'
import { loadActor } from '../../groups/queries.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertNew, insertNewRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { DB } from '../../lib/db/schema.ts'
import { refusals } from '../../lib/ui/words.ts'
import { raiseVoice } from '../support/actions.ts'
import { findSameHere, listTouched } from './queries.ts'
import { draftsFrom } from './rules.ts'

/** Notes that somebody is asked whether their institution is counted, once for each concern. @returns the question's id, if it is new */
export async function noteSameHere(tx: Tx, asked: Omit<Insertable<DB['sameHere']>, 'askedAt'>, at: Date): Promise<number | undefined> {
  const row = await insertNewRow(tx.insertInto('sameHere').returning('id'), { ...asked, askedAt: at })
  return row?.id
}

/**
 * Somebody says whether their institution is counted. Yes counts it: as one that the concern affects, and with their voice. Said once, it is
 * settled; on the request's page they can take their voice back.
 * @throws NotFound where it is settled, or they may not see the request or speak for the institution any more
 */
export async function answerSameHere(tx: Tx, at: Date, via: Actor['via'], id: number, yes: boolean): Promise<void> {
  await tx.selectFrom('sameHere').select('id').where('id', '=', id).forUpdate().execute()
  const asked = await findSameHere(tx, id)
  if (!asked || asked.answeredAt !== null) throw new NotFound(refusals.thisQuestionIsSettled)
  const actor = (await loadActor(tx, asked.personId, at, via)) ?? missing(refusals.thisQuestionIsSettled)
  const { requestId, organisationId, groupId } = asked
  if (yes) await count(tx, actor, requestId, organisationId)
  await updateOne(tx.updateTable('sameHere'), id, { answeredAt: at, counted: yes })
  await recordOf(tx, actor, yes ? 'same-here.counted' : 'same-here.refused', { of: 'request', id: requestId, groupId }, { organisationId })
  // The third makes it worth a package; one more changes nothing of it.
  if (yes && (await listTouched(tx, requestId)).length >= draftsFrom)
    await enqueue(tx, 'vendor.draftBrief', { requestId }, { key: `vendor.draftBrief:${requestId}` })
}

async function count(tx: Tx, actor: Actor, requestId: number, organisationId: number): Promise<void> {
  try {
    await raiseVoice(tx, actor, requestId, { strength: 'should', reason: '', organisationId })
  } catch (error) {
    // They work elsewhere by now, or it asks for nothing any more.
    if (error instanceof Invalid || error instanceof Conflict) throw new NotFound(refusals.thisQuestionIsSettled)
    throw error
  }
  await insertNew(tx.insertInto('requestAffected'), { requestId, organisationId })
}
