import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ParsedCronItem, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Logger } from 'pino'
import { backOff, whenThere } from '../../lib/db/away.ts'
import type { Database } from '../../lib/db/connect.ts'
import { listHeld, renew, settleHeld, watchLeases } from '../../lib/db/leases.ts'
import { type Ear, lapse } from '../../lib/db/listen.ts'
import { queueLog } from '../../lib/db/queue.ts'
import { noteRecovery } from '../../lib/db/recoveries.ts'
import { retryingPool } from '../../lib/db/retrying-pool.ts'

/** How jobs are run: `stillOurs` is asked before what a job wrote is committed. */
type TaskLists = (shift: Shift) => TaskList

interface RunnerOptions {
  pool: Database['pool']
  ear: Ear
  log: Logger
  tasks: TaskLists
  schedule: ParsedCronItem[]
}

/** Milliseconds between two looks at what is held. */
const look = 5_000
// By then the queue has long been told of a job that ended, unless the word was lost.
const settled = 10_000

/** One run of the queue's library: it holds jobs under one name, and may end before the process does. */
export class Shift {
  name = ''
  /** Its jobs may be somebody else's by now. */
  over = false
  readonly #running = new Set<string>()
  readonly #done = new Map<string, number>()

  /** Runs a job and remembers how it ended. */
  async run(number: string | number, job: () => Promise<void>): Promise<void> {
    const id = String(number)
    this.#running.add(id)
    try {
      await job()
      this.#done.set(id, performance.now())
    } finally {
      this.#running.delete(id)
    }
  }

  /** Refuses what a job would write whose lease was lost. */
  stillOurs(): void {
    if (this.over) throw new Error('this worker was cut off from the database for too long; another one goes on with the job')
  }

  /** Holds the queue's word against our own: what it takes for running here and is not. */
  async reconcile(pool: Database['pool']): Promise<void> {
    const before = performance.now() - settled
    const ended = [...this.#done].filter(([, at]) => at < before).map(([id]) => id)
    const held = await listHeld(pool, this.name)
    const ids = new Set(held.map(({ id }) => id))
    const undone = held.filter(({ id, old }) => old && !this.#running.has(id) && !this.#done.has(id)).map(({ id }) => id)
    await settleHeld(pool, this.name, { done: ended.filter((id) => ids.has(id)), undone })
    for (const id of ended) this.#done.delete(id)
    if (held.some(({ stale }) => stale)) await renew(pool, this.name)
  }
}

/** Runs jobs until it is stopped, beginning again whenever the queue's library ends by itself or the lease was lost for too long. */
export async function keepRunning({ pool, ear, log, tasks, schedule }: RunnerOptions): Promise<{ stop(): Promise<void> }> {
  const ending = new AbortController()
  const stopping = new Promise<void>((resolve) => ending.signal.addEventListener('abort', () => resolve()))
  const retrying = retryingPool(pool, log)
  const sweep = watchLeases(pool)

  const begin = async () => {
    // The library looks at its tables first, and must not take an answer that was given up for one without rows.
    await pool.query('select 1')
    const shift = new Shift()
    const events: WorkerEvents = new EventEmitter()
    events.once('pool:create', ({ workerPool }) => (shift.name = workerPool.id))
    const runner = await run({
      pgPool: retrying.pool,
      logger: queueLog(log),
      concurrency: 3,
      noHandleSignals: true,
      pollInterval: 1_000,
      taskList: tasks(shift),
      parsedCronItems: schedule,
      events,
    })
    const ended = runner.promise.then(
      () => new Error('it ended without a word'),
      (error: unknown) => error,
    )
    await ear.hold(shift.name)
    return { shift, runner, ended }
  }

  const lookAfter = async (shift: Shift): Promise<void> => {
    try {
      await shift.reconcile(pool)
      const dead = await sweep(performance.now())
      if (dead.length > 0) log.warn({ workers: dead }, 'jobs of workers that are gone go on elsewhere')
    } catch (error) {
      // Whoever stops closes the pool, and does not wait for this.
      if (!ending.signal.aborted) log.warn({ err: error }, 'cannot look after the jobs of the queue; trying again soon')
    }
  }

  /** Resolves with the reason when this shift must not go on. */
  const tend = async (shift: Shift): Promise<unknown> => {
    for (;;) {
      await sleep(look, undefined, { signal: ending.signal }).catch(() => {})
      if (ending.signal.aborted || shift.over) return undefined
      if (ear.deafFor() > lapse) return new Error('it was cut off from the database')
      await lookAfter(shift)
    }
  }

  const work = async (first: Awaited<ReturnType<typeof begin>>) => {
    let current: typeof first | undefined = first
    for (let failures = 0; !ending.signal.aborted; failures++) {
      try {
        current ??= await begin()
      } catch (error) {
        log.warn({ err: error }, 'the queue does not run; beginning again soon')
        await sleep(backOff(failures), undefined, { signal: ending.signal }).catch(() => {})
        continue
      }
      const { shift, runner, ended } = current
      const why = await Promise.race([ended, tend(shift), stopping])
      if (ending.signal.aborted) return stop(runner)
      shift.over = true
      noteRecovery('queue')
      log.error({ err: why }, 'the queue ended unasked; beginning again')
      void stop(runner)
      await ear.letGo(shift.name)
      current = undefined
      await sleep(backOff(3), undefined, { signal: ending.signal }).catch(() => {})
      failures = -1
    }
    if (current) await stop(current.runner)
  }
  const done = work(await whenThere(begin))
  return {
    async stop() {
      ending.abort()
      retrying.giveUp()
      await done
    },
  }
}

/** It refuses to be stopped where it has ended by itself. */
const stop = async (runner: Runner): Promise<void> => {
  await runner.stop().catch(() => {})
}
