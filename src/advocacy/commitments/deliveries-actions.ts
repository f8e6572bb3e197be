import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, NotAllowed, NotFound, refuse } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { findRow, type Tx, updateOne, upsertRow } from '../../lib/db/rows.ts'
import type { DeliveryVerdict, RequestStage } from '../../lib/db/schema.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { setStage } from '../../requests/actions.ts'
import { todayOf } from '../../time.ts'
import { findRequestOf } from '../core/actions.ts'
import { indexCommitment } from '../search-actions.ts'
import { tell } from './actions.ts'
import { getDelivery } from './queries.ts'
import { getRelease } from './releases-queries.ts'
import { verdictOf } from './rules.ts'

const notes = keptOf('advocacy', 'notes')

const t = textsOf('advocacy', 'commitments')

/**
 * A person says whether a release delivers a request, suggested or not. What it delivers is checked by the group before it counts; what was
 * recorded as delivered by mistake goes with a no.
 * @returns the delivery's id where it does
 */
export async function decideDelivery(
  tx: Tx,
  actor: Actor,
  releaseId: number,
  requestId: number,
  delivers: boolean,
  { quiet = false } = {},
): Promise<number | undefined> {
  const release = await getRelease(tx, actor, releaseId)
  if (!release.leads) throw new NotFound(t.releaseNotFound)
  const { groupId } = release
  const request = await findRequestOf(tx, groupId, requestId, { lock: true })
  if (!request) return refuse('requestId', t.thereIsNoRequest({ requestId }))
  await tx
    .updateTable('releaseSuggestion')
    .set({ state: delivers ? 'delivers' : 'no', decidedBy: actor.personId, decidedAt: actor.at })
    .where('releaseId', '=', releaseId)
    .where('requestId', '=', requestId)
    .execute()
  if (!delivers) return removeDelivery(tx, actor, { groupId, releaseId, request })
  if (request.stage === 'merged') refuse('requestId', t.requestMergedUseRequest({ rootId: request.rootId }))
  const commitment = await findRow(tx.selectFrom('commitment'), { requestId, state: 'committed' }, ['id'])
  // Of several that came, each knows where the request stood before the first of them.
  const stageBefore =
    request.stage === 'delivered'
      ? tx.selectFrom('deliveryClaim as d').select('d.stageBefore').where('d.requestId', '=', requestId).orderBy('d.id', 'desc').limit(1)
      : request.stage
  const said = { saidBy: actor.personId, saidAt: actor.at }
  const made = await tx
    .insertInto('deliveryClaim')
    .values({ groupId, requestId, releaseId, commitmentId: commitment?.id ?? null, stageBefore, ...said })
    .onConflict((conflict) => conflict.columns(['requestId', 'releaseId']).doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.deliveryAlreadyRecorded))
  await recordOf(tx, actor, 'delivery.claimed', { id: made.id, groupId }, { requestId, releaseId })
  await setStage(tx, actor, requestId, 'delivered')
  await tell(tx, actor, 'delivery', { groupId, requestId, subjectId: made.id, quiet })
  return made.id
}

/**
 * A delivery that was recorded by mistake goes, and the request stands where it stood.
 * @throws Conflict once it is told, drafted to be told, tried or checked: what was said is put right by the check, which is told as well
 */
async function removeDelivery(
  tx: Tx,
  actor: Actor,
  { groupId, releaseId, request }: { groupId: number; releaseId: number; request: { id: number; stage: string } },
): Promise<undefined> {
  const claimed = await findRow(tx.selectFrom('deliveryClaim').forUpdate(), { releaseId, requestId: request.id }, [
    'id',
    'closedAt',
    'stageBefore',
  ])
  if (!claimed) return
  if (claimed.closedAt) throw new Conflict(t.deliveryCheckedAlready)
  const tried = await tx.selectFrom('acceptance').select('caseId').where('deliveryId', '=', claimed.id).limit(1).executeTakeFirst()
  if (tried) throw new Conflict(t.deliveryTriedAlready)
  await removeNews(tx, claimed.id)
  await tx.deleteFrom('deliveryClaim').where('id', '=', claimed.id).execute()
  await recordOf(tx, actor, 'delivery.removed', { id: claimed.id, groupId }, { requestId: request.id, releaseId })
  if (request.stage === 'delivered') await setStage(tx, actor, request.id, await stageWithout(tx, request.id, claimed.stageBefore))
}

/**
 * That something was delivered is no news any more.
 * @throws Conflict where people know it, or a draft says it
 */
async function removeNews(tx: Tx, deliveryId: number): Promise<void> {
  const news = await findRow(tx.selectFrom('tellingEvent').forUpdate(), { kind: 'delivery', subjectId: deliveryId }, ['id', 'toldAt'])
  if (!news) return
  // Read once it is locked: from then on nobody is told and no draft is made of it. People are noted one by one, before the event is told.
  const posts = tx.selectFrom('tellingPostEvent').innerJoin('tellingPost as post', 'post.id', 'tellingPostEvent.postId')
  const [person, post] = [
    await tx.selectFrom('told').select('personId').where('eventId', '=', news.id).limit(1).executeTakeFirst(),
    await posts
      .select('post.sentAt')
      .where('eventId', '=', news.id)
      .where('post.droppedAt', 'is', null)
      .orderBy('post.sentAt')
      .limit(1)
      .executeTakeFirst(),
  ]
  if (news.toldAt || person || post?.sentAt) throw new Conflict(t.deliveryToldAlready)
  if (post) throw new Conflict(t.deliveryDrafted)
  await tx.deleteFrom('tellingPostEvent').where('eventId', '=', news.id).execute()
  await tx.deleteFrom('tellingEvent').where('id', '=', news.id).execute()
}

/** Where a request stands without a delivery: by what was checked, promised, answered and sent of it, else as before it was delivered. */
async function stageWithout(tx: Tx, requestId: number, before: RequestStage | null): Promise<RequestStage> {
  const { rows } = await sql<{ stage: RequestStage }>`select case
    when exists (select from delivery_claim d where d.request_id = ${requestId} and d.closed_at is null) then 'delivered'
    when (select d.verdict from delivery_claim d where d.request_id = ${requestId} and d.closed_at is not null
      order by d.closed_at desc, d.id desc limit 1) = 'full' then 'accepted'
    when ${before}::request_stage = 'accepted' then 'accepted'
    when exists (select from commitment c where c.request_id = ${requestId} and c.state = 'committed') then 'committed'
    when ${before}::request_stage = 'set_aside' then 'set_aside'
    when exists (select from submission_item i join submission s on s.id = i.submission_id where i.request_id = ${requestId} and s.withdrawn_at is null
      and s.submitted_at > all (select a.given_at from answer a where a.request_id = ${requestId})) then 'submitted'
    when exists (select from answer a where a.request_id = ${requestId}) then 'answered'
    else ${before === 'gathering' ? before : 'ready'} end as stage`.execute(tx)
  return rows[0]?.stage ?? 'ready'
}

async function openDelivery(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('deliveryClaim').select('id').where('id', '=', id).forUpdate().execute()
  const delivery = await getDelivery(tx, actor, id)
  if (!delivery.inGroup) throw new NotFound(t.deliveryNotFound)
  if (delivery.closedAt) throw new Conflict(t.checkAlreadyFinished)
  return delivery
}

/** Somebody of the group has tried a user case with what was delivered. What does not work needs a word. */
export async function checkCase(tx: Tx, actor: Actor, id: number, caseId: number, found: { verdict: DeliveryVerdict; note: string }) {
  const { verdict, note } = found
  const delivery = await openDelivery(tx, actor, id)
  if (!delivery.checks.some((one) => one.caseId === caseId)) throw new NotFound(t.userCaseDoesNotBelong)
  if (verdict !== 'full' && note.trim() === '') refuse('note', t.sayWhatDoesNotWork)
  const values = { verdict, note, testerId: actor.personId, at: actor.at }
  await upsertRow(tx.insertInto('acceptance'), { deliveryId: id, caseId }, values)
  await recordOf(tx, actor, 'delivery.checked', { id, groupId: delivery.groupId }, { caseId, verdict })
}

/**
 * Closes the check: works in full, the request is done and the commitment kept; else the rest reopens.
 * @param byHand the verdict where the request has no user case to try
 * @throws NotAllowed while a user case is not checked
 */
export async function closeDelivery(
  tx: Tx,
  actor: Actor,
  id: number,
  { byHand, note = '', quiet = false }: { byHand?: DeliveryVerdict; note?: string; quiet?: boolean } = {},
): Promise<DeliveryVerdict> {
  // The request first: where it stands hangs on its other deliveries, too.
  const seen = await getDelivery(tx, actor, id)
  await findRequestOf(tx, seen.groupId, seen.requestId, { lock: true })
  const delivery = await openDelivery(tx, actor, id)
  const { groupId, requestId, checks, commitmentId } = delivery
  if (checks.length === 0 && byHand === undefined) refuse('verdict', t.chooseIfDeliveryWorksThere)
  const verdict = checks.length === 0 ? byHand : verdictOf(checks.map((one) => one.verdict))
  if (!verdict) throw new NotAllowed(t.checkEachUserCaseFirstA)
  await updateOne(tx.updateTable('deliveryClaim'), id, { verdict, note, closedBy: actor.personId, closedAt: actor.at })
  await recordOf(tx, actor, 'delivery.closed', { id, groupId }, { requestId, verdict })
  const rest = checks.filter((one) => one.verdict !== 'full').map(({ title }) => `“${title}”`)
  // What was promised or moved to a later year since it was delivered is kept by it as well; what was withdrawn since is not.
  const promised = await tx
    .selectFrom('commitment')
    .select('id')
    .where('requestId', '=', requestId)
    .where('state', '=', 'committed')
    .where((e) => e.or([e('id', '=', commitmentId ?? 0), e('productId', '=', delivery.productId)]))
    .forUpdate()
    .execute()
  if (verdict === 'full') {
    await setStage(tx, actor, requestId, 'accepted')
    for (const one of promised) {
      const settledOn = delivery.onDay ?? todayOf(actor)
      await updateOne(tx.updateTable('commitment'), one.id, { state: 'delivered', settledOn, settledBy: actor.personId })
      await indexCommitment(tx, one.id, actor.at)
    }
  } else {
    const why = notes('openAgain', { release: delivery.release, what: rest.length > 0 ? rest : note })
    // What was done, or set aside, has something open again.
    const before = delivery.stageBefore === 'accepted' || delivery.stageBefore === 'set_aside' ? null : delivery.stageBefore
    await setStage(tx, actor, requestId, await stageWithout(tx, requestId, before), why)
  }
  await tell(tx, actor, 'acceptance', { groupId, requestId, subjectId: id, quiet })
  return verdict
}
