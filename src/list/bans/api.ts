import { createRoute, z } from '@hono/zod-openapi'
import { cut, does, id, instant, made, makes, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { getModeratedList } from '../core/queries.ts'
import { inList, moderate } from '../moderation/api.ts'
import { ban, liftBan } from './actions.ts'
import { listBans } from './queries.ts'

export const bansApi = routes()

const Ban = z
  .object({
    id: z.number().int(),
    kind: z.enum(['address', 'domain', 'pattern']),
    value: z.string(),
    reason: z.string(),
    until: z.string().nullable(),
    createdAt: instant(),
  })
  .openapi('Ban')

bansApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/bans',
    operationId: 'listBans',
    summary: 'Bans of a list',
    ...moderate,
    request: { params: inList, query: Paging },
    responses: says(pageOf(Ban), 'At most 1,000, newest first.'),
  }),
  async (c) => {
    const list = await getModeratedList(c.var.db, c.var.actor, c.req.valid('param').list)
    return c.json(cut(c, c.req.valid('query'), z.array(Ban).parse(await listBans(c.var.db, list.id))), 200)
  },
)

bansApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/bans',
    operationId: 'addBan',
    summary: 'Ban an address, a domain or a pattern',
    ...moderate,
    request: {
      params: inList,
      body: takes(
        z.object({
          kind: Ban.shape.kind,
          value: line(300).min(1),
          reason: lines(500).default(''),
          until: z.iso.date().nullable().default(null).openapi({ description: 'The last day; null: for ever.' }),
        }),
      ),
    },
    responses: makes(Ban.pick({ id: true }), 'Banned.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { list } = c.req.valid('param')
    const banId = await write((tx) => ban(tx, actor, list, { ...c.req.valid('json'), everywhere: false }))
    return made(c, { id: banId }, () => `/lists/${list}/bans`)
  },
)

bansApi.openapi(
  createRoute({
    method: 'delete',
    path: '/lists/{list}/bans/{ban}',
    operationId: 'liftBan',
    summary: 'Lift a ban',
    ...moderate,
    request: { params: inList.extend({ ban: id() }) },
    responses: does('Lifted.'),
  }),
  async (c) => {
    const { list, ban: banId } = c.req.valid('param')
    await c.var.write((tx) => liftBan(tx, c.var.actor, list, banId))
    return c.body(null, 204)
  },
)
