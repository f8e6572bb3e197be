import { formatNumber, type Locale } from '../lib/ui/format.ts'

/** "1 hour", "30 minutes", in the reader's language. */
export function lengthOf(locale: Locale, minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const unit = (n: number, name: 'hour' | 'minute') => formatNumber(locale, n, { style: 'unit', unit: name, unitDisplay: 'long' })
  return [...(hours > 0 ? [unit(hours, 'hour')] : []), ...(rest > 0 ? [unit(rest, 'minute')] : [])].join(' ')
}
