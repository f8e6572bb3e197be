import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Conflict, conflictIf, refuse } from '../errors.ts'
import { filesFound } from '../files/queries.ts'
import { checkHosts } from '../groups/queries.ts'
import { record } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertOne, type Tx, updateOne } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { formatDay } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { hostIds, hostRows } from '../meetings/queries.ts'
import type { Hosts } from '../policy.ts'
import { indexDocuments } from '../search/actions.ts'
import type { Actions } from '../signed.ts'
import { todayOf } from '../time.ts'
import { syncExpected } from './people-actions.ts'
import { type Event, findEvent, findFreeEventSlug, getArrangedEvent } from './queries.ts'
import { slugOf, takenSlugs, whyNotCall, whyNotCancel, whyNotDays, whyNotTimes } from './rules.ts'

const t = textsOf('events', 'actions')

/** What an event is made of. */
export type EventFacts = Pick<
  Event,
  'title' | 'kind' | 'summary' | 'firstOn' | 'lastOn' | 'zone' | 'place' | 'online' | 'website' | 'public' | 'expectsFormal'
>

/** What is changed of one; what is left out stays. */
export type EventChange = Omit<EventFacts, 'summary' | 'place' | 'website' | 'online' | 'public' | 'expectsFormal'> & Partial<EventFacts>

/** Locks an event, if there is one; whose it is, is asked then. */
export const lockAddress = (tx: Tx, slug: string) => tx.selectFrom('event').select('id').where('slug', '=', slug).forUpdate().execute()

/** Locks an event that the actor arranges. */
export async function lockEvent(tx: Tx, actor: Actor, slug: string): Promise<Event> {
  await lockAddress(tx, slug)
  return getArrangedEvent(tx, actor, slug)
}

/** Writes the journal line of a change, brings search up to date and says when it was. */
export async function noteChange(tx: Tx, actor: Actor, event: Pick<Event, 'id' | 'hosts'>, action: keyof Actions, details = {}) {
  const [groupId] = hostIds(event.hosts).groupIds
  await tx.updateTable('event').set({ changedAt: actor.at }).where('id', '=', event.id).execute()
  await record(tx, actor, { action, subject: `event:${event.id}`, groupId, details })
  await indexEvent(tx, event.id)
}

/** Puts an event with its sessions into search; one that is not public for its groups. */
export async function indexEvent(tx: Tx, id: number): Promise<void> {
  const event = await findEvent(tx, id)
  if (!event) return
  const sessions = await tx.selectFrom('eventSession').select(['title', 'summary']).where('eventId', '=', id).orderBy('startsAt').execute()
  const slides = await tx
    .selectFrom('eventSessionFile')
    .innerJoin('eventSession', 'eventSession.id', 'eventSessionFile.sessionId')
    .select('fileId')
    .where('eventSession.eventId', '=', id)
    .where('eventSessionFile.removedAt', 'is', null)
    .execute()
  const group = event.groups[0]
  await indexDocuments(tx, [
    {
      kind: 'event',
      subjectId: id,
      audience: event.public ? 'public' : group ? `group:${group.id}` : 'site',
      ...(group ? { groupId: group.id } : {}),
      at: new Date(`${event.firstOn}T00:00:00Z`),
      author: event.hosts.map(({ name }) => name).join(', '),
      title: event.title,
      body: [event.summary, event.place, ...sessions.flatMap(({ title, summary }) => [title, summary])].filter(Boolean).join('\n\n'),
      markdown: true,
      language: 'en',
      files: await filesFound(tx, pluck(slides, 'fileId')),
    },
  ])
}

function checkFacts(facts: Pick<EventFacts, 'firstOn' | 'lastOn' | 'online' | 'place'>): void {
  const why = whyNotDays(facts)
  if (why) refuse(...why)
  if (!facts.online && !facts.place) refuse('place', t.enterPlaceMarkEventOnline)
}

/**
 * Puts an event into the calendar of groups; holders of formal roles are invited where they are expected.
 * @returns its address
 * @throws Invalid at the field; NotFound where the actor does not arrange for these hosts
 */
export async function addEvent(tx: Tx, actor: Actor, hosts: Hosts, facts: EventFacts): Promise<string> {
  if (hosts.groupIds.length + hosts.communityIds.length === 0) refuse('hosts', t.chooseLeastOneGroup)
  await checkHosts(tx, actor, hosts)
  checkFacts(facts)
  // Two events of one name get their addresses one after the other.
  await sql`select pg_advisory_xact_lock(7_281)`.execute(tx)
  const slug = await findFreeEventSlug(tx, slugOf(facts.title, facts.firstOn), takenSlugs)
  const id = await insertOne(tx.insertInto('event'), {
    ...facts,
    slug,
    uid: `${randomUUID()}@rapport`,
    createdAt: actor.at,
    createdBy: actor.personId,
    changedAt: actor.at,
  })
  await tx
    .insertInto('eventHost')
    .values(hostRows(hosts).map((host) => ({ eventId: id, ...host })))
    .execute()
  const event = await getArrangedEvent(tx, actor, slug)
  await syncExpected(tx, id)
  await noteChange(tx, actor, event, 'event.added')
  await enqueue(tx, 'events.invite', { eventId: id }, { key: `events.invite.${id}` })
  return slug
}

/**
 * Says anew what an event is. New days must hold all of its sessions; whoever comes is told of them.
 * @throws Invalid at the field
 */
export async function changeEvent(tx: Tx, actor: Actor, slug: string, facts: EventChange): Promise<void> {
  const event = await lockEvent(tx, actor, slug)
  if (event.cancelledAt) throw new Conflict(t.thisEventIsCancelled)
  checkFacts({ ...facts, place: facts.place ?? event.place, online: facts.online ?? event.online })
  const sessions = await tx.selectFrom('eventSession').select(['title', 'startsAt', 'endsAt']).where('eventId', '=', event.id).execute()
  const outside = sessions.find((session) => whyNotTimes(session, facts))
  if (outside) refuse('firstOn', t.sessionOutsideTheseDatesMove({ title: outside.title }))
  if (event.callClosesOn !== null && event.callClosesOn > facts.firstOn)
    refuse('firstOn', t.theCallForProposalsClosesOn({ day: formatDay({ locale: languageNow() }, event.callClosesOn) }))
  const moved = event.firstOn !== facts.firstOn || event.lastOn !== facts.lastOn
  await updateOne(tx.updateTable('event'), event.id, { ...facts, sequence: event.sequence + (moved ? 1 : 0) })
  await syncExpected(tx, event.id)
  await noteChange(tx, actor, event, moved ? 'event.moved' : 'event.changed')
  // Under a key of its own: that an event was moved is told, whatever is changed of it next.
  if (moved) await enqueue(tx, 'events.moved', { eventId: event.id, at: actor.at.toISOString() }, { key: `events.moved.${event.id}` })
  else await enqueue(tx, 'events.invite', { eventId: event.id }, { key: `events.invite.${event.id}` })
}

/** Cancels an event; its page stays and says why, and whoever was to come is told. */
export async function cancelEvent(tx: Tx, actor: Actor, slug: string, reason: string): Promise<void> {
  const event = await lockEvent(tx, actor, slug)
  conflictIf(whyNotCancel(event, todayOf(actor)))
  await updateOne(tx.updateTable('event'), event.id, { cancelledAt: actor.at, cancelledReason: reason, sequence: event.sequence + 1 })
  await noteChange(tx, actor, event, 'event.cancelled')
  await enqueue(tx, 'events.cancelled', { eventId: event.id })
}

/** What a call for proposals says, and when it is open; without days there is none. */
export interface Call {
  callText: string
  callOpensOn: string | null
  callClosesOn: string | null
}

/** Opens a call for proposals of the group's strand, changes it, or takes it back while nothing was proposed. */
export async function setCall(tx: Tx, actor: Actor, slug: string, call: Partial<Call>): Promise<void> {
  const event = await lockEvent(tx, actor, slug)
  if (event.cancelledAt) throw new Conflict(t.thisEventIsCancelled)
  const { callText = event.callText, callOpensOn = event.callOpensOn, callClosesOn = event.callClosesOn } = call
  // A text without its days would be seen by nobody.
  if ((callOpensOn === null) !== (callClosesOn === null) || (callText !== '' && callOpensOn === null))
    refuse(callOpensOn === null ? 'callOpensOn' : 'callClosesOn', t.enterBothDatesCall)
  if (callOpensOn !== null && callClosesOn !== null) {
    const why = whyNotCall(callOpensOn, callClosesOn, event)
    if (why) refuse(...why)
  } else {
    const proposed = await tx.selectFrom('eventProposal').select('id').where('eventId', '=', event.id).limit(1).executeTakeFirst()
    if (proposed) refuse('callOpensOn', t.callAlreadyHasProposalsSo)
  }
  await updateOne(tx.updateTable('event'), event.id, { callText, callOpensOn, callClosesOn })
  await noteChange(tx, actor, event, 'event.call')
}
