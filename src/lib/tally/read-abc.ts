import { BadElection, checkElection } from './check.ts'
import type { Election, Paper } from './election.ts'
import type { NamedRule } from './pb-rules.ts'
import type { Reading } from './reading.ts'
import { readYaml, type Yaml } from './yaml.ts'

/**
 * Reads a .abc.yaml file of abcvoting: `profile` (who is approved, candidates from 0), `committeesize`, and optionally
 * `num_cand`, `voter_weights`, `description` and `compute`, of which the first entry names the rule.
 * @throws BadElection
 */
export function readAbc(text: string): Reading {
  const file = readYaml(text)
  const profile = listOf(file, 'profile')
  const weights =
    file.voter_weights === undefined ? undefined : listOf(file, 'voter_weights').map((weight) => number(weight, 'voter_weights'))
  if (weights && weights.length !== profile.length)
    throw new BadElection(`voter_weights has ${weights.length} entries, profile ${profile.length}.`)
  const papers = profile.map((approved, i): Paper => {
    if (!Array.isArray(approved)) throw new BadElection(`profile: entry ${i + 1} is not a set of candidates.`)
    const approvals = approved.map((candidate) => String(number(candidate, `profile, entry ${i + 1}`)))
    return { id: String(i + 1), approvals, ...(weights && { count: weights[i] as number }) }
  })
  const highest = papers.reduce((most, { approvals = [] }) => approvals.reduce((so, id) => Math.max(so, Number(id)), most), -1)
  const candidates = file.num_cand === undefined ? highest + 1 : number(file.num_cand, 'num_cand')
  if (candidates > 100_000) throw new BadElection(`num_cand: ${candidates} candidates are too many.`)
  const options = Array.from({ length: candidates }, (_, i) => ({ id: String(i), name: String(i), cost: 1 }))
  const election: Election = { options, papers }
  if (typeof file.description === 'string') election.title = file.description
  if (file.committeesize !== undefined) election.seats = number(file.committeesize, 'committeesize')
  checkElection(election)
  return { election, named: ruleOf(file.compute), meta: {}, ...committeesOf(file.compute) }
}

// The rules of abcvoting that are among ours.
const known: Record<string, NamedRule> = {
  av: { rule: 'greedy', settings: {} },
  seqphragmen: { rule: 'phragmen', settings: {} },
  'equal-shares': { rule: 'equal-shares', settings: { completion: 'phragmen' } },
  'equal-shares-without-phragmen-phase': { rule: 'equal-shares', settings: {} },
}

function ruleOf(compute: Yaml | undefined): NamedRule {
  const [first] = Array.isArray(compute) ? compute : []
  const id = first && typeof first === 'object' && !Array.isArray(first) ? first.rule_id : undefined
  if (typeof id !== 'string') return { why: 'the file names no rule' }
  return Object.hasOwn(known, id) ? (known[id] as NamedRule) : { why: `the file names the rule "${id}", which is none of ours` }
}

/** The committee that the file expects, where it expects one. */
function committeesOf(compute: Yaml | undefined): { chosen?: string[] } {
  const [first] = Array.isArray(compute) ? compute : []
  const result = first && typeof first === 'object' && !Array.isArray(first) ? first.result : undefined
  const [committee, ...others] = Array.isArray(result) ? result : []
  return Array.isArray(committee) && others.length === 0 ? { chosen: committee.map(String) } : {}
}

function listOf(file: { [key: string]: Yaml }, key: string): Yaml[] {
  const value = file[key]
  if (!Array.isArray(value)) throw new BadElection(`there is no ${key}, or it is not a list.`)
  return value
}

function number(value: Yaml, where: string): number {
  if (typeof value !== 'string' || !/^\d+$/.test(value))
    throw new BadElection(`${where}: ${JSON.stringify(value)} is not a whole number from 0.`)
  return Number(value)
}
