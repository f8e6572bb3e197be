import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, conflictIf, Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { dropWaiting, enqueue } from '../../lib/db/enqueue.ts'
import { insertAll, insertOne, type Tx, updateOne } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayCollate } from '../../policy.ts'
import { setStage } from '../../requests/actions.ts'
import { dayIn } from '../../time.ts'
import { dueOn } from '../core/rules.ts'
import { getVendorGroup, listGuests } from '../queries.ts'
import { keepVersion, openBrief } from './actions.ts'
import { getBrief } from './queries.ts'
import { whyNotHandOver, whyNotTwice } from './rules.ts'

const t = textsOf('advocacy', 'briefs')

export interface HandOver {
  /** Guests of the vendor who get it by mail. */
  personIds: number[]
  /** Who received it otherwise, in words. */
  toName: string
  /** By mail, in a meeting, through the portal. */
  how: string
  note: string
  /** When it was handed over, where that was not now. */
  at?: Date
  /** Instead of the group's rule; YYYY-MM-DD. */
  dueOn?: string
}

/**
 * Hands a brief over: its version is kept, and what, to whom, by whom, when, and until when an answer is due.
 * @returns the submission's id
 * @throws Invalid, saying why it cannot go out yet; Conflict when one of its requests waits for an answer already
 */
export async function handOver(tx: Tx, actor: Actor, id: number, facts: HandOver): Promise<number> {
  const { groupId } = await openBrief(tx, actor, id)
  // One after the other in a group: what another package hands over meanwhile, this one reads as waiting.
  await sql`select pg_advisory_xact_lock(7_282, ${groupId}::int)`.execute(tx)
  const brief = await openBrief(tx, actor, id)
  if (!brief.mayHandOver) throw new NotAllowed(t.onlyChampionCoordinator)
  const guests = (await listGuests(tx, brief.groupId, actor.at)).filter((guest) => facts.personIds.includes(guest.id))
  const refusal = whyNotHandOver({ pages: brief.requests, guests: guests.length, toName: facts.toName })
  if (refusal) throw new Invalid(refusal.why, refusal.field ? { [refusal.field]: refusal.why } : {})
  conflictIf(whyNotTwice(brief.requests))
  const group = await getVendorGroup(tx, brief.groupId)
  const submittedAt = facts.at ?? actor.at
  if (submittedAt > actor.at) throw new Invalid(refusals.pleaseLookAgain, { on: t.chooseTodayEarlierDate })
  const sentOn = dayIn(submittedAt, actor.zone)
  const due = facts.dueOn ?? dueOn(sentOn, group.rule.answerMonths)
  if (due < sentOn) throw new Invalid(refusals.pleaseLookAgain, { dueOn: t.chooseDateAfterDaySending })
  const version = await keepVersion(tx, actor, brief)
  const { toName, how, note } = facts
  const submissionId = await insertOne(tx.insertInto('submission'), {
    ...{ briefId: id, versionId: version.id, groupId: brief.groupId, toName, how, note },
    submittedBy: actor.personId,
    submittedAt,
    dueOn: due,
  })
  await insertAll(
    tx.insertInto('submissionGuest'),
    guests.map((guest) => ({ submissionId, personId: guest.id })),
  )
  await insertAll(
    tx.insertInto('submissionItem'),
    brief.requests.map(({ requestId }, i) => ({ submissionId, requestId, position: i + 1, dueOn: due })),
  )
  const details = { briefId: id, version: version.number, requests: brief.requests.length, guests: guests.length }
  await recordOf(tx, actor, 'brief.submitted', { of: 'submission', id: submissionId, groupId: brief.groupId }, details)
  // What is promised or delivered already stays so; an answer is asked for anew.
  for (const { requestId, stage } of brief.requests)
    if (stage === 'gathering' || stage === 'ready' || stage === 'answered') await setStage(tx, actor, requestId, 'submitted')
  if (guests.length > 0) await enqueue(tx, 'vendor.handedOver', { submissionId }, { key: handingOf(submissionId) })
  return submissionId
}

/** The job that writes to the guests, while it waits. */
const handingOf = (submissionId: number) => `vendor.handedOver:${submissionId}`

/**
 * Takes back what was handed over: nothing of it waits any more, and the vendor's guests do not see it, which those who got it are told. Answers that
 * came stay.
 * @throws Conflict when it was taken back already
 */
export async function withdrawSubmission(tx: Tx, actor: Actor, submissionId: number): Promise<void> {
  const submission = await tx
    .selectFrom('submission')
    .select(['id', 'briefId', 'groupId', 'withdrawnAt'])
    .where('id', '=', submissionId)
    .forUpdate()
    .executeTakeFirst()
  if (!submission || !mayCollate(actor, submission.groupId)) throw new NotFound(t.packageNotFound)
  const brief = await getBrief(tx, actor, submission.briefId)
  if (!brief.mayHandOver) throw new NotAllowed(t.onlyChampionCoordinator2)
  if (submission.withdrawnAt) throw new Conflict(t.packageAlreadyWithdrawn)
  await updateOne(tx.updateTable('submission'), submissionId, { withdrawnAt: actor.at })
  const waiting = await tx
    .selectFrom('submissionItem')
    .innerJoin('sharedRequest as request', 'request.id', 'submissionItem.requestId')
    .select(['request.id'])
    .select(sql<boolean>`exists (select from answer a where a.request_id = request.id)`.as('answered'))
    .where('submissionItem.submissionId', '=', submissionId)
    .where('request.stage', '=', 'submitted')
    .execute()
  for (const { id, answered } of waiting) await setStage(tx, actor, id, answered ? 'answered' : 'ready')
  // Guests whose letter still waits have got nothing that could be taken back.
  if (!(await dropWaiting(tx, handingOf(submissionId)))) await enqueue(tx, 'vendor.takenBack', { submissionId })
  await record(tx, actor, { action: 'brief.takenBack', subject: `submission:${submissionId}`, groupId: submission.groupId })
}
