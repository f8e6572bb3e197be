import type { Logger } from 'pino'
import { endedSilently, isLost } from './lib/db/away.ts'
import { countBegun, forgetBegun, noteBegun, noteEnding, takeBackBegun } from './lib/db/begun.ts'
import type { Db, Tx, Write } from './lib/db/connect.ts'
import { Semaphore } from './lib/semaphore.ts'

/** What ended the process so often is not begun again by itself. */
export const mostEnds = 2

/**
 * What was under way when the process ended is done one after another, whether job, mail or letter: when the process ends again, it was
 * this one.
 */
export const suspects = new Semaphore()

/** Something that is handled: its own name, and that of what it is a part of, which is not begun where it ended the process. */
export interface Handled {
  key: string
  whole?: string
}

interface Context {
  db: Db
  write: Write
  log: Logger
  now(): Date
}

/** What is under way in this process. */
const running = new Set<string>()
/**
 * During how many ends of their server process these were under way. The database forgets what was begun when it crashes; this process
 * lives, and remembers.
 */
const losses = new Map<string, number>()
// What another process has done meanwhile is never asked for again here.
const mostRemembered = 10_000
/** What is not under way any more, and the database has not heard of. */
const untold = new Set<string>()

async function takeBack({ write, log }: Context, keys: Iterable<string>): Promise<void> {
  for (const key of keys) if (running.delete(key)) untold.add(key)
  const told = [...untold]
  if (told.length === 0) return
  try {
    await write((tx) => takeBackBegun(tx, told))
    for (const key of told) untold.delete(key)
  } catch (error) {
    // The database is away; who begins next tells it.
    log.warn({ err: error }, 'what was begun could not be taken back')
  }
}

function noteLosses(keys: string[]): void {
  for (const key of keys) {
    const times = (losses.get(key) ?? 0) + 1
    losses.delete(key)
    losses.set(key, times)
  }
  for (const key of losses.keys()) if (losses.size > mostRemembered) losses.delete(key)
}

const leading = (counts: number[], holds: (count: number) => boolean): number => {
  const end = counts.findIndex((count) => !holds(count))
  return end < 0 ? counts.length : end
}

async function countEnds(tx: Tx, items: Handled[]): Promise<number[]> {
  const keys = new Set(items.flatMap(({ key, whole }) => [key, ...(whole ? [whole] : [])]))
  const ends = await countBegun(tx, [...keys])
  return items.map(({ key, whole }) => Math.max((ends.get(key) ?? 0) + (losses.get(key) ?? 0), (whole && ends.get(whole)) || 0))
}

/** Keeps what ends the process from ending it for ever. Whoever asks holds the rows of what it asks about locked: nobody else is at them. */
export class Guard {
  #keys: string[] = []
  #leave = (): void => {}
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /**
   * Which of these may be begun, from the first on.
   * @returns how many of the first ended the process too often; else how many to take: those before the first that did, or that one alone.
   *   Neither where another such one is under way
   */
  async choose(tx: Tx, items: Handled[]): Promise<{ ended: number; take: number }> {
    let ends = await countEnds(tx, items)
    if (ends[0]) {
      const leave = await suspects.takeIfFree()
      if (!leave) return { ended: 0, take: 0 }
      this.#leave = leave
      // Who had this turn before may have found out about the whole.
      ends = await countEnds(tx, items)
    }
    const ended = leading(ends, (times) => times >= mostEnds)
    if (ended > 0) return { ended, take: 0 }
    return { ended, take: ends[0] ? 1 : leading(ends, (times) => times === 0) }
  }

  /** Notes, before they are begun, that these are. */
  async begin(keys: string[]): Promise<void> {
    if (keys.length === 0) return
    await takeBack(this.#context, [])
    await noteBegun(this.#context.db, keys, this.#context.now())
    this.#keys = keys
    for (const key of keys) running.add(key)
  }

  /** Sets these aside: they themselves are forgotten, what they are a part of is not begun again. */
  async setAside(tx: Tx, items: Handled[]): Promise<void> {
    await forgetBegun(
      tx,
      items.map(({ key }) => key),
    )
    for (const { key } of items) losses.delete(key)
    const wholes = items.flatMap(({ whole }) => whole ?? [])
    if (wholes.length > 0) await noteEnding(tx, wholes, mostEnds, this.#context.now())
  }

  /** They are done: forgotten in the transaction that did them. */
  async done(tx: Tx): Promise<void> {
    await forgetBegun(tx, this.#keys)
  }

  /** They ended, well or with an error, and the process lives. */
  async end(error?: unknown): Promise<void> {
    if (endedSilently(error)) noteLosses(this.#keys)
    else if (!isLost(error)) for (const key of this.#keys) losses.delete(key)
    try {
      if (error !== undefined) await takeBack(this.#context, this.#keys)
    } finally {
      for (const key of this.#keys) running.delete(key)
      this.#leave()
    }
  }
}

/** A transaction that begins what a guard lets it; what it began is forgotten with what it wrote, or taken back where it failed. */
export async function writeGuarded<T>(context: Context, act: (tx: Tx, guard: Guard) => Promise<T>): Promise<T> {
  const guard = new Guard(context)
  let failure: unknown
  try {
    return await context.write(async (tx) => {
      const made = await act(tx, guard)
      await guard.done(tx)
      return made
    })
  } catch (error) {
    failure = error
    throw error
  } finally {
    await guard.end(failure)
  }
}

/** The process is asked to stop: what does not end in time is cut off by that, not by itself. */
export const takeAllBack = (context: Context): Promise<void> => takeBack(context, [...running])
