import { textsOf } from '../ui/words.ts'
import { pilesOfPoints, prepare } from './count.ts'
import type { Election } from './election.ts'
import { type Entry, list, type Meta, refuse, type Sections, whole } from './pb-table.ts'

const t = textsOf('lib', 'pbTotals')

/**
 * Compares what the file says of itself with what is in it. Of the votes and points of each project the papers decide.
 * @returns the totals that are not the sums of the papers, each with its line
 * @throws BadElection where the numbers of projects or votes are wrong: the file was cut off
 */
export function checkTotals(sections: Sections, meta: Meta, election: Election): string[] {
  checkNumber(meta, 'num_projects', sections.PROJECTS.length)
  checkNumber(meta, 'num_votes', sections.VOTES.length)
  // A file may count papers that were set aside, or leave them out.
  const votes = [countVotes(sections.VOTES), countNamed(election)]
  // Borda is what an ordinal file means unless it says otherwise.
  const scored = (meta('scoring_fn')?.value ?? 'Borda') === 'Borda'
  return [...differing(sections, 'votes', votes), ...(scored ? differing(sections, 'score', sumPoints(sections, election)) : [])]
}

function checkNumber(meta: Meta, key: string, found: number): void {
  const said = meta(key)
  if (said && whole(said.value, said.line, key) !== found) refuse(said.line, t.butFileHas({ key, value: said.value, found }))
}

type Sums = Map<string, number>

/** The projects whose total is none of these. */
function differing({ PROJECTS }: Sections, column: string, sums: Sums[]): string[] {
  return PROJECTS.flatMap((entry) => {
    const id = entry.get('project_id') ?? ''
    const said = entry.get(column)
    const found = sums.map((sum) => sum.get(id) ?? 0)
    if (!said || found.some((sum) => Number(said) === sum)) return []
    const why = t.projectHasInTheColumnBut({ id, said, column, sum: String(found.at(-1)) })
    return [`line ${entry.line}: ${why}`]
  })
}

const countVotes = (entries: Entry[]): Sums =>
  addUp(entries.flatMap((entry) => list(entry.get('vote')).map((id): [string, number] => [id, 1])))

function countNamed({ papers }: Election): Sums {
  return addUp(
    papers.flatMap(({ points, ranks, approvals, count = 1 }) =>
      (points ? Object.keys(points) : (approvals ?? ranks?.flat() ?? [])).map((id): [string, number] => [id, count]),
    ),
  )
}

/** Of all rows, and of the papers that are counted. An ordinal file may say itself how many points a place has. */
function sumPoints({ VOTES }: Sections, election: Election): Sums[] {
  const count = prepare(election, {})
  const counted = addUp(
    pilesOfPoints(count).flatMap(({ count: papers, vote }) =>
      vote.map(([option, value]): [string, number] => [count.options[option]?.id ?? '', value * papers]),
    ),
  )
  if (!VOTES[0]?.get('points')) return [counted]
  const rows = addUp(
    VOTES.flatMap((entry) => {
      const given = list(entry.get('points'))
      return list(entry.get('vote')).map((id, i): [string, number] => [id, Number(given[i])])
    }),
  )
  return election.papers[0]?.ranks ? [rows] : [rows, counted]
}

function addUp(entries: [string, number][]): Sums {
  const sums: Sums = new Map()
  for (const [id, value] of entries) sums.set(id, (sums.get(id) ?? 0) + value)
  return sums
}
