import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { findRow, insertOne, orNoId, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { MeetingKind } from '../../lib/db/schema.ts'
import { foldAddress } from '../../lib/fold.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type Hosts, mayArrange } from '../../policy.ts'
import { dayIn } from '../../time.ts'
import { checkMinutesList } from '../minutes/lists-actions.ts'
import { keptOpen, seriesInstant } from '../rules.ts'
import { indexMeeting } from '../search-actions.ts'
import { planSeries, type SeriesDays, type SeriesPlan, seriesDays } from '../series/rules.ts'
import { cancelOne, insertMeeting, requireHosts, syncInvitations, tellSoon } from './actions.ts'
import { findFreeSlug, hostIds, hostRows, listComing, listTakenDays } from './queries.ts'

const t = textsOf('meetings', 'actions')
/** What a series is made of. */
export interface NewSeries extends SeriesDays {
  title: string
  hosts: Hosts
  /** On the wall of its zone: `10:00`. */
  startsAt: string
  minutes: number
  zone: string
  place: string
  /** Everybody reads the place of its public meetings. */
  placeOpen?: boolean
  agendaDays: number
  silentDays: number
  quorumPercent: number
  public: boolean
  kind?: MeetingKind
  /** Approved minutes of its meetings are mailed to this list, too. */
  minutesListId?: number | null
}

/** Starts a series and makes its next meetings. */
export async function startSeries(tx: Tx, actor: Actor, { hosts, ...wanted }: NewSeries): Promise<string> {
  const series = keptOpen(wanted)
  await requireHosts(tx, actor, hosts)
  await checkMinutesList(tx, actor, hosts, series.minutesListId)
  await sql`select pg_advisory_xact_lock(7_275)`.execute(tx)
  const slug = await findFreeSlug(tx, 'meetingSeries', foldAddress(series.title, 60) || 'series')
  const uid = `${randomUUID()}@rapport`
  const id = await insertOne(tx.insertInto('meetingSeries'), { ...series, slug, uid, createdAt: actor.at })
  await tx
    .insertInto('seriesHost')
    .values(hostRows(hosts).map((host) => ({ seriesId: id, ...host })))
    .execute()
  await record(tx, actor, { action: 'series.started', subject: `series:${id}` })
  await fillSeries(tx, actor, { id, uid, hosts, ...series })
  return slug
}

/** So far ahead a series has its meetings made: so many, within a year. */
const ahead = { meetings: 6, days: 366 }

/**
 * Makes the meetings of a series that are due to be made.
 * @returns how many
 */
export async function fillSeries(tx: Tx, actor: Actor, series: NewSeries & { id: number; uid?: string | null }): Promise<number> {
  const coming = (await listComing(tx, series.id, actor.at)).length
  const today = dayIn(actor.at, series.zone)
  const until = Temporal.PlainDate.from(today).add({ days: ahead.days }).toString()
  const made = await tx.selectFrom('meeting').select('seriesOn').where('seriesId', '=', series.id).execute()
  const there = new Set(made.map(({ seriesOn }) => seriesOn))
  const days = seriesDays(series, today, until).filter(
    (day) => !there.has(day) && seriesInstant(day, series.startsAt, series.zone) > actor.at,
  )
  const due = days.slice(0, Math.max(0, ahead.meetings - coming))
  for (const seriesOn of due) {
    const startsAt = seriesInstant(seriesOn, series.startsAt, series.zone)
    const { title, hosts, zone, place, placeOpen, quorumPercent, agendaDays, silentDays, kind, minutesListId = null } = series
    const { id } = await insertMeeting(tx, actor, {
      ...{ title, hosts, zone, place, placeOpen, quorumPercent, agendaDays, silentDays, kind, minutesListId, public: series.public },
      ...{ startsAt, endsAt: new Date(startsAt.getTime() + series.minutes * 60_000) },
      ...{ seriesId: series.id, seriesOn, recursAt: series.uid ? startsAt : null },
    })
    await syncInvitations(tx, id, actor.at)
    await record(tx, actor, { action: 'meeting.arranged', subject: `meeting:${id}`, details: { startsAt: startsAt.toISOString() } })
  }
  if (due.length > 0) await tellSoon(tx)
  return due.length
}

/** A meeting of a changed series takes its day. @returns whether calendars show it otherwise now */
async function moveOne(
  tx: Tx,
  actor: Actor,
  { meeting, day, startsAt }: SeriesPlan<Awaited<ReturnType<typeof listComing>>[number]>['moves'][number],
  change: Omit<NewSeries, 'hosts'>,
  recurs: boolean,
): Promise<boolean> {
  const endsAt = new Date(startsAt.getTime() + change.minutes * 60_000)
  const moved = +startsAt !== +meeting.startsAt || +endsAt !== +meeting.endsAt
  const shown = moved || meeting.title !== change.title || meeting.place !== change.place
  const { title, zone, place, placeOpen = false, quorumPercent, agendaDays, silentDays, kind = 'meeting', minutesListId = null } = change
  await updateOne(tx.updateTable('meeting'), meeting.id, {
    ...{ title, zone, place, placeOpen, quorumPercent, agendaDays, silentDays, kind, minutesListId, public: change.public },
    ...{ startsAt, endsAt, seriesOn: day, recursAt: recurs ? seriesInstant(day, change.startsAt, change.zone) : null },
    sequence: meeting.sequence + (moved ? 1 : 0),
    version: meeting.version + (shown ? 1 : 0),
    ...(shown || meeting.placeOpen !== placeOpen ? { changedAt: actor.at } : {}),
  })
  await indexMeeting(tx, meeting.id)
  if (moved)
    await updateRows(tx.updateTable('meetingInvitation'), { meetingId: meeting.id }, { partstat: 'needs-action', answeredAt: null })
  return shown
}

/** Locks a series that the actor arranges. */
async function lockSeries(tx: Tx, actor: Actor, id: number) {
  const before = await findRow(tx.selectFrom('meetingSeries').forUpdate(), { id }, ['minutesListId', 'uid', 'sequence'])
  const hosts = hostIds(await tx.selectFrom('seriesHost').select(['groupId', 'communityId']).where('seriesId', '=', id).execute())
  if (!before || !mayArrange(actor, hosts)) throw new NotFound(t.meetingSeriesNotFound)
  return { before, hosts }
}

/**
 * Changes a series and, with it, its meetings that are to come: each keeps its address and its entry in calendars and moves to the day
 * that takes its place. Everybody gets one mail for the whole change.
 */
export async function changeSeries(tx: Tx, actor: Actor, id: number, wanted: Omit<NewSeries, 'hosts'>): Promise<void> {
  const change = keptOpen(wanted)
  const { before, hosts } = await lockSeries(tx, actor, id)
  if (change.minutesListId !== before.minutesListId) await checkMinutesList(tx, actor, hosts, change.minutesListId)
  const coming = await listComing(tx, id, actor.at)
  const plan = planSeries(change, coming, actor.at, await listTakenDays(tx, id, coming))
  let anyShown = plan.drops.length > 0
  // The days of a series are unique: they are freed before they are given anew.
  await tx
    .updateTable('meeting')
    .set({ seriesOn: null })
    .where('id', 'in', orNoId(coming.map((meeting) => meeting.id)))
    .execute()
  for (const move of plan.moves) if (await moveOne(tx, actor, move, change, before.uid !== null)) anyShown = true
  for (const meeting of plan.drops) await cancelOne(tx, meeting.id, '', actor.at)
  await updateOne(tx.updateTable('meetingSeries'), id, { ...change, sequence: before.sequence + (anyShown ? 1 : 0) })
  await recordOf(tx, actor, 'series.changed', { id }, { moved: plan.moves.length, cancelled: plan.drops.length })
  await fillSeries(tx, actor, { ...change, id, uid: before.uid, hosts })
  await tellSoon(tx)
}

/** Ends a series; its meetings that are to come are cancelled. */
export async function endSeries(tx: Tx, actor: Actor, id: number, reason: string): Promise<void> {
  await lockSeries(tx, actor, id)
  for (const meeting of await listComing(tx, id, actor.at)) await cancelOne(tx, meeting.id, reason, actor.at)
  await tx.updateTable('meetingSeries').set({ endedAt: actor.at }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'series.ended', subject: `series:${id}` })
  await tellSoon(tx)
}
