import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, id, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { todayOf } from '../../time.ts'
import { setReview } from '../clauses/actions.ts'
import { findInForce, getCharterGroup, listClauses, listVersions } from '../clauses/queries.ts'
import { stateOf } from '../clauses/rules.ts'
import { evidencePerPage, listEvidence } from '../records-queries.ts'
import { attest, endWaiver, removeAttestation, shareFinding, waive } from './actions.ts'
import { assess, getLine, readableTo } from './queries.ts'
import { sayFinding } from './say.ts'
import { ByDecision, Charter, ClauseFinding, Evidence, inGroup, Made, ofLine, Version } from './shapes-api.ts'

const t = textsOf('charter', 'findingsPage')

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
