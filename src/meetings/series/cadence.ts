import type { Locale } from '../../lib/ui/format.ts'
import { pageWords } from '../page-words.ts'
import type { Cadence } from '../rules.ts'

/** "every 2 months", "alle 2 Monate": as people write it back. */
export function cadenceIn(locale: Locale, { n, unit }: Cadence): string {
  const words = pageWords(locale).series
  return unit === 'week' ? words.weeks({ n }) : words.months({ n })
}
