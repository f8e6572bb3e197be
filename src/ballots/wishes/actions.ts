import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound, notAllowedIf, refuse } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { WishReason } from '../../lib/db/schema.ts'
import { oneByOne, sameSince } from '../../lib/db/sent-again.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { getRequest } from '../../requests/queries.ts'
import { getCycle } from '../cycles/queries.ts'
import { indexWish } from '../search-actions.ts'
import { getTriagedWish, getWish, listSubmitters } from './queries.ts'
import { whyNotSubmit, whyNotTriage } from './rules.ts'

const t = textsOf('ballots', 'wishes')

export interface NewWish {
  title: string
  text: string
  area: string
  organisationId?: number
  requestId?: number
}

/**
 * Brings a wish into a cycle, for the institution where one works.
 * @throws NotAllowed outside of the submission
 */
export async function submitWish(tx: Tx, actor: Actor, cycleId: number, { organisationId, ...facts }: NewWish): Promise<number> {
  const cycle = await getCycle(tx, actor, cycleId)
  if (actor.personId === null) throw new NotFound(t.cycleNotFound)
  notAllowedIf(whyNotSubmit(cycle, actor.at))
  const mine = await listSubmitters(tx, actor.personId, actor.at)
  if (mine.length === 0 && !cycle.inGroup) throw new NotAllowed(t.addInstitutionBeforePut)
  const own = organisationId === undefined ? mine[0] : mine.find(({ id }) => id === organisationId)
  if (organisationId !== undefined && !own) refuse('organisationId', t.chooseAnInstitutionWhereYouWork)
  const request = facts.requestId === undefined ? undefined : await checkRequest(tx, actor, cycle.groupId, facts.requestId)
  const wish = { cycleId, ...inWords(facts, request), organisationId: own?.id ?? null, personId: actor.personId }
  // A form that comes again puts nothing forward twice.
  await oneByOne(tx, `wish ${actor.personId} ${cycleId}`)
  const { title, text, area, organisationId: organisation } = wish
  const same = await tx
    .selectFrom('wish')
    .select('id')
    .where((e) => e.and({ cycleId, personId: actor.personId, title, text, area }))
    .where('organisationId', organisation === null ? 'is' : '=', organisation)
    .where('requestId', wish.requestId === undefined ? 'is' : '=', wish.requestId ?? null)
    .where('state', '<>', 'withdrawn')
    .where('submittedAt', '>', sameSince(actor.at))
    .executeTakeFirst()
  if (same) return same.id
  const id = await insertOne(tx.insertInto('wish'), { ...wish, submittedAt: actor.at })
  await indexWish(tx, id)
  await recordOf(tx, actor, 'wish.submitted', { id, groupId: cycle.groupId })
  return id
}

/** What is put forward, in its own words or those of the request that it is: a vote shows them to everybody, so only a public one lends its own. */
function inWords<F extends { title: string; text: string; area: string }>(
  facts: F,
  request: Awaited<ReturnType<typeof checkRequest>> | undefined,
): F {
  const lent = request?.visibility === 'public' ? request : undefined
  const { title, text } = { title: facts.title || lent?.title || '', text: facts.text || lent?.text || '' }
  const why = request === undefined || lent ? t.sayWhatIsPutForward : t.requestIsNotPublic
  if (!title || !text) throw new Invalid(refusals.pleaseLookAgain, { ...(title ? {} : { title: why }), ...(text ? {} : { text: why }) })
  return { ...facts, title, text, area: facts.area || lent?.area || '' }
}

/** A request of the group that the actor may see. @throws Invalid beside its field */
export async function checkRequest(tx: Tx, actor: Actor, groupId: number, requestId: number) {
  const request = await getRequest(tx, actor, requestId).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error
  })
  if (!request || request.groupId !== groupId) return refuse('requestId', t.groupHasNoRequestNumber)
  return request
}

/** Says which request a wish is about, where it named none: its options on the ballots of its cycle are about it, too. Their words stay. */
export async function linkWish(tx: Tx, wishId: number | null, optionId: number, requestId: number): Promise<void> {
  await tx
    .updateTable('ballotOption')
    .set({ requestId })
    .where('requestId', 'is', null)
    .where((e) => (wishId === null ? e('id', '=', optionId) : e('wishId', '=', wishId)))
    .execute()
  if (wishId !== null) await tx.updateTable('wish').set({ requestId }).where('id', '=', wishId).where('requestId', 'is', null).execute()
}

async function lockWish(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('wish').select('id').where('id', '=', id).forUpdate().execute()
  return getWish(tx, actor, id)
}

/** A wish of the triage, for those who decide on it. */
export async function lockForTriage(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('wish').select('id').where('id', '=', id).forUpdate().execute()
  const wish = await getTriagedWish(tx, actor, id)
  notAllowedIf(whyNotTriage(wish.cycle.frozen))
  if (wish.state === 'withdrawn') throw new Conflict(t.authorWithdrewRequestSo)
  return wish
}

export type Decision =
  | { to: 'accept' }
  | { to: 'merge'; into: number; note: string }
  | { to: 'set_aside'; reason: WishReason; note: string }
  | { to: 'back'; note: string }

/**
 * Decides on a wish in the triage. Each decision is told to who submitted it, with its reason; all can be taken back until round one opens.
 * @throws Invalid beside the field
 */
export async function decideWish(tx: Tx, actor: Actor, id: number, decision: Decision): Promise<void> {
  const wish = await lockForTriage(tx, actor, id)
  const cleared = { reason: null, mergedInto: null, note: '', decidedAt: actor.at, decidedBy: actor.personId }
  const merged = await tx.selectFrom('wish').select('id').where('mergedInto', '=', id).execute()
  if (merged.length > 0 && decision.to !== 'accept') throw new Conflict(t.othersWereMergedIntoThisOne)
  if (decision.to === 'set_aside' && decision.note.trim() === '') refuse('note', t.enterReasonAuthorWillRead)
  if (decision.to === 'merge') await checkTarget(tx, wish.cycleId, id, decision.into)
  const after = outcomeOf(decision)
  if (wish.state === after.state && after.state !== 'merged' && after.state !== 'set_aside') return
  await updateOne(tx.updateTable('wish'), id, { ...cleared, ...after })
  const action = decision.to === 'set_aside' ? 'wish.set-aside' : (`wish.${decision.to}` as const)
  await record(tx, actor, { action, subject: `wish:${id}`, groupId: wish.cycle.groupId })
  if (decision.to !== 'back') await enqueue(tx, 'ballots.wishDecided', { wishId: id, at: actor.at.toISOString() })
}

function outcomeOf(decision: Decision) {
  if (decision.to === 'merge') return { state: 'merged' as const, mergedInto: decision.into, note: decision.note }
  if (decision.to === 'set_aside') return { state: 'set_aside' as const, reason: decision.reason, note: decision.note }
  return { state: decision.to === 'accept' ? ('accepted' as const) : ('submitted' as const) }
}

async function checkTarget(tx: Tx, cycleId: number, id: number, target: number): Promise<void> {
  const into = await tx.selectFrom('wish').select(['id', 'cycleId', 'state']).where('id', '=', target).forUpdate().executeTakeFirst()
  if (!into || into.cycleId !== cycleId || into.id === id || (into.state !== 'submitted' && into.state !== 'accepted'))
    refuse('into', t.chooseAWishOfThisCycle)
}

/** Proposes other words for a wish; they hold once who submitted it agrees. */
export async function proposeRewording(tx: Tx, actor: Actor, id: number, proposed: { title: string; text: string; why: string }) {
  const { title, text, why } = proposed
  const wish = await lockForTriage(tx, actor, id)
  const words = { title, text, why, proposedBy: actor.personId, proposedAt: actor.at }
  await updateRows(tx.updateTable('rewording'), { wishId: id, agreed: null }, { agreed: false, answeredAt: actor.at })
  const rewordingId = await insertOne(tx.insertInto('rewording'), { wishId: id, ...words })
  await recordOf(tx, actor, 'wish.reword-proposed', { id, groupId: wish.cycle.groupId })
  if (wish.personId !== null && wish.personId !== actor.personId) await enqueue(tx, 'ballots.rewordAsked', { rewordingId })
  // Nobody is asked about their own words; a wish without a person (an old one) has nobody to ask.
  else await settleRewording(tx, actor, rewordingId, true)
}

async function settleRewording(tx: Tx, actor: Actor, rewordingId: number, agreed: boolean): Promise<void> {
  const row = await tx
    .updateTable('rewording')
    .set({ agreed, answeredAt: actor.at })
    .where('id', '=', rewordingId)
    .where('agreed', 'is', null)
    .returning(['wishId', 'title', 'text'])
    .executeTakeFirstOrThrow(() => new Conflict(t.someoneHasAlreadyAnswered))
  if (!agreed) return
  await updateOne(tx.updateTable('wish'), row.wishId, { title: row.title, text: row.text })
  await indexWish(tx, row.wishId)
}

/** Who submitted a wish agrees to other words, or does not. */
export async function answerRewording(tx: Tx, actor: Actor, wishId: number, rewordingId: number, agreed: boolean): Promise<void> {
  const wish = await lockWish(tx, actor, wishId)
  const asked = wish.rewordings.find((one) => one.id === rewordingId)
  if (!wish.mine || !asked) throw new NotFound(t.proposalNotFound)
  notAllowedIf(whyNotTriage(wish.cycle.frozen))
  await settleRewording(tx, actor, rewordingId, agreed)
  await recordOf(tx, actor, agreed ? 'wish.reworded' : 'wish.reword-declined', { id: wishId, groupId: wish.cycle.groupId })
}

/** Who submitted a wish takes it back, before it is on the ballot. */
export async function withdrawWish(tx: Tx, actor: Actor, id: number): Promise<void> {
  const wish = await lockWish(tx, actor, id)
  if (!wish.mine) throw new NotFound(t.requestNotFound)
  notAllowedIf(whyNotTriage(wish.cycle.frozen))
  const merged = await tx.selectFrom('wish').select('id').where('mergedInto', '=', id).executeTakeFirst()
  if (merged) throw new Conflict(t.otherRequestsWereMergedInto)
  await updateOne(tx.updateTable('wish'), id, { state: 'withdrawn', mergedInto: null, reason: null })
  await indexWish(tx, id)
  await recordOf(tx, actor, 'wish.withdrawn', { id, groupId: wish.cycle.groupId })
}
