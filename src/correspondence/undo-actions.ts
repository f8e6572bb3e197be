import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { dropRaws } from '../archive/actions.ts'
import type { Balance } from '../archive/rules.ts'
import { Conflict } from '../errors.ts'
import { dropFile } from '../files/actions.ts'
import { takeBack } from '../groups/actions.ts'
import { recordOf } from '../journal/actions.ts'
import { dropJob } from '../lib/db/enqueue.ts'
import { type Db, insertOne, needRow, type Tx, updateOne, updateRows } from '../lib/db/rows.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { inLanguage, unsaid } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { type TakenBack, type Undone, undoneOf } from '../lib/undo.ts'
import { findAddress, type RoleAddress } from '../list/queries.ts'
import { forgetDocuments } from '../search/actions.ts'
import { getMailbox, isUnderWay, planMailboxUndo, readLetters } from './undo-queries.ts'

const kept = keptOf('correspondence', 'undo')

const t = textsOf('correspondence', 'bringing')

interface NewMailbox {
  /** As it is called. */
  file: string
  /** Where it is kept until it is through. */
  fileId?: number
  ownEmails?: string[]
}

/** Begins to take a mailbox in: what comes of it says by which import it came. */
export const beginMailbox = (tx: Tx, actor: Actor, desk: Pick<RoleAddress, 'id'>, box: NewMailbox): Promise<number> =>
  insertOne(tx.insertInto('correspondenceImport'), { ...box, addressId: desk.id, personId: actor.personId, begunAt: actor.at })

/** How far a mailbox is, for those who look at its page. */
export async function noteMailbox(db: Db, importId: number, balance: Balance): Promise<void> {
  await updateOne(db.updateTable('correspondenceImport'), importId, { ...balance, error: null })
}

/** A mailbox was cut off; what it has brought stays, and counts when it is begun again. */
export async function noteInterrupted(db: Db, importId: number): Promise<void> {
  await updateRows(db.updateTable('correspondenceImport').where('fileId', 'is not', null), { id: importId }, { error: kept('interrupted') })
}

/** The job that takes a mailbox in. */
export const jobOf = (importId: number): string => `office.bringMailbox:${importId}`

/** A mailbox used its last try: what came so far stays, with its file, and its page says so. */
export async function stopMailbox(tx: Tx, importId: number, at: Date, why: string): Promise<void> {
  await updateRows(tx.updateTable('correspondenceImport').where('fileId', 'is not', null), { id: importId }, { stoppedAt: at, error: why })
}

/** Closes the books of a mailbox that was taken in, or cannot be, for which a sentence says why; and lets go of its file. */
export async function closeMailbox(tx: Tx, actor: Actor, importId: number, end: Partial<Balance> & { error: string | null }) {
  const { fileId, addressId } = await needRow(tx.selectFrom('correspondenceImport').forUpdate(), { id: importId }, ['fileId', 'addressId'])
  const over = { endedAt: actor.at, stoppedAt: null, fileId: null, ownEmails: [] }
  await updateOne(tx.updateTable('correspondenceImport'), importId, { ...end, ...over })
  if (fileId === null) return
  await dropFile(tx, fileId)
  if (end.error !== null) return
  const desk = await findAddress(tx, addressId)
  const { error: _, ...details } = end
  await recordOf(tx, actor, 'correspondence.imported', { of: 'role-address', id: addressId, groupId: desk?.groupId }, details)
}

/**
 * Takes a mailbox back: its letters go, with exchanges that have none any more. Exchanges that go on keep theirs.
 * @throws Conflict where its step was confirmed, it is under way still, or it was taken back already
 */
export async function undoMailbox(tx: Tx, actor: Actor, desk: RoleAddress, importId: number): Promise<Undone> {
  // Whoever keeps a mail of the address is alone with it.
  await tx.selectFrom('sharedRoleAddress as roleAddress').select('id').where('id', '=', desk.id).forUpdate().execute()
  const brought = await getMailbox(tx, desk, importId)
  if (isUnderWay(brought)) throw new Conflict(t.underWay)
  const at = {
    run: brought,
    keep: (takenBack: TakenBack) => tx.updateTable('correspondenceImport').set(takenBack).where('id', '=', importId).execute(),
    groupId: desk.groupId,
    step: 'mailbox',
    subject: `role-address:${desk.id}`,
  } as const
  return takeBack(tx, actor, { ...at, action: 'correspondence.import-undone' }, async () => {
    await sql`select c.id from correspondence c where c.id in (select correspondence_id from correspondence_mail where import_id = ${importId})
      order by c.id for update`.execute(tx)
    const undone = undoneOf(await inLanguage(unsaid, () => planMailboxUndo(tx, importId)))
    const { going } = await readLetters(tx, importId)
    await removeLetters(tx, going)
    if (brought.fileId !== null) {
      // It stopped on its way: its file and its job go, too.
      await closeMailbox(tx, actor, importId, { error: brought.error ?? '' })
      await dropJob(tx, jobOf(importId))
    }
    return undone
  })
}

async function removeLetters(tx: Tx, ids: number[]): Promise<void> {
  if (ids.length === 0) return
  await forgetDocuments(tx, 'correspondence', ids)
  const gone = await tx.deleteFrom('correspondenceMail').where('id', 'in', ids).returning(['correspondenceId', 'rawId']).execute()
  const exchanges = [...new Set(gone.map(({ correspondenceId }) => correspondenceId))]
  await sql`update correspondence c set mails = m.mails, first_at = m.first_at, last_at = m.last_at
    from (select correspondence_id, count(*) as mails, min(sent_at) as first_at, max(sent_at) as last_at from correspondence_mail
      where correspondence_id = any(${exchanges}::bigint[]) group by 1) m where c.id = m.correspondence_id`.execute(tx)
  await sql`delete from correspondence c where c.id = any(${exchanges}::bigint[])
    and not exists (select from correspondence_mail m where m.correspondence_id = c.id)`.execute(tx)
  await dropRaws(tx, [...new Set(gone.map(({ rawId }) => rawId))])
}
