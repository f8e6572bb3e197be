import { z } from '@hono/zod-openapi'
import { NotFound } from '../../errors.ts'
import { does, lists, maybeInstant, named, needs, routes, says } from '../../lib/ui/api.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayAdminister } from '../../policy.ts'
import { retryJob } from './actions.ts'
import { listFailing, measureSite } from './queries.ts'
import { ringing, surroundingsOf } from './rules.ts'

const Queue = z.object({ waiting: z.int(), age: z.number().openapi({ description: 'Age of the oldest entry, in seconds.' }) })
const State = named('SiteState', {
  rings: z.array(z.string()).openapi({ description: 'Parts of the site with a problem now.' }),
  inbound: Queue.extend({ parked: z.int() }),
  outbox: z.object({ due: z.int(), age: z.number(), sends: z.boolean() }),
  jobs: Queue.extend({ failing: z.int() }),
  journal: z.object({ unchained: z.int(), age: z.number() }),
  search: z.object({ missing: z.int() }),
  scanner: Queue.openapi({ description: 'Files that wait for the virus check.' }),
  webhooks: Queue.extend({ failing: z.int(), paused: z.int() }),
  backup: z.object({ scheduled: z.boolean(), age: z.number().nullable(), error: z.string() }),
  news: z
    .object({ due: z.int(), days: z.int() })
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
  replication: z.object({ server: z.string(), replicas: z.int(), confirmed: z.boolean() }).nullable().openapi({
    description:
      'The database server that takes changes, its replicas, and whether a commit waits until one has it. Null without replicas.',
  }),
  certificate: z.object({ days: z.int() }).nullable().openapi({ description: 'Days until the certificate for incoming email expires.' }),
  versions: z.object({ days: z.int() }).nullable().openapi({
    description:
      'Days since a release came out that Node.js or PostgreSQL here lacks. 0 if both are up to date. Null if no one looks, or no group is two weeks old yet.',
  }),
})

/** How the site is, for programs of its administrators. */
export const watchApi = routes()

watchApi.operation('getSiteState', 'GET /site/state', {
  summary: 'Status of each part of the site',
  may: needs('admin'),
  answers: says(State, 'Measured now.'),
  run: async ({ db, actor, config }) => {
    if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
    const state = await measureSite(db, actor.at, surroundingsOf(config))
    return { ...state, rings: ringing(state) }
  },
})

const FailingJob = named('FailingJob', {
  id: z.int(),
  task: z.string(),
  attempts: z.int(),
  error: z.string().openapi({ description: 'Last error, or why the job waits.' }),
  nextAt: maybeInstant().openapi({ description: 'Next automatic try. Null if there is none.' }),
})

watchApi.operation('listFailingJobs', 'GET /admin/jobs', {
  summary: 'Background jobs that keep failing or have no tries left',
  may: needs('admin'),
  answers: lists(FailingJob, 'A hundred at most.'),
  run: async ({ actor, db }) => {
    if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
    return listFailing(db, 100)
  },
})

watchApi.operation('retryJob', 'POST /admin/jobs/{job}/retry', {
  summary: 'Retry a failing background job',
  may: needs('admin'),
  answers: does('The job is tried again.'),
  run: async ({ write, actor, params }) => {
    if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchAddress)
    await write((tx) => retryJob(tx, actor, params.job))
  },
})
