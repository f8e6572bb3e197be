import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, instant, lists, Made, makes, named, needs, routes, says } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/forms.ts'
import { refusals } from '../../lib/ui/words.ts'
import { isInGroup, mayAppoint } from '../../policy.ts'
import { getGroup } from '../queries.ts'
import { addHolding, completeHandover, endHolding, prepareHandover, withdrawHandover } from './actions.ts'
import { getHandover, listHandovers, listHoldings } from './queries.ts'
import { handedRoles } from './rules.ts'

const Handover = named('Handover', {
  id: z.int(),
  role: z.enum(handedRoles),
  giver: z.string(),
  taker: z.string(),
  state: z.enum(['prepared', 'done', 'withdrawn']),
  note: z.string(),
  begunAt: instant(),
})
const Passed = z.object({ kind: z.string(), title: z.string(), path: z.string(), outcome: z.string() }).openapi('HandedThing')
const Holding = z.object({ id: z.int(), role: z.string(), title: z.string(), note: z.string() }).openapi('Holding')
const groupParams = { group: line(40) }

/** A role passes from one person to the next. */
export const handoverApi = routes()

handoverApi.operation('listHandovers', 'GET /groups/{group}/handovers', {
  summary: 'Handovers of a group, and the accounts of its roles elsewhere',
  may: needs('read'),
  params: groupParams,
  answers: lists(Handover, 'The open ones first.', { holdings: z.array(Holding) }),
  run: async ({ db, actor, params }) => {
    const group = await getGroup(db, params.group)
    if (!isInGroup(actor, group.id) && !mayAppoint(actor, group.id)) throw new NotFound(refusals.noSuchGroup)
    const [items, holdings] = await Promise.all([listHandovers(db, group.id), listHoldings(db, group.id)])
    return { items, holdings }
  },
})

handoverApi.operation('prepareHandover', 'POST /groups/{group}/handovers', {
  summary: 'Prepare the handover of a role. Nothing moves yet.',
  may: needs('write', 'work'),
  params: groupParams,
  body: {
    role: z.enum(handedRoles),
    fromId: z.int().positive(),
    toId: z.int().positive(),
    note: lines(5_000).default(''),
  },
  answers: makes(Made, 'Prepared.', '/handovers/{id}'),
  run: async ({ db, write, actor, params, body }) => {
    const group = await getGroup(db, params.group)
    return { id: await write((tx) => prepareHandover(tx, actor, group.id, body)) }
  },
})

handoverApi.operation('getHandover', 'GET /handovers/{handover}', {
  summary: 'One handover, and what it moved',
  may: needs('read'),
  answers: says(Handover.extend({ items: z.array(Passed) }), 'The handover.'),
  run: ({ db, actor, params }) => getHandover(db, actor, params.handover),
})

handoverApi.operation('setHandoverState', 'POST /handovers/{handover}/state', {
  summary: 'Complete or cancel a handover',
  may: needs('write', 'will'),
  body: { state: z.enum(['done', 'withdrawn']) },
  answers: does('Done.'),
  run: async ({ write, actor, gathered, params: { handover }, body }) => {
    const isDone = body.state === 'done'
    await write((tx) => (isDone ? completeHandover(tx, actor, gathered.keepers, handover) : withdrawHandover(tx, actor, handover)))
  },
})

handoverApi.operation('addRoleAccount', 'POST /groups/{group}/holdings', {
  summary: 'Add an account of a role. Never send a password.',
  may: needs('write', 'work'),
  params: groupParams,
  body: { role: z.enum(handedRoles), title: line(200).min(1), note: lines(2_000).default('') },
  answers: makes(Made, 'Written down.', '/groups/{group}/handovers'),
  run: async ({ db, write, actor, params, body }) => {
    const group = await getGroup(db, params.group)
    return { id: await write((tx) => addHolding(tx, actor, group.id, body)), group: group.slug }
  },
})

handoverApi.operation('removeRoleAccount', 'DELETE /groups/{group}/holdings/{holding}', {
  summary: 'Remove an account of a role',
  may: needs('write', 'work'),
  params: groupParams,
  answers: does('Taken off.'),
  run: async ({ db, write, actor, params: { group: slug, holding } }) => {
    const group = await getGroup(db, slug)
    await write((tx) => endHolding(tx, actor, group.id, holding))
  },
})
