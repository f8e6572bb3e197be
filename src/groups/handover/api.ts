import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, id, instant, made, makes, needs, Paging, pageOf, routes, says, takes } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { isInGroup, mayAppoint } from '../../policy.ts'
import { getGroup } from '../queries.ts'
import { addHolding, completeHandover, endHolding, prepareHandover, withdrawHandover } from './actions.ts'
import { getHandover, listHandovers, listHoldings } from './queries.ts'
import { handedRoles } from './rules.ts'

const Handover = z
  .object({
    id: z.number().int(),
    role: z.enum(handedRoles),
    giver: z.string(),
    taker: z.string(),
    state: z.enum(['prepared', 'done', 'withdrawn']),
    note: z.string(),
    begunAt: instant(),
  })
  .openapi('Handover')
const Passed = z.object({ kind: z.string(), title: z.string(), path: z.string(), outcome: z.string() }).openapi('HandedThing')
const Holding = z.object({ id: z.number().int(), role: z.string(), title: z.string(), note: z.string() }).openapi('Holding')
const params = z.object({ handover: id() })
const groupParams = z.object({ group: line(40) })

/** A role passes from one person to the next. */
export const handoverApi = routes()

handoverApi.openapi(
  createRoute({
    method: 'get',
    path: '/groups/{group}/handovers',
    operationId: 'listHandovers',
    summary: 'Handovers of a group, and the accounts of its roles elsewhere',
    ...needs('read'),
    request: { params: groupParams, query: Paging },
    responses: says(pageOf(Handover).extend({ holdings: z.array(Holding) }), 'The open ones first.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const group = await getGroup(db, c.req.valid('param').group)
    if (!isInGroup(actor, group.id) && !mayAppoint(actor, group.id)) throw new NotFound(refusals.noSuchGroup)
    const [items, holdings] = await Promise.all([listHandovers(db, group.id), listHoldings(db, group.id)])
    return c.json({ ...cut(c, c.req.valid('query'), z.array(Handover).parse(items)), holdings: z.array(Holding).parse(holdings) }, 200)
  },
)

handoverApi.openapi(
  createRoute({
    method: 'post',
    path: '/groups/{group}/handovers',
    operationId: 'prepareHandover',
    summary: 'Prepare the handover of a role. Nothing moves yet.',
    ...needs('write', 'work'),
    request: {
      params: groupParams,
      body: takes(
        z.object({
          role: z.enum(handedRoles),
          fromId: z.number().int().positive(),
          toId: z.number().int().positive(),
          note: lines(5_000).default(''),
        }),
      ),
    },
    responses: makes(z.object({ id: z.number().int() }), 'Prepared.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const group = await getGroup(db, c.req.valid('param').group)
    return made(c, { id: await write((tx) => prepareHandover(tx, actor, group.id, c.req.valid('json'))) }, ({ id }) => `/handovers/${id}`)
  },
)

handoverApi.openapi(
  createRoute({
    method: 'get',
    path: '/handovers/{handover}',
    operationId: 'getHandover',
    summary: 'One handover, and what it moved',
    ...needs('read'),
    request: { params },
    responses: says(Handover.extend({ items: z.array(Passed) }), 'The handover.'),
  }),
  async (c) => {
    const found = await getHandover(c.var.db, c.var.actor, c.req.valid('param').handover)
    return c.json(Handover.extend({ items: z.array(Passed) }).parse(found), 200)
  },
)

handoverApi.openapi(
  createRoute({
    method: 'post',
    path: '/handovers/{handover}/state',
    operationId: 'setHandoverState',
    summary: 'Complete or cancel a handover',
    ...needs('write', 'will'),
    request: { params, body: takes(z.object({ state: z.enum(['done', 'withdrawn']) })) },
    responses: does('Done.'),
  }),
  async (c) => {
    const { write, actor, gathered } = c.var
    const { handover } = c.req.valid('param')
    const isDone = c.req.valid('json').state === 'done'
    await write((tx) => (isDone ? completeHandover(tx, actor, gathered.keepers, handover) : withdrawHandover(tx, actor, handover)))
    return c.body(null, 204)
  },
)

handoverApi.openapi(
  createRoute({
    method: 'post',
    path: '/groups/{group}/holdings',
    operationId: 'addRoleAccount',
    summary: 'Add an account of a role. Never send a password.',
    ...needs('write', 'work'),
    request: {
      params: groupParams,
      body: takes(z.object({ role: z.enum(handedRoles), title: line(200).min(1), note: lines(2_000).default('') })),
    },
    responses: makes(z.object({ id: z.number().int() }), 'Written down.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const group = await getGroup(db, c.req.valid('param').group)
    const holding = await write((tx) => addHolding(tx, actor, group.id, c.req.valid('json')))
    return made(c, { id: holding }, () => `/groups/${group.slug}/handovers`)
  },
)

handoverApi.openapi(
  createRoute({
    method: 'delete',
    path: '/groups/{group}/holdings/{holding}',
    operationId: 'removeRoleAccount',
    summary: 'Remove an account of a role',
    ...needs('write', 'work'),
    request: { params: z.object({ group: line(40), holding: id() }) },
    responses: does('Taken off.'),
  }),
  async (c) => {
    const { db, write, actor } = c.var
    const { group: slug, holding } = c.req.valid('param')
    const group = await getGroup(db, slug)
    await write((tx) => endHolding(tx, actor, group.id, holding))
    return c.body(null, 204)
  },
)
