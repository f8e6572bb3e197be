import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict } from '../../errors.ts'
import { recorderOf } from '../../journal/actions.ts'
import { changeRow, insertOne, type Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type NewMessage, type RawMail, storeMessages, storeRaw } from '../core/actions.ts'
import { keptFaults } from './faults-rules.ts'
import type { Prepared, ReadMail } from './prepare.ts'
import { findOpenImport, findOwners } from './queries.ts'
import { type Balance, balanceOf, type Finding, nothing, sumOf } from './rules.ts'

const t = textsOf('archive', 'import')

export interface ImportList {
  id: number
  groupId: number
  language: string
}

/** An import under way. */
export interface Import {
  id: number
  list: ImportList
  /** Everything before this byte is settled. */
  readTo: number
  balance: Balance
  /** The date of the message before, for one that has none. */
  lastDate: Date
}

/**
 * Begins the import of a file, or goes on where an earlier one of the same bytes was cut off.
 * @param moveId the import of a whole list that it is part of
 */
export async function beginImport(
  tx: Tx,
  actor: Actor,
  list: ImportList,
  { name, sha256, size, charset = '' }: { name: string; sha256: Buffer; size: number; charset?: string },
  moveId?: number,
): Promise<Import> {
  const open = await findOpenImport(tx, list.id, sha256)
  if (open) {
    const { id, readTo, imported, repaired, duplicate, quarantined } = open
    return { id, list, readTo, balance: { imported, repaired, duplicate, quarantined }, lastDate: actor.at }
  }
  const id = await insertOne(tx.insertInto('mailImport'), {
    listId: list.id,
    personId: actor.personId,
    moveId: moveId ?? null,
    file: name,
    sha256,
    size,
    headerCharset: charset,
    begunAt: actor.at,
  })
  return { id, list, readTo: 0, balance: nothing, lastDate: actor.at }
}

type Kept = Finding & { messageId: number | null; rawId: number | RawMail | null }

// Its pages stay with the index, and every search meanwhile reads what waits.
const pendingIndex = '8MB'

/**
 * Stores a batch: its messages, what is remarkable about them, and how far the import is, all or nothing. Nobody is mailed:
 * the messages do not come by the way of new mail.
 * @returns the import as it stands then
 */
export async function storeBatch(tx: Tx, run: Import, batch: Prepared[]): Promise<Import> {
  // A power cut takes the last batches with their place in the file; they are read again.
  // The index takes them in by the ten thousand; the pages of a posting list are unpacked and packed once for all of them.
  await sql`select set_config('synchronous_commit', 'off', true), set_config('gin_pending_list_limit', ${pendingIndex}, true),
    set_config('work_mem', '64MB', true)`.execute(tx)
  const mails = batch.filter((prepared): prepared is ReadMail => 'digest' in prepared)
  const dated = datedMails(mails, run.lastDate)
  const owners = await findOwners(tx, [...new Set(mails.map(({ digest }) => digest.fromEmail))])
  const stored = await storeMessages(
    tx,
    run.list,
    dated.map(({ digest, raw, date, vector }): NewMessage => {
      const personId = owners.get(digest.fromEmail) ?? null
      return { ...digest, rawId: raw, personId, sentAt: date, receivedAt: date, ...(vector === undefined ? {} : { vector }) }
    }),
    run.id,
  )
  const findings: Kept[] = batch.flatMap((prepared) =>
    'unreadable' in prepared
      ? {
          ...placeOf(prepared),
          outcome: 'quarantined' as const,
          reason: keptFaults(prepared.unreadable),
          messageId: null,
          rawId: prepared.raw,
        }
      : [],
  )
  for (const [i, { repairs, ...mail }] of dated.entries()) {
    const duplicate = stored[i]?.duplicate ?? false
    if (!duplicate && repairs.length === 0) continue
    const reason = keptFaults(duplicate ? [{ fault: 'duplicate' }] : repairs)
    const outcome = duplicate ? ('duplicate' as const) : ('repaired' as const)
    findings.push({ ...placeOf(mail), outcome, reason, messageId: stored[i]?.id ?? null, rawId: null })
  }
  await keepFindings(tx, run.id, findings)
  const last = batch.at(-1)
  const readTo = last ? last.offset + last.length : run.readTo
  const balance = sumOf(run.balance, balanceOf(batch.length, findings))
  if (!(await changeRow(tx.updateTable('mailImport').returning('id'), { id: run.id, undoBegunAt: null }, { readTo, ...balance })))
    throw new Conflict(t.someoneHasAlreadyUndone)
  return { ...run, readTo, balance, lastDate: dated.at(-1)?.date ?? run.lastDate }
}

const placeOf = ({ offset, length }: { offset: number; length: number }) => ({ offset, length })

/** Each mail with a date: one that has none stands where the mailbox has it, behind the one before. */
function datedMails(mails: ReadMail[], lastDate: Date) {
  let before = lastDate
  return mails.map((mail) => {
    before = mail.sentAt ?? before
    return {
      ...mail,
      date: before,
      repairs: mail.sentAt ? mail.repairs : [...mail.repairs, { fault: 'dateOfOther' } as const],
    }
  })
}

async function keepFindings(tx: Tx, importId: number, findings: Kept[]): Promise<void> {
  if (findings.length === 0) return
  const rawIds: (number | null)[] = []
  for (const { rawId } of findings) rawIds.push(rawId === null || typeof rawId === 'number' ? rawId : await quarantine(tx, rawId))
  const column = <T>(pick: (finding: Kept) => T) => findings.map(pick)
  await sql`
    insert into import_finding (import_id, at_byte, bytes, outcome, reason, message_id, raw_id)
    select ${importId}, f.* from unnest(${column((f) => f.offset)}::bigint[], ${column((f) => f.length)}::bigint[],
      ${column((f) => f.outcome)}::import_outcome[], ${column((f) => f.reason)}::text[], ${column((f) => f.messageId)}::bigint[],
      ${rawIds}::bigint[]) f`.execute(tx)
}

/** Keeps the bytes of what is no mail, once however often its file is imported. */
async function quarantine(tx: Tx, raw: RawMail): Promise<number> {
  const known = await tx
    .selectFrom('importFinding')
    .innerJoin('rawMail', 'rawMail.id', 'importFinding.rawId')
    .select('rawMail.id')
    .where('rawMail.sha256', '=', raw.sha256)
    .executeTakeFirst()
  return known?.id ?? storeRaw(tx, raw)
}

/** Closes the books of an import and writes it into the journal. */
export async function endImport(tx: Tx, actor: Actor, run: Import): Promise<void> {
  // What waits would be read by every search from now on.
  await sql`select gin_clean_pending_list('search_document_vector'), gin_clean_pending_list('search_document_titles'),
    gin_clean_pending_list('search_document_authors')`.execute(tx)
  await tx.updateTable('mailImport').set({ endedAt: actor.at }).where('id', '=', run.id).execute()
  await recorderOf('list')(tx, actor, run.list, 'archive.imported', { importId: run.id, ...run.balance })
}
