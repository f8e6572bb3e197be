import type { Locale } from '../../lib/ui/format.ts'
import { type Measure, subjectOf } from './rules.ts'
import { measureWords } from './words.ts'

type Words = ReturnType<typeof measureWords>

const said: Record<Measure['kind'], (measure: Measure, words: Words) => string> = {
  cadence: ({ everyN, everyUnit }, words) => words.every({ n: everyN ?? 1, unit: everyUnit ?? 'year' }),
  count: counted,
  attested: counted,
  freshness: ({ everyN, everyUnit }, words) => words.fresh({ n: everyN ?? 1, unit: everyUnit ?? 'year' }),
  share: ({ target }, words) => words.share({ target: target ?? 0 }),
  attendance: ({ target, role }, words) =>
    words.attendance({ target: target ?? 0, who: role === null ? words.formal : words.ofRole({ role: words.role({ role }) }) }),
  seat: ({ target, role }, words) => words.seat({ target: target ?? 1, role: words.role({ role: role ?? '' }) }),
  wait: (_, words) => words.wait,
  existence: ({ target, role }, words) => words.there({ target: target ?? 1, role: role === null ? '' : words.role({ role }) }),
}

function counted({ everyN, everyUnit, target }: Measure, words: Words): string {
  const [n, unit] = [everyN ?? 1, everyUnit ?? 'year'] as const
  return target === null ? words.over({ n, unit }) : words.atLeast({ target, n, unit })
}

/**
 * What a measure asks, in a sentence; `series` is what its series of meetings is called. What its subject is, is explained in English, for who
 * keeps the charter; other languages have its name beside it.
 */
export function sayMeasure(measure: Measure & { series?: string | null }, locale: Locale): string {
  const words = measureWords(locale)
  const parts = [
    locale === 'en' && subjectOf(measure.subject)?.explain,
    said[measure.kind](measure, words),
    measure.series && words.ofSeries({ title: measure.series }),
    measure.graceDays > 0 && words.grace({ days: measure.graceDays }),
  ]
  return parts.filter(Boolean).join(' ')
}
