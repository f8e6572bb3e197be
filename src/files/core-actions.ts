import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Invalid } from '../errors.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { findRow, insertOne, insertRow, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { dropTexts } from '../search/actions.ts'
import { type IncomingRead, inChunks, type KeptFile, type LookedAt } from './core-queries.ts'
import { fileName, largestFile, whyNotTake } from './rules.ts'
import { holdForScan } from './scan/actions.ts'
import { goesOutside } from './store-door.ts'

/** A file as it is brought, looked at before the transaction (`lookAt`). */
export interface NewFile extends LookedAt {
  /** Who brings it; null: the program. */
  personId: number | null
  at: Date
  /** Of the form's field, for the sentence beside it. */
  field?: string
  /** In bytes, where the program itself makes a file that may be larger than what people bring. */
  largest?: number
}

/**
 * Keeps a file; content that is there already is not kept twice.
 * @throws Invalid with the sentence at `field` where it is empty, larger than 200 MB (or `largest`), or of another type than its name says
 */
export async function keepFile(
  tx: Tx,
  { name: given, content, type, personId, at, field = 'file', largest = largestFile }: NewFile,
): Promise<KeptFile> {
  const refuse = (sentence: string): never => {
    throw new Invalid(sentence, { [field]: sentence })
  }
  const name = fileName(given)
  const incoming = await insertOne(tx.insertInto('fileContent'), { keptAt: at })
  const read = await writeChunks(tx, incoming, content, largest, refuse)
  return settleRead(tx, incoming, { name, type, personId, at, ...read }, refuse)
}

interface Read {
  name: string
  personId: number | null
  at: Date
  size: number
  sha256: Buffer
  type: string
}

/** Makes a file of a content that is read: compares its type with its name, and keeps it once. */
async function settleRead(tx: Tx, incoming: number, { name, personId, at, size, sha256, type }: Read, refuse: Refuse): Promise<KeptFile> {
  const why = whyNotTake({ name, type, size })
  if (why) refuse(why)
  const contentId = await settle(tx, incoming, { size, sha256, type }, refuse)
  const id = await insertOne(tx.insertInto('file'), { contentId, name, personId, createdAt: at })
  return { id, name, type, size, sha256, personId, createdAt: at }
}

const t = textsOf('files', 'refusals')

interface Incoming {
  name: string
  personId: number
  at: Date
  /** The hash that its sender says it has, in hexadecimal. */
  expected?: string | undefined
}

/** Makes a file of a content that came in pieces, and was read before. */
export async function settleIncoming(tx: Tx, read: IncomingRead, { expected, ...file }: Incoming, refuse: Refuse): Promise<KeptFile> {
  if (expected !== undefined && expected !== read.sha256.toString('hex')) refuse(t.damaged)
  const { contentId, ...found } = read
  return settleRead(tx, contentId, { ...file, ...found }, refuse)
}

type Refuse = (sentence: string) => never

async function writeChunks(tx: Tx, contentId: number, content: NewFile['content'], largest: number, refuse: Refuse) {
  const hash = createHash('sha256')
  let size = 0
  let n = 0
  for await (const bytes of inChunks(content instanceof Uint8Array ? [content] : content)) {
    size += bytes.length
    if (size > largest) refuse(t.tooLarge({ largest: Math.round(largest / 1024 / 1024) }))
    hash.update(bytes)
    await insertRow(tx.insertInto('fileChunk'), { contentId, n: n++, bytes })
  }
  return { size, sha256: hash.digest() }
}

/** Gives the content its hash; where the same is there already, that one stays and the new one goes. */
async function settle(tx: Tx, incoming: number, kept: { size: number; sha256: Buffer; type: string }, refuse: Refuse): Promise<number> {
  // Two who bring the same at one instant: the second waits and finds it.
  await sql`select pg_advisory_xact_lock(${kept.sha256.readBigInt64BE(0)}::bigint)`.execute(tx)
  const same = await findRow(tx.selectFrom('fileContent').forKeyShare(), { sha256: kept.sha256 }, ['id', 'erasedAt', 'scan', 'scanFound'])
  if (same?.erasedAt) refuse(t.removed)
  if (same?.scan === 'infected') refuse(t.infected({ found: same.scanFound ?? '' }))
  if (same) {
    await tx.deleteFrom('fileContent').where('id', '=', incoming).execute()
    return same.id
  }
  await tx.updateTable('fileContent').set(kept).where('id', '=', incoming).execute()
  await holdForScan(tx, incoming)
  if (goesOutside(kept.size)) await enqueue(tx, 'files.store', {}, { key: 'files.store' })
  return incoming
}

/**
 * Takes the content of a file away for good, for every file that has it; its hash stays, so that it is not brought back.
 * The caller has decided that it may be, and writes the journal line.
 */
export async function eraseContent(tx: Tx, fileId: number, at: Date): Promise<void> {
  const { contentId, sha256 } = await tx
    .selectFrom('file')
    .innerJoin('fileContent', 'fileContent.id', 'file.contentId')
    .select(['contentId', 'sha256'])
    .where('file.id', '=', fileId)
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('fileChunk').where('contentId', '=', contentId).execute()
  // What lies outside goes with the next sweep.
  await tx.updateTable('fileContent').set({ erasedAt: at, storedAt: null }).where('id', '=', contentId).execute()
  if (sha256) await dropTexts(tx, [sha256])
}
