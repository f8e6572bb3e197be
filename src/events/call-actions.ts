import type { Actor } from '../actor.ts'
import { Conflict, conflictIf, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertOne, type Tx, updateOne, upsertRow } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { formatDay } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Actions } from '../signed.ts'
import { todayOf } from '../time.ts'
import { lockEvent, noteChange } from './actions.ts'
import { getProposal, listUntoldDecisions, type Proposal } from './call-queries.ts'
import { type Event, getEvent, getInnerEvent } from './queries.ts'
import { callStateOf, whyNotChange, whyNotDecide, whyNotPlace, whyNotPropose, whyNotWithdraw } from './rules.ts'
import { addEventSession, type SessionFacts, takesPart, tellPlace } from './sessions-actions.ts'

const t = textsOf('events', 'call')

/** What somebody proposes for the strand of an event. */
export interface ProposalFacts {
  title: string
  text: string
  withWhom: string
  minutes: number
}

const note = (tx: Tx, actor: Actor, id: number, action: keyof Actions, details = {}) =>
  record(tx, actor, { action, subject: `event-proposal:${id}`, details })

/**
 * Proposes something for the strand, while the call is open.
 * @returns its number
 * @throws NotFound where the actor is on no list of the event's groups; Conflict while the call is not open
 */
export async function proposeForEvent(tx: Tx, actor: Actor, slug: string, facts: ProposalFacts): Promise<number> {
  const event = await getEvent(tx, actor, slug)
  if (actor.personId === null || !event.mayPropose) throw new NotFound(t.eventNotFound)
  conflictIf(event.cancelledAt ? t.eventCancelled : whyNotPropose(event, todayOf(actor)))
  const id = await insertOne(tx.insertInto('eventProposal'), {
    eventId: event.id,
    personId: actor.personId,
    ...facts,
    proposedAt: actor.at,
    changedAt: actor.at,
  })
  await note(tx, actor, id, 'event-proposal.proposed', { eventId: event.id })
  return id
}

async function lockProposal(tx: Tx, actor: Actor, event: Event, id: number): Promise<Proposal> {
  await tx.selectFrom('eventProposal').select('id').where('id', '=', id).forUpdate().execute()
  return getProposal(tx, actor, event, id)
}

/** A proposal for those who arrange, whoever proposed it. */
const lockAny = (tx: Tx, event: Event, id: number) =>
  tx
    .selectFrom('eventProposal')
    .select(['state', 'toldAt', 'sessionId', 'personId'])
    .where('id', '=', id)
    .where('eventId', '=', event.id)
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(t.proposalNotFound))

async function lockOwn(tx: Tx, actor: Actor, slug: string, id: number) {
  const event = await getEvent(tx, actor, slug)
  const proposal = await lockProposal(tx, actor, event, id)
  if (!proposal.mine) throw new NotFound(t.proposalNotFound)
  return { event, proposal }
}

/** Its author changes a proposal, while the call is open, and once it is accepted: what the programme says of it changes with it. */
export async function changeProposal(tx: Tx, actor: Actor, slug: string, id: number, facts: Partial<ProposalFacts>): Promise<void> {
  const { event, proposal } = await lockOwn(tx, actor, slug, id)
  conflictIf(whyNotChange(proposal, event, todayOf(actor)))
  await updateOne(tx.updateTable('eventProposal'), id, { ...facts, changedAt: actor.at })
  await note(tx, actor, id, 'event-proposal.changed')
  if (proposal.sessionId === null) return
  const { title, text: summary } = facts
  await updateOne(tx.updateTable('eventSession'), proposal.sessionId, { title, summary })
  await noteChange(tx, actor, event, 'event.session-changed', { sessionId: proposal.sessionId })
}

/** Its author withdraws a proposal, until the event. Its place in the programme is free then, and those who arrange hear of it. */
export async function withdrawProposal(tx: Tx, actor: Actor, slug: string, id: number): Promise<void> {
  const { event, proposal } = await lockOwn(tx, actor, slug, id)
  conflictIf(whyNotWithdraw(proposal, event, todayOf(actor)))
  await tx.updateTable('eventProposal').set({ state: 'withdrawn', changedAt: actor.at, sessionId: null }).where('id', '=', id).execute()
  await note(tx, actor, id, 'event-proposal.withdrawn')
  if (proposal.sessionId === null) return
  await tx.deleteFrom('eventSession').where('id', '=', proposal.sessionId).execute()
  await noteChange(tx, actor, event, 'event.session-removed', { sessionId: proposal.sessionId })
  await enqueue(tx, 'events.gap', { proposalId: id })
}

/**
 * Somebody of the group says what they think of a proposal; they may change it until it is decided.
 * @throws NotFound for their own: they do not see what is thought of it either
 */
export async function reviewProposal(
  tx: Tx,
  actor: Actor,
  slug: string,
  id: number,
  { score, comment }: { score: number; comment?: string },
): Promise<void> {
  const event = await getInnerEvent(tx, actor, slug)
  const proposal = await lockProposal(tx, actor, event, id)
  if (proposal.mine || actor.personId === null) throw new NotFound(t.proposalNotFound)
  if (proposal.state !== 'proposed') throw new Conflict(t.someoneHasAlreadyDecided)
  const review = { score, comment, at: actor.at }
  await upsertRow(tx.insertInto('eventReview'), { proposalId: id, personId: actor.personId }, review)
  await note(tx, actor, id, 'event-proposal.reviewed', { score })
}

/**
 * Those who arrange decide about a proposal. Its author hears of it when all are told; until then it can be changed. Who waits on the list
 * hears of another decision at once.
 * @returns whether they are told now
 * @throws Conflict while the call is open, where its author knows, or has withdrawn it
 */
export async function decideProposal(
  tx: Tx,
  actor: Actor,
  slug: string,
  id: number,
  { to, reason }: { to: 'accepted' | 'waiting' | 'declined'; reason: string },
): Promise<boolean> {
  const event = await lockEvent(tx, actor, slug)
  const row = await lockAny(tx, event, id)
  if (row.personId === actor.personId) throw new Conflict(t.onlyColleagueCanDecideOwn)
  conflictIf(whyNotDecide(row, to))
  if (callStateOf(event, todayOf(actor)) === 'open')
    throw new Conflict(t.theCallIsOpenUntilDecide({ day: formatDay({ locale: languageNow() }, event.callClosesOn ?? todayOf(actor)) }))
  await updateOne(tx.updateTable('eventProposal'), id, { state: to, reason, decidedAt: actor.at, decidedBy: actor.personId })
  await note(tx, actor, id, `event-proposal.${to}`)
  if (row.toldAt === null) return false
  if (to === 'accepted') await takesPart(tx, event.id, row.personId)
  await note(tx, actor, id, 'event-proposal.told')
  await enqueue(tx, 'events.decided', { proposalId: id })
  return true
}

/**
 * Gives an accepted proposal its place in the programme: it becomes a session in which its author speaks, and they are told.
 * @returns the session's number
 * @throws Conflict where it is not accepted, nobody has told them, or it has its place; Invalid at the field
 */
export async function placeProposal(tx: Tx, actor: Actor, slug: string, id: number, facts: SessionFacts): Promise<number> {
  const event = await lockEvent(tx, actor, slug)
  const row = await lockAny(tx, event, id)
  conflictIf(whyNotPlace(row))
  const sessionId = await addEventSession(tx, actor, slug, facts)
  await tx.insertInto('eventSessionSpeaker').values({ sessionId, personId: row.personId }).execute()
  await tx.updateTable('eventProposal').set({ sessionId }).where('id', '=', id).execute()
  await note(tx, actor, id, 'event-proposal.placed', { sessionId })
  await tellPlace(tx, sessionId)
  return sessionId
}

/** Tells everybody whose proposal is decided, at once. @returns how many */
export async function tellDecisions(tx: Tx, actor: Actor, slug: string): Promise<number> {
  const event = await lockEvent(tx, actor, slug)
  const untold = await listUntoldDecisions(tx, event.id)
  if (untold.length === 0) throw new Conflict(t.noDecisionsSendDecide)
  await tx.updateTable('eventProposal').set({ toldAt: actor.at }).where('id', 'in', pluck(untold, 'id')).execute()
  for (const { id, state, personId } of untold) {
    if (state === 'accepted') await takesPart(tx, event.id, personId)
    await note(tx, actor, id, 'event-proposal.told')
    await enqueue(tx, 'events.decided', { proposalId: id })
  }
  return untold.length
}
