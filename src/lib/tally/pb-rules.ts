import { BadElection } from './check.ts'
import type { Rule, TallyOptions, TieRule } from './election.ts'

/** The rule by which a file says it was counted, with its settings; or in words why it names none that can be run. */
export type NamedRule = { rule: Rule; settings: TallyOptions; note?: string } | { why: string }

// Pabulib's names (https://pabulib.org/format, field "rule"), and those that it does not know, as this product writes them.
const named: Record<string, { rule: Rule; settings?: TallyOptions; note?: string }> = {
  greedy: { rule: 'greedy' },
  'greedy-no-skip': { rule: 'greedy', settings: { misfit: 'stop' } },
  'greedy-threshold': { rule: 'greedy' },
  'greedy-exclusive': {
    rule: 'greedy',
    note: 'The file names the rule "greedy-exclusive" but does not say which options exclude each other; they are counted as if none did.',
  },
  equalshares: { rule: 'equal-shares' },
  'equalshares-comparison': { rule: 'equal-shares', settings: { comparison: true } },
  'equalshares/add1': { rule: 'equal-shares-add1' },
  'equalshares/add1-comparison': { rule: 'equal-shares-add1', settings: { comparison: true } },
  phragmen: { rule: 'phragmen' },
  cstv: { rule: 'cstv' },
  'scottish-stv': { rule: 'scottish-stv' },
  meek: { rule: 'meek' },
  schulze: { rule: 'schulze' },
  score: { rule: 'score' },
}

/** What a .pb file means by the name of its rule. A threshold counts with every rule of the greedy kind. */
export function ruleOfPb(name: string | undefined, threshold: number | undefined): NamedRule {
  if (!name) return { why: 'the file names no rule' }
  const known = Object.hasOwn(named, name) ? named[name] : undefined
  if (!known) return { why: `the file names the rule "${name}", whose conditions it does not give` }
  const minScore = known.rule === 'greedy' && threshold !== undefined ? { minScore: threshold } : {}
  return { rule: known.rule, settings: { ...known.settings, ...minScore }, ...(known.note && { note: known.note }) }
}

/** How a .pb file names a rule. */
export function pbNameOf(rule: Rule, { misfit, minScore, comparison }: TallyOptions): string {
  if (rule === 'greedy') return misfit === 'stop' ? 'greedy-no-skip' : minScore === undefined ? 'greedy' : 'greedy-threshold'
  if (rule === 'equal-shares') return comparison ? 'equalshares-comparison' : 'equalshares'
  if (rule === 'equal-shares-add1') return comparison ? 'equalshares/add1-comparison' : 'equalshares/add1'
  return rule
}

/** `order`, `order:a,b`, `lot:SEED`, `drawn:a,b`: how ties are broken, as one field. */
export function tieRuleText(rule: TieRule): string {
  if (rule.by === 'lot') return `lot:${rule.seed}`
  return rule.order ? `${rule.by}:${rule.order.join(',')}` : rule.by
}

/** The reverse of `tieRuleText`. @throws BadElection if it is none of these. */
export function readTieRule(text: string): TieRule {
  const [, by, rest] = /^(order|lot|drawn)(?::(.*))?$/s.exec(text) ?? []
  if (by === 'order') return rest ? { by, order: rest.split(',') } : { by }
  if (by === 'lot' && rest) return { by, seed: rest }
  if (by === 'drawn' && rest) return { by, order: rest.split(',') }
  throw new BadElection(`ties are broken by "${text}"; it must be order, order:ID,ID,…, lot:SEED or drawn:ID,ID,….`)
}
