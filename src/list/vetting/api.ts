import { createRoute, z } from '@hono/zod-openapi'
import { id, instant, maybeInstant, needs, routes, says } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/texts.ts'
import { getCard } from './queries.ts'

const rung = z.enum(['proved', 'open', 'person']).openapi({ description: '`person`: a person has to say.' })
const Card = z
  .object({
    id: z.number().int(),
    email: z.string(),
    name: z.string(),
    state: z.string(),
    askedAt: instant(),
    confirmedAt: maybeInstant(),
    ladder: z.object({ address: rung, domain: rung, reading: z.string(), contract: rung, staff: rung }),
    candidates: z.array(z.object({ id: z.number().int(), name: z.string(), domain: z.string(), contract: z.boolean() })),
    suggestions: z.array(
      z.object({ name: z.string(), country: z.string().nullable(), domains: z.array(z.string()), ror: z.string().nullable() }),
    ),
    evidence: z.array(z.object({ kind: z.string(), text: z.string(), person: z.string().nullable(), answer: z.boolean().nullable() })),
    earlier: z.array(z.object({ state: z.string(), askedAt: instant(), reason: z.string() })),
    claimer: z.string().optional().openapi({ description: 'Who is looking at it.' }),
    hosts: z.array(z.object({ id: z.number().int(), name: z.string() })).openapi({ description: 'The user groups for which I decide.' }),
  })
  .openapi('RequestCard')

/** The card of a request to join, for those who decide. */
export const vettingApi = routes()

vettingApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/requests/{request}',
    operationId: 'getJoinRequest',
    summary: 'One request to join, with its evidence',
    ...needs('moderate'),
    request: { params: z.object({ list: line(40), request: id() }) },
    responses: says(Card, 'The card.'),
  }),
  async (c) => {
    const { list, request } = c.req.valid('param')
    const card = await getCard(c.var.db, c.var.actor, list, request)
    return c.json(Card.parse({ ...card, ...card.request, candidates: card.evidence.candidates, evidence: card.given }), 200)
  },
)
