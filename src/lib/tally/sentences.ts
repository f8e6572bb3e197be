/** A sentence of the step log, by its name, and what it is said with; kept beside the English words, so that it can be said in any language. */
export interface Said {
  say: string
  [fact: string]: Fact
}
/** What a sentence is said with; another one may stand within it. */
type Fact = string | number | boolean | string[] | Said | undefined
type Facts = Record<string, string | number | boolean | string[] | undefined>

/** A number with its noun: "1 paper", "3 papers". Votes may be parts: they come as text. */
export const many = (n: unknown, one: string, other = `${one}s`): string => `${n} ${String(n) === '1' ? one : other}`

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The log in English, which is kept and published; `steps` of the ballots' messages says the same in each language. */
const sentences: Record<string, (facts: Facts) => string> = {
  nothing: () => 'No paper says anything, so nothing is chosen.',
  seats: ({ n }) => many(n, 'seat'),
  // Ties: between whom, why, and how they are broken.
  tie: ({ names, why, how, chosen }) => `Tie: ${listed(names as string[])} ${why}. By ${how}: ${chosen}.`,
  lot: ({ seed }) => `lot with the seed "${seed}"`,
  drawn: () => 'order drawn before the count',
  orderGiven: () => 'order given before the count',
  orderOfOptions: () => 'order of the options',
  earlierVotes: () => 'their votes at an earlier stage',
  surpluses: ({ everywhere }) => `have equal surpluses${everywhere ? ', at all stages' : ''}`,
  fewest: ({ everywhere }) => `have the fewest votes alike${everywhere ? ', at all stages' : ''}`,
  notAllFit: ({ points }) => `have ${many(points, 'point')} each, and not all of them fit into what is left`,
  worthAlike: ({ price }) => `give their supporters equally much for their money (${price} per utility)`,
  // Points, one option after the other.
  addedUp: ({ amount }) =>
    `Points are added up. The option with most points comes first; what it costs is taken from what there is: ${amount}.`,
  addedUpWithNo: () =>
    'Points are added up; a "no" is a negative point. Only an option with a sum above 0 can win, those with the highest sums first.',
  has: ({ name, points, cost, outcome }) =>
    `${name} has ${many(points, 'point')}${cost === undefined ? '' : ` and costs ${cost}`}: ${outcome}.`,
  tooFew: ({ least }) => `fewer than the ${many(least, 'point')} needed: not chosen`,
  unasked: () => 'nobody asked for it: not chosen',
  noMoreYes: () => 'no more yes than no: not chosen',
  ended: () => 'not chosen, as the count has ended',
  chosen: ({ left }) => `chosen. ${left} left`,
  misfit: ({ ends }) => `does not fit into what is left, so it is not chosen${ends ? ', and the count ends here' : ''}`,
  // Transferable votes.
  unclear: ({ papers }) =>
    `${many(papers, 'paper has', 'papers have')} no clear first preference and ${papers === 1 ? 'does' : 'do'} not count.`,
  quota: ({ papers, quota, parts }) =>
    `${many(papers, 'paper is', 'papers are')} valid. Who has the quota of ${many(quota, 'vote')} is elected: ${papers} divided by ${parts}, rounded down, plus 1. First preferences are counted.`,
  elected: ({ name, votes }) => `${name} has ${many(votes, 'vote')}, at least the quota: elected.`,
  vacancy: ({ name, votes }) => `No more candidates are left than vacancies: ${name} with ${many(votes, 'vote')} is elected.`,
  surplus: ({ name, votes }) => `The surplus of ${name}, ${many(votes, 'vote')}, goes to the next preferences on those papers.`,
  excluded: ({ name, votes }) =>
    `${name} has the fewest votes, ${votes}, and is excluded. The papers go to their next preferences with the value that they have.`,
  // Equal shares.
  allFits: () => 'All that has support fits into the capacity; shares are raised until everything can be paid.',
  raised: ({ times, from, to }) =>
    `The share of each paper was raised ${times === 1 ? 'once' : `${times} times`}, from ${from} to ${to}; once more, and what it buys would not fit into the capacity.`,
  share: ({ papers, share }) =>
    `${papers === 1 ? 'The one paper' : `Each of the ${papers} papers`} has an equal share of ${share} to spend on what it supports.`,
  bought: ({ name, cost, papers, pays, byPoint }) =>
    `${name} costs ${cost} and is supported by ${many(papers, 'paper')}; each pays ${pays}${byPoint ? ' per point' : ''}, or what it has left: chosen.`,
  allSpent: ({ spent, amount }) => `That is all that can be paid: ${spent} of ${amount} spent.`,
  compared: ({ shares, greedy, better }) =>
    `Comparison: ${shares === 1 ? '1 paper gets' : `${shares} papers get`} more of what they support by Equal Shares, ${greedy} by greedy selection. ${better ? "Greedy's outcome is taken." : 'The outcome of Equal Shares stays.'}`,
}

/** Says a sentence, and first what stands within it. @param words says one by its name; in English where not given */
export function sayWhole({ say, ...facts }: Said, words = (name: string, plain: Facts) => sentences[name]?.(plain)): string {
  const plain = Object.entries(facts).map(([name, fact]) => [
    name,
    typeof fact === 'object' && !Array.isArray(fact) ? sayWhole(fact, words) : fact,
  ])
  return words(say, Object.fromEntries(plain)) ?? ''
}
