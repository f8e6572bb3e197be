import { formatNumber, monthNames } from './format.ts'
import { useReader } from './reader.ts'

export interface MonthCount {
  /** 1 to 12 */
  month: number
  count: number
  href: string
}

/** As many as the sheet has: a list of twenty years has hundreds of bars on each page, so that each says no more than its height. */
const heights = 10

/** So many of the newest years stand open. */
const recent = 2

/**
 * An archive by month: how much each had is a bar, and the way to it; months without anything are quiet. Older years are folded to a bar each.
 * @param years newest first
 * @param open one of them that is not folded either
 */
export function MonthIndex({
  label,
  years,
  open,
}: {
  label: string
  years: { year: number; months: MonthCount[] }[]
  open?: number | undefined
}) {
  const { locale } = useReader()
  const [long, narrow] = [monthNames(locale, 'long'), monthNames(locale, 'narrow')]
  const sums = new Map(years.map(({ year, months }) => [year, months.reduce((sum, { count }) => sum + count, 0)]))
  const most = Math.max(...years.flatMap(({ months }) => months.map(({ count }) => count)))
  const mostOfYear = Math.max(...sums.values())
  const bar = (count: number, of: number) => `m${Math.ceil((count / of) * heights)}`
  return (
    <nav class="months" id="by-month" aria-label={label}>
      <p class="meta">{label}</p>
      {years.map(({ year, months }, at) => {
        const counts = new Map(months.map((one) => [one.month, one]))
        const sum = sums.get(year) ?? 0
        return (
          <details open={at < recent || year === open}>
            <summary class={bar(sum, mostOfYear)}>
              {year} <span class="count">{formatNumber(locale, sum)}</span>
            </summary>
            <ol aria-label={String(year)}>
              {narrow.map((letter, index) => {
                const found = counts.get(index + 1)
                return (
                  <li>
                    {found?.count ? (
                      <a
                        class={bar(found.count, most)}
                        href={found.href}
                        aria-label={`${long[index]} ${year}: ${formatNumber(locale, found.count)}`}
                      >
                        {letter}
                      </a>
                    ) : (
                      <span>{letter}</span>
                    )}
                  </li>
                )
              })}
            </ol>
          </details>
        )
      })}
    </nav>
  )
}
