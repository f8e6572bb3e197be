import { type Count, capacityOf, costOf, everyOption, pilesOfPoints } from './count.ts'

/**
 * The money of equal papers, laid on the options they gave points to, in proportion to the points. Amounts are whole numbers
 * of a small unit; whatever is moved is cut off to whole units.
 */
export interface Purse {
  papers: bigint
  laid: Map<number, bigint>
}

export interface Purses {
  purses: Purse[]
  /** So many units are one smallest unit of the costs. */
  unit: bigint
  /** Two amounts that differ by less are equal: rounding cannot tell them apart. */
  tolerance: bigint
}

// Exact fractions would grow without bound here, since each transfer divides each paper's money by another number.
export const precision = 10n ** 24n

/** The same share of what may be spent for each paper. */
export function fillPurses(count: Count): Purses {
  const piles = pilesOfPoints(count)
  const papers = piles.reduce((sum, pile) => sum + BigInt(pile.count), 0n)
  // A paper's share is the capacity divided by the papers; in units of cost / (papers × precision) it is whole.
  const unit = papers * precision
  const share = capacityOf(count) * precision
  const result: Purses = { purses: [], unit, tolerance: unit / 10n ** 9n }
  for (const { count: n, vote } of piles) {
    const points = vote.filter(([, value]) => value > 0)
    const sum = points.reduce((total, [, value]) => total + BigInt(value), 0n)
    const laid = new Map(points.map(([option, value]) => [option, (share * BigInt(value)) / sum]))
    result.purses.push({ papers: BigInt(n), laid })
  }
  return result
}

export function inAll({ laid }: Purse): bigint {
  let sum = 0n
  for (const amount of laid.values()) sum += amount
  return sum
}

/** What lies on each option. */
export function supportOf(count: Count, { purses }: Purses): bigint[] {
  const support = everyOption(count).map(() => 0n)
  for (const { papers, laid } of purses)
    for (const [option, amount] of laid) support[option] = (support[option] as bigint) + papers * amount
  return support
}

/** What would lie on each option if all who laid something there laid everything there. */
export function reachOf(count: Count, { purses }: Purses): bigint[] {
  const reach = everyOption(count).map(() => 0n)
  for (const purse of purses) {
    const all = inAll(purse) * purse.papers
    for (const [option, amount] of purse.laid) if (amount > 0n) reach[option] = (reach[option] as bigint) + all
  }
  return reach
}

/**
 * Minimal transfer: those who laid something on the option lay more there, all by the same factor or as much as they have, so
 * that it has its cost. They take it from their other options in proportion.
 */
export function drawTogether(count: Count, { purses, unit }: Purses, option: number): void {
  const own = ({ laid }: Purse) => laid.get(option) ?? 0n
  let free = purses.filter((purse) => own(purse) > 0n)
  let missing = costOf(count, option) * unit
  let support = sumOf(free, own)
  for (;;) {
    const spent = new Set(free.filter((purse) => own(purse) * missing > inAll(purse) * support))
    if (spent.size === 0) break
    for (const purse of spent) purse.laid = new Map([[option, inAll(purse)]])
    missing -= sumOf([...spent], inAll)
    free = free.filter((purse) => !spent.has(purse))
    support = sumOf(free, own)
  }
  for (const purse of free) move(purse, option, (own(purse) * missing + support - 1n) / support)
}

const sumOf = (purses: Purse[], amount: (purse: Purse) => bigint): bigint =>
  purses.reduce((sum, purse) => sum + purse.papers * amount(purse), 0n)

/** Raises what lies on an option to an amount, taken from the others in proportion. */
function move(purse: Purse, option: number, amount: bigint): void {
  const all = inAll(purse)
  const others = all - (purse.laid.get(option) ?? 0n)
  let rest = 0n
  for (const [other, laid] of purse.laid) {
    if (other === option) continue
    const stays = amount < all ? (laid * (all - amount)) / others : 0n
    purse.laid.set(other, stays)
    rest += stays
  }
  purse.laid.set(option, all - rest)
}

/**
 * Pays the cost of an option from what lies on it, in equal proportion; what is too much goes back to the other open options of
 * the same papers, in proportion. Papers without another open option pay first, as their money could go nowhere.
 */
export function pay(count: Count, { purses, unit }: Purses, option: number, open: Set<number>): void {
  const own = ({ laid }: Purse) => laid.get(option) ?? 0n
  const elsewhere = ({ laid }: Purse) => {
    let sum = 0n
    for (const [other, amount] of laid) if (other !== option && open.has(other)) sum += amount
    return sum
  }
  const givers = purses.filter((purse) => own(purse) > 0n)
  const bound = givers.filter((purse) => elsewhere(purse) === 0n)
  const free = givers.filter((purse) => elsewhere(purse) > 0n)
  const [cost, byBound, byFree] = [costOf(count, option) * unit, sumOf(bound, own), sumOf(free, own)]
  const due = cost > byBound ? cost - byBound : 0n
  for (const purse of free) {
    const paid = due >= byFree ? own(purse) : (own(purse) * due + byFree - 1n) / byFree
    const [back, others] = [own(purse) - paid, elsewhere(purse)]
    for (const [other, amount] of purse.laid)
      if (other !== option && open.has(other)) purse.laid.set(other, amount + (back * amount) / others)
  }
  for (const { laid } of givers) laid.delete(option)
}
