import { Drawn } from '../lib/ui/figures.tsx'
import { formatNumber, formatShare, monthNames } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('list', 'health')

const [step, bar, height, foot] = [14, 10, 84, 20]

interface MonthBarsProps {
  title: string
  unit: string
  /** Of months (YYYY-MM), oldest first; `of` makes it a share of that. */
  values: { month: string; value: number; of?: number }[]
  /** People of two months may be the same ones: their mean is told, not their sum. */
  mean?: boolean
}

/** A figure over months, as bars with the years below; read out, it is one sentence. Where nothing was, the number says so alone. */
export function MonthBars({ title, unit, values, mean = false }: MonthBarsProps) {
  const locale = languageNow()
  const shares = values.map(({ value, of }) => (of === undefined ? value : of === 0 ? 0 : Math.round((100 * value) / of)))
  const isShare = values.some(({ of }) => of !== undefined)
  const most = isShare ? 100 : Math.max(1, ...shares)
  const year = values.slice(-12)
  const sum = (pick: (one: (typeof values)[number]) => number) => year.reduce((total, one) => total + pick(one), 0)
  const whole = sum(({ of = 0 }) => of)
  const shown = isShare
    ? whole === 0
      ? '–'
      : formatShare(locale, sum(({ value }) => value) / whole)
    : formatNumber(locale, mean ? Math.round(sum(({ value }) => value) / Math.max(1, year.length)) : sum(({ value }) => value))
  const names = monthNames(locale, 'long')
  const peak = shares.indexOf(Math.max(...shares))
  const month = values[peak]?.month ?? ''
  const caption = (
    <figcaption>
      <b>{title}</b> <span class="meta">{t.in12Months({ shown, isMean: mean })}</span>
    </figcaption>
  )
  if (!shares[peak]) return <figure class="stack">{caption}</figure>
  const told = t.peak({
    month: `${names[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
    value: isShare ? formatShare(locale, shares[peak] / 100) : formatNumber(locale, shares[peak]),
  })
  return (
    <figure class="stack">
      {caption}
      <svg
        class="plot"
        viewBox={`0 0 ${values.length * step} ${height + foot}`}
        role="img"
        aria-label={`${t.plot({ title, unit, months: values.length, shown })} ${told}`}
      >
        <Drawn>
          {shares.map((value, at) => {
            const tall = value > 0 ? Math.max(3, Math.round((value / most) * height)) : 1
            return <rect x={at * step} y={height - tall} width={bar} height={tall} rx={value > 0 ? 2 : 0} fill="currentColor" />
          })}
          <line class="base" x1="0" x2={values.length * step} y1={height + 0.5} y2={height + 0.5} />
          {values.map(({ month: of }, at) =>
            of.endsWith('-01') ? (
              <text x={at * step} y={height + 15}>
                {of.slice(0, 4)}
              </text>
            ) : null,
          )}
        </Drawn>
      </svg>
    </figure>
  )
}
