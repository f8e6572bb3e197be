import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { needs, routes, says } from '../../lib/ui/api.ts'
import { mayAdminister } from '../../policy.ts'
import { measureSite } from './queries.ts'
import { ringing, surroundingsOf } from './rules.ts'

const Queue = z.object({ waiting: z.number().int(), age: z.number().openapi({ description: 'Seconds that the oldest has waited.' }) })
const State = z
  .object({
    rings: z.array(z.string()).openapi({ description: 'The alarms that ring now.' }),
    inbound: Queue.extend({ parked: z.number().int() }),
    outbox: z.object({ due: z.number().int(), age: z.number(), sends: z.boolean() }),
    jobs: Queue.extend({ failing: z.number().int() }),
    journal: z.object({ unchained: z.number().int(), age: z.number() }),
    search: z.object({ missing: z.number().int() }),
    scanner: Queue.openapi({ description: 'Files that wait for the virus scanner.' }),
    webhooks: Queue.extend({ failing: z.number().int(), paused: z.number().int() }),
    backup: z.object({ scheduled: z.boolean(), age: z.number().nullable(), error: z.string() }),
    news: z
      .object({ due: z.number().int(), days: z.number().int() })
      .openapi({ description: 'Newsletters whose next issue is due, and the days that the latest of them is late.' }),
    disk: z
      .object({ free: z.number(), share: z.number() })
      .nullable()
      .openapi({ description: 'The fullest disk that is known: bytes free, and in percent.' }),
    wal: z
      .object({ bytes: z.number(), most: z.number() })
      .nullable()
      .openapi({ description: 'The write-ahead log, and what is meant for it.' }),
  })
  .openapi('SiteState')

/** How the site is, for programs of its administrators. */
export const watchApi = routes()

watchApi.openapi(
  createRoute({
    method: 'get',
    path: '/site/state',
    summary: 'How each stage of the site is',
    ...needs('admin'),
    responses: says(State, 'Measured now.'),
  }),
  async (c) => {
    const { db, actor, config } = c.var
    if (!mayAdminister(actor)) throw new NotFound('There is no such address.')
    const state = await measureSite(db, actor.at, surroundingsOf(config))
    return c.json(State.parse({ ...state, rings: ringing(state) }), 200)
  },
)
