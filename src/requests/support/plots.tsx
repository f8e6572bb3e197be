import { Drawn } from '../../lib/ui/figures.tsx'
import { formatNumber, type Locale, monthNames } from '../../lib/ui/format.ts'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('requests', 'support')

/** One bar: all who stand behind it, and those of them who say "must". */
export interface Bar {
  label: string
  total: number
  musts: number
}

const [width, step, thick, longest] = [320, 40, 13, 48]

/** Support by some order, must-haves beside totals; the names stand above the bars, the numbers beside them. */
export function SupportBars({ title, bars }: { title: string; bars: Bar[] }) {
  const { locale } = useReader()
  if (bars.length === 0) return null
  const most = Math.max(1, ...bars.map(({ total }) => total))
  const room = width - 62
  const said = bars.map(({ label, total, musts }) => t.ofThemMustHave({ label, total, musts })).join('; ')
  return (
    <figure class="stack plot-figure">
      <figcaption class="meta">{title}</figcaption>
      <svg class="plot support" viewBox={`0 0 ${width} ${bars.length * step}`} role="img" aria-label={`${title}: ${said}`}>
        <Drawn>
          {bars.map(({ label, total, musts }, at) => {
            const y = at * step + 18
            const all = (total / most) * room
            return (
              <g>
                <text x="0" y={y - 6}>
                  {label.length > longest ? `${label.slice(0, longest - 1)}…` : label}
                </text>
                <rect class="track" x="0" y={y} width={Math.max(2, all)} height={thick} rx="6" />
                {musts > 0 && <rect x="0" y={y} width={Math.max(2, (musts / most) * room)} height={thick} rx="6" fill="currentColor" />}
                <text x={all + 7} y={y + 11}>
                  {formatNumber(locale, total)}
                  {musts > 0 ? ` (${formatNumber(locale, musts)})` : ''}
                </text>
              </g>
            )
          })}
        </Drawn>
      </svg>
    </figure>
  )
}

/** `2026-03` as `Mar 2026`. */
const monthOf = (locale: Locale, month = ''): string =>
  `${monthNames(locale, 'short')[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`

/** How many stood behind it month by month, with the must-haves below. */
export function SupportOverTime({ months }: { months: { month: string; supporters: number; musts: number }[] }) {
  const { locale } = useReader()
  if (months.length < 2) return null
  const [wide, high] = [320, 90]
  const most = Math.max(1, ...months.map(({ supporters }) => supporters))
  const x = (at: number) => 4 + (at / (months.length - 1)) * (wide - 40)
  const y = (value: number) => high - 18 - (value / most) * (high - 32)
  const line = (pick: (one: (typeof months)[number]) => number) =>
    months.map((one, at) => `${x(at).toFixed(1)},${y(pick(one)).toFixed(1)}`).join(' ')
  const [first, last] = [months[0], months.at(-1)]
  return (
    <figure class="stack plot-figure">
      <figcaption class="meta">{t.overTimeMustHaveBelow}</figcaption>
      <svg
        class="plot support"
        viewBox={`0 0 ${wide} ${high}`}
        role="img"
        aria-label={t.overTime({
          from: monthOf(locale, first?.month),
          to: monthOf(locale, last?.month),
          now: last?.supporters ?? 0,
          musts: last?.musts ?? 0,
          most,
        })}
      >
        <Drawn>
          <line class="base" x1="4" x2={wide - 36} y1={high - 18} y2={high - 18} />
          <polyline class="track line" points={line(({ supporters }) => supporters)} fill="none" />
          <polyline class="line" points={line(({ musts }) => musts)} fill="none" stroke="currentColor" />
          <text x="4" y={high - 4}>
            {monthOf(locale, first?.month)}
          </text>
          <text x={wide - 36} y={high - 4} text-anchor="end">
            {monthOf(locale, last?.month)}
          </text>
          <text x={wide - 30} y={y(last?.supporters ?? 0) + 4}>
            {last?.supporters}
          </text>
        </Drawn>
      </svg>
    </figure>
  )
}
