import type { RequestStage } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { ListedRequest } from '../core/queries.ts'
import { byHand, kindNames, severities, severityNames, stageNames, stages } from '../core/rules.ts'
import type { Grouping } from './queries.ts'

const t = textsOf('requests', 'board')

/** What the board shows: some of each status, or a page of all. */
export interface Found {
  requests: ListedRequest[]
  total: number
  pages: number
  /** How many there are in each status; absent where a page is shown. */
  counts?: Map<RequestStage, number>
}

/** A column, and what a request gets that is moved into it; a status that follows from what happens is no such thing. */
export interface Column {
  key: string
  name: string
  count: number
  requests: ListedRequest[]
  act?: { name: string; value: string }
}

interface Way {
  /** The value that a request has, and how it is called. */
  of(one: ListedRequest): [value: string, name: string]
  /** Under which name the form sends the value. */
  field?: string
  order?: readonly string[]
}

const ways: Record<Grouping, Way> = {
  stage: { of: (one) => [one.stage, stageNames[one.stage]], field: 'stage', order: stages },
  area: { of: (one) => [String(one.areaId ?? ''), one.area ?? t.noArea], field: 'areaId' },
  topic: { of: (one) => [String(one.topicId ?? ''), one.topic ?? t.noTopic], field: 'topicId' },
  champion: { of: (one) => [String(one.championId ?? ''), one.champion ?? t.noChampion], field: 'personId' },
  kind: { of: (one) => [one.kind, kindNames[one.kind]] },
  severity: {
    of: (one) => [one.severity ?? '', one.severity ? severityNames[one.severity] : t.noSeverity],
    field: 'severity',
    order: severities,
  },
}

const takes = (by: Grouping, value: string): boolean => by !== 'stage' || byHand.some((stage) => stage === value)

/** Requests in columns; by status and severity each has its column, also one that is empty, so that something can be moved there. */
export function columnsOf(by: Grouping, { requests, counts }: Found): Column[] {
  const { of, field, order } = ways[by]
  const grouped = Map.groupBy(requests, (one) => of(one)[0])
  const nameOf = (value: string): string => {
    const [first] = grouped.get(value) ?? []
    if (first) return of(first)[1]
    return by === 'stage' ? stageNames[value as RequestStage] : severityNames[value as (typeof severities)[number]]
  }
  const narrowed = by === 'stage' && counts === undefined
  const fixed = (narrowed ? [] : (order ?? [])).filter((value) => value !== 'merged' || grouped.has(value))
  const values = [...new Set([...fixed, ...grouped.keys()])]
  return values.map((value) => ({
    key: value || 'none',
    name: nameOf(value),
    count: counts?.get(value as RequestStage) ?? grouped.get(value)?.length ?? 0,
    requests: grouped.get(value) ?? [],
    ...(field && takes(by, value) ? { act: { name: field, value } } : {}),
  }))
}
