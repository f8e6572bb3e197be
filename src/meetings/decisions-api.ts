import { createRoute, z } from '@hono/zod-openapi'
import { reviewDecision, supersedeDecision } from '../groups/actions.ts'
import { getDecision, listDecisions } from '../groups/queries.ts'
import { does, id, needs, pageOf, pointNext, readCursor, routes, says, takes } from '../lib/ui/api.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { line } from '../lib/ui/texts.ts'
import { cursorOnly } from './shapes-api.ts'

export const decisionsApi = routes()

const Decision = z
  .object({ id: z.number().int(), number: z.number().int(), host: z.string(), text: z.string(), rationale: z.string() })
  .extend({ decidedOn: z.iso.date(), reviewOn: z.iso.date().nullable(), supersededBy: z.number().int().nullable() })
  .extend({ votesFor: z.number().int().nullable(), votesAgainst: z.number().int().nullable(), abstained: z.number().int().nullable() })
  .openapi('Decision')
/** With what a motion came to, in the reader's language. */
export const said = <D extends { rationale: string }>(decision: D): D => ({ ...decision, rationale: sayKept(decision.rationale) })

decisionsApi.openapi(
  createRoute({
    method: 'get',
    path: '/decisions',
    operationId: 'listDecisions',
    summary: 'Decisions, newest first',
    ...needs('read', { open: true }),
    request: {
      query: cursorOnly.extend({ state: z.enum(['standing', 'review', 'superseded', 'all']).default('all'), q: line(100).optional() }),
    },
    responses: says(pageOf(Decision), 'A page of decisions.'),
  }),
  async (c) => {
    const { cursor, state, q } = c.req.valid('query')
    const [page = 1] = readCursor(cursor, 1) ?? []
    const found = await listDecisions(c.var.db, c.var.actor, { state, q: q || undefined, page })
    const items = z.array(Decision).parse(found.decisions.map(said))
    return c.json({ items, next: pointNext(c, found.more ? [page + 1] : undefined) }, 200)
  },
)

decisionsApi.openapi(
  createRoute({
    method: 'get',
    path: '/decisions/{decision}',
    operationId: 'getDecision',
    summary: 'A decision',
    ...needs('read', { open: true }),
    request: { params: z.object({ decision: id() }) },
    responses: says(Decision, 'The decision.'),
  }),
  async (c) => {
    const decision = await getDecision(c.var.db, c.var.actor, c.req.valid('param').decision)
    return c.json(Decision.parse(said(decision)), 200)
  },
)

decisionsApi.openapi(
  createRoute({
    method: 'post',
    path: '/decisions/{decision}/review',
    operationId: 'reviewDecision',
    summary: 'Confirm a decision, with or without a next review',
    ...needs('write', 'will'),
    request: { params: z.object({ decision: id() }), body: takes(z.object({ reviewOn: z.iso.date().nullable().default(null) })) },
    responses: does('Noted.'),
  }),
  async (c) => {
    const { decision } = c.req.valid('param')
    await c.var.write((tx) => reviewDecision(tx, c.var.actor, decision, c.req.valid('json').reviewOn))
    return c.body(null, 204)
  },
)

decisionsApi.openapi(
  createRoute({
    method: 'post',
    path: '/decisions/{decision}/supersede',
    operationId: 'supersedeDecision',
    summary: 'Replace a decision with a later one of the same group',
    ...needs('write', 'will'),
    request: { params: z.object({ decision: id() }), body: takes(z.object({ byNumber: z.number().int().min(1) })) },
    responses: does('Noted.'),
  }),
  async (c) => {
    const { decision } = c.req.valid('param')
    await c.var.write((tx) => supersedeDecision(tx, c.var.actor, decision, c.req.valid('json').byNumber))
    return c.body(null, 204)
  },
)
