import { z } from '@hono/zod-openapi'
import { reviewDecision, supersedeDecision } from '../groups/actions.ts'
import { getDecision, listDecisions } from '../groups/queries.ts'
import { does, needs, pages, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/forms.ts'
import { sayKept } from '../lib/ui/kept.ts'

export const decisionsApi = routes()

const Decision = z
  .object({ id: z.int(), number: z.int(), host: z.string(), text: z.string(), rationale: z.string() })
  .extend({ decidedOn: z.iso.date(), reviewOn: z.iso.date().nullable(), superseded: z.boolean() })
  .extend({ supersededBy: z.int().nullable().openapi({ description: 'Null where it is not, or by one that you may not see.' }) })
  .extend({ votesFor: z.int().nullable(), votesAgainst: z.int().nullable(), abstained: z.int().nullable() })
  .openapi('Decision')
/** With what a motion came to, in the reader's language. */
export const said = <D extends { rationale: string }>(decision: D): D => ({ ...decision, rationale: sayKept(decision.rationale) })

decisionsApi.operation('listDecisions', 'GET /decisions', {
  summary: 'Decisions, newest first',
  may: needs('read', { open: true }),
  query: { state: z.enum(['standing', 'review', 'superseded', 'all']).default('all'), q: line(100).optional() },
  answers: pages(Decision, 'A page of decisions.'),
  run: async ({ db, actor, query: { page, limit, state, q } }) => {
    const found = await listDecisions(db, actor, { state, q: q || undefined, page, limit })
    return { items: found.decisions.map(said), pages: found.pages }
  },
})

decisionsApi.operation('getDecision', 'GET /decisions/{decision}', {
  summary: 'A decision',
  may: needs('read', { open: true }),
  answers: says(Decision, 'The decision.'),
  run: async ({ db, actor, params }) => said(await getDecision(db, actor, params.decision)),
})

decisionsApi.operation('reviewDecision', 'POST /decisions/{decision}/review', {
  summary: 'Confirm a decision, with or without a next review',
  may: needs('write', 'will'),
  body: { reviewOn: z.iso.date().nullable().default(null) },
  answers: does('Noted.'),
  run: ({ write, actor, params: { decision }, body }) => write((tx) => reviewDecision(tx, actor, decision, body.reviewOn)),
})

decisionsApi.operation('supersedeDecision', 'POST /decisions/{decision}/supersede', {
  summary: 'Replace a decision with a later one of the same group',
  may: needs('write', 'will'),
  body: { byNumber: z.int().min(1) },
  answers: does('Noted.'),
  run: ({ write, actor, params: { decision }, body }) => write((tx) => supersedeDecision(tx, actor, decision, body.byNumber)),
})
