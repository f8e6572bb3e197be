import type { Pile } from './count.ts'
import { order } from './fraction.ts'

/** Votes for each candidate and what nobody keeps, in units of 10^-9. */
export interface Votes {
  sums: bigint[]
  exhausted: bigint
}

const one = 1_000_000_000n
const times = (a: bigint, b: bigint) => (a * b) / one

/**
 * Counts the papers with what each candidate keeps of a vote. Equal preferences: `split` counts a paper as all orders of the
 * equals alike; `droop` gives each an equal part, whose rest goes only to lower preferences, and stops at a tier of which all
 * are excluded (so do Droop.py and stv-rs without "equalize").
 */
export function countVotes(piles: Pile<number[][]>[], keep: bigint[], equals: 'split' | 'droop'): Votes {
  const votes: Votes = { sums: keep.map(() => 0n), exhausted: 0n }
  for (const { count, vote } of piles) {
    const papers = BigInt(count)
    let unused = papers * one
    const give = (option: number, power: bigint) => {
      votes.sums[option] = (votes.sums[option] as bigint) + power * papers
      unused -= power * papers
    }
    if (vote.every((tier) => tier.length === 1) || equals === 'split') split(vote, keep, give)
    else divide(vote, 0, one, keep, give)
    votes.exhausted += unused
  }
  return votes
}

type Give = (option: number, power: bigint) => void

function split(vote: number[][], keep: bigint[], give: Give): void {
  let power = one
  for (const equals of vote) {
    if (power === 0n) return
    // Sorted, as a product of rounded numbers depends on their order.
    const tier = equals.toSorted((a, b) => order(keep[b] as bigint, keep[a] as bigint))
    const kept = tier.map((option) => keep[option] as bigint)
    const [only] = kept
    if (tier.length === 1 && only !== undefined) {
      give(tier[0] as number, times(power, only))
      // Computed by itself, not as what is left, so that rounding never passes on too much.
      power = times(power, one - only)
      continue
    }
    // Whoever keeps all, or nothing, gets the same as others who do.
    const known = new Map([[0n, 0n]])
    for (const [i, option] of tier.entries()) {
      const own = kept[i] as bigint
      const share = known.get(own) ?? shareOf(kept, i)
      if (own === one) known.set(own, share)
      give(option, times(power, share))
    }
    const passedOn = kept.reduce((rest, share) => times(rest, one - share), one)
    power = times(power, passedOn)
  }
}

/**
 * What the i-th of equals keeps of a vote, on average over all orders: those before them leave what they do not keep. The
 * coefficients of the product of (x + unused) of the others are the sums over all sets of those before them.
 */
function shareOf(kept: bigint[], i: number): bigint {
  const others = kept.filter((_, j) => j !== i).map((share) => one - share)
  const product = [one, ...others.map(() => 0n)]
  for (const unused of others.filter((rest) => rest > 0n))
    for (let degree = product.length - 1; degree > 0; degree--)
      product[degree] =
        (product[degree] as bigint) + (unused === one ? (product[degree - 1] as bigint) : times(product[degree - 1] as bigint, unused))
  let sum = 0n
  let sets = 1n
  for (const [before, coefficient] of product.entries()) {
    sum += coefficient / sets
    sets = (sets * BigInt(others.length - before)) / BigInt(before + 1)
  }
  return times(sum, kept[i] as bigint) / BigInt(kept.length)
}

function divide(vote: number[][], from: number, power: bigint, keep: bigint[], give: Give): void {
  const tier = vote[from]?.filter((option) => (keep[option] as bigint) > 0n)
  if (!tier || tier.length === 0) return
  const part = power / BigInt(tier.length)
  for (const option of tier) {
    const kept = keep[option] as bigint
    give(option, times(part, kept))
    const rest = times(part, one - kept)
    if (rest > 0n) divide(vote, from + 1, rest, keep, give)
  }
}
