import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('operations', 'closing')

/** What runs in a group, in numbers. */
export interface Running {
  ballots: number
  meetings: number
  series: number
  polls: number
  calls: number
  held: number
  leaving: number
  requests: number
}

/** Why a group cannot be closed now: what runs would go on without anybody, and what waits would wait for ever. */
export function whyNotCloseGroup(running: Running): string | undefined {
  const left = (Object.keys(t.running) as (keyof Running)[]).filter((what) => running[what] > 0)
  return left.length > 0 ? [t.finishFirst, ...left.map((what) => t.running[what]({ count: running[what] }))].join(' ') : undefined
}
