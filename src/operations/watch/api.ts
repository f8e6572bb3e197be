import { createRoute, z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { cut, does, id, maybeInstant, needs, Paging, pageOf, routes, says } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/refusals.ts'
import { mayAdminister } from '../../policy.ts'
import { retryJob } from './actions.ts'
import { listFailing, measureSite } from './queries.ts'
import { ringing, surroundingsOf } from './rules.ts'

const Queue = z.object({ waiting: z.number().int(), age: z.number().openapi({ description: 'Age of the oldest entry, in seconds.' }) })
const State = z
  .object({
    rings: z.array(z.string()).openapi({ description: 'Parts of the site with a problem now.' }),
    inbound: Queue.extend({ parked: z.number().int() }),
    outbox: z.object({ due: z.number().int(), age: z.number(), sends: z.boolean() }),
    jobs: Queue.extend({ failing: z.number().int() }),
    journal: z.object({ unchained: z.number().int(), age: z.number() }),
    search: z.object({ missing: z.number().int() }),
    scanner: Queue.openapi({ description: 'Files that wait for the virus check.' }),
    webhooks: Queue.extend({ failing: z.number().int(), paused: z.number().int() }),
    backup: z.object({ scheduled: z.boolean(), age: z.number().nullable(), error: z.string() }),
    news: z
      .object({ due: z.number().int(), days: z.number().int() })
      .openapi({ description: 'Newsletters with an issue due, and how many days the latest one is late.' }),
    disk: z
      .object({ free: z.number(), share: z.number() })
      .nullable()
      .openapi({ description: 'Free space of the fullest disk, in bytes and in percent.' }),
    wal: z
      .object({ bytes: z.number(), most: z.number() })
      .nullable()
      .openapi({ description: 'Size of the write-ahead log, and its usual limit.' }),
    archive: z
      .object({ running: z.boolean(), behind: z.number(), copy: z.number() })
      .nullable()
      .openapi({ description: 'Archive of the write-ahead log: bytes not received yet, and seconds since the last full copy.' }),
    replication: z.object({ server: z.string(), replicas: z.number().int(), confirmed: z.boolean() }).nullable().openapi({
      description:
        'The database server that takes changes, its replicas, and whether a commit waits until one has it. Null without replicas.',
    }),
    certificate: z
      .object({ days: z.number().int() })
      .nullable()
      .openapi({ description: 'Days until the certificate for incoming email expires.' }),
    versions: z
      .object({ days: z.number().int() })
      .nullable()
      .openapi({ description: 'Days since a release came out that Node.js or PostgreSQL here lacks. 0 if both are up to date.' }),
  })
  .openapi('SiteState')

/** How the site is, for programs of its administrators. */
export const watchApi = routes()

watchApi.openapi(
  createRoute({
    method: 'get',
    path: '/site/state',
    operationId: 'getSiteState',
    summary: 'Status of each part of the site',
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
    error: z.string().openapi({ description: 'Last error, or why the job waits.' }),
    nextAt: maybeInstant().openapi({ description: 'Next automatic try. Null if there is none.' }),
  })
  .openapi('FailingJob')

watchApi.openapi(
  createRoute({
    method: 'get',
    path: '/admin/jobs',
    operationId: 'listFailingJobs',
    summary: 'Background jobs that keep failing or have no tries left',
    ...needs('admin'),
    request: { query: Paging },
    responses: says(pageOf(FailingJob), 'A hundred at most.'),
  }),
  async (c) => {
    if (!mayAdminister(c.var.actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
    return c.json(cut(c, c.req.valid('query'), z.array(FailingJob).parse(await listFailing(c.var.db, 100))), 200)
  },
)

watchApi.openapi(
  createRoute({
    method: 'post',
    path: '/admin/jobs/{job}/retry',
    operationId: 'retryJob',
    summary: 'Retry a failing background job',
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
