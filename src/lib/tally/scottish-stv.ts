import { BadElection } from './check.ts'
import { breakTie, type Count, everyOption, finish, idOf, nameOf, pilesOfRanks, say, sayTie, totalsOf } from './count.ts'
import type { Result, Tie } from './election.ts'
import { fixed, order } from './fraction.ts'
import type { Said } from './sentences.ts'

/** Papers that came to a candidate together, with the value of each, in units of 10^-5. */
interface Parcel {
  ranks: number[]
  papers: bigint
  value: bigint
}

interface State {
  count: Count
  /** In units of 10^-5. */
  votes: bigint[]
  status: ('continuing' | 'elected' | 'excluded')[]
  parcels: Parcel[][]
  /** The votes at the end of each stage before. */
  history: bigint[][]
  papers: bigint
  /** Votes of papers without a next preference. */
  nontransferable: bigint
  elected: number[]
  excluded: number[]
}

const one = 100_000n

/**
 * Scottish STV: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52: Droop quota, one
 * surplus or exclusion a stage, transfer values to five decimals with the rest cut off. Ties by the latest stage
 * at which the votes differed, then by the rule set before. Where a paper ranks two equally, it ends before them.
 */
export function scottishStv(count: Count): Result {
  const seats = seatsOf(count)
  const state = firstStage(count)
  const { papers, votes, status, elected } = state
  if (papers === 0n) return finish(count, 'scottish-stv', [], votes.map(text))
  const quota = (papers / (BigInt(seats) + 1n) + 1n) * one
  note(state, { say: 'quota', papers: Number(papers), quota: Number(quota / one), parts: seats + 1 })
  for (;;) {
    elect(state, quota)
    const continuing = everyOption(count).filter((option) => status[option] === 'continuing')
    if (elected.length >= seats || continuing.length <= seats - elected.length) {
      for (const option of byVotes(state, continuing)) if (elected.length < seats) fillVacancy(state, option)
      break
    }
    state.history.push([...votes])
    const pending = elected.filter((option) => (votes[option] as bigint) > quota)
    if (pending.length > 0) transferSurplus(state, extreme(state, pending, 'transfer'), quota)
    else exclude(state, extreme(state, continuing, 'exclusion'))
  }
  return finish(count, 'scottish-stv', elected, votes.map(text), {
    quota: text(quota),
    ...lost(state),
    // The last excluded first: whom a later vacancy concerns.
    runnersUp: [...byVotes(state, stillThere(state)), ...state.excluded.toReversed()].map((option) => idOf(count, option)),
  })
}

/** The number of seats. @throws BadElection where the election says only a capacity. */
export function seatsOf({ election }: Count): number {
  if (election.seats === undefined) throw new BadElection('This rule needs a number of seats.')
  return election.seats
}

function firstStage(count: Count): State {
  const state: State = {
    count,
    votes: count.options.map(() => 0n),
    status: count.options.map(() => 'continuing'),
    parcels: count.options.map(() => []),
    history: [],
    papers: 0n,
    nontransferable: 0n,
    elected: [],
    excluded: [],
  }
  let spoilt = 0
  for (const { count: papers, vote } of pilesOfRanks(count)) {
    const unclear = vote.findIndex((tier) => tier.length > 1)
    const ranks = (unclear < 0 ? vote : vote.slice(0, unclear)).flat()
    const [first] = ranks
    if (first === undefined) spoilt += papers
    else {
      state.papers += BigInt(papers)
      receive(state, first, { ranks, papers: BigInt(papers), value: one })
    }
  }
  if (spoilt > 0) say(count, { say: 'unclear', papers: spoilt }, { figures: { spoilt: String(spoilt) } })
  return state
}

function receive(state: State, option: number, parcel: Parcel): void {
  state.parcels[option]?.push(parcel)
  state.votes[option] = (state.votes[option] as bigint) + parcel.papers * parcel.value
}

function elect(state: State, quota: bigint): void {
  const { count, votes, status, elected } = state
  const reached = everyOption(count).filter((option) => status[option] === 'continuing' && (votes[option] as bigint) >= quota)
  for (const option of byVotes(state, reached)) {
    status[option] = 'elected'
    elected.push(option)
    say(count, { say: 'elected', name: nameOf(count, option), votes: text(votes[option] as bigint) }, { options: [option] })
  }
}

function fillVacancy({ count, votes, status, elected }: State, option: number): void {
  status[option] = 'elected'
  elected.push(option)
  say(count, { say: 'vacancy', name: nameOf(count, option), votes: text(votes[option] as bigint) }, { options: [option] })
}

/** Rules 48 and 49: each paper goes on with its value × surplus / votes. */
function transferSurplus(state: State, from: number, quota: bigint): void {
  const votes = state.votes[from] as bigint
  const surplus = votes - quota
  const parcels = state.parcels[from] as Parcel[]
  state.parcels[from] = []
  state.votes[from] = quota
  for (const parcel of parcels) passOn(state, { ...parcel, value: (parcel.value * surplus) / votes })
  note(state, { say: 'surplus', name: nameOf(state.count, from), votes: text(surplus) }, from)
}

/** Rules 50 and 51: each paper goes on with the value that it has. */
function exclude(state: State, from: number): void {
  const votes = state.votes[from] as bigint
  const parcels = state.parcels[from] as Parcel[]
  state.parcels[from] = []
  state.votes[from] = 0n
  state.status[from] = 'excluded'
  state.excluded.push(from)
  for (const parcel of parcels) passOn(state, parcel)
  note(state, { say: 'excluded', name: nameOf(state.count, from), votes: text(votes) }, from)
}

function passOn(state: State, parcel: Parcel): void {
  const next = parcel.ranks.find((option) => state.status[option] === 'continuing')
  if (next === undefined) state.nontransferable += parcel.papers * parcel.value
  else receive(state, next, parcel)
}

/** The highest for a transfer, the lowest for an exclusion; of equals by the latest stage that tells them apart (rules 49, 51). */
function extreme(state: State, among: number[], purpose: Tie['for']): number {
  const { count, history } = state
  const furthest = (options: number[], votes: bigint[]) => {
    const values = options.map((option) => votes[option] as bigint)
    const best = values.reduce((a, b) => (order(a, b) > 0 === (purpose === 'transfer') ? a : b))
    return options.filter((option) => votes[option] === best)
  }
  const equals = furthest(among, state.votes)
  let tied = equals
  for (let stage = history.length - 2; stage >= 0 && tied.length > 1; stage--) tied = furthest(tied, history[stage] as bigint[])
  const why = { say: purpose === 'transfer' ? 'surpluses' : 'fewest', everywhere: tied.length > 1 }
  if (tied.length > 1) return breakTie(count, tied, purpose, why)
  const chosen = tied[0] as number
  if (equals.length > 1) {
    count.ties.push({
      step: count.steps.length,
      among: equals.map((option) => idOf(count, option)).sort(),
      chosen: idOf(count, chosen),
      for: purpose,
      how: 'votes at an earlier stage',
    })
    sayTie(count, equals, why, { say: 'earlierVotes' }, chosen)
  }
  return chosen
}

const byVotes = ({ count, votes }: State, options: number[]): number[] =>
  count.breaker.sort(options).sort((a, b) => order(votes[b] as bigint, votes[a] as bigint))

const stillThere = ({ count, status }: State): number[] => everyOption(count).filter((option) => status[option] === 'continuing')

/** Votes that no candidate has: on papers without a next preference, and cut off by rounding. */
function lost({ papers, votes, nontransferable }: State): { nontransferable: string; rounding: string } {
  const held = votes.reduce((sum, value) => sum + value, 0n)
  return { nontransferable: text(nontransferable), rounding: text(papers * one - held - nontransferable) }
}

function note(state: State, sentence: Said, option?: number): void {
  const { count, votes } = state
  say(count, sentence, {
    ...(option !== undefined && { options: [option] }),
    totals: totalsOf(count, votes.map(text)),
    figures: { ...lost(state), papers: String(state.papers) },
  })
}

const text = (votes: bigint) => fixed(votes, 5)
