import type { Locale } from '../../lib/ui/format.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import type { FindingState } from './rules.ts'
import { findingWords } from './words.ts'

/** A clause that stands differently than last month. */
export interface Change {
  /** Its number and its first words. */
  clause: string
  before: FindingState
  now: FindingState
}

/** Tells a coordinator which clauses stand differently than a month ago. */
export function charterChanged(to: Addressee, group: string, changes: readonly Change[], link: string): Letter {
  const words = findingWords(to.locale as Locale)
  const lines = changes
    .map(({ clause, before, now }) => words.letter.line({ clause, before: words.states[before], now: words.states[now] }))
    .join('\n')
  return {
    kind: 'charter.changed',
    plain: true,
    ...addressed(to),
    group,
    subject: words.letter.subject({ group, changes: changes.length }),
    text: words.letter.text({ name: to.name, group, lines, link }),
  }
}
