import { textsOf } from '../ui/words.ts'
import { pilesOfPoints, prepare } from './count.ts'
import type { Election } from './election.ts'
import { list, type Meta, refuse, type Sections, whole } from './pb-table.ts'

const t = textsOf('lib', 'pbTotals')

/**
 * Compares what the file says of itself with what is in it: the numbers of projects and votes, and the votes and points of
 * each project. @throws BadElection at the first total that is wrong, with its line.
 */
export function checkTotals(sections: Sections, meta: Meta, election: Election): void {
  checkNumber(meta, 'num_projects', sections.PROJECTS.length)
  checkNumber(meta, 'num_votes', sections.VOTES.length)
  const votes = new Map<string, number>()
  for (const entry of sections.VOTES) for (const id of list(entry.get('vote'))) votes.set(id, (votes.get(id) ?? 0) + 1)
  checkColumn(sections, 'votes', votes)
  // Borda is what an ordinal file means unless it says otherwise.
  if ((meta('scoring_fn')?.value ?? 'Borda') === 'Borda') checkColumn(sections, 'score', sumPoints(sections, election))
}

function checkNumber(meta: Meta, key: string, found: number): void {
  const said = meta(key)
  if (said && whole(said.value, said.line, key) !== found) refuse(said.line, t.butFileHas({ key, value: said.value, found }))
}

function checkColumn({ PROJECTS }: Sections, column: string, sums: Map<string, number>): void {
  for (const entry of PROJECTS) {
    const id = entry.get('project_id') ?? ''
    const said = entry.get(column)
    const sum = sums.get(id) ?? 0
    if (said && whole(said, entry.line, column) !== sum) refuse(entry.line, t.projectHasInTheColumnBut({ id, said, column, sum }))
  }
}

// An ordinal file may say itself how many points a place has.
function sumPoints({ VOTES }: Sections, election: Election): Map<string, number> {
  const sums = new Map<string, number>()
  const add = (id: string, value: number) => sums.set(id, (sums.get(id) ?? 0) + value)
  if (election.papers[0]?.ranks && VOTES[0]?.get('points')) {
    for (const entry of VOTES) {
      const given = list(entry.get('points'))
      for (const [i, id] of list(entry.get('vote')).entries()) add(id, Number(given[i]))
    }
    return sums
  }
  const count = prepare(election, {})
  for (const { count: papers, vote } of pilesOfPoints(count))
    for (const [option, value] of vote) add(count.options[option]?.id ?? '', value * papers)
  return sums
}
