import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, id, needs, routes, says, takes } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { todayOf } from '../../time.ts'
import {
  addClause,
  adopt,
  changeClause,
  changeDraft,
  discardDraft,
  moveClause,
  removeClause,
  setReview,
  startDraft,
} from '../clauses/actions.ts'
import { findInForce, getCharterGroup, getVersionById, listClauses, listVersions } from '../clauses/queries.ts'
import { clauseKinds, longestClause, stateOf } from '../clauses/rules.ts'
import { attachMeasure, changeMeasure, removeMeasure } from '../measures/actions.ts'
import { measuredRoles, measureKinds } from '../measures/rules.ts'
import { evidencePerPage, listEvidence } from '../records/queries.ts'
import { attest, endWaiver, removeAttestation, shareFinding, waive } from './actions.ts'
import { assess, getLine, readableTo } from './queries.ts'
import { sayFinding } from './say.ts'

const t = textsOf('charter', 'findingsPage')

const findingStates = ['kept', 'at_risk', 'not_kept', 'waiting', 'waived', 'not_measured', 'too_early'] as const

const MeasureFields = z.object({
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
const Charter = Version.extend({ clauses: z.array(Clause) }).openapi('Charter')
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
const ByDecision = z.object({
  decisionId: z.number().int().positive().optional(),
  decisionText: lines(2_000).optional(),
  decidedOn: z.iso.date().optional(),
})
const Made = z.object({ id: z.number().int() })
const inGroup = z.object({ group: line(60) })
const ofDraft = z.object({ draft: id() })
const ofClause = ofDraft.extend({ clause: id() })
const ofLine = z.object({ line: id() })

/** Charters, what their clauses are measured by, and what is found. */
export const findingsApi = routes()

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/charter',
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
    summary: 'All versions that were adopted, the newest first',
    ...needs('read'),
    request: { params: inGroup },
    responses: says(z.array(Version), 'The versions.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.valid('param').group)
    const versions = await listVersions(db, group.id)
    const today = todayOf(actor)
    return c.json(
      versions.map((one) => Version.parse({ ...one, state: stateOf(one, versions, today) })),
      200,
    )
  },
)

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/charter/findings',
    summary: 'What each clause finds today, as far as you may read it',
    ...needs('read'),
    request: { params: inGroup },
    responses: says(z.array(ClauseFinding), 'The findings.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.valid('param').group)
    const found = await assess(db, group, actor.at)
    const place = { locale: actor.locale, zone: actor.zone, now: actor.at }
    const seen = found ? readableTo(actor, group, found.clauses) : []
    return c.json(
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
      200,
    )
  },
)

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/charter/clauses/{line}/evidence',
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
    method: 'post',
    path: '/groups/{group}/charter/drafts',
    summary: 'Begin the next version: from the one in force, the template, a text, or nothing',
    ...needs('write', 'work'),
    request: {
      params: inGroup,
      body: takes(z.object({ from: z.enum(['in_force', 'template', 'empty', 'paste']), text: lines(200_000).default('') })),
    },
    responses: says(Made, 'The draft.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const group = await getCharterGroup(db, actor, c.req.valid('param').group)
    const { from, text: pasted } = c.req.valid('json')
    const begun = from === 'paste' ? { from, text: pasted } : { from }
    return c.json({ id: await write((tx) => startDraft(tx, actor, group, begun)) }, 200)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'get',
    path: '/charter/drafts/{draft}',
    summary: 'A draft with its clauses',
    ...needs('read'),
    request: { params: ofDraft },
    responses: says(Charter, 'The draft.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const draft = await getVersionById(db, actor, c.req.valid('param').draft)
    const versions = await listVersions(db, draft.groupId, { drafts: true })
    const state = stateOf(draft, versions, todayOf(actor))
    return c.json(Charter.parse({ ...draft, state, clauses: await listClauses(db, [draft.id]) }), 200)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/drafts/{draft}',
    summary: 'Write what stands around the clauses of a draft',
    ...needs('write', 'work'),
    request: { params: ofDraft, body: takes(z.object({ preamble: lines(longestClause).default(''), note: lines(2_000).default('') })) },
    responses: does('Saved.'),
  }),
  async (c) => {
    await c.var.write((tx) => changeDraft(tx, c.var.actor, c.req.valid('param').draft, c.req.valid('json')))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/drafts/{draft}',
    summary: 'Throw a draft away',
    ...needs('write', 'work'),
    request: { params: ofDraft },
    responses: does('Thrown away.'),
  }),
  async (c) => {
    await c.var.write((tx) => discardDraft(tx, c.var.actor, c.req.valid('param').draft))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/drafts/{draft}/clauses',
    summary: 'Add a clause to a draft',
    ...needs('write', 'work'),
    request: {
      params: ofDraft,
      body: takes(z.object({ number: line(12).min(1).optional(), kind: z.enum(clauseKinds), text: lines(longestClause).min(1) })),
    },
    responses: says(Made, 'The clause.'),
  }),
  async (c) => c.json({ id: await c.var.write((tx) => addClause(tx, c.var.actor, c.req.valid('param').draft, c.req.valid('json'))) }, 200),
)

findingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/drafts/{draft}/clauses/{clause}',
    summary: 'Change a clause of a draft',
    ...needs('write', 'work'),
    request: {
      params: ofClause,
      body: takes(
        z.object({
          number: line(12).min(1),
          kind: z.enum(clauseKinds),
          text: lines(longestClause).min(1),
          revision: z
            .number()
            .int()
            .optional()
            .openapi({ description: 'The one that the change was made on; 409 where there is a newer.' }),
        }),
      ),
    },
    responses: does('Changed.'),
  }),
  async (c) => {
    const { draft, clause } = c.req.valid('param')
    const { revision, ...changed } = c.req.valid('json')
    await c.var.write((tx) => changeClause(tx, c.var.actor, draft, clause, changed, revision))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/drafts/{draft}/clauses/{clause}/move',
    summary: 'Move a clause of a draft up or down',
    ...needs('write', 'work'),
    request: { params: ofClause, body: takes(z.object({ to: z.enum(['up', 'down']) })) },
    responses: does('Moved.'),
  }),
  async (c) => {
    const { draft, clause } = c.req.valid('param')
    await c.var.write((tx) => moveClause(tx, c.var.actor, draft, clause, c.req.valid('json').to))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/drafts/{draft}/clauses/{clause}',
    summary: 'Take a clause out of a draft',
    ...needs('write', 'work'),
    request: { params: ofClause },
    responses: does('Taken out.'),
  }),
  async (c) => {
    const { draft, clause } = c.req.valid('param')
    await c.var.write((tx) => removeClause(tx, c.var.actor, draft, clause))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/drafts/{draft}/adopt',
    summary: 'Adopt a draft by a decision',
    ...needs('write', 'will'),
    request: {
      params: ofDraft,
      body: takes(ByDecision.extend({ inForceOn: z.iso.date(), reviewOn: z.iso.date().nullable().default(null) })),
    },
    responses: does('Adopted.'),
  }),
  async (c) => {
    await c.var.write((tx) => adopt(tx, c.var.actor, c.req.valid('param').draft, c.req.valid('json')))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/versions/{version}/review',
    summary: 'Say when a charter is looked at again',
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
    method: 'post',
    path: '/charter/texts/{clause}/measures',
    summary: 'Say what a clause is measured by',
    ...needs('write', 'work'),
    request: { params: z.object({ clause: id() }), body: takes(MeasureFields) },
    responses: says(Made, 'The measure.'),
  }),
  async (c) =>
    c.json({ id: await c.var.write((tx) => attachMeasure(tx, c.var.actor, c.req.valid('param').clause, c.req.valid('json'))) }, 200),
)

findingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/measures/{measure}',
    summary: 'Change a measure',
    ...needs('write', 'work'),
    request: { params: z.object({ measure: id() }), body: takes(MeasureFields) },
    responses: does('Changed.'),
  }),
  async (c) => {
    await c.var.write((tx) => changeMeasure(tx, c.var.actor, c.req.valid('param').measure, c.req.valid('json')))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/measures/{measure}',
    summary: 'Take a measure away',
    ...needs('write', 'work'),
    request: { params: z.object({ measure: id() }) },
    responses: does('Taken away.'),
  }),
  async (c) => {
    await c.var.write((tx) => removeMeasure(tx, c.var.actor, c.req.valid('param').measure))
    return c.body(null, 204)
  },
)

findingsApi.openapi(
  createRoute({
    method: 'put',
    path: '/charter/clauses/{line}/readers',
    summary: 'Say who may read what a clause finds',
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
    summary: 'Waive a clause for some days',
    ...needs('write', 'work'),
    request: { params: ofLine, body: takes(ByDecision.extend({ fromOn: z.iso.date(), toOn: z.iso.date(), reason: lines(1_000).min(1) })) },
    responses: says(Made, 'The waiver.'),
  }),
  async (c) => c.json({ id: await c.var.write((tx) => waive(tx, c.var.actor, c.req.valid('param').line, c.req.valid('json'))) }, 200),
)

findingsApi.openapi(
  createRoute({
    method: 'post',
    path: '/charter/waivers/{waiver}/end',
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
    summary: 'Record what happened elsewhere, with its link',
    ...needs('write', 'work'),
    request: { params: ofLine, body: takes(z.object({ onDay: z.iso.date(), title: line(200).min(1), link: line(1_000).min(1) })) },
    responses: says(Made, 'The record.'),
  }),
  async (c) => c.json({ id: await c.var.write((tx) => attest(tx, c.var.actor, c.req.valid('param').line, c.req.valid('json'))) }, 200),
)

findingsApi.openapi(
  createRoute({
    method: 'delete',
    path: '/charter/links/{link}',
    summary: 'Take a recorded link back',
    ...needs('write', 'work'),
    request: { params: z.object({ link: id() }) },
    responses: does('Taken back.'),
  }),
  async (c) => {
    await c.var.write((tx) => removeAttestation(tx, c.var.actor, c.req.valid('param').link))
    return c.body(null, 204)
  },
)
