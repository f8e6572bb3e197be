import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** Why the database cannot be started here, as one sentence for the operator. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

/** What the embedded server says while it starts, runs and stops; a pino logger fits. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

export interface FolderLock {
  release(): void
}

/**
 * Takes the data folder for this process, or returns undefined where a living process has it.
 *
 * The lock is SQLite's exclusive file lock on an empty file: Node itself offers no flock. The kernel drops it with
 * the process, however that ends, children do not inherit it, and two who ask at once get one yes and one no.
 */
export function lockFolder(dataFolder: string): FolderLock | undefined {
  const database = new DatabaseSync(join(dataFolder, 'rapport.lock'), { timeout: 0 })
  try {
    // In memory: a journal file would stay behind after a kill, and could not be written on a full disk.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    // Only for the sentence that the second one says; nothing is decided by it.
    writeFileSync(join(dataFolder, 'rapport.pid'), `${process.pid}\n`)
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === sqliteBusy) return undefined
    throw error
  }
  return { release: () => database.close() }
}

const sqliteBusy = 5

/** The sentence for who comes second. */
export function lockedSentence(dataFolder: string): string {
  return `Another Rapport (process ${holder(dataFolder)}) is running on the data folder ${dataFolder}. Stop it first, or give this one a folder of its own with RAPPORT_DATA.`
}

function holder(dataFolder: string): string {
  try {
    return readFileSync(join(dataFolder, 'rapport.pid'), 'utf8').trim() || 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Asks again and again until the answer is yes; false when the time is over before. */
export async function until(answer: () => boolean, milliseconds: number, step = 10): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!answer()) {
    if (performance.now() > end) return false
    await sleep(step)
  }
  return true
}
