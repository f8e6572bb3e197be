import { formatDay, formatNumber, formatShare, type Locale, type Place } from '../../lib/ui/format.ts'
import { dayIn } from '../../time.ts'
import type { Measure } from '../measures/rules.ts'
import { measureWords } from '../measures/words.ts'
import type { Finding } from './rules.ts'
import { findingWords } from './words.ts'

type Words = ReturnType<typeof findingWords>

/** What is looked at, as a heading: with a capital. */
export function subjectName(subject: string, place: Pick<Place, 'locale'>): string {
  const words = findingWords(place.locale).subjects
  const name = words[subject as keyof Words['subjects']] ?? subject
  return name.slice(0, 1).toLocaleUpperCase(place.locale) + name.slice(1)
}

// Their records are called by a name and a role.
const byRole = new Set(['roster', 'past_members'])

/** What a record is called: somebody of a role by the role's name in the language. */
export function recordTitle(subject: string, title: string, locale: Locale): string {
  const at = title.lastIndexOf(', ')
  return byRole.has(subject) && at > 0 ? `${title.slice(0, at)}, ${measureWords(locale).role({ role: title.slice(at + 2) })}` : title
}

const join = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('; ')

function sayNumber(words: Words, { n, of, share, from }: Finding, place: Place): string {
  if (n === undefined) return ''
  const number = (value: number) => formatNumber(place.locale, value)
  if (share !== undefined && of !== undefined) return words.share({ n: number(n), of: number(of), share: number(share) })
  // Where there is more than was asked, the number stands for itself.
  const asked = of !== undefined && n <= of && of > 1 ? number(of) : undefined
  const day = from === undefined ? undefined : formatDay(place, from)
  if (asked === undefined) return day === undefined ? number(n) : words.since({ n: number(n), day })
  return day === undefined ? words.of({ n: number(n), of: asked }) : words.ofSince({ n: number(n), of: asked, day })
}

function sayGoal({ n, of, share, from }: Finding, { target }: Measure, words: Words, place: Place): string | undefined {
  if (share !== undefined && target !== null) return words.goal({ n: formatShare(place.locale, target / 100) })
  const silent = of === undefined || n === undefined || from === undefined || (n <= of && of > 1)
  return silent ? undefined : words.goal({ n: formatNumber(place.locale, of) })
}

function sayDue(measure: Measure, finding: Finding, words: Words, place: Place): string | undefined {
  const { dueOn, state } = finding
  if (dueOn === undefined) return undefined
  const on = formatDay(place, dueOn)
  if (measure.kind === 'seat')
    return state === 'at_risk' && finding.n === finding.of ? words.endsOn({ day: on }) : words.vacantSince({ day: on })
  const past = dueOn < dayIn(place.now, place.zone)
  if (past) return state === 'not_kept' || state === 'at_risk' ? words.overdue({ day: on }) : undefined
  return words.due({ day: on })
}

function sayWait({ n = 0, of = 0, dueOn }: Finding, words: Words, place: Place): string {
  const [some, all] = [formatNumber(place.locale, n), formatNumber(place.locale, of)]
  return dueOn === undefined ? words.inTime({ n: some, of: all }) : words.late({ n: some, day: formatDay(place, dueOn) })
}

function sayRest(measure: Measure, finding: Finding, words: Words, place: Place): string {
  if (finding.state === 'not_measured' && !finding.n) return words.nothing
  if (measure.kind === 'wait') return sayWait(finding, words, place)
  if (measure.kind === 'existence' && finding.n === 1 && finding.of === 1) return words.onRecord
  const newest = measure.kind === 'freshness' && finding.last ? words.newest({ day: formatDay(place, finding.last) }) : undefined
  return join(newest ?? sayNumber(words, finding, place), sayGoal(finding, measure, words, place), sayDue(measure, finding, words, place))
}

/** What a measure finds, in a sentence: the number, since when, and by when the next is due. */
export function sayFinding(measure: Measure, finding: Finding, place: Place): string {
  const words = findingWords(place.locale)
  return words.named({ what: subjectName(measure.subject, place), rest: sayRest(measure, finding, words, place) })
}
