import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, insertOne, insertRow, listRows, orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import { foldAddress } from '../../lib/fold.ts'
import { pluck } from '../../lib/pluck.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { Hosts } from '../../policy.ts'
import { arrangeFor, requireHosts, syncInvitations } from '../core/actions.ts'
import { findFreeSlug, hostIds, hostRows } from '../core/queries.ts'
import { addInvitees, carryInvitees, revokeInvitee } from '../invitees-actions.ts'
import { listTable } from '../invitees-queries.ts'
import type { Whom } from '../invitees-rules.ts'
import { getPoll, listPollReminders, listUnaskedOf } from './queries.ts'

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
  /** Who is asked besides the hosts. */
  whom?: Whom
  guestsSeeNames?: boolean
  /** The meeting that comes of it is shown to everybody. */
  public?: boolean
}

/** Begins a date poll and asks everybody at the table, and who is invited besides. */
export async function startPoll(tx: Tx, actor: Actor, { hosts, slots, whom, ...poll }: NewPoll): Promise<string> {
  await requireHosts(tx, actor, hosts)
  const later = [...new Set(slots.map(Number))].sort((a, b) => a - b)
  if (later.length < 2) throw new Invalid(refusals.lookAgain, { slots: t.enterLeastTwoTimes })
  if (later.length > 40) throw new Invalid(refusals.lookAgain, { slots: t.enterMost40Times })
  if ((later[0] ?? 0) <= poll.closesAt.getTime()) throw new Invalid(refusals.lookAgain, { closesAt: t.chooseClosingDateBeforeFirst })
  if (poll.closesAt <= actor.at) throw new Invalid(refusals.lookAgain, { closesAt: t.chooseDateFuture })
  const slug = await findFreeSlug(tx, 'datePoll', foldAddress(poll.title, 50) || 'poll')
  const id = await insertOne(tx.insertInto('datePoll'), { ...poll, slug, createdAt: actor.at, createdBy: actor.personId })
  await tx
    .insertInto('datePollHost')
    .values(hostRows(hosts).map((host) => ({ pollId: id, ...host })))
    .execute()
  await tx
    .insertInto('datePollSlot')
    .values(later.map((at) => ({ pollId: id, startsAt: new Date(at) })))
    .execute()
  await record(tx, actor, { action: 'poll.started', subject: `poll:${id}`, groupId: hosts.groupIds[0] })
  if (whom) await addInvitees(tx, actor, { pollId: id }, whom)
  await syncPoll(tx, id, hosts, actor.at)
  return slug
}

/**
 * Makes those who are asked by a poll today's roster of its hosts and who is invited besides. Whose invitation ends has no key to it any more,
 * and their answers do not count. Who is new is asked by a letter once this has committed.
 */
export async function syncPoll(tx: Tx, pollId: number, hosts: Hosts, at: Date): Promise<void> {
  await tx.selectFrom('datePoll').select('id').where('id', '=', pollId).forUpdate().execute()
  const table = await listTable(tx, { pollId }, hosts, at)
  const there = await listRows(tx.selectFrom('datePollInvitation'), { pollId, withdrawnAt: null }, ['id', 'personId', 'guest'])
  const known = new Map(there.map((row) => [row.personId, row]))
  const fresh = table.filter(({ personId }) => !known.has(personId))
  if (fresh.length > 0)
    await tx
      .insertInto('datePollInvitation')
      .values(fresh.map(({ personId, email, guest }) => ({ pollId, personId, email, guest, invitedAt: at })))
      .execute()
  for (const { personId, guest } of table)
    if (known.get(personId)?.guest === !guest)
      await updateOne(tx.updateTable('datePollInvitation'), known.get(personId)?.id ?? 0, { guest })
  const gone = there.filter(({ personId }) => !table.some((one) => one.personId === personId))
  if (gone.length > 0) await tx.updateTable('datePollInvitation').set({ withdrawnAt: at }).where('id', 'in', pluck(gone, 'id')).execute()
  if (fresh.length > 0) await enqueue(tx, 'meetings.askDates', { pollId })
}

async function lockOpen(tx: Tx, actor: Actor, slug: string) {
  await tx.selectFrom('datePoll').select('id').where('slug', '=', slug).forUpdate().execute()
  const found = await getPoll(tx, actor, slug)
  if (!found.poll.mayArrange) throw new NotFound(t.datePollNotFound)
  if (found.poll.closedAt !== null) throw new Conflict(t.aColleagueHasClosedThisPoll)
  return found
}

/** Asks others besides, while the poll is open. */
export async function inviteToPoll(tx: Tx, actor: Actor, slug: string, whom: Whom): Promise<void> {
  const { poll } = await lockOpen(tx, actor, slug)
  const added = await addInvitees(tx, actor, { pollId: poll.id }, whom)
  if (added === 0) throw new Invalid(refusals.lookAgain, { people: t.chooseSomebody })
  await syncPoll(tx, poll.id, hostIds(poll.hosts), actor.at)
  await record(tx, actor, { action: 'poll.invited', subject: `poll:${poll.id}` })
}

/** Asks somebody no more who was invited besides: their link opens nothing from now on. */
export async function uninviteFromPoll(tx: Tx, actor: Actor, slug: string, inviteeId: number): Promise<void> {
  const { poll } = await lockOpen(tx, actor, slug)
  if (!(await revokeInvitee(tx, actor, { pollId: poll.id }, inviteeId))) throw new NotFound(t.datePollNotFound)
  await syncPoll(tx, poll.id, hostIds(poll.hosts), actor.at)
  await record(tx, actor, { action: 'poll.uninvited', subject: `poll:${poll.id}` })
}

/** Sends somebody a new link; the one that they had opens nothing any more. Their answers stay. */
export async function renewPollLink(tx: Tx, actor: Actor, slug: string, invitationId: number): Promise<void> {
  const { poll } = await lockOpen(tx, actor, slug)
  const old = await changeRow(
    tx.updateTable('datePollInvitation').returning(['personId', 'email', 'guest', 'comment']),
    { id: invitationId, pollId: poll.id, withdrawnAt: null },
    { withdrawnAt: actor.at },
  )
  if (!old) throw new NotFound(t.datePollNotFound)
  await insertRow(tx.insertInto('datePollInvitation'), { ...old, pollId: poll.id, invitedAt: actor.at })
  await record(tx, actor, { action: 'poll.renewed', subject: `poll:${poll.id}`, details: { personId: old.personId } })
  await enqueue(tx, 'meetings.askDates', { pollId: poll.id })
}

/**
 * Closes a poll with one of its times: that makes the meeting and invites everybody who was asked.
 * @returns the meeting's address
 * @throws Invalid for a time of another poll, or one that is over
 */
export async function closePoll(tx: Tx, actor: Actor, slug: string, slotId: number): Promise<string> {
  const { poll, slots } = await lockOpen(tx, actor, slug)
  const slot = slots.find(({ id }) => id === slotId)
  if (!slot) throw new Invalid(refusals.lookAgain, { slot: t.chooseOneOfTheTimes })
  if (slot.startsAt <= actor.at) throw new Invalid(refusals.lookAgain, { slot: t.thisTimeIsOver })
  const made = await arrangeFor(tx, actor, {
    title: poll.title,
    hosts: hostIds(poll.hosts),
    startsAt: slot.startsAt,
    endsAt: new Date(slot.startsAt.getTime() + poll.minutes * 60_000),
    zone: poll.zone,
    place: poll.place,
    public: poll.public,
  })
  await carryInvitees(tx, actor, poll.id, made.id)
  await syncInvitations(tx, made.id, actor.at)
  await tx.updateTable('datePoll').set({ closedAt: actor.at, meetingId: made.id }).where('id', '=', poll.id).execute()
  await record(tx, actor, { action: 'poll.closed', subject: `poll:${poll.id}`, details: { meetingId: made.id } })
  return made.slug
}

/** Takes those of a poll whom no letter has asked yet; the letters are written in the same transaction. */
export async function claimUnasked(tx: Tx, pollId: number, at: Date) {
  await tx.selectFrom('datePoll').select('id').where('id', '=', pollId).forUpdate().execute()
  const rows = await listUnaskedOf(tx, pollId, at)
  await mark(tx, rows, { toldAt: at })
  return rows
}

/** Takes those who are to be reminded of a poll now. */
export async function claimPollReminders(tx: Tx, at: Date) {
  const due = await listPollReminders(tx, at)
  await tx
    .selectFrom('datePollInvitation')
    .select('id')
    .where('id', 'in', orNoId(pluck(due, 'id')))
    .orderBy('id')
    .forUpdate()
    .execute()
  const rows = await listPollReminders(tx, at)
  await mark(tx, rows, { remindedAt: at })
  return rows
}

const mark = (tx: Tx, rows: readonly { id: number }[], what: { toldAt: Date } | { remindedAt: Date }) =>
  tx
    .updateTable('datePollInvitation')
    .set(what)
    .where('id', 'in', orNoId(pluck(rows, 'id')))
    .execute()
