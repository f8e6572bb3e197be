import { unzipSync } from 'fflate'
import { BadElection } from './check.ts'
import { readRows } from './csv.ts'
import { sha256Hex } from './digest.ts'
import type { Election, Paper, Result, Rule, Step, TallyOptions } from './election.ts'
import { readPb } from './read-pb.ts'
import type { Reading } from './reading.ts'
import { tally } from './tally.ts'

/** What the page of a result says itself; a bundle is held against it. */
export interface Published {
  rule: Rule
  settings: TallyOptions
  winners: string[]
  votes: number
  /** SHA-256 of ballot.pb. */
  digest: string
  /** SHA-256 of the seed of the lot, published at the opening. */
  seedHash?: string
}

/** Where a bundle is not what was published, or not what its papers give. `said` stands in `file`, `counted` is what comes out. */
export type Difference =
  | { kind: 'damaged' | 'seed' }
  | { kind: 'missing' | 'changed'; file: string }
  | { kind: 'unreadable'; file: string; why: string }
  | { kind: 'rule' | 'votes' | 'chosen'; file: string; said: string; counted: string }
  | { kind: 'vote'; receipt: string }
  | { kind: 'round'; round: number; said: string; counted: string }
  | { kind: 'total'; option: string; said: string; counted: string }

export interface Recount {
  differences: Difference[]
  votes: number
  rounds: number
  /** Names of the winners, in the order in which they were chosen. */
  winners: string[]
  election: Election | undefined
}

export type Stage = 'reading' | 'counting' | 'comparing'

const needed = ['ballot.pb', 'papers.csv', 'result.json'] as const
type Files = Record<(typeof needed)[number], Uint8Array>
type KeptResult = Result & { settings: TallyOptions }

// What a browser holds without trouble; a ballot of ten thousand votes is a tenth of it.
const largest = 64 * 1024 * 1024
// Who looks for a fault needs the first few; a list of thousands tells no more.
const mostTold = 10

/**
 * Counts the bundle of a ballot again, and holds it against what its page says: the papers against their digest, the list of votes against
 * the papers, the published result against the count, round by round.
 * @param tell is told of each stage
 */
export function recount(bundle: Uint8Array, published: Published, tell: (stage: Stage, votes: number) => void = () => {}): Recount {
  tell('reading', 0)
  const files = open(bundle)
  if (!files) return nothing([{ kind: 'damaged' }])
  const missing = needed.filter((file) => !files[file])
  if (missing.length > 0) return nothing(missing.map((file) => ({ kind: 'missing', file })))
  const { 'ballot.pb': pb, 'papers.csv': csv, 'result.json': json } = files as Files
  const changed: Difference[] = sha256Hex(pb) === published.digest ? [] : [{ kind: 'changed', file: 'ballot.pb' }]
  const reading = attempt('ballot.pb', () => readPb(text(pb)))
  const kept = attempt('result.json', () => JSON.parse(text(json)) as KeptResult)
  if ('kind' in reading) return nothing([...changed, reading])
  const { election } = reading
  tell('counting', election.papers.length)
  const counted = attempt('ballot.pb', () => tally(published.rule, election, published.settings))
  if ('kind' in counted) return { ...nothing([...changed, counted]), election, votes: election.papers.length }
  tell('comparing', election.papers.length)
  const differences = [
    ...changed,
    ...faultsOf(reading),
    ...settingsDiffer(published, kept),
    ...numbersDiffer(published, reading, counted),
    ...votesDiffer(election, csv),
    ...('kind' in kept ? [kept] : resultsDiffer(election, kept, counted)),
  ]
  return {
    differences,
    votes: election.papers.length,
    rounds: counted.steps.length,
    winners: counted.winners.map((id) => nameIn(election, id)),
    election,
  }
}

const nothing = (differences: Difference[]): Recount => ({ differences, votes: 0, rounds: 0, winners: [], election: undefined })

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function open(bundle: Uint8Array): Partial<Files> | undefined {
  try {
    // A file that claims to be larger is not unpacked at all.
    return unzipSync(bundle, { filter: ({ name, originalSize }) => originalSize <= largest && needed.some((one) => one === name) })
  } catch {
    return undefined
  }
}

function attempt<T extends object>(file: string, act: () => T): T | (Difference & { kind: 'unreadable' }) {
  try {
    return act()
  } catch (error) {
    if (error instanceof BadElection || error instanceof SyntaxError) return { kind: 'unreadable', file, why: error.message }
    throw error
  }
}

const nameIn = (election: Election, id: string): string => {
  const name = election.options.find((option) => option.id === id)?.name
  return name === undefined || name === id ? id : `${id}. ${name}`
}
const namesIn = (election: Election, ids: string[]): string => ids.map((id) => nameIn(election, id)).join(', ') || '–'

// We publish no such files: whatever would be set aside or told of others is a change here.
const faultsOf = ({ aside = [], notes = [] }: Reading): Difference[] =>
  [...aside.map(({ line, why }) => `line ${line}: ${why}`), ...notes]
    .slice(0, mostTold)
    .map((why) => ({ kind: 'unreadable', file: 'ballot.pb', why }))

/** The same text for the same content, whatever the order of its fields. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

function settingsDiffer({ rule, settings, seedHash }: Published, kept: KeptResult | Difference): Difference[] {
  const found: Difference[] = []
  const said = `${rule} ${canonical(settings)}`
  const counted = 'kind' in kept ? said : `${kept.rule} ${canonical(kept.settings ?? {})}`
  if (said !== counted) found.push({ kind: 'rule', file: 'result.json', said, counted })
  if (seedHash !== undefined && settings.ties?.by === 'lot' && sha256Hex(settings.ties.seed) !== seedHash) found.push({ kind: 'seed' })
  return found
}

function numbersDiffer({ votes, winners }: Published, { election, chosen = [] }: Reading, counted: Result): Difference[] {
  const found: Difference[] = []
  const { length } = election.papers
  if (votes !== length) found.push({ kind: 'votes', file: '', said: String(votes), counted: String(length) })
  const [page, count] = [namesIn(election, winners), namesIn(election, counted.winners)]
  if (page !== count) found.push({ kind: 'chosen', file: '', said: page, counted: count })
  const inOrder = (ids: string[]) => namesIn(election, [...ids].sort())
  if (inOrder(chosen) !== inOrder(counted.winners))
    found.push({ kind: 'chosen', file: 'ballot.pb', said: inOrder(chosen), counted: inOrder(counted.winners) })
  return found
}

/** The receipt as the papers have it. */
export const plainReceipt = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z2-7]/g, '')

/** What a paper says in a line of papers.csv, beginning with the first option. */
function lineOf({ points, ranks }: Paper, election: Election, answers: boolean): string[] {
  if (answers) return [{ 1: 'yes', 0: 'abstain', '-1': 'no' }[String(Object.values(points ?? {})[0] ?? 0)] ?? '']
  const places = new Map((ranks ?? []).flat().map((id, place) => [id, String(place + 1)]))
  return election.options.map(({ id }) => (points ? String(points[id] || '') : (places.get(id) ?? '')))
}

/** Votes that papers.csv gives otherwise than ballot.pb, by their receipts. */
function votesDiffer(election: Election, csv: Uint8Array): Difference[] {
  let rows: string[][]
  try {
    rows = readRows(text(csv), ',').map(({ fields }) => fields)
  } catch (error) {
    return [{ kind: 'unreadable', file: 'papers.csv', why: (error as Error).message }]
  }
  const [head = [], ...listed] = rows
  const answers = head.at(-1) === 'Answer'
  const width = answers ? 1 : election.options.length
  const lines = new Map(listed.map((fields) => [plainReceipt(fields[0] ?? ''), fields.slice(-width)]))
  const same = ({ id, ...paper }: Paper) =>
    // Zero points are said by nothing.
    lineOf({ id, ...paper }, election, answers).join() === (lines.get(id) ?? []).map((field) => (field === '0' ? '' : field)).join()
  const known = new Set(election.papers.map(({ id }) => id))
  return [
    ...election.papers.filter((paper) => !same(paper)).map(({ id }) => id),
    ...[...lines.keys()].filter((receipt) => !known.has(receipt)),
  ]
    .slice(0, mostTold)
    .map((receipt) => ({ kind: 'vote', receipt }))
}

/** The first round that differs, what each option ends with, and who is chosen. */
function resultsDiffer(election: Election, kept: KeptResult, counted: Result): Difference[] {
  const found: Difference[] = []
  const steps = Array.isArray(kept.steps) ? kept.steps : []
  const rounds = Array.from({ length: Math.max(steps.length, counted.steps.length) }, (_, i) => i)
  const round = rounds.find((i) => canonical(steps[i]) !== canonical(counted.steps[i]))
  if (round !== undefined) found.push({ kind: 'round', round: round + 1, ...roundsOf(election, steps[round], counted.steps[round]) })
  for (const { id } of election.options) {
    const [said, ours] = [String(kept.figures?.totals?.[id] ?? '–'), counted.figures.totals[id] ?? '–']
    if (said !== ours && found.length < mostTold) found.push({ kind: 'total', option: nameIn(election, id), said, counted: ours })
  }
  const [said, ours] = [namesIn(election, Array.isArray(kept.winners) ? kept.winners : []), namesIn(election, counted.winners)]
  if (said !== ours) found.push({ kind: 'chosen', file: 'result.json', said, counted: ours })
  if (found.length === 0 && canonical([kept.ties, kept.figures]) !== canonical([counted.ties, counted.figures]))
    found.push({ kind: 'round', round: counted.steps.length, said: canonical(kept.figures), counted: canonical(counted.figures) })
  return found
}

/** Both sides of a round that differs: its sentence, or where that is the same the first figure that is not. */
function roundsOf(election: Election, said: Step | undefined, counted: Step | undefined): { said: string; counted: string } {
  if (said?.text !== counted?.text || !said || !counted) return { said: said?.text ?? '–', counted: counted?.text ?? '–' }
  for (const field of ['totals', 'figures'] as const) {
    const [theirs, ours] = [said[field] ?? {}, counted[field] ?? {}]
    const name = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].find((one) => theirs[one] !== ours[one])
    if (name === undefined) continue
    const label = field === 'totals' ? nameIn(election, name) : name
    return { said: `${label}: ${theirs[name] ?? '–'}`, counted: `${label}: ${ours[name] ?? '–'}` }
  }
  return { said: canonical(said.options), counted: canonical(counted.options) }
}

/** What the paper with a receipt says: each option that it names with its points or place; undefined where no paper has the receipt. */
export function findVote(election: Election, receipt: string): { option: string; value: number }[] | undefined {
  const wanted = plainReceipt(receipt)
  const paper = election.papers.find(({ id }) => id === wanted)
  if (!paper) return undefined
  if (paper.points)
    return Object.entries(paper.points)
      .filter(([, value]) => value !== 0)
      .sort(([, a], [, b]) => b - a)
      .map(([id, value]) => ({ option: nameIn(election, id), value }))
  return (paper.ranks ?? []).flat().map((id, place) => ({ option: nameIn(election, id), value: place + 1 }))
}
