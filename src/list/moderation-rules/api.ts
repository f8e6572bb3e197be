import { createRoute, z } from '@hono/zod-openapi'
import { does, routes, says, takes } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/texts.ts'
import { inList, moderate } from '../moderation/api.ts'
import { changeList } from '../settings/actions.ts'
import { getOwnedList } from '../settings/queries.ts'
import { getChain } from './queries.ts'
import { ruleKinds } from './rules.ts'

export const rulesApi = routes()

const Rule = z
  .object({
    kind: z.enum(ruleKinds),
    action: z.enum(['accept', 'hold', 'reject', 'discard']),
    on: z.boolean(),
    number: z.number().int().optional(),
    types: z.array(line(100)).max(50).optional(),
    field: line(100).optional(),
    pattern: line(1_000).optional(),
  })
  .openapi('Rule')
const Rules = z.object({ rules: z.array(Rule).max(40), own: z.boolean() }).openapi('Rules')

rulesApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/rules',
    operationId: 'listMailRules',
    summary: 'The rules for email, in their order',
    ...moderate,
    request: { params: inList },
    responses: says(Rules, 'The rules; `own` says whether the list has changed them.'),
  }),
  async (c) => {
    const { chain, own } = await getChain(c.var.db, c.var.actor, c.req.valid('param').list)
    return c.json(Rules.parse({ rules: chain, own }), 200)
  },
)

rulesApi.openapi(
  createRoute({
    method: 'put',
    path: '/lists/{list}/rules',
    operationId: 'setMailRules',
    summary: 'Set the rules for email and their order; null restores the standard rules',
    ...moderate,
    request: { params: inList, body: takes(z.object({ rules: z.array(Rule).max(40).nullable() })) },
    responses: does('Set.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const list = await getOwnedList(db, actor, c.req.valid('param').list)
    await write((tx) => changeList(tx, actor, list.name, { rules: c.req.valid('json').rules }))
    return c.body(null, 204)
  },
)
