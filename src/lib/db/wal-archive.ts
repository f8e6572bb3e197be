import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { backOff } from './away.ts'
import type { Log } from './embedded-lock.ts'
import { takeBase } from './wal-base.ts'
import { listBases, prune, writeWhole } from './wal-folder.ts'
import { type Receiving, receiveWal, slot } from './wal-receive.ts'

export interface WalOptions {
  url: string
  /** RAPPORT_WAL_TO */
  folder: string
  /** Of the data folder: what a database is of no use without. */
  dataFolder: string
  /** Days over which the archive reaches back. */
  days: number
  log: Log
  /** The secret of the data folder goes along, where the environment does not name one. */
  withSecret: boolean
}

export interface WalArchive {
  /** To be called before the server is stopped, and awaited after: then what it wrote last is here. */
  end(): Promise<void>
}

/** A copy of everything each day: what comes back is that and the log since. */
const daily = 24 * 3_600_000
const look = 60_000

/**
 * Keeps an archive of the embedded database's write-ahead log, and once a day a copy of the whole, in a folder: what is needed to bring the
 * database back as it was at any second. What fails is said and begun again; the site goes on meanwhile.
 */
export function startWalArchive({ url, folder, dataFolder, days, log, withSecret }: WalOptions): WalArchive {
  const ending = new AbortController()
  let current: Receiving | undefined
  let told = ''
  let quiet = false
  const complain = (what: string, error: unknown) => {
    if (quiet) return
    const text = `${what}: ${(error as Error).message}`
    if (text !== told) log.error(text)
    told = text
  }

  const receive = async () => {
    for (let failures = 0; !quiet; failures++) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await receiveWal(
          url,
          folder,
          (receiving) => {
            if (receiving.gap) log.info(`The archive in ${folder} begins anew with the log of now; a copy of the whole follows.`)
            current = receiving
            failures = 0
            told = ''
            wake()
          },
          ending.signal,
        )
      } catch (error) {
        complain(`The write-ahead log is not archived in ${folder}`, error)
      }
      current = undefined
      if (!quiet) await sleep(backOff(failures), undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  let wake = () => {}
  const care = async () => {
    while (!quiet) {
      const { promise, resolve } = Promise.withResolvers<void>()
      wake = resolve
      await Promise.race([promise, sleep(look, undefined, { signal: ending.signal }).catch(() => {})])
      if (!current || quiet) continue
      try {
        await keepBeside(current.root, dataFolder, withSecret)
        await keepBase(current)
      } catch (error) {
        complain(`No copy of the database could be made in ${folder}`, error)
      }
    }
  }

  const keepBase = async (receiving: Receiving) => {
    const now = new Date()
    const newest = (await listBases(receiving.root)).at(-1)
    const old = !newest || now.getTime() - Date.parse(newest.endedAt) >= daily
    if (!old && !receiving.gap && newest.timeline === receiving.timeline) return
    const base = await takeBase(url, receiving.root, now)
    receiving.gap = false
    log.info(`A copy of the database of ${base.bytes} bytes is in ${receiving.root}.`)
    await prune(receiving.root, days, now)
  }

  const running = Promise.all([receive(), care()])
  return {
    async end() {
      quiet = true
      wake()
      // A server that stops in order sends all it has and waits until that is flushed here.
      for (let turn = 0; current && turn < 200; turn++) await sleep(100)
      ending.abort()
      await running
    },
  }
}

/** The secret and the ledger of erasures, where they changed. */
async function keepBeside(root: string, dataFolder: string, withSecret: boolean): Promise<void> {
  for (const name of ['erasures.ledger', ...(withSecret ? ['secret'] : [])]) {
    const mine = await stat(join(dataFolder, name)).catch(() => undefined)
    const theirs = await stat(join(root, name)).catch(() => undefined)
    if (!mine || (theirs && theirs.mtimeMs >= mine.mtimeMs && theirs.size === mine.size)) continue
    await writeWhole(join(root, name), await readFile(join(dataFolder, name)))
  }
}

/** Lets go of the log that a server keeps for an archive that is no longer wished: its disk would fill. */
export async function forgetWalArchive(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = $1 and not active', [slot])
  } finally {
    await client.end()
  }
}
