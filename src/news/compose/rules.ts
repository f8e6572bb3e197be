import type { NewsLineState } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('news', 'composePage')

/** The parts of a report, in their order. */
export const sections = ['requests', 'vote', 'vendor', 'group', 'list', 'people'] as const
export type Section = (typeof sections)[number]

/** A sentence that the record gives, with the place that it rests on. */
export interface Suggestion {
  /** The same for the same fact in every language and at every reading. */
  key: string
  section: Section
  text: string
  /** The number that it tells, for the report in numbers, and what is counted. */
  amount?: number
  label?: string
  sourcePath: string
}

/** A sentence of an issue as it is kept. */
export interface KeptLine {
  key: string
  suggested: string
  text: string
  state: NewsLineState
  gone: boolean
}

/** What becomes of the sentences of an issue when the record is read again. */
export interface Reading {
  added: Suggestion[]
  /** Kept ones whose sentence reads otherwise now; `text` follows only where nobody has edited it. */
  changed: { key: string; suggestion: Suggestion; text: string }[]
  /** Those that the record does not give any more, and that nobody took: they go. */
  dropped: string[]
  /** Those that somebody took: they stay, and say so. */
  gone: string[]
}

/** Lays a new reading of the record beside what is kept: nothing that somebody did is undone. */
export function decideReading(kept: readonly KeptLine[], suggestions: readonly Suggestion[]): Reading {
  const known = new Map(kept.map((line) => [line.key, line]))
  const given = new Set(suggestions.map(({ key }) => key))
  const reading: Reading = { added: [], changed: [], dropped: [], gone: [] }
  for (const suggestion of suggestions) {
    const line = known.get(suggestion.key)
    if (!line) reading.added.push(suggestion)
    else if (line.suggested !== suggestion.text || line.gone)
      reading.changed.push({ key: line.key, suggestion, text: line.text === line.suggested ? suggestion.text : line.text })
  }
  for (const { key, state } of kept) {
    if (given.has(key)) continue
    if (state === 'taken') reading.gone.push(key)
    else reading.dropped.push(key)
  }
  return reading
}

/** What stands in the way of an issue, counted. */
export interface Obstacles {
  taken: number
  items: number
  gone: number
  withdrawn: number
  drafts: number
  embargoed: number
  narrow: number
}

/** Why an issue cannot be let out: each reason once, by name and in words for the page. None means that it can. */
export function obstaclesIn({
  taken,
  items,
  gone,
  withdrawn,
  drafts,
  embargoed,
  narrow,
}: Obstacles): { name: keyof typeof t.errors; why: string }[] {
  return [
    ...(taken === 0 && items === 0 ? [{ name: 'empty' as const, why: t.errors.empty }] : []),
    ...(gone > 0 ? [{ name: 'gone' as const, why: t.errors.gone({ gone }) }] : []),
    ...(withdrawn > 0 ? [{ name: 'withdrawn' as const, why: t.errors.withdrawn }] : []),
    ...(drafts > 0 ? [{ name: 'draft' as const, why: t.errors.draft }] : []),
    ...(embargoed > 0 ? [{ name: 'embargo' as const, why: t.errors.embargo }] : []),
    ...(narrow > 0 ? [{ name: 'narrow' as const, why: t.errors.narrow }] : []),
  ]
}
