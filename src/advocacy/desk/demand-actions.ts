import type { Actor } from '../../actor.ts'
import { Conflict, NotAllowed, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { type Tx, updateOne, upsertRow } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isWebAddress } from '../../lib/web-address.ts'
import type { GivenAnswer } from '../answers/rules.ts'
import { findDraft } from './demand-queries.ts'
import { getSubmission } from './queries.ts'

const t = textsOf('advocacy', 'demand')

async function openItem(tx: Tx, actor: Actor, submissionId: number, requestId: number) {
  const submission = await getSubmission(tx, actor, submissionId)
  const item = submission.items.find((one) => one.requestId === requestId)
  if (!item || submission.withdrawnAt) throw new NotFound(refusals.thereIsNoSuchPage)
  await tx.selectFrom('submissionItem').select('id').where('id', '=', item.id).forUpdate().execute()
  return { submission, item }
}

/** The same for the vendor's people alone: what they write before they publish it is nobody else's. */
async function openOwn(tx: Tx, actor: Actor, submissionId: number, requestId: number) {
  const { submission, item } = await openItem(tx, actor, submissionId, requestId)
  if (!submission.guest || actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return { item, personId: actor.personId }
}

/** Keeps an answer that is still written, for all of the vendor's people; who has read the one before has not read this. */
export async function saveDraft(tx: Tx, actor: Actor, submissionId: number, requestId: number, given: GivenAnswer): Promise<void> {
  const { item, personId } = await openOwn(tx, actor, submissionId, requestId)
  const values = { given: JSON.stringify(given), authorId: personId, writtenAt: actor.at, reviewedBy: null, reviewedAt: null }
  await upsertRow(tx.insertInto('answerDraft'), { itemId: item.id }, values)
}

/** It is thrown away, or it was published. */
export async function dropDraft(tx: Tx, actor: Actor, submissionId: number, requestId: number): Promise<void> {
  const { item } = await openOwn(tx, actor, submissionId, requestId)
  await tx.deleteFrom('answerDraft').where('itemId', '=', item.id).execute()
}

/**
 * A colleague has read a draft as it stands.
 * @param writtenAt of the draft that they have seen
 * @throws NotAllowed for who wrote it, Conflict where it was changed since
 */
export async function reviewDraft(tx: Tx, actor: Actor, submissionId: number, requestId: number, writtenAt: Date): Promise<void> {
  const { item, personId } = await openOwn(tx, actor, submissionId, requestId)
  const draft = await findDraft(tx, item.id)
  if (draft?.writtenAt.getTime() !== writtenAt.getTime()) throw new Conflict(t.draftChanged)
  if (draft.authorId === personId) throw new NotAllowed(t.ownDraft)
  await tx.updateTable('answerDraft').set({ reviewedBy: personId, reviewedAt: actor.at }).where('itemId', '=', item.id).execute()
}

/** What the vendor calls a request in its own tracker; the vendor's people say so, or who leads the group. */
export async function setTracker(
  tx: Tx,
  actor: Actor,
  submissionId: number,
  requestId: number,
  tracker: { number?: string; link?: string },
) {
  const { number, link } = tracker
  const { submission, item } = await openItem(tx, actor, submissionId, requestId)
  if (!submission.guest && !submission.leads) throw new NotFound(refusals.thereIsNoSuchPage)
  if (link && !isWebAddress(link)) refuse('trackerLink', t.linkFault)
  await updateOne(tx.updateTable('submissionItem'), item.id, { trackerNumber: number, trackerLink: link })
  const { groupId } = submission
  await record(tx, actor, { action: 'brief.tracked', subject: `submission:${submissionId}`, groupId, details: { requestId } })
}
