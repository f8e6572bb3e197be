import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { beginningWith } from '../../lib/db/like.ts'
import { type Db, findRow, listRows, orNoId } from '../../lib/db/rows.ts'
import { refusals } from '../../lib/ui/words.ts'
import type { Undone } from '../../lib/undo.ts'
import { isAdministrator, leadsOf, mayLead } from '../../policy.ts'

const mayImport = (actor: Actor, groupId: number): boolean => isAdministrator(actor) || mayLead(actor, groupId)

/** The groups into which this person may bring old documents. */
export const listImportGroups = (db: Db, actor: Actor) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name'])
    .$if(!isAdministrator(actor), (query) => query.where('id', 'in', orNoId(leadsOf(actor))))
    .orderBy('id')
    .execute()

const imports = (db: Db) =>
  db
    .selectFrom('documentImport')
    .leftJoin('sharedPerson as person', 'person.id', 'documentImport.personId')
    .leftJoin('sharedPerson as undoer', 'undoer.id', 'documentImport.undoneBy')
    .selectAll('documentImport')
    .select(['person.name as by', 'undoer.name as undoneByName'])

/** Imports of these groups, the newest first. */
export const listImports = (db: Db, groupIds: number[]) =>
  imports(db).where('documentImport.groupId', 'in', orNoId(groupIds)).orderBy('documentImport.id', 'desc').limit(30).execute()

/**
 * An import of a folder, with its files.
 * @throws NotFound for who does not lead the group
 */
export async function getImport(db: Db, actor: Actor, id: number, { lock = false } = {}) {
  const row = await imports(db)
    .where('documentImport.id', '=', id)
    .$if(lock, (query) => query.forUpdate('documentImport'))
    .executeTakeFirst()
  if (!row || !mayImport(actor, row.groupId)) throw new NotFound(refusals.thereIsNoSuchImport)
  return { ...row, undone: row.undone as unknown as Undone | null, files: await listImportFiles(db, id) }
}

export type DocumentImport = Awaited<ReturnType<typeof getImport>>

/** The files of an import, in the order of their folder. */
export const listImportFiles = (db: Db, importId: number) =>
  db
    .selectFrom('documentImportFile as file')
    .leftJoin('document', 'document.id', 'file.documentId')
    .selectAll('file')
    .select('document.slug')
    .where('file.importId', '=', importId)
    .orderBy('file.path')
    .execute()

/** The document of a group that has this content already, by its title. */
export async function findSameDocument(db: Db, groupId: number, sha256: Buffer): Promise<string | undefined> {
  const document = await db
    .selectFrom('documentVersion as version')
    .innerJoin('document', 'document.id', 'version.documentId')
    .innerJoin('sharedFile as file', 'file.id', 'version.fileId')
    .innerJoin('sharedFileContent as fileContent', 'fileContent.id', 'file.contentId')
    .select('document.title')
    .where('document.groupId', '=', groupId)
    .where('fileContent.sha256', '=', sha256)
    .executeTakeFirst()
  return document?.title
}

/** Is this content a document of the group already, or a file of this import? */
export async function findSame(db: Db, groupId: number, importId: number, sha256: Buffer): Promise<string | undefined> {
  const document = await findSameDocument(db, groupId, sha256)
  if (document !== undefined) return document
  const other = await findRow(db.selectFrom('documentImportFile'), { importId, sha256, outcome: 'new' }, ['path'])
  return other?.path
}

/** The name of a file that no other file of the import has: an archive may hold one name twice. */
export async function findFreePath(db: Db, importId: number, path: string): Promise<string> {
  const plain = path.replaceAll('\0', '').toWellFormed().slice(0, 1_000)
  const taken = await listRows(db.selectFrom('documentImportFile').where('path', 'like', beginningWith(plain)), { importId }, ['path'])
  const paths = new Set(taken.map((line) => line.path))
  if (!paths.has(plain)) return plain
  for (let n = 2; ; n++) if (!paths.has(`${plain} (${n})`)) return `${plain} (${n})`
}

/** Does a file wait for the virus scanner? */
export async function isHeld(db: Db, fileId: number): Promise<boolean> {
  const row = await db
    .selectFrom('sharedFile as file')
    .innerJoin('sharedFileContent as fileContent', 'fileContent.id', 'file.contentId')
    .select('fileContent.scan')
    .where('file.id', '=', fileId)
    .executeTakeFirst()
  return row?.scan === 'waiting'
}

/** The meeting of a group on a day, where there was one. */
export const findMeetingOn = (db: Db, groupId: number, on: string) =>
  db
    .selectFrom('sharedMeeting as meeting')
    .innerJoin('sharedMeetingHost as meetingHost', 'meetingHost.meetingId', 'meeting.id')
    .select('meeting.id')
    .where('meetingHost.groupId', '=', groupId)
    .where('meeting.state', '<>', 'cancelled')
    .where(sql<boolean>`(meeting.starts_at at time zone meeting.zone)::date = ${on}::date`)
    .orderBy('meeting.id')
    .executeTakeFirst()

/** What was brought and is not read yet, in its order. */
export const listSources = (db: Db, importId: number) =>
  db
    .selectFrom('documentImportSource')
    .innerJoin('sharedFile as file', 'file.id', 'documentImportSource.fileId')
    .innerJoin('sharedFileContent as fileContent', 'fileContent.id', 'file.contentId')
    .select(['documentImportSource.fileId', 'file.name', 'fileContent.size', 'fileContent.scan'])
    .where('documentImportSource.importId', '=', importId)
    .orderBy('documentImportSource.id')
    .execute()

/** An import for the job that reads it; undefined where there is nothing to read any more. */
export const findReading = (db: Db, id: number) =>
  findRow(db.selectFrom('documentImport'), { id, state: 'reading' }, ['id', 'personId', 'filesDone'])

/** Imports that were brought before an instant, are still not read and have not stopped. */
export const listStalledImports = (db: Db, before: Date) =>
  db
    .selectFrom('documentImport')
    .select('id')
    .where('state', '=', 'reading')
    .where('stoppedAt', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('id')
    .execute()
