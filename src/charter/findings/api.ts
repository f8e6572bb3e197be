import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, id, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { todayOf } from '../../time.ts'
import { setReview } from '../clauses/actions.ts'
import { findInForce, getCharterGroup, listClauses, listVersions } from '../clauses/queries.ts'
import { clauseKinds, stateOf } from '../clauses/rules.ts'
import { measuredRoles, measureKinds } from '../measures/rules.ts'
import { evidencePerPage, listEvidence } from '../records-queries.ts'
import { attest, endWaiver, removeAttestation, shareFinding, waive } from './actions.ts'
import { assess, getLine, readableTo } from './queries.ts'
import { sayFinding } from './say.ts'

const t = textsOf('charter', 'findingsPage')

const findingStates = ['kept', 'at_risk', 'not_kept', 'waiting', 'waived', 'not_measured', 'too_early'] as const

export const MeasureFields = z.object({
  kind: z.enum(measureKinds),
  subject: line(40),
  everyN: z.number().int().nullable().default(null),
  everyUnit: z.enum(['day', 'week', 'month', 'year']).nullable().default(null),
  target: z.number().int().nullable().default(null),
  graceDays: z.number().int().default(0),
  role: z.enum(measuredRoles).nullable().default(null),
  seriesId: z.number().int().nullable().default(null).openapi({ description: 'The one series of meetings that is looked at.' }),
})
const Measure = MeasureFields.extend({ id: z.number().int(), role: z.string().nullable() }).openapi('Measure')
const Clause = z
  .object({
    id: z.number().int(),
    lineId: z.number().int().openapi({ description: 'The same clause through all versions.' }),
    number: z.string(),
    kind: z.enum(clauseKinds),
    text: z.string().openapi({ description: 'Markdown with fields such as `{{coordinator}}`.' }),
    revision: z.number().int(),
    measures: z.array(Measure),
  })
  .openapi('Clause')
const Version = z
  .object({
    id: z.number().int(),
    number: z.number().int(),
    state: z.enum(['draft', 'coming', 'in_force', 'superseded']),
    preamble: z.string(),
    note: z.string(),
    inForceOn: z.iso.date().nullable(),
    reviewOn: z.iso.date().nullable(),
    decisionId: z.number().int().nullable(),
  })
  .openapi('CharterVersion')
export const Charter = Version.extend({ clauses: z.array(Clause) }).openapi('Charter')
const Found = z.object({
  measure: z.number().int(),
  state: z.enum(findingStates),
  n: z.number().int().optional(),
  of: z.number().int().optional(),
  share: z.number().int().optional(),
  from: z.iso.date().optional(),
  dueOn: z.iso.date().optional(),
  says: z.string(),
})
const ClauseFinding = z
  .object({ lineId: z.number().int(), number: z.string(), state: z.enum(findingStates), found: z.array(Found) })
  .openapi('ClauseFinding')
const Evidence = z.object({
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
  total: z.number().int(),
  hidden: z.number().int(),
  next: z.number().int().nullable(),
})
export const ByDecision = z.object({
  decisionId: z.number().int().positive().optional(),
  decisionText: lines(2_000).optional(),
  decidedOn: z.iso.date().optional(),
})
export const Made = z.object({ id: z.number().int() })
export const inGroup = z.object({ group: line(60) })
export const ofDraft = z.object({ draft: id() })
const ofLine = z.object({ line: id() })

/** Charters, what their clauses are measured by, and what is found. */
export const findingsApi = routes()

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/charter',
    operationId: 'getCharter',
    summary: 'The charter in force, or another version by its number',
    ...needs('read'),
    request: { params: inGroup, query: z.object({ number: z.coerce.number().int().optional() }) },
    responses: says(Charter, 'The charter.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const today = todayOf(actor)
    const group = await getCharterGroup(db, actor, c.req.valid('param').group)
    const { number } = c.req.valid('query')
    const versions = await listVersions(db, group.id)
    const version = number === undefined ? await findInForce(db, group.id, today) : versions.find((one) => one.number === number)
    if (!version) throw new NotFound(refusals.thereIsNoSuchVersion)
    const clauses = await listClauses(db, [version.id])
    return c.json(Charter.parse({ ...version, state: stateOf(version, versions, today), clauses }), 200)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/charter/versions',
    operationId: 'listCharterVersions',
    summary: 'All adopted versions, newest first',
    ...needs('read'),
    request: { params: inGroup, query: Paging },
    responses: says(pageOf(Version), 'The versions.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.valid('param').group)
    const versions = await listVersions(db, group.id)
    const today = todayOf(actor)
    return c.json(
      cut(
        c,
        c.req.valid('query'),
        versions.map((one) => Version.parse({ ...one, state: stateOf(one, versions, today) })),
      ),
      200,
    )
  },
)

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/charter/findings',
    operationId: 'listCharterFindings',
    summary: 'What each clause finds today',
    ...needs('read'),
    request: { params: inGroup, query: Paging },
    responses: says(pageOf(ClauseFinding), 'The findings.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.valid('param').group)
    const found = await assess(db, group, actor.at)
    const place = { locale: actor.locale, zone: actor.zone, now: actor.at }
    const seen = found ? readableTo(actor, group, found.clauses) : []
    return c.json(
      cut(
        c,
        c.req.valid('query'),
        seen.map(({ clause, state, found: of }) => ({
          lineId: clause.lineId,
          number: clause.number,
          state,
          found: of.map(({ measure, finding: { last: _, ...finding } }) => ({
            measure: measure.id,
            ...finding,
            says: sayFinding(measure, { ...finding, ...(_ === undefined ? {} : { last: _ }) }, place),
          })),
        })),
      ),
      200,
    )
  },
)

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/charter/clauses/{line}/evidence',
    operationId: 'listClauseEvidence',
    summary: 'The records behind a measure, the newest first',
    ...needs('read'),
    request: {
      params: ofLine,
      query: z.object({ measure: z.coerce.number().int(), page: z.coerce.number().int().min(1).max(10_000).default(1) }),
    },
    responses: says(Evidence, `At most ${evidencePerPage} records; \`next\` is the page after.`),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { measure: wanted, page } = c.req.valid('query')
    const line = await getLine(db, actor, c.req.valid('param').line)
    const found = line.assessed.found.find(({ measure }) => measure.id === wanted)
    if (!found || !line.mayRead) throw new NotFound(t.thereIsNoSuchMeasure)
    const { evidence, total, hidden, pages } = await listEvidence(db, actor, line.group.id, {
      measure: found.measure,
      lineId: line.assessed.clause.lineId,
      page,
    })
    return c.json({ items: evidence, total, hidden, next: page < pages ? page + 1 : null }, 200)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/versions/{version}/review',
    operationId: 'setCharterReview',
    summary: 'Set when a charter is reviewed',
    ...needs('write', 'work'),
    request: { params: z.object({ version: id() }), body: takes(z.object({ reviewOn: z.iso.date() })) },
    responses: does('Saved.'),
  }),
  async (c) => {
    await c.var.write((tx) => setReview(tx, c.var.actor, c.req.valid('param').version, c.req.valid('json').reviewOn))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/clauses/{line}/readers',
    operationId: 'setClauseReaders',
    summary: 'Set who can read what a clause finds',
    ...needs('write', 'work'),
    request: { params: ofLine, body: takes(z.object({ readers: z.enum(['group', 'steering', 'public']) })) },
    responses: does('Saved.'),
  }),
  async (c) => {
    await c.var.write((tx) => shareFinding(tx, c.var.actor, c.req.valid('param').line, c.req.valid('json').readers))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/clauses/{line}/waivers',
    operationId: 'waiveClause',
    summary: 'Waive a clause for some days',
    ...needs('write', 'work'),
    request: { params: ofLine, body: takes(ByDecision.extend({ fromOn: z.iso.date(), toOn: z.iso.date(), reason: lines(1_000).min(1) })) },
    responses: makes(Made, 'The waiver.'),
  }),
  async (c) =>
    made(
      c,
      { id: await c.var.write((tx) => waive(tx, c.var.actor, c.req.valid('param').line, c.req.valid('json'))) },
      () => `/charter/clauses/${c.req.valid('param').line}/evidence`,
    ),
)

findingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/waivers/{waiver}/end',
    operationId: 'endWaiver',
    summary: 'End a waiver today',
    ...needs('write', 'work'),
    request: { params: z.object({ waiver: id() }) },
    responses: does('Ended.'),
  }),
  async (c) => {
    await c.var.write((tx) => endWaiver(tx, c.var.actor, c.req.valid('param').waiver))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/clauses/{line}/links',
    operationId: 'addClauseLink',
    summary: 'Record what happened elsewhere, with its link',
    ...needs('write', 'work'),
    request: { params: ofLine, body: takes(z.object({ onDay: z.iso.date(), title: line(200).min(1), link: line(1_000).min(1) })) },
    responses: makes(Made, 'The record.'),
  }),
  async (c) =>
    made(
      c,
      { id: await c.var.write((tx) => attest(tx, c.var.actor, c.req.valid('param').line, c.req.valid('json'))) },
      () => `/charter/clauses/${c.req.valid('param').line}/evidence`,
    ),
)

findingsApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/links/{link}',
    operationId: 'removeClauseLink',
    summary: 'Remove a recorded link',
    ...needs('write', 'work'),
    request: { params: z.object({ link: id() }) },
    responses: does('Taken back.'),
  }),
  async (c) => {
    await c.var.write((tx) => removeAttestation(tx, c.var.actor, c.req.valid('param').link))
    return c.body(null, 204)
  },
)
