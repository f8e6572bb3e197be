import { Drawn } from '../../lib/ui/figures.tsx'
import { formatDate, type Place } from '../../lib/ui/format.ts'
import { useReader } from '../../lib/ui/reader.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { Assessed } from './queries.ts'
import { type FindingState, moods } from './rules.ts'

const words = textsOf('charter', 'findings')

type Months = readonly { on: string; state: FindingState | 'before'; n: number }[]

const [step, top, most, dot] = [26, 18, 56, 5]

/** A month in words. */
export const monthName = (place: Place, on: string): string => formatDate({ ...place, zone: 'UTC' }, `${on}T12:00:00Z`, 'month')

const look = (state: FindingState | 'before'): string => (state === 'before' ? 'none' : (moods[state] ?? 'none'))

/**
 * A clause through the months: how much was recorded, and below it what the clause was then. Who hears it is told that by the list below it:
 * month by month it is long.
 */
export function TimelinePlot({ months }: { months: Months }) {
  const reader = useReader()
  const highest = Math.max(0, ...months.map(({ n }) => n))
  // Where nothing was counted there is no room for bars.
  const base = highest > 0 ? top + most : 1
  const counted = months.filter(({ n }) => n > 0).map(({ on, n }) => `${monthName(reader, on)}: ${n}`)
  const label = [words.records.time, ...counted].join('; ')
  return (
    <svg class="plot timeline" viewBox={`0 0 ${months.length * step} ${base + 46}`} role="img" aria-label={label}>
      <Drawn>
        <line class="base" x1={0} x2={months.length * step} y1={base} y2={base} />
        {months.map(({ on, state, n }, i) => {
          const height = n > 0 ? Math.max(4, Math.round((n / highest) * most)) : 0
          const x = i * step
          return (
            <g>
              {n > 0 && <rect class="bar" x={x + 4} y={base - height} width={step - 8} height={height} rx={2} />}
              {n > 0 && (
                <text x={x + step / 2} y={base - height - 5} text-anchor="middle">
                  {n}
                </text>
              )}
              {state === 'not_kept' ? (
                <rect class={look(state)} x={x + step / 2 - dot} y={base + 9} width={dot * 2} height={dot * 2} />
              ) : (
                <circle class={look(state)} cx={x + step / 2} cy={base + 14} r={dot} />
              )}
              {(on.slice(5, 7) === '01' || (i === 0 && Number(on.slice(5, 7)) < 11)) && (
                <text x={x + 2} y={base + 40}>
                  {on.slice(0, 4)}
                </text>
              )}
            </g>
          )
        })}
      </Drawn>
    </svg>
  )
}

/** All clauses at a glance: a mark for each, in their order. */
export function StatesStrip({ clauses }: { clauses: readonly Assessed[] }) {
  const wide = 22
  // A few marks are no larger than many: the width follows their number, up to what the page has.
  const width = Math.max(1, clauses.length) * wide
  return (
    <svg
      class="plot strip"
      width={width}
      viewBox={`0 0 ${width} 34`}
      role="img"
      aria-label={clauses.map(({ clause, state }) => `${clause.number}: ${words.states[state]}`).join('; ')}
    >
      <Drawn>
        {clauses.map(({ clause, state }, i) => (
          <g>
            <rect class={look(state)} x={i * wide + 1} y={0} width={wide - 3} height={16} rx={2} />
            <text x={i * wide + wide / 2 - 1} y={30} text-anchor="middle">
              {clause.number.length > 3 ? '' : clause.number}
            </text>
          </g>
        ))}
      </Drawn>
    </svg>
  )
}
