import { setTimeout } from 'node:timers/promises'
import { parseCronItems, type Runner, run, runOnce, type TaskList } from 'graphile-worker'
import type { Config } from '../../config.ts'
import type { Database } from '../../lib/db/connect.ts'
import { listen, workerName } from '../../lib/db/listen.ts'
import { queueLog } from '../../lib/db/queue.ts'
import { createSender } from '../../lib/mail/smtp-client.ts'
import { ensureSigningKey } from '../../outbox/actions.ts'
import { Composer } from '../../outbox/compose.ts'
import { deliver } from '../../outbox/jobs.ts'
import { onErrand } from '../../outbox/once.ts'
import type { TaskContext } from '../../task.ts'
import { sortMails } from '../mailroom/jobs.ts'
import { type Loop, startLoop } from './loop.ts'
import { noteStopping, runUnlessParked } from './parked.ts'
import { schedule, tasks } from './tasks.ts'

const taskList = (context: TaskContext): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload, { job }) =>
        runUnlessParked(context, { id: Number(job.id), attempt: job.attempts }, () =>
          onErrand(`${job.id}@${job.created_at.getTime()}`, () =>
            task(payload as never, {
              ...context,
              lastTry: job.attempts >= job.max_attempts,
              log: context.log.child({ job: job.id, task: name }),
            }),
          ),
        ),
    ]),
  )

const someDue = `select exists (select from graphile_worker._private_jobs where is_available and run_at <= clock_timestamp()) as due`
const turns = 50
const pause = 20

/** Runs all jobs that are due, and those that they queue, then answers. For tests and for the demo's beginning. */
export async function drainJobs({ pool }: Database, context: TaskContext): Promise<void> {
  // A job that is done lets go of its queue only after the worker has gone on, which then passes over the next one there.
  for (let turn = 0; turn < turns; turn++) {
    await runOnce({ pgPool: pool, logger: queueLog(context.log), taskList: taskList(context), noPreparedStatements: true })
    const { rows } = await pool.query<{ due: boolean }>(someDue)
    if (!rows[0]?.due) return
    await setTimeout(pause)
  }
}

export interface Worker {
  wake(channel: 'inbound' | 'delivery'): void
  stop(): Promise<void>
}

const lanes = 4
// While one lane waits for a name server or a large mail, the other goes on.
const sortingLanes = 2

/** Sorts mail, delivers and runs jobs until it is stopped. */
export async function startWorker(config: Config, database: Database, context: TaskContext): Promise<Worker> {
  await releaseDeadWorkers(database)
  const runner: Runner = await run({
    pgPool: database.pool,
    logger: queueLog(context.log),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 1_000,
    taskList: taskList(context),
    parsedCronItems: parseCronItems(schedule),
  })
  const deliveries = config.relay ? await startDeliveries(config.relay, config, context) : undefined
  const sorters = Array.from({ length: sortingLanes }, (_, lane) =>
    startLoop(`inbound ${lane}`, context.log, async () => {
      const sorted = await sortMails(context)
      if (sorted > 0) deliveries?.wake()
      return sorted
    }),
  )
  const wake: Worker['wake'] = (channel) => {
    if (channel === 'delivery') deliveries?.wake()
    else for (const sorter of sorters) sorter.wake()
  }
  const hush = await listen(database.url, context.log, (channel) => wake(channel === 'delivery' ? 'delivery' : 'inbound'))
  return {
    wake,
    async stop() {
      await hush()
      await noteStopping(context)
      await Promise.all([...sorters.map((sorter) => sorter.stop()), runner.stop()])
      await deliveries?.stop()
    },
  }
}

/** Jobs of a process that is gone would wait for four hours; where no other worker is connected, nobody holds any. */
async function releaseDeadWorkers({ pool }: Database): Promise<void> {
  const alone =
    'locked_at is not null and not exists (select from pg_stat_activity where application_name = $1 and datname = current_database())'
  await pool.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null where ${alone}`, [workerName])
  await pool.query(`update graphile_worker._private_job_queues set locked_at = null, locked_by = null where ${alone}`, [workerName])
}

async function startDeliveries(relay: string, { relayQuota, relayFrom, dkim }: Config, context: TaskContext): Promise<Loop> {
  if (dkim) await context.write((tx) => ensureSigningKey(tx, context.site, context.now()))
  const sender = createSender(relay, { connections: lanes })
  const composer = new Composer(context, { sign: dkim, ownFrom: relayFrom === 'own' })
  const loops = Array.from({ length: lanes }, (_, lane) =>
    startLoop(`delivery ${lane}`, context.log, () => deliver(context, sender, composer, relayQuota)),
  )
  return {
    wake: () => {
      for (const loop of loops) loop.wake()
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
      await sender.close()
    },
  }
}
