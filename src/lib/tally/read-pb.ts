import { textsOf } from '../ui/words.ts'
import { BadElection, paperCheck } from './check.ts'
import type { Election, Limits, Option, Paper } from './election.ts'
import { readTieRule, ruleOfPb } from './pb-rules.ts'
import { amount, decimalsOf, type Entry, list, type Meta, readMeta, readSections, refuse, whole } from './pb-table.ts'
import { checkTotals } from './pb-totals.ts'
import type { Aside, Reading } from './reading.ts'

const t = textsOf('lib', 'readPb')

/**
 * Reads Pabulib's format (https://pabulib.org/format). A paper that cannot be counted is set aside, and totals that are not the sums of
 * the papers are told, each with its line: public files have both.
 * @throws BadElection where the election itself cannot be read, or no paper can be counted
 */
export function readPb(text: string): Reading {
  const sections = readSections(text)
  const meta = readMeta(sections.META)
  const voteType = meta('vote_type')
  if (!voteType) throw new BadElection('META: there is no vote_type.')
  if (!voteTypes.includes(voteType.value))
    refuse(voteType.line, t.theVoteTypeIsWhichIs({ value: voteType.value, voteTypes: voteTypes.join(', ') }))
  const budget = meta('budget')
  if (!budget) throw new BadElection('META: there is no budget.')

  const costs = sections.PROJECTS.map((entry) => entry.get('cost'))
  const decimals = decimalsOf([budget.value, meta('max_sum_cost')?.value, meta('min_sum_cost')?.value, ...costs])
  const options = sections.PROJECTS.map((entry) => readOption(entry, decimals))
  refuseTwice(sections.PROJECTS, 'project_id', 'project')
  const capacity = amount(budget.value, decimals, budget.line, 'the budget')
  const seats = meta('seats')
  const size = seats ? { seats: whole(seats.value, seats.line, 'seats') } : { capacity }
  const election: Election = { options, papers: [], ...size, decimals, limits: readLimits(meta, voteType.value, decimals) }
  const description = meta('description')
  if (description) election.title = description.value
  const defaultScore = meta('default_score')
  const { papers, aside } = readPapers(sections.VOTES, election, voteType.value, defaultScore ? Number(defaultScore.value) : 0)
  election.papers = papers
  const notes = checkTotals(sections, meta, election)

  const ties = meta('tie_breaking')
  const threshold = meta('min_project_score_threshold')
  return {
    election,
    named: ruleOfPb(meta('rule')?.value, threshold && whole(threshold.value, threshold.line, 'min_project_score_threshold')),
    ...(ties && { ties: readTieRule(ties.value) }),
    ...(sections.PROJECTS[0]?.get('selected') !== undefined && {
      chosen: sections.PROJECTS.filter((entry) => entry.get('selected') === '1').map((entry) => entry.get('project_id') as string),
    }),
    meta: Object.fromEntries(sections.META.map((entry) => [entry.get('key') ?? '', entry.get('value') ?? ''])),
    ...(aside.length > 0 && { aside }),
    ...(notes.length > 0 && { notes }),
  }
}

/** The papers that can be counted, and those that cannot. @throws BadElection where none can, with the first of them */
function readPapers(entries: Entry[], election: Election, voteType: string, defaultScore: number): { papers: Paper[]; aside: Aside[] } {
  const whyNot = paperCheck(election)
  const lines = new Map<string, number>()
  const papers: Paper[] = []
  const aside: Aside[] = []
  for (const entry of entries) {
    const { line } = entry
    const id = entry.get('voter_id') ?? ''
    const paper = entry.fault ?? whyNotVoter(id, lines) ?? readPaper(entry, voteType, election.options, defaultScore)
    const why = typeof paper === 'string' ? paper : wrongIn(paper, whyNot(paper))
    if (why !== undefined) aside.push({ line, paper: id, why })
    else if (typeof paper !== 'string') {
      papers.push(paper)
      lines.set(id, line)
    }
  }
  const [first] = aside
  if (first && papers.length === 0) refuse(first.line, first.why)
  return { papers, aside }
}

const wrongIn = ({ id }: Paper, why: string | undefined): string | undefined => (why === undefined ? why : t.voteOfVoter({ id, why }))

function whyNotVoter(id: string, lines: Map<string, number>): string | undefined {
  if (id === '') return t.isMissing({ column: 'voter_id' })
  const before = lines.get(id)
  if (before !== undefined) return t.isThereAlreadyOnLine({ what: 'voter', id, before })
}

const voteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring']

function refuseTwice(entries: Entry[], column: string, what: string): void {
  const lines = new Map<string, number>()
  for (const entry of entries) {
    const id = entry.get(column)
    if (!id) refuse(entry.line, t.isMissing({ column }))
    const before = lines.get(id)
    if (before !== undefined) refuse(entry.line, t.isThereAlreadyOnLine({ what, id, before }))
    lines.set(id, entry.line)
  }
}

function readOption(entry: Entry, decimals: number): Option {
  const id = entry.get('project_id') ?? ''
  return { id, name: entry.get('name') || id, cost: amount(entry.get('cost') ?? '', decimals, entry.line, `the cost of project ${id}`) }
}

/** A paper as the row has it, or why there is none in it. */
function readPaper(entry: Entry, voteType: string, options: Option[], defaultScore: number): Paper | string {
  const id = entry.get('voter_id') as string
  const votes = list(entry.get('vote'))
  if (voteType === 'ordinal') return { id, ranks: votes.map((option) => [option]) }
  if (voteType === 'approval' || voteType === 'choose-1') return { id, approvals: votes }
  const points = list(entry.get('points'))
  if (points.length !== votes.length) return t.voterNamesProjectsAndGivesPoints({ id, votes: votes.length, points: points.length })
  const twice = votes.find((option, i) => votes.indexOf(option) !== i)
  if (twice !== undefined) return t.thePaperOfVoterNamesTwice({ id, twice })
  const odd = points.findIndex((text) => !/^-?\d+(\.\d+)?$/.test(text))
  if (odd >= 0) return t.thePaperOfVoterGivesPoints({ id, text: points[odd] as string, option: votes[odd] as string })
  const given = votes.map((option, i): [string, number] => [option, Number(points[i])])
  const rest =
    defaultScore === 0
      ? []
      : options.filter((option) => !votes.includes(option.id)).map((option): [string, number] => [option.id, defaultScore])
  return { id, points: Object.fromEntries([...given, ...rest]) }
}

function readLimits(meta: Meta, voteType: string, decimals: number): Limits {
  const limits: Limits = {}
  const read = (name: keyof Limits, key: string, by: (value: string, line: number, what: string) => number) => {
    const field = meta(key)
    if (field) limits[name] = by(field.value, field.line, key)
  }
  const money = (value: string, line: number, what: string) => amount(value, decimals, line, what)
  read('minLength', 'min_length', whole)
  read('maxLength', 'max_length', whole)
  read('minSumCost', 'min_sum_cost', money)
  read('maxSumCost', 'max_sum_cost', money)
  if (voteType === 'choose-1') limits.maxLength = 1
  // Scores may be below 0 unless the file says otherwise; cumulative points may not (pabulib.org/format).
  if (voteType === 'scoring') limits.minPoints = -Number.MAX_SAFE_INTEGER
  if (voteType === 'cumulative' || voteType === 'scoring') {
    read('minPoints', 'min_points', whole)
    read('maxPoints', 'max_points', whole)
    read('minSum', 'min_sum_points', whole)
    read('maxSum', 'max_sum_points', whole)
  }
  return limits
}
