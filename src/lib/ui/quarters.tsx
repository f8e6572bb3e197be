import { Drawn } from './figures.tsx'
import { monthNames } from './format.ts'
import { useReader } from './reader.ts'

const [step, scale, top] = [64, 60, 22]

/** The months of a quarter like `2026 Q3`, as its reader's language has them: Jul–Sep. */
export function monthsOf(quarter: string, locale: Parameters<typeof monthNames>[0]): string {
  const names = monthNames(locale, 'short')
  const first = (Number(quarter.slice(6)) - 1) * 3
  return [names[first], names[first + 2]].map((name) => name?.replace('.', '')).join('–')
}

/**
 * Two counts for each quarter: one up, one down from the same line; read out it is the sentence.
 * @param items by quarter, like `2026 Q3`; the year stands below the first that is shown of it
 */
export function Quarters({ label, items }: { label: string; items: { name: string; up: number; down: number }[] }) {
  const { locale } = useReader()
  const most = Math.max(1, ...items.flatMap(({ up, down }) => [up, down]))
  const tall = (value: number) => Math.round((value / most) * scale)
  const line = top + tall(Math.max(0, ...items.map(({ up }) => up)))
  const floor = line + tall(Math.max(0, ...items.map(({ down }) => down))) + top
  const width = Math.max(320, items.length * step)
  return (
    <svg class="plot quarters" width={width} viewBox={`0 0 ${width} ${floor + 48}`} role="img" aria-label={label}>
      <Drawn>
        <line class="base" x1={0} x2={width} y1={line} y2={line} />
        {items.map(({ name, up, down }, i) => (
          <g>
            <rect x={i * step + 6} y={line - tall(up)} width={30} height={tall(up)} fill="currentColor" opacity={0.65} />
            {up > 0 && (
              <text x={i * step + 21} y={line - tall(up) - 4} text-anchor="middle">
                {up}
              </text>
            )}
            <rect x={i * step + 6} y={line} width={30} height={tall(down)} fill="currentColor" />
            {down > 0 && (
              <text x={i * step + 21} y={line + tall(down) + 16} text-anchor="middle">
                {down}
              </text>
            )}
            <text class="name" x={i * step + 21} y={floor + 16} text-anchor="middle">
              {monthsOf(name, locale)}
            </text>
            {(i === 0 || name.endsWith('Q1')) && (
              <text x={i * step + 21} y={floor + 40} text-anchor="middle">
                {name.slice(0, 4)}
              </text>
            )}
          </g>
        ))}
      </Drawn>
    </svg>
  )
}
