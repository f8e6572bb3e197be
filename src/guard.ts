import type { Logger } from 'pino'
import { endedSilently, isLost } from './lib/db/away.ts'
import { countBegun, forgetBegun, noteBegun, noteEnding, takeBackBegun } from './lib/db/begun.ts'
import type { Db, Tx, Write } from './lib/db/rows.ts'
import { Semaphore } from './lib/semaphore.ts'

/** Work that ended the process this often is not started again automatically. */
export const mostEnds = 2

/**
 * What ended the server process of its own connection so often is not begun again either. Once more than that of this process: whatever kills
 * one of many server processes may hit the same thing twice by chance, and trying once more costs a second.
 */
export const mostLosses = 3

/** What ended so often. */
export type Ended = 'process' | 'database'

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

/** Notes of what is under way in this process. */
const running = new Set<number>()
/**
 * During how many ends of their server process these were under way. The database forgets what was begun when it crashes; this process
 * lives, and remembers.
 */
const losses = new Map<string, number>()
// What another process has done meanwhile is never asked for again here.
const mostRemembered = 10_000
/** Notes of what is not under way any more, where the database has not heard of it. */
const untold = new Set<number>()

async function takeBack({ db, log }: Context, notes: Iterable<number>): Promise<void> {
  for (const note of notes) if (running.delete(note)) untold.add(note)
  const told = [...untold]
  if (told.length === 0) return
  try {
    await takeBackBegun(db, told)
    for (const note of told) untold.delete(note)
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

const wholesOf = (items: Handled[]): string[] => [...new Set(items.flatMap(({ whole }) => whole ?? []))]

const leading = (all: Ends[], holds: (ends: Ends) => boolean): number => {
  const end = all.findIndex((ends) => !holds(ends))
  return end < 0 ? all.length : end
}

/** How often something ended what it runs on. */
interface Ends {
  process: number
  database: number
}

const isOver = (ends: Ends): boolean => ends.process >= mostEnds || ends.process + ends.database >= mostLosses
const isSuspect = (ends: Ends | undefined): boolean => ends !== undefined && ends.process + ends.database > 0

async function countEnds(tx: Tx, items: Handled[]): Promise<Ends[]> {
  const ends = await countBegun(tx, [...items.map(({ key }) => key), ...wholesOf(items)])
  return items.map(({ key, whole }) => ({
    process: Math.max(ends.get(key) ?? 0, (whole && ends.get(whole)) || 0),
    database: losses.get(key) ?? 0,
  }))
}

/** Keeps what ends the process from ending it for ever. Whoever asks holds the rows of what it asks about locked: nobody else is at them. */
export class Guard {
  #keys: string[] = []
  #id: number | undefined
  /** What was begun may be in earlier notes as well. */
  #suspect = false
  #leave = (): void => {}
  readonly #context: Context

  constructor(context: Context) {
    this.#context = context
  }

  /**
   * Notes that these are begun, in one note for all of them. Where one of them is in an earlier note it is found out which may be begun, from
   * the first on, and noted anew.
   * @returns how many of the first ended the process too often; else how many are begun: those before the first that did, or that one alone.
   *   Neither where another such one is under way
   */
  async begin(tx: Tx, items: Handled[]): Promise<{ ended: number; take: number }> {
    if (items.length === 0) return { ended: 0, take: 0 }
    await takeBack(this.#context, [])
    if (!items.some(({ key }) => losses.has(key)) && (await this.#note(items))) return { ended: 0, take: items.length }
    const chosen = await this.#choose(tx, items)
    if (chosen.take > 0) await this.#note(items.slice(0, chosen.take), true)
    return chosen
  }

  /** @returns false where one of them is in an earlier note, and so nothing is noted */
  async #note(items: Handled[], anyway = false): Promise<boolean> {
    const keys = items.map(({ key }) => key)
    const id = await noteBegun(this.#context.db, keys, wholesOf(items), this.#context.now(), anyway)
    if (id === undefined) return false
    running.add(id)
    this.#id = id
    this.#keys = keys
    this.#suspect = anyway
    return true
  }

  async #choose(tx: Tx, items: Handled[]): Promise<{ ended: number; take: number }> {
    let ends = await countEnds(tx, items)
    if (isSuspect(ends[0])) {
      const leave = await suspects.takeIfFree()
      if (!leave) return { ended: 0, take: 0 }
      this.#leave = leave
      // Who had this turn before may have found out about the whole.
      ends = await countEnds(tx, items)
    }
    const ended = leading(ends, isOver)
    if (ended > 0) return { ended, take: 0 }
    return { ended, take: isSuspect(ends[0]) ? 1 : leading(ends, (one) => !isSuspect(one)) }
  }

  /** Sets these aside: they themselves are forgotten, what they are a part of is not begun again. */
  async setAside(tx: Tx, items: Handled[]): Promise<void> {
    await forgetBegun(
      tx,
      items.map(({ key }) => key),
    )
    for (const { key } of items) losses.delete(key)
    const wholes = wholesOf(items)
    if (wholes.length > 0) await noteEnding(tx, wholes, mostEnds, this.#context.now())
  }

  /** They are done: forgotten in the transaction that did them. */
  async done(tx: Tx): Promise<void> {
    if (this.#id === undefined) return
    await takeBackBegun(tx, [this.#id])
    if (this.#suspect) await forgetBegun(tx, this.#keys)
  }

  /** They ended, well or with an error, and the process lives. */
  async end(error?: unknown): Promise<void> {
    if (endedSilently(error)) noteLosses(this.#keys)
    else if (!isLost(error)) for (const key of this.#keys) losses.delete(key)
    try {
      if (error !== undefined && this.#id !== undefined) await takeBack(this.#context, [this.#id])
    } finally {
      if (this.#id !== undefined) running.delete(this.#id)
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
