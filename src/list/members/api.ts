import { z } from '@hono/zod-openapi'
import { named, routes, says } from '../../lib/ui/api.ts'
import { lines } from '../../lib/ui/forms.ts'
import { getModeratedList } from '../core/queries.ts'
import { healthNow, listHealth } from '../health-queries.ts'
import { inList, moderate } from '../moderation/api.ts'
import { changeMembers } from './actions.ts'
import { mostAtOnce } from './rules.ts'

const count = z.int()
const Month = named('HealthMonth', {
  month: z.string().openapi({ example: '2026-10', description: 'Of UTC.' }),
  posts: count,
  posters: count,
  newcomers: count,
  threads: count,
  due: count.openapi({ description: 'Threads that are older than 7 days; a younger one may still be answered.' }),
  answered: count.openapi({ description: 'Of those, the ones that somebody else answered within 7 days.' }),
  joined: count,
  left: count,
  bounces: count,
  incidents: count,
})
const Health = named('ListHealth', {
  subscribers: count,
  suspended: count,
  paused: count,
  openIncidents: count,
  held: count,
  deliveries: z.array(z.object({ state: z.string(), count })).openapi({ description: 'Of the posts of 30 days.' }),
  classes: z.array(z.object({ class: z.string(), count })).openapi({ description: 'Why mail of 30 days came back.' }),
  months: z.array(Month),
})
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

memberApi.operation('getListHealth', 'GET /lists/{list}/health', {
  summary: 'Figures of a list by month: posts, replies, new members, deliveries, bounces',
  may: moderate,
  params: inList,
  answers: says(Health, 'The list’s health.'),
  run: async ({ db, actor, params }) => {
    const list = await getModeratedList(db, actor, params.list)
    const [months, now] = await Promise.all([listHealth(db, list.id, actor.at), healthNow(db, list.id, actor.at)])
    return { ...now, months }
  },
})

memberApi.operation('changeSubscribers', 'POST /lists/{list}/subscribers/changes', {
  summary: 'Change or remove several subscribers at once',
  may: moderate,
  params: inList,
  body: Change,
  answers: says(z.object({ changed: count }), 'How many were changed; others were so already, or have left.'),
  run: async ({ write, actor, params, body: { subscriptions: ids, ...change } }) => ({
    changed: await write((tx) => changeMembers(tx, actor, params.list, ids, change)),
  }),
})
