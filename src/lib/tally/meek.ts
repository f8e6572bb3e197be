import { breakTie, type Count, everyOption, finish, idOf, nameOf, pilesOfRanks, say, totalsOf } from './count.ts'
import type { Result } from './election.ts'
import { fixed, least, order } from './fraction.ts'
import { countVotes, type Votes } from './meek-votes.ts'
import { seatsOf } from './scottish-stv.ts'
import { many } from './sentences.ts'

interface State {
  count: Count
  seats: number
  papers: bigint
  recount(): Votes
  status: ('hopeful' | 'elected' | 'excluded')[]
  /** How much of each vote a candidate keeps, in units of 10^-9. */
  keep: bigint[]
  votes: Votes
  quota: bigint
  surplus: bigint
  elected: number[]
  excluded: number[]
}

const one = 1_000_000_000n
/** A surplus of less than a millionth of a vote is as good as none. */
const omega = 1000n

/**
 * Meek's method: who is elected keeps of each paper only the share that gives them the quota, the rest goes on; the quota falls
 * as papers run out. Fixed point with nine decimals, omega 10^-6, and the exclusion of Droop.py and stv-rs, which take
 * candidates for equal that are no further apart than the surplus. (Hill, Wichmann, Woodall: Algorithm 123, 1987.)
 */
export function meek(count: Count): Result {
  const piles = pilesOfRanks(count).filter(({ vote }) => vote.length > 0)
  const papers = piles.reduce((sum, { count: n }) => sum + BigInt(n), 0n)
  if (papers === 0n) return nobody(count)
  const keep = count.options.map(() => one)
  const recount = () => countVotes(piles, keep, count.settings.equals ?? 'split')
  const status: State['status'] = count.options.map(() => 'hopeful')
  const state: State = {
    count,
    seats: seatsOf(count),
    papers,
    recount,
    status,
    keep,
    votes: recount(),
    quota: 0n,
    surplus: 0n,
    elected: [],
    excluded: [],
  }
  state.quota = quotaOf(state)
  note(
    state,
    `${many(papers, 'paper is', 'papers are')} valid, the quota is ${many(text(state.quota), 'vote')}. First preferences are counted.`,
  )

  while (state.elected.length < state.seats && hopefuls(state).length > state.seats - state.elected.length) {
    if (!iterate(state)) excludeLowest(state)
  }
  const rest = byVotes(state, hopefuls(state))
  if (state.elected.length < state.seats)
    for (const option of rest) markElected(state, option, `No more candidates are left than seats: ${nameOf(count, option)} is elected.`)
  else {
    for (const option of rest.toReversed()) {
      status[option] = 'excluded'
      keep[option] = 0n
      state.excluded.push(option)
    }
    if (rest.length > 0) say(count, 'All seats are filled.')
  }
  state.votes = recount()
  return finish(count, 'meek', state.elected, state.votes.sums.map(text), {
    quota: text(state.quota),
    exhausted: text(state.votes.exhausted),
    runnersUp: state.excluded.toReversed().map((option) => idOf(count, option)),
  })
}

/** No paper ranks anybody. */
function nobody(count: Count): Result {
  say(count, 'No paper ranks anybody, so nobody is elected.')
  const none = count.options.map(() => '0')
  return finish(count, 'meek', [], none)
}

/** Distributes surpluses until somebody is elected (true), or none is left that could decide anything (false). */
function iterate(state: State): boolean {
  let before = state.papers * one
  for (;;) {
    state.votes = state.recount()
    state.quota = quotaOf(state)
    const elected = elect(state)
    state.surplus = state.elected.reduce((sum, option) => sum + (state.votes.sums[option] as bigint) - state.quota, 0n)
    if (elected) return true
    if (state.surplus <= omega || state.surplus >= before) return false
    before = state.surplus
    for (const option of state.elected) {
      // Rounded up, so that who is elected does not fall below the quota.
      const kept = up((state.keep[option] as bigint) * state.quota, one)
      state.keep[option] = up(kept * one, state.votes.sums[option] as bigint)
    }
  }
}

function elect(state: State): boolean {
  const { count, votes, quota, seats, elected } = state
  let reached = hopefuls(state).filter((option) => (votes.sums[option] as bigint) >= quota)
  // Rounding can lift more over the quota than there are seats.
  while (reached.length > seats - elected.length) {
    const fewest = least(reached.map((option) => votes.sums[option] as bigint))
    const equals = reached.filter((option) => votes.sums[option] === fewest)
    const out = breakTie(count, equals, 'exclusion', 'have the same votes, and there are not seats for all')
    reached = reached.filter((option) => option !== out)
  }
  for (const option of byVotes(state, reached))
    markElected(
      state,
      option,
      `${nameOf(count, option)} has ${many(text(votes.sums[option] as bigint), 'vote')}, at least the quota of ${text(quota)}: elected.`,
    )
  return reached.length > 0
}

function markElected(state: State, option: number, sentence: string): void {
  state.status[option] = 'elected'
  state.elected.push(option)
  note(state, sentence, option)
}

function excludeLowest(state: State): void {
  const { count, votes, surplus } = state
  const open = hopefuls(state)
  const fewest = least(open.map((option) => votes.sums[option] as bigint))
  const lowest = open.filter((option) => (votes.sums[option] as bigint) <= fewest + surplus)
  // A surplus below zero, by rounding, leaves nobody.
  const equals = lowest.length > 0 ? lowest : open.filter((option) => votes.sums[option] === fewest)
  const option = breakTie(count, equals, 'exclusion', 'have the fewest votes, no further apart than the surplus that is left')
  state.status[option] = 'excluded'
  state.excluded.push(option)
  const had = votes.sums[option] as bigint
  state.keep[option] = 0n
  state.votes = state.recount()
  note(
    state,
    `${nameOf(count, option)} has the fewest votes, ${text(had)}, and is excluded. The papers count for their next preferences.`,
    option,
  )
}

const quotaOf = ({ papers, votes, seats }: State): bigint => (papers * one - votes.exhausted) / (BigInt(seats) + 1n) + 1n

const hopefuls = ({ count, status }: State): number[] => everyOption(count).filter((option) => status[option] === 'hopeful')

const byVotes = ({ count, votes }: State, options: number[]): number[] =>
  count.breaker.sort(options).sort((a, b) => order(votes.sums[b] as bigint, votes.sums[a] as bigint))

function note({ count, votes, quota, papers }: State, sentence: string, option?: number): void {
  say(count, sentence, {
    ...(option !== undefined && { options: [option] }),
    totals: totalsOf(count, votes.sums.map(text)),
    figures: { quota: text(quota), exhausted: text(votes.exhausted), papers: String(papers) },
  })
}

const up = (n: bigint, d: bigint) => (n + d - 1n) / d
const text = (votes: bigint) => fixed(votes, 9)
