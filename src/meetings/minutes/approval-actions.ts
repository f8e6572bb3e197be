import type { Actor } from '../../actor.ts'
import { Conflict, conflictIf, NotFound } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, findRow, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import { sameSince } from '../../lib/db/sent-again.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { lockArranged } from '../core/actions.ts'
import { getArrangedMeeting, getMeeting, hostIds, listInvitations, type Meeting } from '../core/queries.ts'
import { indexMinutes } from '../search-actions.ts'
import { findApprovedTexts, listCorrections, listItems, listLines } from './queries.ts'
import { attendanceText, attendeesOf, insideText, minutesText, whyNotApprove } from './rules.ts'

const { due } = textsOf('meetings', 'sources')

/** The working group whose history tells of a meeting; undefined where it has none. */
export const groupOf = (meeting: Meeting): number | undefined => hostIds(meeting.hosts).groupIds[0]

const t = textsOf('meetings', 'minutes')
/** The minutes as they stand: for those at the table, for the public, and what of them stays inside. */
async function composeMinutes(tx: Tx, meeting: Pick<Meeting, 'id' | 'quorumPercent'>) {
  const items = (await listItems(tx, { id: meeting.id, atTable: true })).filter(({ state }) => state !== 'proposed' && state !== 'dropped')
  const lines = (await listLines(tx, meeting.id)).map(({ agendaItemId, kind, internal, text, decisionNumber, owner, dueOn }) => ({
    itemId: agendaItemId,
    kind,
    internal,
    text,
    mark:
      kind === 'decision' && decisionNumber !== null
        ? `D-${decisionNumber}`
        : kind === 'action'
          ? [owner, dueOn && due({ day: formatDay({ locale: languageNow() }, dueOn) })].filter(Boolean).join(', ')
          : '',
  }))
  const people = attendeesOf(await listInvitations(tx, meeting.id))
  const whole = (forPublic: boolean) =>
    [attendanceText(people, meeting.quorumPercent, forPublic), minutesText(items, lines, forPublic)].filter(Boolean).join('\n\n')
  return {
    text: whole(false),
    publicText: whole(true),
    inside: insideText(items, lines),
    empty: minutesText(items, lines, false).trim() === '',
  }
}

async function keepMinutes(
  tx: Tx,
  actor: Actor,
  meeting: Pick<Meeting, 'id' | 'quorumPercent'>,
  kind: 'draft' | 'correction' | 'approved',
) {
  const { text, publicText, ...more } = await composeMinutes(tx, meeting)
  const last = await tx
    .selectFrom('minutesVersion')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('meetingId', '=', meeting.id)
    .executeTakeFirst()
  await tx
    .insertInto('minutesVersion')
    .values({ meetingId: meeting.id, n: (last?.n ?? 0) + 1, kind, text, publicText, madeAt: actor.at, madeBy: actor.personId })
    .execute()
  return { text, publicText, ...more }
}

/** Sends the minutes to those who were invited, for corrections. */
export async function circulateMinutes(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const meeting = await lockArranged(tx, actor, slug)
  if (meeting.minutes === 'approved') throw new Conflict(t.theseMinutesAreApprovedAlready)
  const { empty } = await keepMinutes(tx, actor, meeting, 'draft')
  if (empty) throw new Conflict(t.minutesEmptyAddLineFirst)
  await updateOne(tx.updateTable('meeting'), meeting.id, {
    ...{ minutes: 'circulated', circulatedAt: actor.at, listBy: actor.personId },
    // What is written ahead of a meeting does not make it one that has been.
    ...(meeting.startsAt <= actor.at ? { state: 'held' } : {}),
  })
  await record(tx, actor, { action: 'minutes.circulated', subject: `meeting:${meeting.id}`, groupId: groupOf(meeting) })
  await enqueue(tx, 'meetings.minutesOut', { meetingId: meeting.id })
}

/** Somebody who was invited asks for a correction. */
export async function askCorrection(tx: Tx, actor: Actor, slug: string, text: string): Promise<void> {
  // What is approved meanwhile was not asked about: one of the two comes first.
  await tx.selectFrom('meeting').select('id').where('slug', '=', slug).forUpdate().execute()
  const meeting = await getMeeting(tx, actor, slug)
  if (!(meeting.atTable || meeting.invited) || actor.personId === null) throw new NotFound(t.meetingNotFound)
  if (meeting.minutes !== 'circulated') throw new Conflict(t.canAskCorrectionsOnlyWhile)
  // A form that comes again asks for nothing else.
  const asked = { meetingId: meeting.id, personId: actor.personId, text }
  if (await findRow(tx.selectFrom('minutesCorrection').where('at', '>', sameSince(actor.at)), asked, ['id'])) return
  await tx
    .insertInto('minutesCorrection')
    .values({ ...asked, at: actor.at })
    .execute()
  await record(tx, actor, { action: 'minutes.correction', subject: `meeting:${meeting.id}` })
}

/** Takes a correction (the line is changed by hand) or leaves it, with an answer. */
export async function settleCorrection(tx: Tx, actor: Actor, slug: string, id: number, to: 'taken' | 'left', answer: string) {
  const meeting = await getArrangedMeeting(tx, actor, slug)
  const settled = { state: to, answer, settledAt: actor.at, settledBy: actor.personId }
  if ((await updateRows(tx.updateTable('minutesCorrection'), { id, meetingId: meeting.id, state: 'open' }, settled)) === 0)
    throw new Conflict(t.someoneHasAlreadyAnswered)
  await record(tx, actor, { action: `minutes.correction-${to}`, subject: `meeting:${meeting.id}`, details: { correctionId: id } })
  await enqueue(tx, 'meetings.correctionSettled', { correctionId: id })
}

/** Puts approved minutes into the index anew, as they were kept. */
export async function indexApproved(tx: Tx, meetingId: number): Promise<void> {
  const meeting = await tx.selectFrom('meeting').select(['id', 'minutes', 'quorumPercent']).where('id', '=', meetingId).executeTakeFirst()
  if (meeting?.minutes !== 'approved') return
  const kept = await findApprovedTexts(tx, meetingId)
  await indexMinutes(tx, meetingId, { ...(await composeMinutes(tx, meeting)), ...kept })
}

/**
 * Approves minutes: their text is kept as it is and published where the meeting is public.
 * @param how `person:ID`, `meeting:ID` or `silence`
 * @throws Conflict where they are approved already, the meeting has not begun, or a correction waits for an answer
 */
export async function approveMinutes(tx: Tx, actor: Actor, meetingId: number, how: string): Promise<void> {
  const meeting = await tx.selectFrom('meeting').selectAll().where('id', '=', meetingId).forUpdate().executeTakeFirstOrThrow()
  if (meeting.minutes === 'approved') throw new Conflict(t.aColleagueHasApprovedThemAlready)
  conflictIf(whyNotApprove(meeting, actor.at))
  if (meeting.minutes !== 'circulated') throw new Conflict(t.sendMinutesCheckingFirst)
  if ((await listCorrections(tx, meetingId)).some(({ state }) => state === 'open')) throw new Conflict(t.answerOpenCorrectionsFirst)
  const { publicText, text, inside } = await keepMinutes(tx, actor, meeting, 'approved')
  await updateOne(tx.updateTable('meeting'), meetingId, { minutes: 'approved', approvedAt: actor.at, approvedBy: how, state: 'held' })
  const groupId = await indexMinutes(tx, meetingId, { text, publicText, inside })
  await record(tx, actor, { action: 'minutes.approved', subject: `meeting:${meetingId}`, groupId, details: { how } })
  // Who has them from the list gets no letter besides: the list comes first.
  await enqueue(tx, meeting.minutesListId === null ? 'meetings.minutesOut' : 'meetings.minutesToList', { meetingId })
}

/** Approves by the hand of somebody who arranges. */
export async function approveByHand(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const meeting = await getArrangedMeeting(tx, actor, slug)
  await approveMinutes(tx, actor, meeting.id, `person:${actor.personId}`)
}

/** A version of minutes is mailed once. @returns false when it has been */
export async function claimMinutes(tx: Tx, versionId: number, at: Date): Promise<boolean> {
  const claimed = await changeRow(tx.updateTable('minutesVersion').returning('id'), { id: versionId, sentAt: null }, { sentAt: at })
  return claimed !== undefined
}
