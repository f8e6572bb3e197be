import type { Actor } from '../../actor.ts'
import { Conflict, Invalid } from '../../errors.ts'
import { dropFile } from '../../files/actions.ts'
import { takeBack } from '../../groups/actions.ts'
import { recordOf } from '../../journal/actions.ts'
import { orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { DocumentCategory } from '../../lib/db/schema.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { type TakenBack, type Undone, undoneOf } from '../../lib/undo.ts'
import { forgetDocuments } from '../../search/actions.ts'
import { todayOf } from '../../time.ts'
import { addDocument, putInForce } from '../actions.ts'
import { lockImports, stopWaiting } from './actions.ts'
import { findMeetingOn, findSameDocument, getImport, isHeld, listImportFiles } from './queries.ts'
import { titleOf } from './rules.ts'
import { planDocumentsUndo, readImported } from './undo-queries.ts'

const reasons = keptOf('documents', 'reasons')

const t = textsOf('documents', 'importing')

/** What somebody said of a file in the preview. */
export interface Said {
  take: boolean
  title: string
  category: DocumentCategory
  datedOn: string | undefined
}

/**
 * Confirms an import: each file that is taken becomes a document in force, minutes with the meeting of their day. All or nothing.
 * @param said by the file's id; a file that nobody spoke of is taken as it was shown
 * @returns how many became documents
 * @throws Invalid with a sentence for each file that has no day
 */
export async function confirmImport(tx: Tx, actor: Actor, importId: number, said: ReadonlyMap<number, Said>): Promise<number> {
  const folder = await getImport(tx, actor, importId, { lock: true })
  if (folder.state !== 'shown') throw new Conflict(refusals.thisIsDecidedAlready)
  const wanted = folder.files
    .filter(({ outcome }) => outcome === 'new')
    .map((file) => ({
      ...file,
      ...(said.get(file.id) ?? { take: true, title: file.title, category: file.category, datedOn: file.datedOn ?? undefined }),
    }))
  const undated = wanted.filter(({ take, datedOn }) => take && !datedOn)
  if (undated.length > 0)
    throw new Invalid(refusals.pleaseLookAgain, Object.fromEntries(undated.map(({ id, path }) => [`date-${id}`, t.dateMissing({ path })])))
  await lockImports(tx, folder.groupId)
  let count = 0
  for (const file of wanted) if (await takeFile(tx, actor, folder, file)) count++
  await updateOne(tx.updateTable('documentImport'), importId, { state: 'done', doneAt: actor.at, doneBy: actor.personId })
  await recordOf(tx, actor, 'documents.imported', { of: 'document-import', id: importId, groupId: folder.groupId }, { count })
  return count
}

type Folder = Awaited<ReturnType<typeof getImport>>
type Wanted = Omit<Folder['files'][number], 'datedOn'> & { take: boolean; datedOn: string | undefined }

/** Lets go of a file that does not come in after all. */
async function leaveFile(tx: Tx, { id, fileId }: Wanted, outcome: 'left' | 'duplicate', reason: string): Promise<false> {
  await tx.updateTable('documentImportFile').set({ outcome, reason, fileId: null, words: '' }).where('id', '=', id).execute()
  if (fileId !== null) await dropFile(tx, fileId)
  return false
}

/** Makes a document in force of one file, or lets go of it. */
async function takeFile(tx: Tx, actor: Actor, folder: Folder, file: Wanted): Promise<boolean> {
  const { id, take, category, datedOn, fileId, sha256 } = file
  if (!take && datedOn) return leaveFile(tx, file, 'left', reasons('leftOut'))
  if (!take || !datedOn || fileId === null) return leaveFile(tx, file, 'left', reasons('noDay'))
  // Another import may have brought it since this one was looked at.
  const same = sha256 === null ? undefined : await findSameDocument(tx, folder.groupId, sha256)
  if (same !== undefined) return leaveFile(tx, file, 'duplicate', reasons('same', { title: same }))
  const title = file.title || titleOf('')
  const meeting = category === 'minutes' ? await findMeetingOn(tx, folder.groupId, datedOn) : undefined
  // The words of a file that waits for the virus scanner are read when it was found clean.
  const read = (await isHeld(tx, fileId)) ? {} : { words: file.words, readingNote: file.readingNote }
  const document = await addDocument(tx, actor, {
    ...{ title, category, datedOn, visibility: folder.visibility, ownerRole: 'coordinator' as const },
    ...{ reviewMonths: null, reviewOn: null, keepMonths: null },
    ...{ groupId: folder.groupId, communityId: null, meetingId: meeting?.id ?? null },
    content: { fileId, ...read, note: reasons('imported') },
  })
  // A day to come is no day on which it was approved.
  const [on = datedOn] = [datedOn, todayOf(actor)].toSorted()
  await putInForce(tx, actor, document.id, on)
  await tx
    .updateTable('documentImportFile')
    .set({ outcome: 'imported', documentId: document.id, title, category, datedOn, words: '' })
    .where('id', '=', id)
    .execute()
  return true
}

/**
 * Takes an import back: its documents go as if they had never come. Those that somebody has worked on since stay.
 * @throws Conflict where its step was confirmed, or it was taken back already
 */
export async function undoImport(tx: Tx, actor: Actor, importId: number): Promise<Undone> {
  const folder = await getImport(tx, actor, importId, { lock: true })
  // What was never confirmed is thrown away; only what is here is taken back.
  const step = folder.state === 'done' ? ('documents' as const) : undefined
  const at = {
    run: folder,
    keep: (takenBack: TakenBack) => tx.updateTable('documentImport').set(takenBack).where('id', '=', importId).execute(),
    groupId: folder.groupId,
    step,
    subject: `document-import:${importId}`,
  }
  return takeBack(tx, actor, { ...at, action: 'documents.import-undone' }, async () => {
    await stopWaiting(tx, importId)
    const files = await listImportFiles(tx, importId)
    const written = files.flatMap(({ documentId }) => documentId ?? [])
    await lockDocuments(tx, written)
    const undone = undoneOf(await inLanguage(unsaid, () => planDocumentsUndo(tx, importId)))
    const staying = new Set((await readImported(tx, importId)).staying)
    for (const { documentId, fileId } of files) {
      if (documentId !== null && staying.has(documentId)) continue
      if (documentId !== null) await removeImported(tx, documentId)
      await tx
        .updateTable('documentImportFile')
        .set({ documentId: null, fileId: null, words: '' })
        .where('importId', '=', importId)
        .where('fileId', 'is not distinct from', fileId)
        .execute()
      if (fileId !== null) await dropFile(tx, fileId)
    }
    await tx.updateTable('documentImport').set({ state: 'undone' }).where('id', '=', importId).execute()
    return undone
  })
}

/** Locked, so that who writes a new version at this moment is seen by the next query, or comes too late. */
const lockDocuments = (tx: Tx, ids: number[]) =>
  tx.selectFrom('document').select('id').where('id', 'in', orNoId(ids)).orderBy('id').forUpdate().execute()

async function removeImported(tx: Tx, documentId: number): Promise<void> {
  const versions = await tx.selectFrom('documentVersion').select('id').where('documentId', '=', documentId).execute()
  await forgetDocuments(tx, 'document', [documentId])
  await tx.updateTable('documentImportFile').set({ documentId: null }).where('documentId', '=', documentId).execute()
  const ids = [0, ...versions.map(({ id }) => id)]
  await tx.deleteFrom('documentApproval').where('versionId', 'in', ids).execute()
  await tx.deleteFrom('documentVersion').where('id', 'in', ids).execute()
  await tx.deleteFrom('document').where('id', '=', documentId).execute()
}
