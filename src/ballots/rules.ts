import type { BallotForm, BallotKind, BallotSecrecy, BallotState, PhaseKind } from '../lib/db/schema.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('ballots', 'whyNot')
const names = textsOf('ballots', 'pages')

/** The rules that pages offer, by what a paper says: each fits its papers, and can be explained in two sentences. */
export const offeredRules = {
  points: ['equal-shares-add1', 'greedy'],
  ranks: ['scottish-stv'],
  yes_no: ['score'],
} as const satisfies Record<BallotForm, string[]>

/** What a round may still be counted by that was set up before, or is held anew. */
const countedRules: Record<BallotForm, readonly string[]> = {
  points: [...offeredRules.points, 'equal-shares'],
  ranks: [...offeredRules.ranks, 'equal-shares-add1', 'greedy'],
  yes_no: offeredRules.yes_no,
}

/** The rules for a round of a cycle: where options cost something nobody ranks, since an order knows no costs. */
export const roundRules = { round_one: [...offeredRules.points, ...offeredRules.ranks], round_two: offeredRules.points } as const

/** What the voters of a round fill in, by its rule. */
export const formOf = (rule: string): 'points' | 'ranks' => (rule === 'scottish-stv' ? 'ranks' : 'points')

/** Why a ballot cannot be counted by this rule, in words for the page: a count that stops at the close would come too late. */
export function whyNotRule(rule: string, { form, capacity }: { form: BallotForm; capacity?: number | null }): string | undefined {
  if (!countedRules[form].includes(rule)) return t.rule
  if (rule === 'scottish-stv' && typeof capacity === 'number') return t.seatsOnly
}

/** Why a ballot cannot be changed to this rule: pages offer fewer than an older ballot may have, and it may keep its own. */
export function whyNotChangeTo(rule: string, ballot: { rule: string; form: BallotForm; capacity: number | null }): string | undefined {
  if (rule !== ballot.rule && !(offeredRules[ballot.form] as readonly string[]).includes(rule)) return t.rule
  return whyNotRule(rule, ballot)
}

/** The chair's order, or seniority, over all options: who was left out, or came later, follows by number. */
export const completeOrder = (order: readonly number[], numbers: readonly number[]): number[] => [
  ...new Set([...order.filter((number) => numbers.includes(number)), ...numbers]),
]

/** What a rule takes of the settings that were typed; those of another rule are let go. */
export function settingsFor(
  rule: string,
  { minScore, misfit, comparison, utility }: { minScore?: number | null; misfit?: string; comparison?: boolean; utility?: string },
): Record<string, string | number | boolean> {
  if (rule === 'greedy') return { ...(minScore ? { minScore } : {}), ...(misfit === 'stop' ? { misfit } : {}) }
  if (!rule.startsWith('equal-shares')) return {}
  return { ...(comparison ? { comparison } : {}), ...(utility === 'approval' ? { utility } : {}) }
}

/** A rule by its name. */
export const ruleName = (rule: string): string => (names.rules as Record<string, string>)[rule] ?? rule

export const secrecyNames: Record<BallotSecrecy, string> = names.secrecies
export const tieNames: Record<'lot' | 'seniority' | 'chair', string> = names.tieRules

/** What the number of those is called that are chosen: by a round of a cycle for the vendor, else by itself. */
export function seatsName({ kind, cycleId }: { kind: BallotKind; cycleId: number | null }): string {
  if (kind === 'election') return names.seats
  return cycleId === null ? names.chosen : names.goOn
}

/** What decides whether a ballot takes papers. */
export interface Sitting {
  state: BallotState
  opensAt: Date
  closesAt: Date
}

/** Why no paper can be cast now, in words for the page. Nothing to say means it can. */
export function whyNotCast({ state, opensAt, closesAt }: Sitting, now: Date): string | undefined {
  if (state === 'called_off') return t.calledOff
  if (state === 'preparing' || now < opensAt) return t.notOpen
  if (state !== 'open' || now >= closesAt) return t.closed
}

/** The order of a cycle. */
export const phaseKinds = ['submission', 'triage', 'round_one', 'costing', 'round_two', 'commitment'] as const satisfies PhaseKind[]

export const phaseNames: Record<PhaseKind, string> = textsOf('ballots', 'cycles').phases

/**
 * Days before the close on which who has not voted is reminded; what is shorter than that has none.
 * @returns the reminder that is due and was not sent, the nearest to the close first
 */
export function dueReminder({ opensAt, closesAt }: Pick<Sitting, 'opensAt' | 'closesAt'>, now: Date): 7 | 2 | undefined {
  const day = 86_400_000
  const left = closesAt.getTime() - now.getTime()
  const length = closesAt.getTime() - opensAt.getTime()
  if (left <= 0) return undefined
  if (left <= 2 * day && length > 3 * day) return 2
  if (left <= 7 * day && length > 9 * day) return 7
}

/** For whom a vote is cast; undefined where it is one's own. */
export const onBehalfOf = ({ organisationId, name }: { organisationId: number | null; name: string }): string | undefined =>
  organisationId === null ? undefined : name

/** How many voters are enough for a quorum in percent; all fractions count up. */
export const quorumOf = (voters: number, percent: number | null): number => (percent === null ? 0 : Math.ceil((voters * percent) / 100))

/** A group of papers smaller than this is not told apart: its share would tell who gave what. */
export const leastInSegment = 5

/** Regions as the United Nations count them, coarse enough for a segment. */
const regions: Record<string, string> = {
  Africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
  'Asia and the Pacific':
    'AF AU BD BN BT CN FJ HK ID IN JP KH KI KR KP LA LK MM MN MO MV MY NP NR NZ PG PH PK PW SB SG TH TL TO TV TW VN VU WS KZ KG TJ TM UZ',
  Europe:
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK AM AZ TR',
  'Latin America': 'AG AR BB BO BR BS BZ CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PR PY SR SV TT UY VC VE',
  'Middle East': 'AE BH IL IQ IR JO KW LB OM PS QA SA SY YE',
  'North America': 'CA US BM GL',
}

/** The region of a country; 'Elsewhere' where none is known. */
export const regionOf = (country: string | null): string =>
  Object.entries(regions).find(([, countries]) => country !== null && countries.split(' ').includes(country))?.[0] ?? 'Elsewhere'

/** Is this a second round for which the vendor has given no cost at all? Nothing in it could be held against the capacity. */
export const isWithoutCosts = ({ phase }: { phase: string | null }, options: readonly { cost: number | null }[]): boolean =>
  phase === 'round_two' && options.length > 0 && options.every(({ cost }) => cost === null)
