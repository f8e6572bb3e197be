import { checkElection } from './check.ts'
import { type Count, finish, prepare, say } from './count.ts'
import { cstv } from './cstv.ts'
import type { Election, Paper, Result, Rule, TallyOptions } from './election.ts'
import { equalShares, equalSharesAdd1 } from './equal-shares.ts'
import { greedy, score } from './greedy.ts'
import { meek } from './meek.ts'
import { phragmen } from './phragmen.ts'
import { schulze } from './schulze.ts'
import { scottishStv } from './scottish-stv.ts'

const counts: Record<Rule, (count: Count) => Result> = {
  greedy,
  'equal-shares': equalShares,
  'equal-shares-add1': equalSharesAdd1,
  phragmen,
  cstv,
  'scottish-stv': scottishStv,
  meek,
  schulze,
  score,
}

/**
 * Counts an election by a rule: winners in the order in which they were chosen, ties with how they were broken, the log in
 * plain words, and figures. The same papers give the same result in whatever order they come.
 * @throws BadElection where an option or a paper cannot be counted, or the rule needs what the election does not say.
 */
export function tally(rule: Rule, election: Election, options: TallyOptions = {}): Result {
  checkElection(election)
  const count = prepare(election, options)
  if (election.papers.every(isBlank)) {
    say(count, { say: 'nothing' })
    const none = count.options.map(() => '0')
    return finish(count, rule, [], none)
  }
  return counts[rule](count)
}

function isBlank({ points, ranks, approvals }: Paper): boolean {
  if (points) return Object.values(points).every((value) => value === 0)
  return (approvals ?? ranks?.flat() ?? []).length === 0
}
