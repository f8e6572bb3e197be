import { type Ended, mostEnds, suspects } from '../../guard.ts'
import { whenThere } from '../../lib/db/away.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { countCutOff, endTries, forgetEnds, noteEnd, type Try } from '../../lib/db/tries.ts'
import { Semaphore } from '../../lib/semaphore.ts'
import type { TaskContext } from '../../task.ts'

/** What the administrators' page shows of such a job. */
export class Parked extends Error {
  constructor(ended: Ended) {
    super(`Parked: the ${ended} ended ${ended === 'process' ? 'twice' : 'three times'} while this job ran. It is not tried again.`)
  }
}

/** Tries that run in this process, with how many before them were cut off. */
const running = new Map<number, { one: Try; cutOff: number }>()
/** Ends that the database has not heard of yet. */
const untold = new Map<number, { one: Try; cutOff: number }>()

/** What is said of ends is written in the order in which it was said: what is forgotten stays so. */
const telling = new Semaphore()

async function inTurn(act: () => Promise<void>): Promise<void> {
  const leave = await telling.take()
  try {
    await act()
  } finally {
    leave()
  }
}

const tell = ({ write, log }: TaskContext, one: Try, cutOff: number): Promise<void> => {
  untold.set(one.id, { one, cutOff })
  return inTurn(async () => {
    const told = [...untold]
    if (told.length === 0) return
    try {
      await write(async (tx) => {
        for (const [, { one: ended, cutOff: times }] of told) await noteEnd(tx, ended, times)
      })
      for (const [id, ends] of told) if (untold.get(id) === ends) untold.delete(id)
    } catch (error) {
      // The database is away; the next end, or the next job, tells it.
      log.warn({ err: error }, 'the end of a job could not be noted')
    }
  })
}

/** Writes what is now known of a job in the place of what was still to be told of it. */
const settle = ({ write }: TaskContext, { id }: Try, act: (tx: Tx) => Promise<void>): Promise<void> =>
  inTurn(async () => {
    await write(act)
    untold.delete(id)
  })

async function runNoted(context: TaskContext, one: Try, cutOff: number, run: () => Promise<void>): Promise<void> {
  running.set(one.id, { one, cutOff })
  try {
    await run()
    if (one.attempt > 1) await settle(context, one, (tx) => forgetEnds(tx, one))
  } catch (error) {
    // It failed and the process lives: that is no end of the process.
    await tell(context, one, cutOff)
    throw error
  } finally {
    running.delete(one.id)
  }
}

/** In a row with the others that were cut off; while it waits, an end of the process is not its doing. */
async function runAlone(context: TaskContext, one: Try, cutOff: number, run: () => Promise<void>): Promise<void> {
  await tell(context, one, cutOff)
  const leave = await suspects.take()
  try {
    // From here an end of the process is taken for its doing, until it has ended itself.
    await settle(context, one, (tx) => noteEnd(tx, one, cutOff + 1))
    await runNoted(context, one, cutOff, run)
  } finally {
    leave()
  }
}

/** What failed before ends were noted counts from here. */
async function cutOffBefore({ db, write }: TaskContext, one: Try): Promise<number> {
  const cutOff = await countCutOff(db, one)
  if (cutOff === undefined) await write((tx) => noteEnd(tx, { ...one, attempt: one.attempt - 1 }, 0))
  return cutOff ?? 0
}

const park = (context: TaskContext, one: Try, cutOff: number): Promise<void> =>
  // The database may be standing up again.
  whenThere(() =>
    settle(context, one, async (tx) => {
      await noteEnd(tx, { ...one, attempt: one.attempt - 1 }, cutOff)
      await endTries(tx, one)
    }),
  )

/**
 * Runs a try of a job, unless the process ended twice while it ran: then it is parked with that reason. So is one that says itself that it is.
 * @throws what the job throws; when it is parked, that sentence
 */
export async function runUnlessParked(context: TaskContext, one: Try, run: () => Promise<void>): Promise<void> {
  const cutOff = one.attempt > 1 ? await cutOffBefore(context, one) : 0
  try {
    if (cutOff >= mostEnds) throw new Parked('process')
    await (cutOff === 0 ? runNoted(context, one, 0, run) : runAlone(context, one, cutOff, run))
  } catch (error) {
    if (error instanceof Parked) await park(context, one, cutOff)
    throw error
  }
}

/** The process is asked to stop: jobs that do not end in time were cut off by that, not by what they do. */
export async function noteStopping(context: TaskContext): Promise<void> {
  for (const { one, cutOff } of running.values()) await tell(context, one, cutOff)
}
