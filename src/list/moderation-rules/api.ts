import { z } from '@hono/zod-openapi'
import { does, named, routes, says } from '../../lib/ui/api.ts'
import { line } from '../../lib/ui/forms.ts'
import { inList, moderate } from '../moderation/api.ts'
import { changeList } from '../settings/actions.ts'
import { getOwnedList } from '../settings/queries.ts'
import { getChain } from './queries.ts'
import { ruleKinds } from './rules.ts'

export const rulesApi = routes()

const Rule = named('Rule', {
  kind: z.enum(ruleKinds),
  action: z.enum(['accept', 'hold', 'reject', 'discard']),
  on: z.boolean(),
  number: z.int().optional(),
  types: z.array(line(100)).max(50).optional(),
  field: line(100).optional(),
  pattern: line(1_000).optional(),
})
const Rules = z.object({ rules: z.array(Rule).max(40), own: z.boolean() }).openapi('Rules')

rulesApi.operation('listMailRules', 'GET /lists/{list}/rules', {
  summary: 'The rules for email, in their order',
  may: moderate,
  params: inList,
  answers: says(Rules, 'The rules; `own` says whether the list has changed them.'),
  run: async ({ db, actor, params }) => {
    const { chain, own } = await getChain(db, actor, params.list)
    return { rules: chain, own }
  },
})

rulesApi.operation('setMailRules', 'PUT /lists/{list}/rules', {
  summary: 'Set the rules for email and their order; null restores the standard rules',
  may: moderate,
  params: inList,
  body: { rules: z.array(Rule).max(40).nullable() },
  answers: does('Set.'),
  run: async ({ db, write, actor, params, body }) => {
    const list = await getOwnedList(db, actor, params.list)
    await write((tx) => changeList(tx, actor, list.name, { rules: body.rules }))
  },
})
