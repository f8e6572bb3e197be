import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { guessZone } from '../../people/actions.ts'
import { type Hosts, mayArrange } from '../../policy.ts'
import { arrangeMeeting } from '../actions.ts'
import { findFreeSlug, hostIds } from '../core/queries.ts'
import { getPoll } from './queries.ts'

const t = textsOf('meetings', 'polls')

/** A date poll as it is begun. */
export interface NewPoll {
  title: string
  hosts: Hosts
  zone: string
  minutes: number
  place: string
  note: string
  closesAt: Date
  slots: Date[]
}

/** Begins a date poll and asks everybody at the table. */
export async function startPoll(tx: Tx, actor: Actor, { hosts, slots, ...poll }: NewPoll): Promise<string> {
  if (hosts.groupIds.length + hosts.communityIds.length === 0) throw new Invalid(refusals.lookAgain, { hosts: t.chooseLeastOneGroup })
  if (!mayArrange(actor, hosts)) throw new NotFound(refusals.thereIsNoSuchGroup)
  const later = [...new Set(slots.map(Number))].sort((a, b) => a - b)
  if (later.length < 2) throw new Invalid(refusals.lookAgain, { slots: t.enterLeastTwoTimes })
  if (later.length > 40) throw new Invalid(refusals.lookAgain, { slots: t.enterMost40Times })
  if ((later[0] ?? 0) <= poll.closesAt.getTime()) throw new Invalid(refusals.lookAgain, { closesAt: t.chooseClosingDateBeforeFirst })
  if (poll.closesAt <= actor.at) throw new Invalid(refusals.lookAgain, { closesAt: t.chooseDateFuture })
  const wished =
    poll.title
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 50) || 'poll'
  const slug = await findFreeSlug(tx, 'datePoll', wished)
  const { id } = await tx
    .insertInto('datePoll')
    .values({ ...poll, slug, createdAt: actor.at, createdBy: actor.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('datePollHost')
    .values([
      ...hosts.groupIds.map((groupId) => ({ pollId: id, groupId, communityId: null })),
      ...hosts.communityIds.map((communityId) => ({ pollId: id, groupId: null, communityId })),
    ])
    .execute()
  await tx
    .insertInto('datePollSlot')
    .values(later.map((at) => ({ pollId: id, startsAt: new Date(at) })))
    .execute()
  await record(tx, actor, { action: 'poll.started', subject: `poll:${id}`, groupId: hosts.groupIds[0] })
  await enqueue(tx, 'meetings.askDates', { pollId: id })
  return slug
}

/**
 * Somebody says when they can; they may say it anew until the poll closes.
 * @param zone what their browser says of its time zone
 */
export async function answerPoll(
  tx: Tx,
  actor: Actor,
  slug: string,
  answers: Map<number, 'yes' | 'maybe' | 'no'>,
  zone?: string,
): Promise<void> {
  const { poll, slots } = await getPoll(tx, actor, slug)
  if (actor.personId === null) throw new NotFound(t.datePollNotFound)
  if (poll.closedAt !== null || poll.closesAt <= actor.at) throw new Conflict(t.thisPollIsClosed)
  const personId = actor.personId
  for (const { id } of slots) {
    const answer = answers.get(id) ?? 'no'
    await tx
      .insertInto('datePollAnswer')
      .values({ slotId: id, personId, answer, at: actor.at })
      .onConflict((conflict) => conflict.columns(['slotId', 'personId']).doUpdateSet({ answer, at: actor.at }))
      .execute()
  }
  // An administrator who acts as somebody sits elsewhere.
  if (actor.behind === undefined) await guessZone(tx, actor, personId, zone)
  await record(tx, actor, { action: 'poll.answered', subject: `poll:${poll.id}` })
}

/**
 * Closes a poll with one of its times: that makes the meeting and invites everybody.
 * @returns the meeting's address
 */
export async function closePoll(tx: Tx, actor: Actor, slug: string, slotId: number): Promise<string> {
  await tx.selectFrom('datePoll').select('id').where('slug', '=', slug).forUpdate().execute()
  const { poll, slots } = await getPoll(tx, actor, slug)
  if (!poll.mayArrange) throw new NotFound(t.datePollNotFound)
  if (poll.closedAt !== null) throw new Conflict(t.aColleagueHasClosedThisPoll)
  const slot = slots.find(({ id }) => id === slotId)
  if (!slot) throw new Invalid(refusals.lookAgain, { slot: t.chooseOneOfTheTimes })
  const made = await arrangeMeeting(tx, actor, {
    title: poll.title,
    hosts: hostIds(poll.hosts),
    startsAt: slot.startsAt,
    endsAt: new Date(slot.startsAt.getTime() + poll.minutes * 60_000),
    zone: poll.zone,
    place: poll.place,
    public: true,
  })
  await tx.updateTable('datePoll').set({ closedAt: actor.at, meetingId: made.id }).where('id', '=', poll.id).execute()
  await record(tx, actor, { action: 'poll.closed', subject: `poll:${poll.id}`, details: { meetingId: made.id } })
  return made.slug
}
