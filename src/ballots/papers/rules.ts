import type { BallotForm } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('ballots', 'faults')

/** What a paper says, by the numbers of the options. */
export interface Vote {
  points?: Record<string, number>
  /** Best first. */
  ranks?: string[]
  choice?: 'yes' | 'no' | 'abstain'
}

export interface PaperLimits {
  form: BallotForm
  budget: number | null
  most: number | null
}

/** What is wrong with one line of a paper, or with the whole (number '' then). */
export interface PaperFault {
  number: string
  problem: string
}

/**
 * Why this paper cannot be cast: each fault with its option. None means it can.
 * @param numbers the options of the ballot
 */
export function whyNotVote({ form, budget, most }: PaperLimits, numbers: ReadonlySet<string>, vote: Vote): PaperFault[] {
  if (form === 'yes_no') return vote.choice ? [] : [{ number: '', problem: t.choice }]
  const named = form === 'points' ? Object.keys(vote.points ?? {}) : (vote.ranks ?? [])
  const unknown = named.filter((number) => !numbers.has(number)).map((number) => ({ number, problem: t.unknown({ number }) }))
  if (form === 'ranks') {
    const twice = [...new Set(named.filter((number, place) => named.indexOf(number) !== place))]
    return [...unknown, ...twice.map((number) => ({ number, problem: t.twice({ number }) }))]
  }
  const faults = Object.entries(vote.points ?? {}).flatMap(([number, value]) => faultOf(number, value, most))
  const spent = sumOf(vote)
  const over = budget !== null && faults.length === 0 && spent > budget
  return [...unknown, ...faults, ...(over ? [{ number: '', problem: t.overspent({ spent, budget, over: spent - budget }) }] : [])]
}

function faultOf(number: string, value: number, most: number | null): PaperFault[] {
  if (!Number.isFinite(value)) return [{ number, problem: t.noNumber }]
  if (value < 0) return [{ number, problem: t.negative }]
  if (!Number.isInteger(value)) return [{ number, problem: t.notWhole }]
  if (most !== null && value > most) return [{ number, problem: t.tooMany({ most }) }]
  return []
}

/** The points that a paper spends. */
export const sumOf = (vote: Vote): number =>
  Object.values(vote.points ?? {}).reduce((sum, value) => sum + (Number.isFinite(value) ? value : 0), 0)

/** Says the paper nothing at all? Then it is a blank one: counted as cast, giving nothing. */
export const isBlank = (vote: Vote): boolean =>
  vote.choice === 'abstain' || (!vote.choice && sumOf(vote) === 0 && (vote.ranks ?? []).length === 0)

/** A number as people type it: `15`, ` 15 `, `+15`; NaN for what is none, undefined where nothing stands. */
export function readPoints(typed: string | undefined): number | undefined {
  const text = (typed ?? '').trim().replace(/^\+/, '')
  if (text === '') return undefined
  return /^[-−]?\d{1,7}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : Number.NaN
}

/** Places as people type them become an order: by number, what has none is left out; equal places are told. */
export function readPlaces(places: Map<string, number>): { ranks: string[]; faults: PaperFault[] } {
  const faults: PaperFault[] = []
  const taken = new Map<number, string>()
  for (const [number, place] of places) {
    if (!Number.isInteger(place) || place < 1) faults.push({ number, problem: t.place })
    else if (taken.has(place)) faults.push({ number, problem: t.placeTaken({ place, number: taken.get(place) ?? '' }) })
    else taken.set(place, number)
  }
  return { ranks: [...taken].sort(([a], [b]) => a - b).map(([, number]) => number), faults }
}

/** Moves an option in an order: to a place one up or down, to the top, or out. Unknown ones join at the end. */
export function moveRank(ranks: string[], number: string, move: 'up' | 'down' | 'top' | 'out' | 'in'): string[] {
  const at = ranks.indexOf(number)
  const rest = ranks.filter((one) => one !== number)
  if (move === 'out') return rest
  if (at < 0) return move === 'top' ? [number, ...rest] : [...rest, number]
  if (move === 'in') return ranks
  const to = move === 'top' ? 0 : Math.max(0, Math.min(rest.length, at + (move === 'up' ? -1 : 1)))
  return rest.toSpliced(to, 0, number)
}

/** How much a colleague needs something. */
export const needs = ['must', 'want', 'no'] as const
export type Need = (typeof needs)[number]
export const needWeights: Record<Need, number> = { must: 3, want: 1, no: 0 }

/**
 * What an inner poll proposes for the ballot: the budget is split by what the voices weigh, largest remainders first (Hamilton);
 * equal remainders go to the lower number.
 */
export function proposeVote({ form, budget, most }: PaperLimits, voices: Record<string, Need>[]): Vote {
  const weights = new Map<string, number>()
  for (const voice of voices)
    for (const [number, need] of Object.entries(voice)) weights.set(number, (weights.get(number) ?? 0) + needWeights[need])
  const wanted = [...weights].filter(([, weight]) => weight > 0).sort(([a, x], [b, y]) => y - x || Number(a) - Number(b))
  if (form === 'ranks') return { ranks: wanted.map(([number]) => number) }
  if (form === 'yes_no' || budget === null) return {}
  const total = wanted.reduce((sum, [, weight]) => sum + weight, 0)
  const cap = most ?? budget
  const shares = wanted.map(([number, weight]) => ({
    number,
    points: Math.min(cap, Math.floor((budget * weight) / total)),
    rest: (budget * weight) % total,
  }))
  let left = budget - shares.reduce((sum, { points }) => sum + points, 0)
  for (const share of shares.toSorted((a, b) => b.rest - a.rest || Number(a.number) - Number(b.number))) {
    if (left > 0 && share.points < cap) {
      share.points++
      left--
    }
  }
  return { points: Object.fromEntries(shares.filter(({ points }) => points > 0).map(({ number, points }) => [number, points])) }
}

/** A receipt as it is shown: four letters, a hyphen, and so on. */
export const showReceipt = (receipt: string): string => receipt.replaceAll(/(.{4})(?=.)/g, '$1-')

/** A receipt as somebody types it. */
export const readReceipt = (typed: string): string => typed.toLowerCase().replaceAll(/[^a-z2-7]/g, '')
