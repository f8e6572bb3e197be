import { createRoute, z } from '@hono/zod-openapi'
import { needs, routes, says, takes } from '../../lib/ui/api.ts'
import { line, lines } from '../../lib/ui/texts.ts'
import { getModeratedList } from '../core/queries.ts'
import { healthNow, listHealth } from '../health-queries.ts'
import { changeMembers } from './actions.ts'
import { mostAtOnce } from './rules.ts'

const inList = z.object({ list: line(40) })
const count = z.number().int()
const Month = z
  .object({
    month: z.string().openapi({ example: '2026-10', description: 'Of UTC.' }),
    posts: count,
    posters: count,
    newcomers: count,
    threads: count,
    answered: count.openapi({ description: 'Threads that somebody else answered within 7 days.' }),
    joined: count,
    left: count,
    bounces: count,
    incidents: count,
  })
  .openapi('HealthMonth')
const Health = z
  .object({
    subscribers: count,
    suspended: count,
    paused: count,
    openIncidents: count,
    held: count,
    deliveries: z.array(z.object({ state: z.string(), count })).openapi({ description: 'Of the posts of 30 days.' }),
    classes: z.array(z.object({ class: z.string(), count })).openapi({ description: 'Why mail of 30 days came back.' }),
    months: z.array(Month),
  })
  .openapi('ListHealth')
const subscriptions = z.array(count.positive()).min(1).max(mostAtOnce)
const Change = z
  .discriminatedUnion('act', [
    z.strictObject({
      act: z.literal('receiving'),
      subscriptions,
      receiving: z.enum(['each', 'mime_digest', 'plain_digest', 'weekly', 'none']),
    }),
    z.strictObject({
      act: z.literal('posting'),
      subscriptions,
      posting: z.enum(['accept', 'hold', 'reject', 'discard']).nullable().openapi({ description: 'null: as the rules say.' }),
    }),
    z.strictObject({ act: z.literal('remove'), subscriptions, reason: lines(1_000).default(''), tell: z.boolean().default(true) }),
  ])
  .openapi('SubscriberChange')

/** How a list is, and what is done to many of its subscribers at once. */
export const memberApi = routes()

memberApi.openapi(
  createRoute({
    method: 'get',
    path: '/lists/{list}/health',
    operationId: 'getListHealth',
    summary: 'Figures of a list by month: posts, replies, new members, deliveries, bounces',
    ...needs('moderate'),
    request: { params: inList },
    responses: says(Health, 'The list’s health.'),
  }),
  async (c) => {
    const { db, actor } = c.var
    const list = await getModeratedList(db, actor, c.req.valid('param').list)
    const [months, now] = await Promise.all([listHealth(db, list.id, actor.at), healthNow(db, list.id, actor.at)])
    return c.json(Health.parse({ ...now, months }), 200)
  },
)

memberApi.openapi(
  createRoute({
    method: 'post',
    path: '/lists/{list}/subscribers/changes',
    operationId: 'changeSubscribers',
    summary: 'Change or remove several subscribers at once',
    ...needs('moderate'),
    request: { params: inList, body: takes(Change) },
    responses: says(z.object({ changed: count }), 'How many were changed; others were so already, or have left.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    const { subscriptions: ids, ...change } = c.req.valid('json')
    const changed = await write((tx) => changeMembers(tx, actor, c.req.valid('param').list, ids, change))
    return c.json({ changed }, 200)
  },
)
