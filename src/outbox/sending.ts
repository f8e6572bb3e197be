import { randomUUID } from 'node:crypto'
import { closeSync, fdatasync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'

/** How one attempt ended. */
export interface Attempt {
  id: number
  state: 'sent' | 'deferred' | 'failed'
  code: number | null
  answer: string
  nextAt: Date
}

/** What the relay said no to for good. */
export interface Refusal {
  deliveryId: number
  email: string
  class: string
  status: string | null
  diagnostic: string
}

/** What the relay has taken: a delivery, its code and the relay's words. */
export interface Taken {
  id: number
  code: number | null
  answer: string
}

/** What was sent when the database went away before it could be written down. */
export interface Unsettled {
  attempts: Attempt[]
  refusals: Refusal[]
  quota: number | undefined
  /** How often writing it down has ended the database. */
  ends: number
}

/** One of the lanes in which a process sends: a hundred mails at most, and nobody else's until they are written down. */
export interface Lane {
  readonly holder: string
  readonly number: number
  readonly book?: Book
  /** Grows whenever the process was cut off for so long that others may have taken what its lanes hold; undefined while it is. */
  lapses(): number | undefined
  unsettled?: Unsettled | undefined
}

/**
 * What the relay has taken from one lane and the database has not heard of yet, in a file: all that is left of it when the process is killed, and,
 * once it is on the disk, when the machine loses its power.
 */
class Book {
  readonly #file: number
  readonly #log: Logger
  #written = false
  #syncing = false
  #again = false

  constructor(path: string, log: Logger) {
    this.#file = openSync(path, 'a', 0o600)
    this.#log = log
  }

  /** Notes it before anything else is done. A file that takes nothing keeps no mail from leaving. */
  note(taken: Taken): void {
    try {
      this.#written = true
      // A disk that was full may have cut off the line before.
      writeSync(this.#file, `\n${JSON.stringify(taken)}`)
      this.#sync()
    } catch (error) {
      this.#log.warn({ err: error }, 'what the relay has taken cannot be noted beside the database')
    }
  }

  /** The database knows all of it. */
  clear(): void {
    if (!this.#written) return
    ftruncateSync(this.#file)
    this.#written = false
  }

  close(): void {
    closeSync(this.#file)
  }

  /** One at a time; those that come meanwhile are in the next one. */
  #sync(): void {
    if (this.#syncing) {
      this.#again = true
      return
    }
    this.#syncing = true
    fdatasync(this.#file, () => {
      this.#syncing = false
      const again = this.#again && this.#written
      this.#again = false
      if (again) this.#sync()
    })
  }
}

/** A process that sends, as others know it: by the lease of this name, and by the folder of its books. */
export class Courier {
  readonly name = `courier-${process.pid}-${randomUUID()}`
  readonly lanes: Lane[]
  /** Where every courier of this machine has a folder. */
  readonly folder: string
  readonly #books: Book[] = []

  constructor(folder: string, { lanes, lapses, log }: { lanes: number; lapses: Lane['lapses']; log: Logger }) {
    this.folder = folder
    try {
      mkdirSync(join(folder, this.name), { recursive: true, mode: 0o700 })
      for (let number = 0; number < lanes; number++) this.#books.push(new Book(join(folder, this.name, `${number}`), log))
    } catch (error) {
      log.warn({ err: error, folder }, 'no note is kept beside the database of what was sent: if this process is killed, it is sent again')
    }
    this.lanes = Array.from({ length: lanes }, (_, number) => {
      const book = this.#books[number]
      return { holder: this.name, number, lapses, ...(book ? { book } : {}) }
    })
  }

  /** It sends no more. What it could not write down stays for whoever comes next. */
  close(): void {
    for (const book of this.#books) book.close()
    if (this.lanes.every(({ unsettled }) => !unsettled)) rmSync(join(this.folder, this.name), { recursive: true, force: true })
  }
}

/** The couriers that have a folder here. */
export function couriersHere(folder: string): { name: string; pid: number }[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const pid = /^courier-(\d+)-[\da-f-]+$/.exec(name)?.[1]
      return pid ? [{ name, pid: Number(pid) }] : []
    })
  } catch {
    return []
  }
}

/** What the books of a courier say. A line that was being written when it ended is none. */
export function readBooks(folder: string): Taken[] {
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as Taken]
    } catch {
      return []
    }
  })
}

/** For a process that sends alone, once: a demo, a test. */
export const loneLane: Lane = { holder: `courier-${process.pid}-${randomUUID()}`, number: 0, lapses: () => 0 }
