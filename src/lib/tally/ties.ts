import { BadElection } from './check.ts'
import { sha256Hex } from './digest.ts'
import type { Option, TieRule } from './election.ts'
import type { Said } from './sentences.ts'

/** Decides between options, given by their place in the count, that a rule cannot tell apart. */
export interface Breaker {
  /** In words, for the log. */
  how: Said
  /** The most preferred first. */
  sort(tied: number[]): number[]
  /** Who is excluded: the least preferred, or the first drawn. */
  out(tied: number[]): number
}

/** @throws BadElection if the order leaves an option out: a tie with it could not be broken. */
export function tieBreaker(options: Option[], rule: TieRule = { by: 'order' }): Breaker {
  const places = rule.by === 'lot' ? lot(options, rule.seed) : listed(options, rule.order)
  const place = (option: number) => places[option] ?? 0
  const sort = (tied: number[]) => [...tied].sort((a, b) => place(a) - place(b))
  return { how: inWords(rule), sort, out: (tied) => sort(tied).at(rule.by === 'drawn' ? 0 : -1) as number }
}

function inWords(rule: TieRule): Said {
  if (rule.by === 'lot') return { say: 'lot', seed: rule.seed }
  if (rule.by === 'drawn') return { say: 'drawn' }
  return { say: rule.order ? 'orderGiven' : 'orderOfOptions' }
}

function listed(options: Option[], order?: string[]): number[] {
  if (!order) return options.map((_, i) => i)
  const places = new Map(order.map((id, i) => [id, i]))
  return options.map(({ id }) => {
    const place = places.get(id)
    if (place === undefined) throw new BadElection(`The order that breaks ties does not name option "${id}".`)
    return place
  })
}

// A digest per id, not a shuffle: whoever knows the seed can check one pair by hand, and the order of the file plays no part.
function lot(options: Option[], seed: string): number[] {
  const digests = options.map(({ id }) => sha256Hex(`${seed}\n${id}`))
  const sorted = [...digests].sort()
  return digests.map((digest) => sorted.indexOf(digest))
}
