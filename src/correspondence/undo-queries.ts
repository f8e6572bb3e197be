import { sql } from 'kysely'
import { NotFound } from '../errors.ts'
import { findPointedAt } from '../lib/db/references.ts'
import { type Db, findRow } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import type { Undone, UndoPlan } from '../lib/undo.ts'
import type { RoleAddress } from '../list/queries.ts'

const t = textsOf('correspondence', 'undo')

const imports = (db: Db) =>
  db
    .selectFrom('correspondenceImport')
    .leftJoin('sharedPerson as person', 'person.id', 'correspondenceImport.personId')
    .leftJoin('sharedPerson as undoer', 'undoer.id', 'correspondenceImport.undoneBy')
    .selectAll('correspondenceImport')
    .select(['person.name as by', 'undoer.name as undoneByName'])

/** Does a mailbox come in at this moment? One that stopped does not. */
export const isUnderWay = ({ fileId, stoppedAt }: { fileId: number | null; stoppedAt: Date | null }): boolean =>
  fileId !== null && stoppedAt === null

/** Mailboxes that were brought into the correspondence of a role, newest first. */
export const listMailboxes = (db: Db, addressId: number) =>
  imports(db).where('addressId', '=', addressId).orderBy('correspondenceImport.id', 'desc').limit(50).execute()

/**
 * A mailbox that was brought into the correspondence of a role.
 * @throws NotFound
 */
export async function getMailbox(db: Db, { id: addressId }: Pick<RoleAddress, 'id'>, id: number) {
  const row = await imports(db).where('addressId', '=', addressId).where('correspondenceImport.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound(refusals.thereIsNoSuchImport)
  return { ...row, undone: row.undone as unknown as Undone | null }
}

/** Mails of an import in exchanges that nobody has touched since, and those in exchanges that go on. */
export async function readLetters(db: Db, importId: number): Promise<{ going: number[]; staying: number }> {
  const exchanges = sql`select distinct correspondence_id from correspondence_mail where import_id = ${importId}`
  const built = await findPointedAt(db, 'correspondence', exchanges, ['correspondence_mail.correspondence_id'])
  const { rows } = await sql<{ id: number; stays: boolean }>`
    with alive (id) as materialized (select c.id from correspondence c where c.id in (${exchanges}) and (c.state <> 'answered'
        or c.owner_id is not null or c.answer_by is not null or c.about <> '' or c.id = any(${[...built]}::bigint[])
        or exists (select from correspondence_mail m where m.correspondence_id = c.id and not m.imported)))
    select m.id, m.correspondence_id in (select id from alive) as stays from correspondence_mail m where m.import_id = ${importId}
    order by m.id`.execute(db)
  const going = rows.filter(({ stays }) => !stays).map(({ id }) => id)
  return { going, staying: rows.length - going.length }
}

/** What taking a mailbox back would do now. */
export async function planMailboxUndo(db: Db, importId: number): Promise<UndoPlan> {
  const { going, staying } = await readLetters(db, importId)
  const stopped = await findRow(db.selectFrom('correspondenceImport').where('fileId', 'is not', null), { id: importId }, ['id'])
  return {
    goes: [
      { what: t.emails, count: going.length },
      { what: t.queued, count: stopped ? 1 : 0 },
    ],
    stays: [{ what: t.emails, count: staying, why: t.used }],
  }
}
