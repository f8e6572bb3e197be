import type { SpanUnit } from '../../lib/db/schema.ts'
import { type Measure, type SubjectName, subjectOf } from '../measures/rules.ts'

/** What a clause is, as its records say; each a word on the page. */
export type FindingState = 'kept' | 'at_risk' | 'not_kept' | 'waiting' | 'waived' | 'not_measured' | 'too_early'

/** How a state looks beside its word; what says nothing has no colour. */
export const moods: Record<FindingState, 'good' | 'wait' | 'late' | undefined> = {
  kept: 'good',
  at_risk: 'wait',
  not_kept: 'late',
  waiting: 'wait',
  waived: undefined,
  not_measured: undefined,
  too_early: undefined,
}

/** Records that are alike, counted: on one day, with one outcome. Days as YYYY-MM-DD. */
export interface Mark {
  /** When it happened; of what stands, since when. */
  on: string
  n: number
  /** Did it go as it should? Undefined where it only happens. Of a wait: false while the group itself is asked. */
  ok?: boolean
  /** Of what stands: its last day. Of a wait: when it was settled. */
  until?: string
  /** Of a wait: the day by which it is owed. */
  dueOn?: string
}

/** What the records say about one subject. */
export interface Looked {
  marks: readonly Mark[]
  /** The first day of which there is any record of it; before, silence means nothing. */
  since?: string
}

/** What one measure finds on a day. Numbers without a state are never shown, states without numbers say why in words. */
export interface Finding {
  state: FindingState
  n?: number
  of?: number
  /** Of a hundred. */
  share?: number
  /** What was looked at begins on this day. */
  from?: string
  /** The newest record. */
  last?: string
  /** By when the next one is due; where that has passed, since when it is late. */
  dueOn?: string
}

/** The day and the clause that a finding is of. */
export interface Moment {
  today: string
  /** Since when the charter says so. */
  inForceOn: string
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const span = (n: number, unit: SpanUnit): Temporal.DurationLike => ({ [`${unit}s`]: n })

const later = (on: string, n: number, unit: SpanUnit): string => day(on).add(span(n, unit)).toString()
const earlier = (on: string, n: number, unit: SpanUnit): string => day(on).subtract(span(n, unit)).toString()
const max = (a: string, b: string): string => (a > b ? a : b)

const count = (marks: readonly Mark[]): number => marks.reduce((sum, { n }) => sum + n, 0)

const upTo = (marks: readonly Mark[], today: string): Mark[] => marks.filter(({ on }) => on <= today)

const newest = (marks: readonly Mark[]): string | undefined =>
  marks.reduce<string | undefined>((last, { on }) => (last === undefined || on > last ? on : last), undefined)

const standingOn = (marks: readonly Mark[], on: string): Mark[] =>
  marks.filter((one) => one.on <= on && (one.until === undefined || one.until >= on))

// Four of five is near enough to be mended; less is not.
const near = 0.8

/** How often a rhythm would have come round between two days. */
export function countTurns(from: string, to: string, n: number, unit: SpanUnit): number {
  let turns = 0
  while (turns < 1_000 && later(from, n * (turns + 1), unit) <= to) turns++
  return turns
}

function judgeCadence(measure: Measure, { marks, since }: Looked, { today, inForceOn }: Moment): Finding {
  const [n, unit] = [measure.everyN ?? 1, measure.everyUnit ?? 'year']
  const past = upTo(marks, today)
  const last = newest(past)
  if (since === undefined || since > today || last === undefined) return { state: 'not_measured' }
  const begin = max(inForceOn, since)
  // A year, or three turns of a rhythm that hardly comes round in one.
  const year = earlier(today, 1, 'year')
  const start = max(begin, countTurns(year, today, n, unit) >= 2 ? year : earlier(today, 3 * n, unit))
  const of = countTurns(start, today, n, unit)
  const dueOn = later(last, n, unit)
  const late = earlier(today, measure.graceDays, 'day') > dueOn
  if (of === 0 && !late) return { state: 'too_early', last, dueOn, from: start }
  const after = start === begin ? past.filter(({ on }) => on >= start) : past.filter(({ on }) => on > start)
  const slipped = count(past.filter(({ on }) => on > earlier(start, measure.graceDays, 'day')))
  const found = count(after)
  const expected = Math.max(1, of)
  const seen = found >= expected ? found : Math.min(expected, Math.max(found, slipped))
  const base = { n: seen, of: expected, from: start, last, dueOn }
  if (seen >= expected) return { state: late ? 'at_risk' : 'kept', ...base }
  return { state: seen / expected >= near && !late ? 'at_risk' : 'not_kept', ...base }
}

function judgeCount(measure: Measure, { marks, since }: Looked, { today, inForceOn }: Moment): Finding {
  const [n, unit] = [measure.everyN ?? 1, measure.everyUnit ?? 'year']
  const past = upTo(marks, today)
  if (since === undefined || since > today || past.length === 0) return { state: 'not_measured' }
  const from = earlier(today, n, unit)
  const last = newest(past)
  const found = count(past.filter(({ on }) => on > from))
  const { target } = measure
  const base = { n: found, from, last: last ?? from }
  if (target === null) return { state: found > 0 ? 'kept' : 'not_measured', ...base }
  const facts = { ...base, of: target }
  if (found >= target) return { state: 'kept', ...facts }
  if (max(inForceOn, since) > from) return { state: 'too_early', ...facts }
  const graced = count(past.filter(({ on }) => on > earlier(from, measure.graceDays, 'day')))
  return { state: graced >= target || found / target >= near ? 'at_risk' : 'not_kept', ...facts }
}

function judgeFreshness(measure: Measure, { marks }: Looked, { today, inForceOn }: Moment): Finding {
  const [n, unit] = [measure.everyN ?? 1, measure.everyUnit ?? 'year']
  const last = newest(upTo(marks, today))
  if (last === undefined) return { state: 'not_measured' }
  // A clause asks for nothing before it is in force.
  const dueOn = max(later(last, n, unit), later(inForceOn, n, unit))
  if (later(last, n, unit) >= today) return { state: 'kept', last, dueOn: later(last, n, unit) }
  if (dueOn >= today) return { state: 'too_early', last, dueOn }
  return { state: later(dueOn, measure.graceDays, 'day') >= today ? 'at_risk' : 'not_kept', last, dueOn }
}

// Of fewer than this a share says nothing.
const thin = 3

function judgeShare(measure: Measure, { marks }: Looked, { today }: Moment): Finding {
  const stands = subjectOf(measure.subject)?.standing === true
  const from = earlier(today, 1, 'year')
  const seen = (stands ? standingOn(marks, today) : upTo(marks, today).filter(({ on }) => on > from)).filter(({ ok }) => ok !== undefined)
  const of = count(seen)
  if (of === 0) return { state: 'not_measured' }
  const n = count(seen.filter(({ ok }) => ok))
  const share = Math.round((n / of) * 100)
  const base = { n, of, share, ...(stands ? {} : { from }) }
  if (of < (stands ? 1 : thin)) return { state: 'too_early', ...base }
  const target = measure.target ?? 0
  if (share >= target) return { state: 'kept', ...base }
  return { state: share >= target * 0.9 ? 'at_risk' : 'not_kept', ...base }
}

function judgeSeat(measure: Measure, { marks }: Looked, { today }: Moment): Finding {
  const past = upTo(marks, today)
  if (past.length === 0) return { state: 'not_measured' }
  const of = measure.target ?? 1
  const n = count(standingOn(marks, today))
  if (n >= of) {
    const soon = count(standingOn(marks, later(today, 30, 'day')))
    if (soon >= of) return { state: 'kept', n, of }
    const ends = past.flatMap(({ until }) => (until !== undefined && until >= today ? [until] : [])).sort()
    return { state: 'at_risk', n, of, ...(ends[0] ? { dueOn: ends[0] } : {}) }
  }
  const dueOn = past.reduce<string | undefined>(
    (last, { until }) => (until !== undefined && until < today && (last === undefined || until > last) ? until : last),
    undefined,
  )
  const graced = dueOn !== undefined && later(dueOn, measure.graceDays, 'day') >= today
  return { state: graced ? 'at_risk' : 'not_kept', n, of, ...(dueOn ? { dueOn } : {}) }
}

function judgeWait(_: Measure, { marks }: Looked, { today }: Moment): Finding {
  const past = upTo(marks, today)
  if (past.length === 0) return { state: 'not_measured' }
  const open = past.filter(({ until }) => until === undefined || until > today)
  const late = open.filter(({ dueOn }) => dueOn !== undefined && dueOn < today)
  const theirs = late.filter(({ ok }) => ok !== false)
  const base = { n: count(past) - count(open), of: count(past) }
  const oldest = (theirs.length > 0 ? theirs : late).flatMap(({ dueOn }) => dueOn ?? []).sort()[0]
  if (theirs.length > 0) return { state: 'waiting', n: count(theirs), of: count(past), ...(oldest ? { dueOn: oldest } : {}) }
  // The vendor has asked back: it is the group that lets it wait.
  if (late.length > 0) return { state: 'at_risk', n: count(late), of: count(past), ...(oldest ? { dueOn: oldest } : {}) }
  return { state: 'kept', ...base }
}

function judgeExistence(measure: Measure, { marks }: Looked, { today }: Moment): Finding {
  const seen = standingOn(marks, today)
  if (seen.length === 0) return { state: 'not_measured' }
  const of = measure.target ?? 1
  const n = count(seen.filter(({ ok }) => ok !== false))
  return { state: n >= of ? 'kept' : 'not_kept', n, of }
}

const judges: Record<Measure['kind'], (measure: Measure, looked: Looked, moment: Moment) => Finding> = {
  cadence: judgeCadence,
  count: judgeCount,
  attested: judgeCount,
  freshness: judgeFreshness,
  share: judgeShare,
  attendance: judgeShare,
  seat: judgeSeat,
  wait: judgeWait,
  existence: judgeExistence,
}

/**
 * What a measure finds: from the measure, the records and the day alone. Without a record it is not measured, never not kept; where the
 * charter or its records are younger than what it asks for, it is too early to say.
 */
export const judge = (measure: Measure, looked: Looked, moment: Moment): Finding =>
  moment.today < moment.inForceOn ? { state: 'too_early' } : judges[measure.kind](measure, looked, moment)

/** Days on which a clause does not bind, with the reason. */
export interface Waiver {
  fromOn: string
  toOn: string
  reason: string
  endedOn?: string
}

/** The waiver that holds on a day. */
export const waiverOn = <W extends Waiver>(waivers: readonly W[], on: string): W | undefined =>
  waivers.find(({ fromOn, toOn, endedOn }) => fromOn <= on && on <= toOn && (endedOn === undefined || endedOn > on))

const worst: readonly FindingState[] = ['not_kept', 'at_risk', 'waiting', 'kept', 'too_early', 'not_measured']

/** What a clause is: the worst that one of its measures finds, unless it is waived. */
export function judgeClause(findings: readonly Finding[], waived: boolean): FindingState {
  if (waived) return 'waived'
  return worst.find((state) => findings.some((finding) => finding.state === state)) ?? 'not_measured'
}

/** The last days of so many months, the newest first being `today` itself; oldest first. */
export function monthEnds(today: string, months: number): string[] {
  const first = day(today).with({ day: 1 })
  return Array.from({ length: months }, (_, i) => {
    const back = months - 1 - i
    return back === 0
      ? today
      : first
          .subtract({ months: back - 1 })
          .subtract({ days: 1 })
          .toString()
  })
}

/** A span in which a clause had these measures. */
export interface Reign<M extends Measure = Measure> {
  inForceOn: string
  measures: readonly M[]
}

/**
 * A clause through time: what it was at the end of each of the last months, by the charter that was in force then, and how much was
 * recorded in each.
 */
export function timeline<M extends Measure>(
  reigns: readonly Reign<M>[],
  waivers: readonly Waiver[],
  lookedAt: (measure: M) => Looked,
  today: string,
  months: number,
): { on: string; state: FindingState | 'before'; n: number }[] {
  const ends = monthEnds(today, months)
  return ends.map((on) => {
    const reign = reigns.filter(({ inForceOn }) => inForceOn <= on).at(-1)
    if (!reign) return { on, state: 'before', n: 0 }
    const month = on.slice(0, 7)
    // What only stands has no history of having been there.
    const dated = reign.measures.filter(({ kind }) => kind !== 'existence')
    const findings = reign.measures
      .filter(({ kind }) => kind !== 'existence' || on === today)
      .map((measure) => judge(measure, lookedAt(measure), { today: on, inForceOn: reign.inForceOn }))
    const [counted] = dated
    const marks = counted && subjectOf(counted.subject)?.standing !== true ? lookedAt(counted).marks : []
    return {
      on,
      state: judgeClause(findings, waiverOn(waivers, on) !== undefined),
      n: count(marks.filter((mark) => mark.on.startsWith(month) && mark.on <= on)),
    }
  })
}

/** Under which key the records of a measure are looked up: the same records for the same question. */
export function lookupKey(measure: Pick<Measure, 'subject' | 'kind' | 'role' | 'seriesId'>, lineId: number): string {
  const { seriesId } = measure
  return seriesId === null ? keyOf(measure, lineId) : `${keyOf(measure, lineId)}@${seriesId}`
}

function keyOf({ subject, kind, role }: Pick<Measure, 'subject' | 'kind' | 'role'>, lineId: number): string {
  if (subject === 'attested') return `attested:${lineId}`
  if (subject === 'seats' || subject === 'formal_seats' || subject === 'role_address') return `${subject}:${role}`
  if (kind === 'attendance') return `present:${role ?? 'formal'}`
  return subject satisfies string as SubjectName
}

/** What has changed between two months, by the clause's line. */
export const changesBetween = (before: Record<string, string>, now: Record<string, string>): string[] =>
  Object.keys(now).filter((line) => before[line] !== now[line])

/** A state that stayed the same for some months. */
export interface Run {
  state: FindingState | 'before'
  from: string
  to: string
}

/** The months of a timeline as runs of one state, the newest first. */
export function runsOf(months: readonly { on: string; state: FindingState | 'before' }[]): Run[] {
  const runs: Run[] = []
  for (const { on, state } of months) {
    const last = runs.at(-1)
    if (last?.state === state) last.to = on
    else runs.push({ state, from: on, to: on })
  }
  return runs.reverse()
}
