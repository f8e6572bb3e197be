import type { Election, Rule, TallyOptions } from '../../src/lib/tally/election.ts'

/** What one printed example of abcvoting expects of one of our rules. */
export interface Expectation {
  rule: Rule
  settings: TallyOptions
  election: Election
  committee: string[]
}

// Without a second phase Equal Shares may leave seats empty; the example there is for four.
const ours: [RegExp, Rule, TallyOptions, number?][] = [
  [/^Approval Voting \(AV\)$/, 'greedy', {}],
  [/^Phragm[eé]n's Sequential Rule/, 'phragmen', {}],
  [/^Method of Equal Shares .* with Phragm[eé]n completion$/, 'equal-shares', { utility: 'approval', completion: 'phragmen' }],
  [/^Method of Equal Shares .* without completion/, 'equal-shares', { utility: 'approval' }, 4],
]

/** Reads the profiles and committees that an example prints for our rules; several where the profile is changed in between. */
export function readExpectations(text: string): Expectation[] {
  const expectations: Expectation[] = []
  let section: (typeof ours)[number] | undefined
  let papers: string[][] = []
  let candidates = 0
  const lines = text.split('\n')
  for (const [i, line] of lines.entries()) {
    const profile = /profile with \d+ voters and (\d+) candidates:/.exec(line)
    const pile = /^ *(?:(\d+) x|voter \d+:) +\{(.*)\},?$/.exec(line)
    if (/^-+$/.test(lines[i - 1] ?? '') && /^-+$/.test(lines[i + 1] ?? '')) section = ours.find(([title]) => title.test(line))
    if (profile) [papers, candidates] = [[], Number(profile[1])]
    if (pile) for (let n = Number(pile[1] ?? 1); n > 0; n--) papers.push(setOf(pile[2]!))
    const voter = /^additional voter: \{(.*)\}$/.exec(line)
    if (voter) papers = [...papers, setOf(voter[1]!)]
    const change = /^change of voter (\d+): \{.*\} --> \{(.*)\}$/.exec(line)
    if (change) papers = papers.with(Number(change[1]), setOf(change[2]!))
    const printed = /winning committees?( after the modification)?:$/.test(line) && /^ *\{(.*)\}/.exec(lines[i + 1] ?? '')
    if (section && printed) {
      const committee = setOf(printed[1]!)
      expectations.push({
        rule: section[1],
        settings: section[2],
        election: electionOf(papers, candidates, section[3] ?? committee.length),
        committee,
      })
    }
  }
  return expectations
}

const setOf = (text: string) => text.split(', ').filter((name) => name !== '')

function electionOf(papers: string[][], candidates: number, seats: number): Election {
  const numbered = papers.flat().every((name) => /^\d+$/.test(name))
  const ids = Array.from({ length: candidates }, (_, i) => (numbered ? String(i) : String.fromCharCode(97 + i)))
  return {
    options: ids.map((id) => ({ id, name: id, cost: 1 })),
    papers: papers.map((approvals, i) => ({ id: String(i), approvals })),
    seats,
  }
}
