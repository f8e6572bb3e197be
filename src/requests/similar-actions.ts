import type { Actor } from '../actor.ts'
import { Invalid, missing, NotFound } from '../errors.ts'
import { recordOf } from '../journal/actions.ts'
import { findRow, insertNew, insertOne, insertRow, type Tx, updateOne, upsertRow } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { mayCollate } from '../policy.ts'
import { collateCases } from './actions.ts'
import { getCollatedGroup, getCollatedRequest, getRequest } from './core/queries.ts'
import { requestRefusals } from './refusals.ts'
import { whyNotSynonyms } from './similar-rules.ts'

const t = textsOf('requests', 'similar')

async function lockSynonyms(tx: Tx, groupId: number, id: number) {
  return (
    (await findRow(tx.selectFrom('synonym').selectAll().forUpdate(), { id, groupId, removedAt: null })) ?? missing(t.theseWordsDoNotExist)
  )
}

/** Adds a set of words that mean the same. */
export async function addSynonyms(tx: Tx, actor: Actor, groupId: number, words: string[]): Promise<void> {
  await getCollatedGroup(tx, actor, { id: groupId })
  const refusal = whyNotSynonyms(words)
  if (refusal) throw new Invalid(refusal, { words: refusal })
  const changed = { changedBy: actor.personId, changedAt: actor.at }
  const id = await insertOne(tx.insertInto('synonym'), { groupId, words, ...changed })
  await keepState(tx, actor, groupId, { id, number: 1, words, removed: false })
}

/** Changes a set of synonyms; no words remove it. Every state of it is kept. */
export async function changeSynonyms(tx: Tx, actor: Actor, groupId: number, id: number, said: string[] | undefined): Promise<void> {
  await getCollatedGroup(tx, actor, { id: groupId })
  const known = await lockSynonyms(tx, groupId, id)
  const words = said ?? known.words
  const removed = words.length === 0
  const refusal = removed ? undefined : whyNotSynonyms(words)
  if (refusal) throw new Invalid(refusal, { words: refusal })
  const state = { words: removed ? known.words : words, version: known.version + 1, removedAt: removed ? actor.at : null }
  await updateOne(tx.updateTable('synonym'), id, { ...state, changedBy: actor.personId, changedAt: actor.at })
  await keepState(tx, actor, groupId, { id, number: state.version, words: state.words, removed })
}

async function keepState(tx: Tx, actor: Actor, groupId: number, state: { id: number; number: number; words: string[]; removed: boolean }) {
  const { id, number, words, removed } = state
  await insertRow(tx.insertInto('synonymVersion'), {
    synonymId: id,
    number,
    words,
    removed,
    changedBy: actor.personId,
    changedAt: actor.at,
  })
  await recordOf(tx, actor, removed ? 'synonym.removed' : 'synonym.saved', { id, groupId }, { version: number })
}

/** A person says that a thing is, or is not, what a request is about. A second word replaces the first. */
export async function sayLike(
  tx: Tx,
  actor: Actor,
  { kind, id, requestId, same }: { kind: 'case' | 'request' | 'message'; id: number; requestId: number; same: boolean },
): Promise<void> {
  const { groupId } = await getCollatedRequest(tx, actor, requestId)
  const said = { same, saidBy: actor.personId, saidAt: actor.at }
  await upsertRow(tx.insertInto('likeness'), { kind, subjectId: id, requestId }, { groupId, ...said })
  await recordOf(tx, actor, same ? 'likeness.same' : 'likeness.different', { of: 'request', id: requestId, groupId }, { kind, id })
}

/**
 * The author of a user case says which request it is an example for. Whoever collates has put it there; for others it is what the group is shown
 * first when it looks at the case. One that is merged since means the one that it is part of.
 * @throws NotFound for a request that they may not read, or of another group than the case
 */
export async function meanRequest(tx: Tx, actor: Actor, caseId: number, requestId: number): Promise<void> {
  const { groupId, rootId } = await getRequest(tx, actor, requestId)
  if (mayCollate(actor, groupId)) return collateCases(tx, actor, rootId, [caseId])
  const own = await tx.selectFrom('userCase').select('id').where('id', '=', caseId).where('groupId', '=', groupId).executeTakeFirst()
  if (!own) throw new NotFound(requestRefusals.request)
  const said = { same: true, saidBy: actor.personId, saidAt: actor.at }
  if (await insertNew(tx.insertInto('likeness'), { groupId, kind: 'case', subjectId: caseId, requestId: rootId, ...said }))
    await recordOf(tx, actor, 'likeness.same', { of: 'request', id: rootId, groupId }, { kind: 'case', id: caseId })
}
