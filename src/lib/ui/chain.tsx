import type { Child } from 'hono/jsx'
import { chromeWords } from './chrome-words.ts'
import { useReader } from './reader.ts'

export interface Station {
  label: Child
  /** How much of it, or since when. */
  detail?: Child
  href?: string
  /** done: behind us; now: where it stands; absent: still to come. */
  state?: 'done' | 'now'
}

/** Where a thing came from and what became of it: the signature of the product. Each station is a link; one alone is no way. */
export function Chain({ stations, label }: { stations: Station[]; label?: string }) {
  const words = chromeWords(useReader().locale)
  if (stations.length < 2) return null
  return (
    <ol class="chain" aria-label={label ?? words.chain}>
      {stations.map((station) => (
        <li class={station.state} aria-current={station.state === 'now' ? 'step' : undefined}>
          <b>{station.href ? <a href={station.href}>{station.label}</a> : station.label}</b>
          {station.detail}
        </li>
      ))}
    </ol>
  )
}
