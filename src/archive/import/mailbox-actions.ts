import { createHash } from 'node:crypto'
import { createReadStream, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '../../actor.ts'
import type { Database } from '../../lib/db/connect.ts'
import { countAnew, packIndexes } from '../../lib/db/indexes.ts'
import { shrinkLog } from '../../lib/db/log-size.ts'
import { readMailFolder } from '../../lib/mail/mail-folder.ts'
import { readMbox } from '../../lib/mail/mbox.ts'
import { makeVectors } from '../../search/actions.ts'
import { documentOf } from '../core/actions.ts'
import { beginImport, endImport, type Import, type ImportList, storeBatch } from './actions.ts'
import { DigestPool } from './digest-pool.ts'
import { type ImportFault, keptFaults } from './faults-rules.ts'
import type { Entry, Prepared, ReadMail } from './prepare.ts'
import { findContents, listFindings } from './queries.ts'
import { type Balance, balanceOf, type Finding, nothing, sumOf } from './rules.ts'

/** A mailbox to import. */
export interface Mailbox {
  path: string
  /** As the operator named it. */
  name: string
  /** The import of a whole list that it is part of. */
  moveId?: number
  /** Of header lines that are no ASCII and name none. */
  charset?: string
  sha256: Buffer
  size: number
}

// So many leave indexes that are a fifth larger than they need be, and as much slower.
const many = 20_000
const archiveIndexes = [
  'search_document_vector',
  'search_document_titles',
  'search_document_authors',
  'search_document_newest',
  'message_by_id',
  'message_newest',
  'message_thread',
  'thread_newest',
]

/** How far an import is. */
export interface Progress {
  readTo: number
  balance: Balance
}

export interface Imported {
  importId: number | null
  balance: Balance
  findings: Finding[]
}

/** A folder of mails is read as the mailbox that has its mails. */
const sourceOf = (path: string) => (statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readMailFolder(path) : path)

/** Reads a file once to know it by its hash: an import that was cut off goes on, whatever the file is called by then. */
export async function openMailbox(path: string): Promise<Mailbox> {
  const hash = createHash('sha256')
  let size = 0
  const source = sourceOf(path)
  const bytes = typeof source === 'string' ? createReadStream(source, { highWaterMark: 1 << 20 }) : source
  await pipeline(bytes, async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) {
      hash.update(chunk)
      size += chunk.length
    }
  })
  return { path, name: path, sha256: hash.digest(), size }
}

// Large enough that a batch's fixed costs vanish, small enough that a few of them fit anywhere.
const batchMails = 500
const batchBytes = 4 << 20

async function* batches(entries: AsyncIterable<Entry>, from: number, charset: string): AsyncGenerator<Entry[]> {
  let batch: Entry[] = []
  let bytes = 0
  for await (const entry of entries) {
    if (entry.offset < from) continue
    batch.push(charset === '' ? entry : { ...entry, charset })
    bytes += entry.raw.length
    if (batch.length < batchMails && bytes < batchBytes) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

/**
 * Batches read, dated and packed in worker threads, in their order; the next ones are read while one is stored.
 * @param finish what else is done to each meanwhile
 */
async function* prepared(
  mailbox: Mailbox,
  from: number,
  now: Date,
  finish = async (batch: Prepared[]) => batch,
): AsyncGenerator<Prepared[]> {
  const workers = Math.max(1, Math.min(4, availableParallelism() - 1))
  const pool = new DigestPool(workers)
  const ahead: Promise<Prepared[]>[] = []
  try {
    for await (const batch of batches(readMbox(sourceOf(mailbox.path)), from, mailbox.charset ?? '')) {
      ahead.push(pool.prepare(batch, now).then(finish))
      if (ahead.length > workers + 1) yield await (ahead.shift() as Promise<Prepared[]>)
    }
    while (ahead.length > 0) yield await (ahead.shift() as Promise<Prepared[]>)
  } finally {
    await Promise.allSettled(ahead)
    await pool.close()
  }
}

/**
 * Has the words of batches made by one connection, a batch after the other: the one that stores is what an import waits for, and more than
 * these two would be taken from those who read meanwhile.
 */
function wordMaker(db: Database['db'], list: ImportList): (batch: Prepared[]) => Promise<Prepared[]> {
  let before: Promise<unknown> = Promise.resolve()
  return (batch) => {
    const made = before.then(() => withWords(db, list, batch))
    before = made
    return made
  }
}

/** Has the words of a batch made. What cannot be made is left to the connection that stores, which knows how to find the mail to blame. */
async function withWords(db: Database['db'], list: ImportList, batch: Prepared[]): Promise<Prepared[]> {
  const mails = batch.filter((one): one is ReadMail => 'digest' in one)
  const vectors = await makeVectors(
    db,
    mails.map(({ digest }) => documentOf({ ...list, dropTypes: [] }, 0, { ...digest, sentAt: new Date(0) })),
  ).catch(() => [])
  for (const [i, vector] of vectors.entries()) Object.assign(mails[i] as ReadMail, { vector })
  return batch
}

/** Packs the indexes of the archive after so many messages came or went at once, and gives back the log of it. */
export async function tidyArchive(db: Database['db'], messages: number): Promise<void> {
  if (messages < many) return
  await packIndexes(db, archiveIndexes)
  await countAnew(db, ['search_document', 'message', 'thread'])
  await shrinkLog(db)
}

/**
 * Imports a mailbox into a list. Goes on where an import of the same file was cut off; imports nothing twice; whatever the
 * bytes are, each of them is accounted for.
 */
export async function importMailbox(
  { write, db }: Pick<Database, 'write' | 'db'>,
  actor: Actor,
  list: ImportList,
  mailbox: Mailbox,
  tell: (progress: Progress) => void = () => {},
): Promise<Imported> {
  let run = await write((tx) => beginImport(tx, actor, list, mailbox, mailbox.moveId))
  for await (const batch of prepared(mailbox, run.readTo, actor.at, wordMaker(db, list))) {
    run = await store(write, run, batch)
    tell(run)
  }
  await write((tx) => endImport(tx, actor, run))
  await tidyArchive(db, run.balance.imported)
  return { importId: run.id, balance: run.balance, findings: await listFindings(db, run.id) }
}

/** Stores a batch; where the database refuses, by ever smaller parts, until the mail to blame is alone and set aside. */
async function store(write: Database['write'], run: Import, batch: Prepared[]): Promise<Import> {
  try {
    return await write((tx) => storeBatch(tx, run, batch))
  } catch (error) {
    // Data exceptions and limits are the mail's; a lost connection or a full disk is not (classes 22 and 54).
    if (!/^(?:22|54)/.test(String((error as { code?: unknown }).code))) throw error
    const [only] = batch
    if (only && batch.length === 1) {
      if ('unreadable' in only) throw error
      const { offset, length, raw } = only
      const unreadable: ImportFault[] = [{ fault: 'unstored', why: (error as Error).message }]
      return write((tx) => storeBatch(tx, run, [{ offset, length, raw, unreadable }]))
    }
    const half = batch.length >> 1
    return store(write, await store(write, run, batch.slice(0, half)), batch.slice(half))
  }
}

/** Reads a mailbox and says what an import of it would do, and changes nothing. */
export async function tryMailbox(
  { db }: Pick<Database, 'db'>,
  now: Date,
  listId: number | undefined,
  mailbox: Mailbox,
  seen: Set<string>,
  tell: (progress: Progress) => void = () => {},
): Promise<Imported> {
  let balance = nothing
  const findings: Finding[] = []
  for await (const batch of prepared(mailbox, 0, now)) {
    const ids = batch.flatMap((one) => ('digest' in one ? one.digest.messageId : []))
    const known = listId === undefined ? [] : await findContents(db, listId, ids)
    for (const { messageId, contentHash } of known) seen.add(keyOf(messageId, contentHash))
    const before = findings.length
    for (const one of batch) {
      const finding = judge(one, seen)
      if (finding) findings.push({ offset: one.offset, length: one.length, ...finding })
    }
    balance = sumOf(balance, balanceOf(batch.length, findings.slice(before)))
    const last = batch.at(-1)
    tell({ readTo: last ? last.offset + last.length : 0, balance })
  }
  return { importId: null, balance, findings }
}

const keyOf = (messageId: string, contentHash: Buffer): string => `${messageId} ${contentHash.toString('base64')}`

function judge(one: Prepared, seen: Set<string>): Pick<Finding, 'outcome' | 'reason'> | undefined {
  if ('unreadable' in one) return { outcome: 'quarantined', reason: keptFaults(one.unreadable) }
  const key = keyOf(one.digest.messageId, one.digest.contentHash)
  if (seen.has(key)) return { outcome: 'duplicate', reason: keptFaults([{ fault: 'duplicate' }]) }
  seen.add(key)
  const repairs = one.sentAt ? one.repairs : [...one.repairs, { fault: 'dateOfOther' } as const]
  return repairs.length > 0 ? { outcome: 'repaired', reason: keptFaults(repairs) } : undefined
}
