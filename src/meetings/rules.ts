import { refuse } from '../errors.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { zoneCity } from '../lib/ui/zone-cities.ts'

export { attendanceWords, countNoted, roleWords } from './attendance/rules.ts'

const t = textsOf('meetings', 'times')
const refusals = textsOf('meetings', 'actions')

/** What somebody has answered to an invitation, in words. */
export const answersGiven = textsOf('meetings', 'pages').answers

/** A wall-clock time that a clock change makes doubtful. */
export class DoubtfulTime extends Error {
  /** `gap`: no clock shows it that day; `twice`: two instants bear it. */
  readonly kind: 'gap' | 'twice'
  constructor(kind: 'gap' | 'twice', message: string) {
    super(message)
    this.kind = kind
  }
}

/** `28 March 2027`, in the reader's language, for a sentence. */
function sayDay(day: Temporal.PlainDate): string {
  const locale = languageNow()
  return day.toLocaleString(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/**
 * The instant of a time on the wall in a zone.
 * @param choice which of two instants is meant where the clock shows the time twice
 * @throws DoubtfulTime where the clock never shows it that day, or twice and no choice is given
 * @throws RangeError where day, time or zone are none
 */
export function instantOf(day: string, time: string, zone: string, choice?: 'earlier' | 'later'): Date {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }))
  if (!earlier || !later) throw new RangeError('no time')
  if (earlier.epochMilliseconds !== later.epochMilliseconds) {
    const doubt = { city: zoneCity(zone), day: sayDay(local.toPlainDate()), time }
    if (!earlier.toPlainDateTime().equals(local)) throw new DoubtfulTime('gap', t.gap(doubt))
    if (!choice) throw new DoubtfulTime('twice', t.twice(doubt))
  }
  return new Date((choice === 'later' ? later : earlier).epochMilliseconds)
}

/**
 * The same as it was typed in a form.
 * @throws Invalid beside the field of the time, or beside `which` where one of two is to be chosen
 */
export function typedInstant(field: string, ...typed: Parameters<typeof instantOf>): Date {
  try {
    return instantOf(...typed)
  } catch (error) {
    if (!(error instanceof DoubtfulTime)) throw error
    return refuse(error.kind === 'twice' ? 'which' : field, error.message)
  }
}

/** The instant of a meeting of a series: where clocks skip the hour it is an hour later, where they show it twice it is the first. */
export const seriesInstant = (day: string, time: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds)

const wallTime = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/**
 * By how much the hour on somebody's wall moves from one meeting to the next, though neither moved where they are at home.
 * @returns minutes later (positive) or earlier; 0 where it stays
 */
export function wallShift(before: Date, after: Date, homeZone: string, zone: string): number {
  const minutes = (at: Date, where: string) => {
    const [hour = 0, minute = 0] = wallTime(at, where).split(':').map(Number)
    return hour * 60 + minute
  }
  const turn = (difference: number) => ((((difference + 720) % 1_440) + 1_440) % 1_440) - 720
  return turn(minutes(after, zone) - minutes(before, zone) - (minutes(after, homeZone) - minutes(before, homeZone)))
}

/**
 * The day on which clocks make somebody's hour another, between two meetings that keep theirs where they are at home.
 * @returns YYYY-MM-DD; undefined where their hour stays
 */
export function shiftDay(before: Date, after: Date, homeZone: string, zone: string): string | undefined {
  if (wallShift(before, after, homeZone, zone) === 0) return undefined
  const distance = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(zone).offsetNanoseconds - instant.toZonedDateTimeISO(homeZone).offsetNanoseconds
  const until = Temporal.Instant.fromEpochMilliseconds(after.getTime())
  const wanted = distance(until)
  const changes: Temporal.ZonedDateTime[] = []
  for (const one of [zone, homeZone]) {
    let at = Temporal.Instant.fromEpochMilliseconds(before.getTime()).toZonedDateTimeISO(one).getTimeZoneTransition('next')
    while (at && at.epochMilliseconds <= until.epochMilliseconds) {
      changes.push(at)
      at = at.getTimeZoneTransition('next')
    }
  }
  const last = changes
    .sort((a, b) => b.epochMilliseconds - a.epochMilliseconds)
    .find((at) => distance(at.toInstant()) === wanted && distance(at.toInstant().subtract({ seconds: 1 })) !== wanted)
  return last?.toPlainDate().toString()
}

/** When somebody works, in their zone: `09:00` to `17:00`. */
export interface WorkingDay {
  zone: string
  worksFrom: string
  worksTo: string
}

/** Is it known where somebody is? Of others nothing is reckoned. */
export const hasZone = <P extends { zone: string | null }>(person: P): person is P & { zone: string } => person.zone !== null

const step = 15
const weekend = 5
const night = 6

const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** The burden of one moment: 0 within working hours, a point for each hour outside them up to 5, 6 from midnight to six. */
function burdenAt(at: Temporal.ZonedDateTime, from: number, to: number): number {
  const minute = at.hour * 60 + at.minute
  if (at.hour < 6) return night
  const working = minute >= from && minute < to
  if (at.dayOfWeek > 5) return weekend
  if (working) return 0
  const outside = minute < from ? from - minute : minute - to + step
  return Math.min(5, Math.ceil(outside / 60))
}

/**
 * What a meeting costs one person: points by the hour, to a quarter. 0 within their working hours, more the further outside,
 * most from midnight to six; a weekend costs as much as a late evening.
 */
export function burden(startsAt: Date, endsAt: Date, { zone, worksFrom, worksTo }: WorkingDay): number {
  const [from, to] = [minutesOf(worksFrom), minutesOf(worksTo)]
  let points = 0
  for (let at = startsAt.getTime(); at < endsAt.getTime(); at += step * 60_000)
    points += burdenAt(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone), from, to) * (step / 60)
  return Math.round(points * 100) / 100
}

/** Somebody in the ledger: what the meetings of the last twelve months have cost them. */
export interface LedgerEntry extends WorkingDay {
  personId: number
  points: number
}

/** A time and what it would do to the ledger. */
export interface Proposal {
  startsAt: Date
  /** The largest sum that anybody would then have. */
  largest: number
  total: number
  burdens: { personId: number; points: number }[]
}

/**
 * The times that burden people most fairly: those that keep the largest sum of any person's ledger smallest, then the total.
 * @param candidates the beginnings to choose from
 */
export function proposeTimes(candidates: Date[], minutes: number, ledger: LedgerEntry[], most: number): Proposal[] {
  const weighed = candidates.map((startsAt) => {
    const burdens = ledger.map((entry) => ({
      personId: entry.personId,
      points: burden(startsAt, new Date(startsAt.getTime() + minutes * 60_000), entry),
    }))
    const sums = burdens.map(({ points }, i) => points + (ledger[i]?.points ?? 0))
    return { startsAt, burdens, largest: Math.max(0, ...sums), total: burdens.reduce((sum, { points }) => sum + points, 0) }
  })
  return weighed.sort((a, b) => a.largest - b.largest || a.total - b.total || a.startsAt.getTime() - b.startsAt.getTime()).slice(0, most)
}

/**
 * Times for several meetings that share the burden: each is the fairest after those before it.
 * @param days for each meeting the beginnings to choose from
 */
export function rotate(days: readonly Date[][], minutes: number, ledger: readonly LedgerEntry[]): Proposal[] {
  let sums = ledger.map((entry) => ({ ...entry }))
  return days.flatMap((candidates) => {
    const [best] = proposeTimes(candidates, minutes, sums, 1)
    if (!best) return []
    sums = sums.map((entry, i) => ({ ...entry, points: entry.points + (best.burdens[i]?.points ?? 0) }))
    return [best]
  })
}

/** So many must be there of those expected; 0 where the rule asks for none. */
export const quorumOf = (expected: number, percent: number): number => Math.ceil((expected * percent) / 100)

/**
 * Does everybody read where a meeting is, and so the link by which it is joined: of a public one that says so. A session of Show and Tell tells
 * it to those who register.
 */
export const isPlaceOpen = ({ public: open, placeOpen, kind }: { public: boolean; placeOpen: boolean; kind: string }): boolean =>
  open && placeOpen && kind !== 'show_and_tell'

/**
 * What is kept of the tick that opens the place of a meeting: nothing where the meeting is not public. Else it would count again, unasked, once
 * the meeting is public again.
 */
export const keptOpen = <M extends { public: boolean; placeOpen?: boolean | undefined }>(meeting: M): M & { placeOpen: boolean } => ({
  ...meeting,
  placeOpen: meeting.public && meeting.placeOpen === true,
})

/** Why a meeting is neither changed nor cancelled any more; undefined where it can be. */
export function whyNotPlan({ state, endsAt }: { state: string; endsAt: Date }, now: Date): string | undefined {
  if (state === 'cancelled') return refusals.thisMeetingIsCancelled
  return endsAt <= now ? refusals.thisMeetingIsOver : undefined
}

/** Why a meeting cannot be at that time; undefined where it can. */
export function whyNotTime(startsAt: Date, endsAt: Date): { field: string; problem: string } | undefined {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000
  if (minutes < 5) return { field: 'minutes', problem: t.tooShort }
  if (minutes > 14 * 1_440) return { field: 'minutes', problem: t.tooLong }
  return undefined
}
