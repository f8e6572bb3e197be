import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { visitor } from '../../actor.ts'
import type { Config } from '../../config.ts'
import type { Ground } from '../../ground.ts'
import { bringInside, takeOutside, type WrittenFile, writeJournalFile } from '../../journal/outside-actions.ts'
import {
  bytesAt,
  checkJournalFile,
  compareJournalFile,
  type JournalFile,
  nextPortion,
  type Portion,
} from '../../journal/outside-queries.ts'
import { JournalError } from '../../journal/outside-rules.ts'
import { listJournalFiles, verifyJournal } from '../../journal/queries.ts'
import type { Database } from '../../lib/db/connect.ts'
import type { Db } from '../../lib/db/rows.ts'
import { type ObjectStore, openObjectStore, StoreRefused } from '../../lib/object-store.ts'
import { sizeInWords } from '../../operations/doctor/sizes.ts'
import { withGround } from './ground.ts'
import { readArguments, texts, Usage } from './inspect.ts'
import { say, warn } from './open.ts'

const usage = `journal takes: rapport journal move --before YEAR --to FOLDER|s3, rapport journal bring-back YEAR [--from FOLDER], or
rapport journal verify [--in FOLDER] [FILE...]`

const options = texts('before', 'to', 'from', 'in')

function readArgs(args: string[]) {
  const { values, positionals } = readArguments(args, options, () => usage)
  return { ...values, verb: positionals[0], rest: positionals.slice(1) }
}

type Args = ReturnType<typeof readArgs>

/**
 * `rapport journal move`: years past of the activity log go into files outside the database, whose chain still verifies. `bring-back`: the
 * way back. `verify`: recounts the chain of the database and of its files, or of files by themselves. Ends with 1 where something is wrong.
 */
export async function journal(args: string[]): Promise<number> {
  const read = readArgs(args)
  if (read.verb === 'verify' && read.rest.length > 0) return verifyFiles(read.rest)
  const act = { move, 'bring-back': bringBack, verify }[read.verb ?? '']
  if (!act) throw new Usage(usage)
  return withGround((ground) => act(ground, read))
}

const storeOf = ({ filesOutside }: Config): ObjectStore => {
  if (!filesOutside) throw new Usage('no object storage is set: RAPPORT_FILES_S3_ENDPOINT and what goes with it')
  return openObjectStore(filesOutside)
}

function yearOf(text: string | undefined, now: Date): number {
  const year = Number(text)
  if (!(text && /^\d{4}$/.test(text)) || year > now.getUTCFullYear())
    throw new Usage(`the year must be ${now.getUTCFullYear()} or earlier; ${usage.replaceAll('\n', ' ')}`)
  return year
}

/** Where files go: a folder of this machine, or the object storage, with the folder in which they are written first, as their hash is to be known. */
export interface Target {
  store: ObjectStore | undefined
  folder: string
}

type Hands = Pick<Database, 'db' | 'write'>

async function move({ config, context }: Ground, { before, to, rest }: Args): Promise<number> {
  const year = yearOf(before, new Date())
  if (to === undefined || rest.length > 0) throw new Usage(usage)
  const store = to === 's3' ? storeOf(config) : undefined
  // A webhook that was paused is told of what happened lately.
  const latest = Math.min(Date.UTC(year, 0, 1), Date.now() - 31 * 86_400_000)
  await moveJournal(context, new Date(latest), { store, folder: resolve(store ? config.dataFolder : to) })
  const { outside } = await verifyJournal(context.db)
  say(
    outside === 0
      ? `There is nothing to move: the oldest entry in the database is not from before ${year}.`
      : `${outside} entries are in files now. Keep the files as long as the site.`,
  )
  return 0
}

/** Moves all lines from before a day, a file for each year. Whatever ends it, it goes on from there when it is begun again. */
export async function moveJournal(hands: Hands, before: Date, target: Target, tell = say): Promise<void> {
  for (;;) {
    const portion = await nextPortion(hands.db, before)
    if (portion?.heldAt !== undefined) tell(`Entry ${portion.heldAt} of the chain stays, and what follows it: a webhook still needs it.`)
    if (!portion || portion.last < portion.first) return
    await movePortion(hands, portion, target, tell)
  }
}

/** Writes a file, reads it back from where it lies, and only then takes its lines out: whatever ends it in between, they are still here. */
async function movePortion({ db, write }: Hands, portion: Portion, { store, folder }: Target, tell: typeof say): Promise<void> {
  const file = await writeJournalFile(db, portion, folder)
  const path = join(folder, file.name)
  const place = store?.addressOf(file.sha256) ?? folder
  if (store) await store.put(file.sha256, file.size, () => bytesAt(path))
  await compareWritten(file, store ? store.get(file.sha256) : bytesAt(path))
  const isMoved = await write((tx) => takeOutside(tx, visitor(new Date(), 'cli'), file, place, store !== undefined))
  if (store) await rm(path, { force: true })
  if (isMoved) tell(`${file.name}: entries ${file.first} to ${file.last}, ${sizeInWords(file.size)}, in ${place}`)
}

/** What was written is read back before anything goes. */
async function compareWritten(file: WrittenFile, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const { first, last, hash } = await checkJournalFile(file.name, bytes)
  if (first !== file.first || last !== file.last || hash !== file.hash.toString('hex'))
    throw new JournalError(`${file.name} does not come back as it was written: nothing was moved.`)
}

const placeOf = (file: JournalFile, config: Config, folder: string | undefined) => {
  if (folder === undefined && file.inStore) {
    const store = storeOf(config)
    return { where: store.addressOf(file.sha256), open: () => store.get(file.sha256) }
  }
  const path = join(folder ?? file.place, file.name)
  return { where: path, open: () => bytesAt(path) }
}

async function bringBack({ config, context }: Ground, { from, rest }: Args): Promise<number> {
  const [text, ...more] = rest
  const year = yearOf(text, new Date())
  if (more.length > 0) throw new Usage(usage)
  const files = await bringJournalBack(context, year, (file) => placeOf(file, config, from))
  if (files === 0) say(`No file has entries of ${year} or later.`)
  return 0
}

/** Brings the files of a year and of all later ones back, the newest first; each goes whole or not at all. */
export async function bringJournalBack(
  { db, write }: Hands,
  year: number,
  place: (file: JournalFile) => ReturnType<typeof placeOf>,
  tell = say,
): Promise<number> {
  const files = (await listJournalFiles(db)).filter((file) => file.toAt.getUTCFullYear() >= year).toReversed()
  for (const file of files) {
    const { where, open } = place(file)
    await write((tx) => bringInside(tx, visitor(new Date(), 'cli'), file, open()))
    tell(`${file.name}: entries ${file.first} to ${file.last} are in the database again. The file in ${where} is not needed any more.`)
  }
  return files.length
}

/** Each file by itself, without a database: whoever has it can compare its end with what others kept. */
async function verifyFiles(paths: string[]): Promise<number> {
  let code = 0
  for (const path of paths)
    try {
      const { first, last, before, hash } = await checkJournalFile(path, bytesAt(path))
      say(`${path}: entries ${first} to ${last} are as they were chained, from ${before} to ${hash}.`)
    } catch (error) {
      if (!(error instanceof JournalError)) throw error
      warn(error.message)
      code = 1
    }
  return code
}

async function verify({ config, context: { db } }: Ground, { in: folder }: Args): Promise<number> {
  const { chained, unchained, outside, brokenAt } = await verifyJournal(db)
  if (brokenAt !== null) {
    warn(`entry ${brokenAt} of the activity log was changed, or an entry before it was deleted.`)
    return 1
  }
  say(`All ${chained} entries of the activity log are chained as they were written${unchained > 0 ? `, ${unchained} wait for it` : ''}.`)
  let wrong = 0
  for (const file of await listJournalFiles(db)) wrong += (await isAtHand(db, file, placeOf(file, config, folder))) ? 0 : 1
  if (outside > 0) say(`${outside} of them are in files; what follows holds their last hash, with the files or without.`)
  return wrong > 0 ? 1 : 0
}

/** Says how a file is; one that is not at hand is no fault: the chain holds without it. */
async function isAtHand(db: Db, file: JournalFile, { where, open }: ReturnType<typeof placeOf>): Promise<boolean> {
  try {
    await compareJournalFile(db, file, open)
    say(`${where}: entries ${file.first} to ${file.last}, every byte as it was.`)
    return true
  } catch (error) {
    const isAway =
      error instanceof StoreRefused
        ? error.status === 404
        : ((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
    if (!(isAway || error instanceof JournalError)) throw error
    if (isAway) say(`${where}: is not there, and was not looked into (--in FOLDER says where it is).`)
    else warn((error as Error).message)
    return isAway
  }
}
