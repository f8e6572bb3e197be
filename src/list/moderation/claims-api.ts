import { createRoute, z } from '@hono/zod-openapi'
import { does, id, needs, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { decideSeveral } from './actions.ts'
import { claimHeld, noteHeld } from './claims-actions.ts'

const inList = z.object({ list: line(40) })
const oneHeld = inList.extend({ held: id() })
const moderate = needs('moderate')

/** What moderators tell each other about held mail, and one decision for several. */
export const claimApi = routes()

claimApi.openapi(
  createRoute({
    method: 'put',
    path: '/lists/{list}/held/{held}/claim',
    operationId: 'claimHeldMail',
    summary: 'Tell other moderators that I am reviewing a held email',
    ...moderate,
    request: { params: oneHeld },
    responses: does('The others see it.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list, held } = c.req.valid('param')
    await write((tx) => claimHeld(tx, actor, list, held, true))
    return c.body(null, 204)
  },
)

claimApi.openapi(
  createRoute({
    method: 'delete',
    path: '/lists/{list}/held/{held}/claim',
    operationId: 'releaseHeldMail',
    summary: 'Stop reviewing a held email',
    ...moderate,
    request: { params: oneHeld },
    responses: does('Nobody looks at it.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list, held } = c.req.valid('param')
    await write((tx) => claimHeld(tx, actor, list, held, false))
    return c.body(null, 204)
  },
)

claimApi.openapi(
  createRoute({
    method: 'put',
    path: '/lists/{list}/held/{held}/note',
    operationId: 'noteHeldMail',
    summary: 'Add a note that only moderators can read',
    ...moderate,
    request: { params: oneHeld, body: takes(z.object({ note: lines(2_000) })) },
    responses: does('Kept.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list, held } = c.req.valid('param')
    const { note } = c.req.valid('json')
    await write((tx) => noteHeld(tx, actor, list, held, note))
    return c.body(null, 204)
  },
)

claimApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/held/decisions',
    operationId: 'decideHeldMails',
    summary: 'Decide on several held emails at once',
    ...moderate,
    request: {
      params: inList,
      body: takes(
        z.object({
          held: z.array(z.number().int().positive()).min(1).max(200),
          decision: z.enum(['approve', 'reject', 'discard']),
          note: lines(2_000).default(''),
          allow: z.boolean().default(false).openapi({ description: 'With an approval: their mail goes to the list from now on.' }),
        }),
      ),
    },
    responses: says(z.object({ decided: z.number().int() }), 'How many were decided; others had been before.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { held, ...decision } = c.req.valid('json')
    const decided = await write((tx) => decideSeveral(tx, actor, c.req.valid('param').list, held, decision))
    return c.json({ decided }, 200)
  },
)
