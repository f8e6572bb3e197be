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

/** An archive by month: how much each had is a bar, and the way to it; months without anything are quiet. */
export function MonthIndex({ label, years }: { label: string; years: { year: number; months: MonthCount[] }[] }) {
  const { locale } = useReader()
  const [long, narrow] = [monthNames(locale, 'long'), monthNames(locale, 'narrow')]
  const most = Math.max(...years.flatMap(({ months }) => months.map(({ count }) => count)))
  return (
    <nav class="months" aria-label={label}>
      <p class="meta">{label}</p>
      {years.map(({ year, months }) => {
        const counts = new Map(months.map((one) => [one.month, one]))
        return (
          <section>
            <h2>
              {year}{' '}
              <span class="count">
                {formatNumber(
                  locale,
                  months.reduce((sum, { count }) => sum + count, 0),
                )}
              </span>
            </h2>
            <ol aria-label={String(year)}>
              {narrow.map((letter, index) => {
                const found = counts.get(index + 1)
                return (
                  <li>
                    {found?.count ? (
                      <a
                        class={`m${Math.ceil((found.count / most) * heights)}`}
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
          </section>
        )
      })}
    </nav>
  )
}
