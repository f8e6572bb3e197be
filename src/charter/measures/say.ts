import type { Locale } from '../../lib/ui/format.ts'
import { type Measure, subjectOf } from './rules.ts'
import { measureWords, subjectWords } from './words.ts'

type Words = ReturnType<typeof measureWords>

/** What is looked at, in a sentence; nothing where nobody knows the subject any more. */
export function explainSubject(subject: string, locale: Locale): string {
  const known = subjectOf(subject)
  return known ? subjectWords(locale)[known.name] : ''
}

const said: Record<Measure['kind'], (measure: Measure, words: Words) => string> = {
  cadence: ({ everyN, everyUnit }, words) => words.every({ n: everyN ?? 1, unit: everyUnit ?? 'year' }),
  count: counted,
  attested: counted,
  freshness: ({ everyN, everyUnit }, words) => words.fresh({ n: everyN ?? 1, unit: everyUnit ?? 'year' }),
  share: ({ target }, words) => words.share({ target: target ?? 0 }),
  attendance: ({ target, role }, words) =>
    role === null ? words.attendanceFormal({ target: target ?? 0 }) : words.attendance({ target: target ?? 0, role: words.role({ role }) }),
  seat: ({ target, role }, words) => words.seat({ target: target ?? 1, role: words.role({ role: role ?? '' }) }),
  wait: (_, words) => words.wait,
  // That there is one is what the subject says already.
  existence: ({ target, role }, words) =>
    role === null ? there(target ?? 1, words) : words.thereOf({ target: target ?? 1, role: words.role({ role }) }),
}

const there = (target: number, words: Words): string => (target > 1 ? words.there({ target }) : '')

function counted({ everyN, everyUnit, target }: Measure, words: Words): string {
  const [n, unit] = [everyN ?? 1, everyUnit ?? 'year'] as const
  return target === null ? words.over({ n, unit }) : words.atLeast({ target, n, unit })
}

/**
 * What a measure asks, in sentences: what is looked at, how much of it, and what narrows it down; `series` is its series of meetings, where its
 * reader may know of it.
 */
export function sayMeasure(measure: Measure & { series?: string | null; seriesHidden?: boolean }, locale: Locale): string {
  const words = measureWords(locale)
  const parts = [
    explainSubject(measure.subject, locale),
    said[measure.kind](measure, words),
    measure.series ? words.ofSeries({ title: measure.series }) : measure.seriesHidden && words.ofPrivateSeries,
    measure.graceDays > 0 && words.grace({ days: measure.graceDays }),
  ]
  return parts.filter(Boolean).join(' ')
}
