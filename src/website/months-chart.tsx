import { Drawn } from '../lib/ui/figures.tsx'
import { monthNames } from '../lib/ui/format.ts'
import { useReader } from '../lib/ui/reader.ts'
import { textsOf } from '../lib/ui/words.ts'

const words = textsOf('website', 'pages').home

const [step, bar, height, foot] = [15, 10, 150, 24]

/** Messages month by month as bars with their years below; read out, it is one sentence. */
export function MonthsChart({ months }: { months: { month: string; messages: number }[] }) {
  const { locale } = useReader()
  const most = Math.max(1, ...months.map(({ messages }) => messages))
  const total = months.reduce((sum, { messages }) => sum + messages, 0)
  const width = months.length * step
  const names = monthNames(locale, 'long')
  const busiest = months.find(({ messages }) => messages === most)
  const told = busiest ? `, ${words.most({ month: `${names[Number(busiest.month.slice(5)) - 1]} ${busiest.month.slice(0, 4)}` })}` : ''
  return (
    <figure class="stack">
      <svg
        class="plot rhythm"
        viewBox={`0 0 ${width} ${height + foot}`}
        role="img"
        aria-label={`${words.told({ total, months: months.length })}${told}`}
      >
        <Drawn>
          {months.map(({ messages }, at) => {
            const tall = messages > 0 ? Math.max(3, Math.round((messages / most) * height)) : 1
            return <rect x={at * step} y={height - tall} width={bar} height={tall} rx={messages > 0 ? 2 : 0} fill="currentColor" />
          })}
          <line class="base" x1="0" x2={width} y1={height + 0.5} y2={height + 0.5} />
          {months.map(({ month }, at) =>
            month.endsWith('-01') ? (
              <text x={at * step} y={height + 18}>
                {month.slice(0, 4)}
              </text>
            ) : null,
          )}
        </Drawn>
      </svg>
      <figcaption class="meta">{words.chart}</figcaption>
    </figure>
  )
}
