import { formatDay, formatNumber, type Place } from '../../ui/format.ts'
import type { Measure } from '../measures/rules.ts'
import type { Finding } from './rules.ts'
import { findingWords } from './words.ts'

type Words = ReturnType<typeof findingWords>

const subjectWords = (words: Words, subject: string): string => words.subjects[subject as keyof Words['subjects']] ?? subject

const join = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('; ')

function sayNumber(words: Words, what: string, finding: Finding, place: Place): string {
  const { n, of, share, from } = finding
  const number = (value: number) => formatNumber(place.locale, value)
  if (n === undefined) return ''
  if (share !== undefined && of !== undefined) return words.share(number(n), number(of), number(share), what)
  if (of !== undefined && from !== undefined) return words.ofSince(number(n), number(of), what, formatDay(place, from))
  if (of !== undefined) return words.of(number(n), number(of), what)
  return from === undefined ? `${number(n)} ${what}` : words.since(number(n), what, formatDay(place, from))
}

function sayDue(measure: Measure, finding: Finding, words: Words, place: Place): string | undefined {
  const { dueOn, state } = finding
  if (dueOn === undefined) return undefined
  const on = formatDay(place, dueOn)
  if (measure.kind === 'seat') return state === 'at_risk' && finding.n === finding.of ? words.endsOn(on) : words.vacantSince(on)
  const past = dueOn < place.now.toISOString().slice(0, 10)
  return past && (state === 'not_kept' || state === 'at_risk') ? words.overdue(on) : past ? undefined : words.due(on)
}

function sayWait({ n = 0, of = 0, dueOn }: Finding, what: string, words: Words, place: Place): string {
  const [some, all] = [formatNumber(place.locale, n), formatNumber(place.locale, of)]
  return dueOn === undefined ? words.inTime(some, all, what) : words.late(some, what, formatDay(place, dueOn))
}

/** What a measure finds, in a sentence: the number, since when, and by when the next is due. */
export function sayFinding(measure: Measure, finding: Finding, place: Place): string {
  const words = findingWords(place.locale)
  const what = subjectWords(words, measure.subject)
  if (finding.state === 'not_measured' && !finding.n) return words.nothing(what)
  if (measure.kind === 'wait') return sayWait(finding, what, words, place)
  const goal =
    finding.share !== undefined && measure.target !== null ? words.goal(`${formatNumber(place.locale, measure.target)} %`) : undefined
  const newest = measure.kind === 'freshness' && finding.last ? words.newest(what, formatDay(place, finding.last)) : undefined
  return join(newest ?? sayNumber(words, what, finding, place), goal, sayDue(measure, finding, words, place))
}
