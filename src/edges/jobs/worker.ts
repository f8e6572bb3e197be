import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseCronItems, runOnce, type TaskList } from 'graphile-worker'
import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import { readMemberWord } from '../../groups/user-groups/queries.ts'
import { mostLosses, takeAllBack } from '../../guard.ts'
import { backOff, endedSilently, isLost, whenThere } from '../../lib/db/away.ts'
import type { Database } from '../../lib/db/connect.ts'
import type { Payload } from '../../lib/db/enqueue.ts'
import { asBeginning } from '../../lib/db/in-transaction.ts'
import { freeAll } from '../../lib/db/leases.ts'
import { type Ear, listen } from '../../lib/db/listen.ts'
import { onOccasion } from '../../lib/db/occasion.ts'
import { queueLog } from '../../lib/db/queue.ts'
import type { Write } from '../../lib/db/rows.ts'
import { readRelay } from '../../lib/mail/relay.ts'
import { createSender } from '../../lib/mail/smtp-client.ts'
import { withMemberWord } from '../../lib/ui/member-word.ts'
import { ensureSigningKeys } from '../../outbox/actions.ts'
import { Composer } from '../../outbox/compose.ts'
import { deliver } from '../../outbox/jobs.ts'
import { onErrand } from '../../outbox/once.ts'
import { findSigningKeys } from '../../outbox/queries.ts'
import { Courier } from '../../outbox/sending.ts'
import { watchCouriers } from '../../outbox/sending-actions.ts'
import type { TaskContext } from '../../task.ts'
import { sortMails } from '../mailroom/jobs.ts'
import { type Loop, startLoop } from './loop.ts'
import { noteStopping, Parked, runUnlessParked } from './parked.ts'
import { keepRunning, Shift } from './runner.ts'
import { schedule, tasks } from './tasks.ts'

const taskList = (context: TaskContext, shift = new Shift()): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (queued, { job }) => {
        const { occasion, ...payload } = (queued ?? {}) as Payload<object>
        const log = context.log.child({ job: job.id, task: name })
        const write: Write = (act) =>
          context.write(async (tx) => {
            const done = await act(tx)
            shift.stillOurs()
            return done
          })
        const errand = () =>
          onErrand(`${job.id}@${job.created_at.getTime()}`, () =>
            onOccasion(occasion, () =>
              inMemberWord(context, () => task(payload as never, { ...context, write, lastTry: job.attempts >= job.max_attempts, log })),
            ),
          )
        const one = { id: Number(job.id), attempt: job.attempts }
        return asBeginning(() => shift.run(job.id, () => runUnlessParked(context, one, () => rideOut(errand, log))))
      },
    ]),
  )

/** Letters say what a member is called as pages do. */
const inMemberWord = async <T>({ db }: TaskContext, act: () => Promise<T>): Promise<T> => withMemberWord(await readMemberWord(db), act)

/**
 * Does a job again that lost its connection: nothing is wrong with the job, and none of its tries is spent.
 * @throws Parked where its own connection ended three times without a word: it may be what ends the database
 */
async function rideOut(errand: () => Promise<void>, log: Logger): Promise<void> {
  let ends = 0
  for (let failures = 0; failures < losses; failures++) {
    try {
      return await errand()
    } catch (error) {
      if (!isLost(error)) throw error
      if (endedSilently(error) && ++ends >= mostLosses) throw new Parked('database')
      log.warn({ err: error }, 'a job lost its connection; doing it again')
      await setTimeout(backOff(failures + 1))
    }
  }
  return errand()
}

const losses = 4
/** What is held is done: the worker goes on before its queue has heard of that. */
const whatIsLeft = `select coalesce(bool_or(is_available and run_at <= clock_timestamp()), false) as due,
  coalesce(bool_or(locked_at is not null), false) as held from graphile_worker._private_jobs`
const turns = 50
const pause = 20

/** Runs all jobs that are due, and those that they queue, then answers. For tests and for the demo's beginning. */
export async function drainJobs({ pool }: Database, context: TaskContext): Promise<void> {
  // A job that is done lets go of its queue only after the worker has gone on, which then passes over the next one there.
  for (let turn = 0; turn < turns; turn++) {
    await runOnce({ pgPool: pool, logger: queueLog(context.log), taskList: taskList(context), noPreparedStatements: true })
    if (!(await isSomeDue(pool))) return
    await setTimeout(pause)
  }
}

async function isSomeDue(pool: Database['pool']): Promise<boolean> {
  for (let turn = 0; turn < 10 * turns; turn++) {
    const { rows } = await pool.query<{ due: boolean; held: boolean }>(whatIsLeft)
    if (rows[0]?.due || !rows[0]?.held) return rows[0]?.due ?? false
    await setTimeout(pause / 10)
  }
  return false
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
  // An embedded database has one process: what is held is a dead one's.
  if (config.databaseUrl === undefined) await whenThere(() => freeAll(database.pool))
  const { log } = context
  let heard = (_channel: 'inbound' | 'delivery') => {}
  const ear = await listen(database.url, log, (channel) => heard(channel === 'delivery' ? 'delivery' : 'inbound'))
  const deliveries = config.relay ? await startDeliveries(config.relay, config, context, ear) : undefined
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
  heard = wake
  const tasks = (shift: Shift) => taskList(context, shift)
  const runner = await keepRunning({ pool: database.pool, ear, log, tasks, schedule: parseCronItems(schedule) })
  return {
    wake,
    async stop() {
      await Promise.all([noteStopping(context), takeAllBack(context)])
      await Promise.all([...sorters.map((sorter) => sorter.stop()), runner.stop()])
      await deliveries?.stop()
      // Last: as long as a job runs, nobody else may take it.
      await ear.stop()
    },
  }
}

async function prepareSigning({ write, site, now, log }: TaskContext): Promise<void> {
  const changed = await whenThere(() =>
    write(async (tx) => {
      const { rsa: before } = await findSigningKeys(tx, site.mailDomain)
      const { rsa } = await ensureSigningKeys(tx, site, now())
      return before !== undefined && before.selector !== rsa.selector
    }),
  )
  if (changed)
    log.warn('Other keys sign the mail from now on: RAPPORT_SECRET is another one. Publish the records that `rapport doctor` prints.')
}

async function startDeliveries(relay: string, config: Config, context: TaskContext, ear: Ear): Promise<Loop> {
  const { relayQuota, relayTokens, relayFrom, dkim, dataFolder, databaseUrl } = config
  if (dkim) await prepareSigning(context)
  const sender = createSender(readRelay(relay, relayTokens), { connections: lanes })
  const composer = new Composer(context, { sign: dkim, ownFrom: relayFrom === 'own' })
  const { log } = context
  const courier = new Courier(join(dataFolder, 'sending'), { lanes, lapses: () => ear.lapses(), log })
  await ear.hold(courier.name)
  const look = watchCouriers(context, courier, databaseUrl === undefined)
  const watch = startLoop('couriers', log, async () => {
    await look(performance.now())
    return 0
  })
  const loops = courier.lanes.map((lane) =>
    startLoop(`delivery ${lane.number}`, log, () => deliver(context, sender, composer, relayQuota, lane)),
  )
  return {
    wake: () => {
      for (const loop of loops) loop.wake()
    },
    async stop() {
      await Promise.all([...loops, watch].map((loop) => loop.stop()))
      await sender.close()
      courier.close()
      await ear.letGo(courier.name)
    },
  }
}
