import { z } from '@hono/zod-openapi'
import { instant, maybeInstant, named, routes, says } from '../../lib/ui/api.ts'
import { inList, moderate } from '../moderation/api.ts'
import { getCard } from './queries.ts'

const rung = z.enum(['proved', 'open', 'person']).openapi({ description: '`person`: a person has to say.' })
const Card = named('RequestCard', {
  id: z.int(),
  email: z.string(),
  name: z.string(),
  state: z.string(),
  askedAt: instant(),
  confirmedAt: maybeInstant(),
  ladder: z.object({ address: rung, domain: rung, reading: z.string(), contract: rung, staff: rung }),
  candidates: z.array(z.object({ id: z.int(), name: z.string(), domain: z.string(), contract: z.boolean() })),
  suggestions: z.array(
    z.object({ name: z.string(), country: z.string().nullable(), domains: z.array(z.string()), ror: z.string().nullable() }),
  ),
  evidence: z.array(z.object({ kind: z.string(), text: z.string(), person: z.string().nullable(), answer: z.boolean().nullable() })),
  earlier: z.array(z.object({ state: z.string(), askedAt: instant(), reason: z.string() })),
  claimer: z.string().optional().openapi({ description: 'Who is looking at it.' }),
  hosts: z.array(z.object({ id: z.int(), name: z.string() })).openapi({ description: 'The user groups for which I decide.' }),
})

/** The card of a request to join, for those who decide. */
export const vettingApi = routes()

vettingApi.operation('getJoinRequest', 'GET /lists/{list}/requests/{request}', {
  summary: 'One request to join, with its evidence',
  may: moderate,
  params: inList,
  answers: says(Card, 'The card.'),
  run: async ({ db, actor, params: { list, request } }) => {
    const card = await getCard(db, actor, list, request)
    return { ...card, ...card.request, candidates: card.evidence.candidates, evidence: card.given }
  },
})
