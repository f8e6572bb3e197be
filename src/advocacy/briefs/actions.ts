import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayCollate } from '../../policy.ts'
import { setStage } from '../../requests/actions.ts'
import { dayIn } from '../../time.ts'
import { dueOn } from '../core/rules.ts'
import { getVendorGroup, listGuests } from '../queries.ts'
import { indexBrief } from '../search-actions.ts'
import { type Brief, composeContent, getBrief, listCasesOf, mayQuote } from './queries.ts'
import { whyNotHandOver, whyNotTwice } from './rules.ts'

const t = textsOf('advocacy', 'briefs')

const mostRequests = 200
const quotesAtFirst = 4

/** Begins a brief; who begins it is its champion. */
export async function startBrief(
  tx: Tx,
  actor: Actor,
  { groupId, title, purpose }: { groupId: number; title: string; purpose: string },
): Promise<number> {
  if (actor.personId === null || !mayCollate(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  const { id } = await tx
    .insertInto('brief')
    .values({ groupId, title, purpose, championId: actor.personId, createdAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'brief.begun', subject: `brief:${id}`, groupId })
  await indexBrief(tx, id)
  return id
}

/** A brief that is still worked on, locked. */
async function openBrief(tx: Tx, actor: Actor, id: number): Promise<Brief> {
  const brief = await getBrief(tx, actor, id, { lock: true })
  if (brief.closedAt) throw new NotAllowed(t.packageIsClosed)
  return brief
}

/**
 * Title, purpose and champion.
 * @throws Invalid for a champion who is not one of the group today
 */
export async function changeBrief(
  tx: Tx,
  actor: Actor,
  id: number,
  { title, purpose, championId }: { title: string; purpose: string; championId?: number },
): Promise<void> {
  const brief = await openBrief(tx, actor, id)
  const changed = championId !== undefined && championId !== brief.championId
  if (changed) {
    const seat = await tx
      .selectFrom('sharedAppointment as appointment')
      .select('id')
      .where('personId', '=', championId)
      .where('groupId', '=', brief.groupId)
      .where('role', 'in', ['coordinator', 'deputy', 'member', 'liaison', 'moderator'])
      .where(sql<boolean>`from_on <= ${actor.at}::date and (to_on is null or to_on >= ${actor.at}::date)`)
      .executeTakeFirst()
    if (!seat) throw new Invalid(refusals.pleaseLookAgain, { championId: t.chooseMemberWorkingGroup })
  }
  await tx
    .updateTable('brief')
    .set({ title, purpose, ...(changed ? { championId } : {}) })
    .where('id', '=', id)
    .execute()
  await record(tx, actor, { action: 'brief.changed', subject: `brief:${id}`, groupId: brief.groupId })
  await indexBrief(tx, id)
}

const whyNotRequest = (requestId: number, request: { stage: string; rootId: number } | undefined): string | undefined => {
  if (!request) return t.refused.noRequest({ requestId })
  if (request.stage === 'merged') return t.refused.merged({ requestId, rootId: request.rootId })
  if (request.stage === 'set_aside') return t.refused.setAside({ requestId })
}

/**
 * Takes requests into a brief; those that are in it stay where they are. User cases whose authors agreed are quoted, a few of
 * each: the champion leaves out what does not help.
 * @throws Invalid for what is not the group's, merged or set aside
 */
export async function addRequests(tx: Tx, actor: Actor, id: number, requestIds: number[]): Promise<number> {
  const brief = await openBrief(tx, actor, id)
  const wanted = [...new Set(requestIds)].filter((one) => !brief.requests.some(({ requestId }) => requestId === one))
  if (wanted.length === 0) return 0
  const found = await tx
    .selectFrom('sharedRequest as request')
    .select(['id', 'stage', 'rootId'])
    .where('id', 'in', [0, ...wanted])
    .where('groupId', '=', brief.groupId)
    .execute()
  const many = brief.requests.length + wanted.length > mostRequests ? t.refused.tooMany({ most: mostRequests }) : undefined
  const refusal =
    many ??
    wanted
      .map((requestId) =>
        whyNotRequest(
          requestId,
          found.find((one) => one.id === requestId),
        ),
      )
      .find(Boolean)
  if (refusal) throw new Invalid(refusal, { requestId: refusal })
  const last = Math.max(0, ...brief.requests.map(({ position }) => position))
  await tx
    .insertInto('briefRequest')
    .values(wanted.map((requestId, i) => ({ briefId: id, requestId, position: last + i + 1 })))
    .execute()
  for (const requestId of wanted) {
    const quotable = (await listCasesOf(tx, requestId)).filter(({ consent }) => mayQuote(consent)).slice(0, quotesAtFirst)
    if (quotable.length > 0)
      await tx
        .insertInto('briefQuote')
        .values(quotable.map((one) => ({ briefId: id, requestId, caseId: one.id })))
        .execute()
  }
  const details = { requests: wanted.length }
  await record(tx, actor, { action: 'brief.extended', subject: `brief:${id}`, groupId: brief.groupId, details })
  await indexBrief(tx, id)
  return wanted.length
}

/** Takes a request out of a brief that is worked on; what was handed over stays as it was. */
export async function removeRequest(tx: Tx, actor: Actor, id: number, requestId: number): Promise<void> {
  const brief = await openBrief(tx, actor, id)
  const { numDeletedRows } = await tx
    .deleteFrom('briefRequest')
    .where('briefId', '=', id)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  await record(tx, actor, { action: 'brief.shortened', subject: `brief:${id}`, groupId: brief.groupId, details: { requestId } })
}

export interface PageFacts {
  ask: string
  evidence: string
  /** User cases to be quoted. */
  caseIds: number[]
  /** Its place, from 1. */
  position?: number
}

/**
 * What we ask, the evidence, and which user cases are quoted.
 * @throws Invalid for a user case whose author has not agreed
 */
export async function savePage(tx: Tx, actor: Actor, id: number, requestId: number, facts: PageFacts): Promise<void> {
  const brief = await openBrief(tx, actor, id)
  if (!brief.requests.some((one) => one.requestId === requestId)) throw new NotFound(t.thisRequestIsNotInThe)
  const cases = await listCasesOf(tx, requestId)
  for (const caseId of facts.caseIds) {
    const found = cases.find((one) => one.id === caseId)
    if (!found) throw new Invalid(refusals.pleaseLookAgain, { caseIds: t.chooseOnlyUserCasesRequest })
    if (!mayQuote(found.consent))
      throw new Invalid(refusals.pleaseLookAgain, { caseIds: t.theAuthorOfHasNotAgreed({ title: found.title }) })
  }
  await tx
    .updateTable('briefRequest')
    .set({ ask: facts.ask, evidence: facts.evidence })
    .where('briefId', '=', id)
    .where('requestId', '=', requestId)
    .execute()
  await tx.deleteFrom('briefQuote').where('briefId', '=', id).where('requestId', '=', requestId).execute()
  if (facts.caseIds.length > 0)
    await tx
      .insertInto('briefQuote')
      .values([...new Set(facts.caseIds)].map((caseId) => ({ briefId: id, requestId, caseId })))
      .execute()
  if (facts.position !== undefined) await moveTo(tx, brief, requestId, facts.position)
  await record(tx, actor, { action: 'brief.changed', subject: `brief:${id}`, groupId: brief.groupId, details: { requestId } })
  await indexBrief(tx, id)
}

async function moveTo(tx: Tx, brief: Brief, requestId: number, position: number): Promise<void> {
  const others = brief.requests.filter((one) => one.requestId !== requestId).map((one) => one.requestId)
  const order = others.toSpliced(Math.max(0, Math.min(others.length, position - 1)), 0, requestId)
  await sql`update brief_request r set position = o.place from unnest(${order}::bigint[]) with ordinality as o (id, place)
    where r.brief_id = ${brief.id} and r.request_id = o.id`.execute(tx)
}

/**
 * Keeps the brief as it stands now, unless it stands as the last version kept it.
 * @returns the version's id and number
 */
async function keepVersion(tx: Tx, actor: Actor, brief: Brief): Promise<{ id: number; number: number }> {
  const content = await composeContent(tx, brief, await getVendorGroup(tx, brief.groupId))
  const last = await tx
    .selectFrom('briefVersion')
    .select(['id', 'number'])
    .select(sql<boolean>`content = ${JSON.stringify(content)}::jsonb`.as('same'))
    .where('briefId', '=', brief.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.same) return { id: last.id, number: last.number }
  const number = (last?.number ?? 0) + 1
  const { id } = await tx
    .insertInto('briefVersion')
    .values({ briefId: brief.id, number, content: JSON.stringify(content), madeBy: actor.personId, madeAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'brief.kept', subject: `brief:${brief.id}`, groupId: brief.groupId, details: { version: number } })
  return { id, number }
}

/** Keeps a version by hand, to be read and sent round before it goes out. */
export const keepBrief = async (tx: Tx, actor: Actor, id: number): Promise<number> =>
  (await keepVersion(tx, actor, await openBrief(tx, actor, id))).number

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
  const brief = await openBrief(tx, actor, id)
  if (!brief.mayHandOver) throw new NotAllowed(t.onlyChampionCoordinator)
  const guests = (await listGuests(tx, brief.groupId, actor.at)).filter((guest) => facts.personIds.includes(guest.id))
  const refusal = whyNotHandOver({ pages: brief.requests, guests: guests.length, toName: facts.toName })
  if (refusal) throw new Invalid(refusal.why, refusal.field ? { [refusal.field]: refusal.why } : {})
  const requestIds = brief.requests.map(({ requestId }) => requestId)
  const twice = whyNotTwice(brief.requests)
  if (twice) throw new Conflict(twice)
  const group = await getVendorGroup(tx, brief.groupId)
  const submittedAt = facts.at ?? actor.at
  if (submittedAt > actor.at) throw new Invalid(refusals.pleaseLookAgain, { on: t.chooseTodayEarlierDate })
  const sentOn = dayIn(submittedAt, actor.zone)
  const due = facts.dueOn ?? dueOn(sentOn, group.rule.answerMonths)
  if (due < sentOn) throw new Invalid(refusals.pleaseLookAgain, { dueOn: t.chooseDateAfterDaySending })
  const version = await keepVersion(tx, actor, brief)
  const { toName, how, note } = facts
  const { id: submissionId } = await tx
    .insertInto('submission')
    .values({
      ...{ briefId: id, versionId: version.id, groupId: brief.groupId, toName, how, note },
      submittedBy: actor.personId,
      submittedAt,
      dueOn: due,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (guests.length > 0)
    await tx
      .insertInto('submissionGuest')
      .values(guests.map((guest) => ({ submissionId, personId: guest.id })))
      .execute()
  await tx
    .insertInto('submissionItem')
    .values(requestIds.map((requestId, i) => ({ submissionId, requestId, position: i + 1, dueOn: due })))
    .execute()
  await record(tx, actor, {
    action: 'brief.submitted',
    subject: `submission:${submissionId}`,
    groupId: brief.groupId,
    details: { briefId: id, version: version.number, requests: requestIds.length, guests: guests.length },
  })
  // What is promised or delivered already stays so; an answer is asked for anew.
  for (const { requestId, stage } of brief.requests)
    if (stage === 'gathering' || stage === 'ready' || stage === 'answered') await setStage(tx, actor, requestId, 'submitted')
  if (guests.length > 0) await enqueue(tx, 'vendor.handedOver', { submissionId })
  return submissionId
}

/**
 * Takes back what was handed over: nothing of it waits any more, and the vendor's guests do not see it. Answers that came stay.
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
  await tx.updateTable('submission').set({ withdrawnAt: actor.at }).where('id', '=', submissionId).execute()
  const waiting = await tx
    .selectFrom('submissionItem')
    .innerJoin('sharedRequest as request', 'request.id', 'submissionItem.requestId')
    .select(['request.id'])
    .select(sql<boolean>`exists (select from answer a where a.request_id = request.id)`.as('answered'))
    .where('submissionItem.submissionId', '=', submissionId)
    .where('request.stage', '=', 'submitted')
    .execute()
  for (const { id, answered } of waiting) await setStage(tx, actor, id, answered ? 'answered' : 'ready')
  await record(tx, actor, { action: 'brief.takenBack', subject: `submission:${submissionId}`, groupId: submission.groupId })
}

/** Closes a brief: nothing more goes out of it. */
export async function closeBrief(tx: Tx, actor: Actor, id: number): Promise<void> {
  const brief = await openBrief(tx, actor, id)
  if (!brief.mayHandOver) throw new NotAllowed(t.onlyChampionCoordinator3)
  await tx.updateTable('brief').set({ closedAt: actor.at }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'brief.closed', subject: `brief:${id}`, groupId: brief.groupId })
}
