import type { Actor } from '../actor.ts'
import { Conflict, NotFound, refuse } from '../errors.ts'
import { keepFile, takeUpload } from '../files/actions.ts'
import type { LookedAt } from '../files/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertNew, insertOne, type Tx } from '../lib/db/rows.ts'
import type { SessionRole } from '../lib/db/schema.ts'
import { pluck } from '../lib/pluck.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { lockAddress, lockEvent, noteChange } from './actions.ts'
import { type Event, getEvent } from './queries.ts'
import { whyNotTimes } from './rules.ts'
import { getEventSession, listShowable } from './sessions-queries.ts'

const t = textsOf('events', 'sessions')

/** What a session of an event is made of. */
export interface SessionFacts {
  title: string
  summary: string
  startsAt: Date
  endsAt: Date
  room: string
  presented: boolean
  talkId: number | null
  link: string
}

async function lockOpen(tx: Tx, actor: Actor, slug: string): Promise<Event> {
  const event = await lockEvent(tx, actor, slug)
  if (event.cancelledAt) throw new Conflict(t.thisEventIsCancelled)
  return event
}

type Times = Pick<SessionFacts, 'startsAt' | 'endsAt'>

async function check(tx: Tx, actor: Actor, event: Event, facts: Times & Pick<Partial<SessionFacts>, 'talkId'>): Promise<void> {
  const why = whyNotTimes(facts, event)
  if (why) refuse(...why)
  if (facts.talkId === null || facts.talkId === undefined) return
  const talks = await listShowable(tx, actor, pluck(event.groups, 'id'))
  if (!talks.some(({ id }) => id === facts.talkId)) refuse('talk', refusals.chooseOneOfThoseThatAre)
}

/** Adds a session. @returns its number @throws Invalid at the field where it is outside the days of its event */
export async function addEventSession(tx: Tx, actor: Actor, slug: string, facts: SessionFacts): Promise<number> {
  const event = await lockOpen(tx, actor, slug)
  await check(tx, actor, event, facts)
  const id = await insertOne(tx.insertInto('eventSession'), { eventId: event.id, ...facts })
  await noteChange(tx, actor, event, 'event.session-added', { sessionId: id })
  return id
}

/** Whoever proposed a session hears when it is. */
export async function tellPlace(tx: Tx, sessionId: number, { moved = false } = {}): Promise<void> {
  const proposal = await tx.selectFrom('eventProposal').select('id').where('sessionId', '=', sessionId).executeTakeFirst()
  if (proposal) await enqueue(tx, 'events.placed', { proposalId: proposal.id, moved }, { key: `events.placed:${proposal.id}` })
}

async function lockSession(tx: Tx, actor: Actor, slug: string, id: number): Promise<Event> {
  const event = await lockEvent(tx, actor, slug)
  const session = await tx.selectFrom('eventSession').select('id').where('id', '=', id).where('eventId', '=', event.id).executeTakeFirst()
  if (!session) throw new NotFound(t.sessionNotFound)
  return event
}

/** Changes a session. @throws Invalid at the field */
export async function changeEventSession(
  tx: Tx,
  actor: Actor,
  slug: string,
  id: number,
  facts: Times & Partial<SessionFacts>,
): Promise<void> {
  const event = await lockSession(tx, actor, slug, id)
  await check(tx, actor, event, facts)
  const before = await tx.selectFrom('eventSession').select('startsAt').where('id', '=', id).executeTakeFirstOrThrow()
  await tx.updateTable('eventSession').set(facts).where('id', '=', id).execute()
  await noteChange(tx, actor, event, 'event.session-changed', { sessionId: id })
  if (+before.startsAt !== +facts.startsAt) await tellPlace(tx, id, { moved: true })
}

/** Takes a session out of the programme. What was proposed is on the waiting list then, and its author is told. */
export async function removeEventSession(tx: Tx, actor: Actor, slug: string, id: number): Promise<void> {
  const event = await lockSession(tx, actor, slug, id)
  const proposal = await tx
    .updateTable('eventProposal')
    .set({ state: 'waiting', reason: '', sessionId: null })
    .where('sessionId', '=', id)
    .returning('id')
    .executeTakeFirst()
  await tx.deleteFrom('eventSession').where('id', '=', id).execute()
  if (proposal) await enqueue(tx, 'events.removed', { proposalId: proposal.id })
  await noteChange(tx, actor, event, 'event.session-removed', { sessionId: id })
}

/** Who speaks at an event hears of new days and that it is off, as those do who said that they come. */
export const takesPart = (tx: Tx, eventId: number, personId: number) =>
  insertNew(tx.insertInto('eventParticipation'), { eventId, personId, roles: ['speaker'] })

/** Who speaks: somebody of the site by their address, or a guest by name. */
export interface NewSessionSpeaker {
  name: string
  email: string
  from: string
  role: SessionRole
}

/** Says who speaks in a session, and as what. @throws Invalid at the field */
export async function addSessionSpeaker(tx: Tx, actor: Actor, slug: string, id: number, { name, email, from, role }: NewSessionSpeaker) {
  const event = await lockSession(tx, actor, slug, id)
  const known = email ? await findPersonByEmail(tx, email) : undefined
  if (!known && !name) refuse('name', email ? t.noOneHereUsesEmail : t.sayANameOrTheAddress)
  const added = await tx
    .insertInto('eventSessionSpeaker')
    .values({ sessionId: id, role, ...(known ? { personId: known.id } : { guestName: name, guestFrom: from }) })
    .onConflict((conflict) => conflict.columns(['sessionId', 'personId']).where('personId', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) refuse('email', t.personAlreadySpeaker)
  if (known) await takesPart(tx, event.id, known.id)
  await noteChange(tx, actor, event, 'event.speaker-added', { sessionId: id })
}

/** Takes somebody out of a session. */
export async function removeSessionSpeaker(tx: Tx, actor: Actor, slug: string, id: number, speakerId: number): Promise<void> {
  const event = await lockSession(tx, actor, slug, id)
  await tx
    .deleteFrom('eventSessionSpeaker')
    .where('id', '=', speakerId)
    .where('sessionId', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow(() => new NotFound(t.speakerNotFound))
  await noteChange(tx, actor, event, 'event.speaker-removed', { sessionId: id })
}

/** A session for who brings its slides: those who arrange, and who speaks in it. @throws NotFound for everybody else */
async function lockSlides(tx: Tx, actor: Actor, slug: string, id: number): Promise<Event> {
  await lockAddress(tx, slug)
  const event = await getEvent(tx, actor, slug)
  const session = await getEventSession(tx, actor, event, id)
  if (!event.mayArrange && !session.mine) throw new NotFound(t.sessionNotFound)
  return event
}

/** Slides as they are brought: with the form, or in pieces before it. */
export type Slides = LookedAt | { upload: string }

/** Brings the slides of a session. @throws Invalid at the field where the file cannot be taken */
export async function addSessionFile(tx: Tx, actor: Actor, slug: string, id: number, slides: Slides): Promise<void> {
  const event = await lockSlides(tx, actor, slug, id)
  const { personId, at } = actor
  const fileId = 'upload' in slides ? await takeUpload(tx, actor, slides.upload) : (await keepFile(tx, { ...slides, personId, at })).id
  await tx.insertInto('eventSessionFile').values({ sessionId: id, fileId, personId, addedAt: at }).execute()
  await noteChange(tx, actor, event, 'event.slides-added', { sessionId: id, fileId })
}

/** Takes slides off the page. */
export async function removeSessionFile(tx: Tx, actor: Actor, slug: string, id: number, fileId: number): Promise<void> {
  const event = await lockSlides(tx, actor, slug, id)
  await tx
    .updateTable('eventSessionFile')
    .set({ removedAt: actor.at })
    .where('id', '=', fileId)
    .where('sessionId', '=', id)
    .where('removedAt', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow(() => new NotFound(refusals.thereIsNoSuchFile))
  await noteChange(tx, actor, event, 'event.slides-removed', { sessionId: id })
}
