import { breakTie, type Count, everyOption, finish, idOf, nameOf, namesOf, pilesOfRanks, say } from './count.ts'
import type { Result } from './election.ts'

/**
 * Schulze's method with winning votes: A beats B if the strongest path of pairwise wins from A to B is stronger than that
 * back; a path is as strong as its weakest win. (Schulze: A new monotonic, clone-independent … method, 2011.) What a paper does not
 * rank is below what it ranks. One winner, or as many as there are seats, in the order of the method.
 */
export function schulze(count: Count): Result {
  const { seats = 1 } = count.election
  const duels = fightDuels(count)
  const paths = strongestPaths(duels)
  const beats = (a: number, b: number) => strength(paths, a, b) > strength(paths, b, a)
  say(
    count,
    'Each pair of options is compared on every paper. An option wins if no other beats it, directly or by a chain of wins that is stronger than any chain back.',
    { figures: told(count, duels) },
  )
  const winners: number[] = []
  let open = everyOption(count)
  while (winners.length < seats && open.length > 0) {
    const unbeaten = open.filter((option) => open.every((other) => !beats(other, option)))
    open = open.filter((option) => !unbeaten.includes(option))
    const chosen = fillSeats(count, unbeaten, seats - winners.length)
    winners.push(...chosen)
    for (const option of chosen) {
      const beaten = open.filter((other) => beats(option, other))
      const over = beaten.length > 1 && beaten.length === open.length ? 'all others' : namesOf(count, beaten)
      say(count, `${nameOf(count, option)} wins${beaten.length > 0 ? ` over ${over}` : ''}.`, { options: [option] })
    }
  }
  const wins = everyOption(count).map((option) => String(everyOption(count).filter((other) => beats(option, other)).length))
  return finish(count, 'schulze', winners, wins, { paths: told(count, paths) })
}

/** Those whom nobody beats, as far as there are seats; they are a tie only if there are not seats for all. */
function fillSeats(count: Count, unbeaten: number[], seats: number): number[] {
  const chosen: number[] = []
  let rest = unbeaten
  while (rest.length > seats - chosen.length && chosen.length < seats) {
    const next = breakTie(count, rest, 'win', 'are beaten by nobody and do not beat each other')
    chosen.push(next)
    rest = rest.filter((option) => option !== next)
  }
  return chosen.length > 0 ? chosen : count.breaker.sort(rest)
}

type Matrix = number[][]
const strength = (matrix: Matrix, a: number, b: number) => matrix[a]?.[b] ?? 0

/** "A > B" with its strength, for each pair where it is not 0. */
function told(count: Count, matrix: Matrix): Record<string, string> {
  const pairs = matrix.flatMap((row, a) => row.map((value, b) => [`${idOf(count, a)} > ${idOf(count, b)}`, String(value)] as const))
  return Object.fromEntries(pairs.filter(([, value]) => value !== '0'))
}

/** How many papers rank a above b. */
function fightDuels(count: Count): Matrix {
  const duels = count.options.map(() => count.options.map(() => 0))
  for (const { count: papers, vote } of pilesOfRanks(count)) {
    const below = new Set(everyOption(count))
    for (const tier of vote) {
      for (const option of tier) below.delete(option)
      for (const option of tier) {
        const row = duels[option] as number[]
        for (const other of below) row[other] = (row[other] as number) + papers
      }
    }
  }
  return duels
}

function strongestPaths(duels: Matrix): Matrix {
  const paths = duels.map((row, a) => row.map((wins, b) => (wins > strength(duels, b, a) ? wins : 0)))
  for (const [via, onward] of paths.entries())
    for (const [from, row] of paths.entries()) {
      const first = row[via] as number
      if (from === via || first === 0) continue
      for (const [to, direct] of row.entries()) if (to !== from) row[to] = Math.max(direct, Math.min(first, onward[to] as number))
    }
  return paths
}
