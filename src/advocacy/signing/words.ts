import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { lastDayOf } from '../commitments/rules.ts'
import { vendorPageWords } from '../page-words.ts'
import type { ToSign } from './queries.ts'

export const signingWords = wordsOf('advocacy', 'signingLetters')

/** What was said, in a line. */
export function sayThing(locale: Locale, one: ToSign): string {
  const words = signingWords(locale)
  const { classes, forRelease } = vendorPageWords(locale)
  if (one.class !== null)
    return `${classes[one.class]}${one.releaseName ? ` ${forRelease({ release: one.releaseName })}` : ''}: ${one.reason ?? ''}`
  const [points, year] = [one.points ?? 0, one.year ?? 0]
  const due = formatDay({ locale }, lastDayOf({ dueOn: one.dueOn, year }))
  return one.state === 'dropped' ? words.dropped({ points, year, reason: one.note }) : words.promise({ points, year, due })
}
