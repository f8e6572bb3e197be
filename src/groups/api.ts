import { createRoute, z } from '@hono/zod-openapi'
import { cut, instant, maybeInstant, needs, Paging, pageOf, routes, says } from '../lib/ui/api.ts'
import { line } from '../lib/ui/texts.ts'
import { getGroup, listGroups, listRoster } from './queries.ts'

const GroupLine = z
  .object({
    slug: z.string(),
    name: z.string(),
    tagline: z.string(),
    communities: z.array(z.string()),
    closedAt: maybeInstant().openapi({ description: 'Since when the group can only be read; null while it works.' }),
  })
  .openapi('GroupLine')
const Group = GroupLine.extend({
  product: z.string(),
  vendor: z.string(),
  foundedOn: z.iso.date().nullable(),
  mergedInto: z.string().nullable().openapi({ description: 'The group in which its work goes on.' }),
}).openapi('Group')
const Seat = z
  .object({ person: z.string(), role: z.string(), formal: z.boolean(), fromOn: z.iso.date().nullable(), toOn: z.iso.date().nullable() })
  .openapi('Seat')
const params = z.object({ group: line(40) })

/** Groups and who holds which role in them: public, as on the pages. */
export const charterApi = routes()

charterApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups',
    operationId: 'listGroups',
    summary: 'The working groups of this site',
    ...needs('read', { open: true }),
    request: { query: Paging },
    responses: says(pageOf(GroupLine), 'All groups.'),
  }),
  async (c) => c.json(cut(c, c.req.valid('query'), z.array(GroupLine).parse(await listGroups(c.var.db))), 200),
)

charterApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}',
    operationId: 'getGroup',
    summary: 'One group',
    ...needs('read', { open: true }),
    request: { params },
    responses: says(Group, 'The group with its product, vendor and user groups.'),
  }),
  async (c) => c.json(Group.parse(await getGroup(c.var.db, c.req.valid('param').group)), 200),
)

charterApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/roster',
    operationId: 'getRoster',
    summary: 'Current members and their roles',
    ...needs('read', { open: true }),
    request: { params, query: Paging },
    responses: says(pageOf(Seat).extend({ at: instant() }), 'The roster.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getGroup(db, c.req.valid('param').group)
    const roster = await listRoster(db, group.id, actor.at)
    const items = z.array(Seat).parse(roster.map((seat) => ({ ...seat, person: seat.name })))
    return c.json({ at: instant().parse(actor.at), ...cut(c, c.req.valid('query'), items) }, 200)
  },
)
