import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { chromeWords } from './chrome-words.ts'
import { formatNumber } from './format.ts'
import { useReader } from './reader.ts'

/** What is drawn in a picture that is one sentence to who hears it: some screen readers go on from that to each number on its bars. */
export const Drawn = ({ children }: { children?: Child }) => <g {...{ 'aria-hidden': 'true' }}>{children}</g>

/** A few large numbers, each with the words that make it a fact. */
export function Figures({ items }: { items: { value: number | string; label: Child; href?: string }[] }) {
  const { locale } = useReader()
  return (
    <ul class="figures">
      {items.map(({ value, label, href }) => {
        const shown = <b>{typeof value === 'number' ? formatNumber(locale, value) : value}</b>
        return (
          <li>
            {href ? (
              <a href={href}>
                {shown} <span>{label}</span>
              </a>
            ) : (
              <>
                {shown} <span>{label}</span>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const share = (value: number, of: number) => `${of > 0 ? Math.min(100, Math.max(0, Math.round((value / of) * 1000) / 10)) : 0}%`

/** Amounts side by side, as bars with their numbers; read out it is a list. */
export function Bars(props: { label: string; items: { label: Child; value: number; shown?: Child; href?: string }[]; max?: number }) {
  const { label, items, max } = props
  const { locale } = useReader()
  const most = max ?? Math.max(0, ...items.map((item) => item.value))
  return (
    <ul class="bars" aria-label={label}>
      {items.map((item) => (
        <li>
          <span class="name">{item.href ? <a href={item.href}>{item.label}</a> : item.label}</span>
          <svg aria-hidden="true">
            <rect width={share(item.value, most)} height="100%" rx="2" />
          </svg>
          <span class="value">{item.shown ?? formatNumber(locale, item.value)}</span>
        </li>
      ))}
    </ul>
  )
}

/**
 * A short bar before the words that say its numbers, for a line of a list.
 * @param whole how long it is, of the longest that could stand in the list
 * @param part how much of it is drawn stronger
 */
export const Share = ({ whole, part, of, children }: { whole: number; part: number; of: number; children?: Child }) => (
  <div class="share">
    <svg aria-hidden="true">
      <rect class="track" width={share(whole, of)} height="100%" rx="2" />
      <rect width={share(part, of)} height="100%" rx="2" />
    </svg>
    <span>{children}</span>
  </div>
)

/** How much of something is done or spent; the label says it in words. */
export const Meter = ({ value, of, label }: { value: number; of: number; label: string }) => (
  <svg class="meter" role="img" aria-label={label}>
    <rect class="track" width="100%" height="100%" rx="2" />
    <rect width={share(value, of)} height="100%" rx="2" />
  </svg>
)

const [step, width, height] = [13, 9, 26]

/** A year in twelve bars (or any short series), oldest first; `most` puts several of them on one scale; one that stands alone is `wide`. */
export function Sparkbars(props: { values: number[]; label?: string; most?: number; wide?: boolean }) {
  const { values, label, most: scale = 1, wide } = props
  const { locale } = useReader()
  const words = chromeWords(locale)
  const most = Math.max(scale, ...values)
  const total = values.reduce((sum, value) => sum + value, 0)
  return (
    <svg
      class={wide ? 'year wide-year' : 'year'}
      viewBox={`0 0 ${Math.max(1, values.length) * step - (step - width)} ${height}`}
      preserveAspectRatio="xMinYMax"
      role="img"
      aria-label={label ?? words.inMonths({ total: formatNumber(locale, total), months: values.length })}
    >
      {values.map((value, index) => {
        const tall = value > 0 ? Math.max(4, Math.round((value / most) * height)) : 1.5
        return (
          <rect
            class={value > 0 ? undefined : 'none'}
            x={index * step}
            y={height - tall}
            width={width}
            height={tall}
            rx={value > 0 ? 2 : 0.7}
          />
        )
      })}
    </svg>
  )
}

/** One mark of a strip: full, half, empty, or a gap where nothing is known. */
export interface Mark {
  mood: 'full' | 'half' | 'none' | 'gap'
  /** What it stands for, for who points at it. */
  title: string
}

/** A row of small marks, the oldest first, as for who was there. */
export const Strip = ({ marks, label }: { marks: readonly Mark[]; label: string }) => (
  <svg
    class="marks"
    viewBox={`0 0 ${Math.max(1, marks.length) * 12 - 3} 14`}
    width={Math.max(1, marks.length) * 12 - 3}
    height="14"
    role="img"
    aria-label={label}
  >
    {marks.map(({ mood, title }, i) => (
      <g>
        <title>{title}</title>
        {mood === 'gap' ? (
          <rect class="gap" x={i * 12 + 3} y="6" width="3" height="2" rx="1" />
        ) : (
          <rect class="edge" x={i * 12 + 0.75} y="0.75" width="7.5" height="12.5" rx="2" />
        )}
        {mood === 'full' && <rect x={i * 12 + 0.75} y="0.75" width="7.5" height="12.5" rx="2" />}
        {mood === 'half' && <rect x={i * 12 + 0.75} y="7" width="7.5" height="6.25" rx="2" />}
      </g>
    ))}
  </svg>
)

/** A picture that is drawn as text, for paper as well; who draws it has escaped its words. */
export const Drawing = ({ svg }: { svg: string }) => raw(svg)
