import * as z from 'zod'
import { mines } from './own-queries.ts'
import type { RequestFilter } from './queries.ts'
import { kinds, severities, stagesOf } from './rules.ts'

/** Which filter an address asks for. */
export function filterOf(query: Record<string, string | undefined>): RequestFilter {
  const number = (text: string | undefined) => (text && /^\d{1,9}$/.test(text) ? Number(text) : undefined)
  const day = (text: string | undefined) => (z.iso.date().safeParse(text).success ? text : undefined)
  const [from, to] = [day(query.from), day(query.to)]
  return {
    search: query.q?.trim() || undefined,
    kind: kinds.find((one) => one === query.kind),
    stages: stagesOf(query.stage),
    ...(from || to ? { days: { from, to } } : {}),
    areaId: number(query.area),
    topicId: number(query.topic),
    championId: number(query.champion),
    supporterId: number(query.institution),
    mine: mines.find((one) => one === query.mine),
    severity: severities.find((one) => one === query.severity),
  }
}
