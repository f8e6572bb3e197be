import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotFound } from '../../errors.ts'
import { dropFile, keepFile, takeUpload } from '../../files/actions.ts'
import type { LookedAt } from '../../files/queries.ts'
import { endingOf, importTries, whyStopped } from '../../files/rules.ts'
import { record } from '../../journal/actions.ts'
import { dropJob, enqueue, lookAfterJob } from '../../lib/db/enqueue.ts'
import { changeRow, insertOne, insertRow, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { Visibility } from '../../lib/db/schema.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { findFreePath, findSame, getImport, listImportFiles, listImportGroups, listSources, listStalledImports } from './queries.ts'
import type { FolderRead } from './reading.ts'
import { decideCategory, decideDay, titleOf, whyNotDocument } from './rules.ts'

const reasons = keptOf('documents', 'reasons')

const t = textsOf('documents', 'importing')

interface NewImport {
  groupId: number
  visibility: Visibility
  source: string
}

/** Two who bring the same folder into a group at one moment come one after the other, so that nothing comes in twice. */
export const lockImports = (tx: Tx, groupId: number) => sql`select pg_advisory_xact_lock(7285, ${groupId}::int)`.execute(tx)

/** Opens an import; nothing is a document until somebody has looked at it. */
export async function openImport(tx: Tx, actor: Actor, wanted: NewImport): Promise<number> {
  const groups = await listImportGroups(tx, actor)
  if (!groups.some(({ id }) => id === wanted.groupId)) throw new NotFound(refusals.noSuchGroup)
  await lockImports(tx, wanted.groupId)
  return insertOne(tx.insertInto('documentImport'), {
    ...wanted,
    source: wanted.source.slice(0, 300),
    personId: actor.personId,
    createdAt: actor.at,
  })
}

/** Takes in one file of the folder: every file that is found gets a line, with what becomes of it or why nothing does. */
export async function addImportFile(tx: Tx, actor: Actor, importId: number, read: FolderRead): Promise<void> {
  const { path, size } = read
  const refuse = (reason: string) => refuseImportFile(tx, importId, { path, size }, reason)
  if ('refused' in read) return refuse(read.refused)
  let kept: Awaited<ReturnType<typeof keepFile>>
  try {
    kept = await keepFile(tx, { ...read.file, personId: actor.personId, at: actor.at })
  } catch (error) {
    if (error instanceof Invalid) return refuse(error.message)
    throw error
  }
  const why = whyNotDocument(kept.type, endingOf(kept.name))
  if (why) {
    await dropFile(tx, kept.id)
    return refuse(why)
  }
  const { groupId } = await tx.selectFrom('documentImport').select('groupId').where('id', '=', importId).executeTakeFirstOrThrow()
  const line = { importId, path: await findFreePath(tx, importId, path), size, sha256: kept.sha256 }
  const same = await findSame(tx, groupId, importId, kept.sha256)
  if (same !== undefined) {
    await dropFile(tx, kept.id)
    await insertRow(tx.insertInto('documentImportFile'), { ...line, outcome: 'duplicate', reason: reasons('same', { title: same }) })
    return
  }
  const { words, note } = read
  const { on, from } = decideDay(path, words)
  await insertRow(tx.insertInto('documentImportFile'), {
    ...line,
    fileId: kept.id,
    title: titleOf(path),
    category: decideCategory(path),
    datedOn: on,
    datedFrom: from,
    words,
    readingNote: note,
    outcome: 'new',
  })
}

/** Notes a file that does not come in, with the reason. */
export async function refuseImportFile(tx: Tx, importId: number, { path, size }: { path: string; size: number }, reason: string) {
  await tx
    .insertInto('documentImportFile')
    .values({ importId, path: await findFreePath(tx, importId, path), size, outcome: 'refused', reason })
    .execute()
}

/** Says of which day a file of an import is, by a table that somebody made. */
export async function setImportDay(tx: Tx, importId: number, path: string, on: string): Promise<void> {
  await updateRows(tx.updateTable('documentImportFile'), { importId, path, outcome: 'new' }, { datedOn: on, datedFrom: 'list' })
}

/** All files of the folder are in: the preview can be looked at. */
export async function showImport(tx: Tx, importId: number): Promise<void> {
  await updateRows(tx.updateTable('documentImport'), { id: importId, state: 'reading' }, { state: 'shown', stoppedAt: null, error: '' })
}

/** What a form brings: files as they are, or one that came before it in pieces. */
export interface Brought {
  files: readonly LookedAt[]
  upload: string | undefined
}

/**
 * Keeps what a form brings until the worker has read it, and has it read; the page of the import says how far that is.
 * @returns the import's id
 * @throws Invalid where the form brings nothing
 */
export async function bringFolder(tx: Tx, actor: Actor, wanted: Omit<NewImport, 'source'>, { files, upload }: Brought): Promise<number> {
  if (!upload && files.length === 0) throw new Invalid(refusals.pleaseLookAgain, { file: t.chooseAtLeastOneFile })
  const id = await openImport(tx, actor, { ...wanted, source: upload ? '' : files.map(({ name }) => name).join(', ') })
  if (upload) await addSource(tx, id, await takeUpload(tx, actor, upload))
  else for (const file of files) await keepSource(tx, actor, id, file)
  const sources = await listSources(tx, id)
  const [first] = sources
  await updateOne(tx.updateTable('documentImport'), id, {
    bytesAll: sources.reduce((sum, { size }) => sum + size, 0),
    ...(upload && first ? { source: first.name } : {}),
  })
  await readSoon(tx, id)
  return id
}

const addSource = (tx: Tx, importId: number, fileId: number) => tx.insertInto('documentImportSource').values({ importId, fileId }).execute()

async function keepSource(tx: Tx, actor: Actor, importId: number, file: LookedAt): Promise<void> {
  try {
    const { id } = await keepFile(tx, { ...file, personId: actor.personId, at: actor.at })
    await addSource(tx, importId, id)
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    await refuseImportFile(tx, importId, { path: file.name, size: file.size ?? 0 }, error.message)
  }
}

/** The job that reads an import. */
const jobOf = (importId: number): string => `documents.readFolder:${importId}`

/** Has the worker read an import: now, or when the virus scanner may be through. */
export const readSoon = (tx: Tx, importId: number, runAt?: Date): Promise<void> =>
  enqueue(tx, 'documents.readFolder', { importId }, { key: jobOf(importId), queue: 'documents.readFolder', tries: importTries, runAt })

/**
 * Notes that one more file is looked at, unless somebody threw the import away meanwhile. The row stays locked until the file is in.
 * @returns is it still to be read?
 */
export async function noteFileRead(tx: Tx, importId: number, { files, bytes }: { files: number; bytes: number }): Promise<boolean> {
  const row = await changeRow(
    tx.updateTable('documentImport').returning('id'),
    { id: importId, state: 'reading' },
    { filesDone: files, bytesDone: bytes },
  )
  return row !== undefined
}

/** Lets go of what was brought: it is read, or never will be. */
export async function dropSources(tx: Tx, importId: number): Promise<void> {
  const gone = await tx.deleteFrom('documentImportSource').where('importId', '=', importId).returning('fileId').execute()
  for (const { fileId } of gone) await dropFile(tx, fileId)
}

/** Lets go of what was brought, and of the job that has used its last try: nobody waits for it. */
export async function stopWaiting(tx: Tx, importId: number): Promise<void> {
  await dropSources(tx, importId)
  await dropJob(tx, jobOf(importId))
}

/** What was brought cannot be read: nothing of it is kept but the sentence that says why. */
export async function failImport(tx: Tx, importId: number, error: string): Promise<void> {
  await dropSources(tx, importId)
  const files = await listImportFiles(tx, importId)
  await tx.deleteFrom('documentImportFile').where('importId', '=', importId).execute()
  for (const { fileId } of files) if (fileId !== null) await dropFile(tx, fileId)
  await tx.updateTable('documentImport').set({ state: 'failed', error }).where('id', '=', importId).where('state', '=', 'reading').execute()
}

/** The reading of an import used its last try: what is read stays, with what was brought, and its page says so. */
export async function stopReading(tx: Tx, importId: number, at: Date, why: string): Promise<void> {
  await updateRows(tx.updateTable('documentImport'), { id: importId, state: 'reading' }, { stoppedAt: at, error: why })
}

/**
 * Reads an import again that stopped; it goes on after the last file that is in.
 * @throws Conflict where it did not stop
 */
export async function tryAgain(tx: Tx, actor: Actor, importId: number): Promise<void> {
  const folder = await getImport(tx, actor, importId, { lock: true })
  if (folder.state !== 'reading' || folder.stoppedAt === null) throw new Conflict(t.importStillRunningWaitUntil)
  await tx.updateTable('documentImport').set({ stoppedAt: null, error: '' }).where('id', '=', importId).execute()
  await record(tx, actor, { action: 'documents.import-tried-again', subject: `document-import:${importId}`, groupId: folder.groupId })
  await dropJob(tx, jobOf(importId))
  await readSoon(tx, importId)
}

/** An import whose last try was cut off says so; one whose job is gone, as after a move to another machine, is read. */
export async function readStalled(tx: Tx, before: Date, at: Date): Promise<void> {
  for (const { id } of await listStalledImports(tx, before))
    await lookAfterJob(tx, jobOf(id), { spent: () => stopReading(tx, id, at, whyStopped(undefined)), gone: () => readSoon(tx, id) })
}
