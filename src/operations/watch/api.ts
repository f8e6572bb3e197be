import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, id, maybeInstant, needs, routes, says } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { mayAdminister } from '../../policy.ts'
import { retryJob } from './actions.ts'
import { listFailing, measureSite } from './queries.ts'
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
    if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
    const state = await measureSite(db, actor.at, surroundingsOf(config))
    return c.json(State.parse({ ...state, rings: ringing(state) }), 200)
  },
)

const FailingJob = z
  .object({
    id: z.number().int(),
    task: z.string(),
    attempts: z.number().int(),
    error: z.string().openapi({ description: 'What it said last, or why it is parked.' }),
    nextAt: maybeInstant().openapi({ description: 'When it is tried again by itself; null: not any more.' }),
  })
  .openapi('FailingJob')

watchApi.openapi(
  createRoute({
    method: 'get',
    path: '/admin/jobs',
    summary: 'Jobs that need somebody: they failed again and again, used up their tries or are parked',
    ...needs('admin'),
    responses: says(z.object({ items: z.array(FailingJob) }), 'A hundred at most.'),
  }),
  async (c) => {
    if (!mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
    return c.json({ items: z.array(FailingJob).parse(await listFailing(c.var.db, 100)) }, 200)
  },
)

watchApi.openapi(
  createRoute({
    method: 'post',
    path: '/admin/jobs/{job}/retry',
    summary: 'Try such a job again',
    ...needs('admin'),
    request: { params: z.object({ job: id() }) },
    responses: does('The job is tried again.'),
  }),
  async (c) => {
    const { write, actor } = c.var
    if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
    await write((tx) => retryJob(tx, actor, c.req.valid('param').job))
    return c.body(null, 204)
  },
)
