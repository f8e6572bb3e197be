import { z } from '@hono/zod-openapi'
import { named } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { clauseKinds } from '../clauses/rules.ts'
import { measuredRoles, measureKinds } from '../measures/rules.ts'

const findingStates = ['kept', 'at_risk', 'not_kept', 'waiting', 'waived', 'not_measured', 'too_early'] as const

export const MeasureFields = z.object({
  kind: z.enum(measureKinds),
  subject: line(40),
  everyN: z.int().nullable().default(null),
  everyUnit: z.enum(['day', 'week', 'month', 'year']).nullable().default(null),
  target: z.int().nullable().default(null),
  graceDays: z.int().default(0),
  role: z.enum(measuredRoles).nullable().default(null),
  seriesId: z.int().nullable().default(null).openapi({ description: 'The one series of meetings that is looked at.' }),
})
/** What is left out stays as it is. */
export const MeasureChange = z.object({
  ...MeasureFields.shape,
  everyN: z.int().nullish(),
  everyUnit: MeasureFields.shape.everyUnit.unwrap().optional(),
  target: z.int().nullish(),
  graceDays: z.int().optional(),
  role: MeasureFields.shape.role.unwrap().optional(),
  seriesId: MeasureFields.shape.seriesId.unwrap().optional(),
})
const Measure = MeasureFields.extend({
  id: z.int(),
  role: z.string().nullable(),
  seriesId: z.int().nullable().default(null).openapi({ description: 'The one series that is looked at; null also if you cannot see it.' }),
}).openapi('Measure')
const Clause = named('Clause', {
  id: z.int(),
  lineId: z.int().openapi({ description: 'The same clause through all versions.' }),
  number: z.string(),
  kind: z.enum(clauseKinds),
  text: z.string().openapi({ description: 'Markdown with fields such as `{{coordinator}}`.' }),
  revision: z.int(),
  measures: z.array(Measure),
})
export const Version = named('CharterVersion', {
  id: z.int(),
  number: z.int(),
  state: z.enum(['draft', 'coming', 'in_force', 'superseded']),
  preamble: z.string(),
  note: z.string(),
  inForceOn: z.iso.date().nullable(),
  reviewOn: z.iso.date().nullable(),
  decisionId: z.int().nullable(),
})
export const Charter = Version.extend({ clauses: z.array(Clause) }).openapi('Charter')
const Found = z.object({
  measure: z.int(),
  state: z.enum(findingStates),
  n: z.int().optional(),
  of: z.int().optional(),
  share: z.int().optional(),
  from: z.iso.date().optional(),
  dueOn: z.iso.date().optional(),
  says: z.string(),
})
export const ClauseFinding = named('ClauseFinding', {
  lineId: z.int(),
  number: z.string(),
  state: z.enum(findingStates),
  found: z.array(Found),
})
export const Evidence = z.object({
  items: z.array(
    z.object({
      on: z.iso.date(),
      ok: z.boolean().nullable(),
      until: z.iso.date().nullable(),
      dueOn: z.iso.date().nullable(),
      title: z.string(),
      href: z.string(),
    }),
  ),
  total: z.int(),
  hidden: z.int(),
  next: z.int().nullable(),
})
export const ByDecision = z.object({
  decisionId: z.int().positive().optional(),
  decisionText: lines(2_000).optional(),
  decidedOn: z.iso.date().optional(),
})
export const inGroup = { group: line(60) }
