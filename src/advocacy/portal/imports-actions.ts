import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict } from '../../errors.ts'
import { takeBack } from '../../groups/actions.ts'
import { record } from '../../journal/actions.ts'
import { countRows, insertOne, orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { PortalEntry } from '../../lib/reading/portal/entry.ts'
import type { Table } from '../../lib/sheet/table.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type TakenBack, type Undone, undoneOf } from '../../lib/undo.ts'
import { type Taken, takePortal } from '../answers/tables.ts'
import { checkLeads } from '../core/actions.ts'
import { keepEntries, type PortalTaken } from './actions.ts'
import { getPortalImport, planUndo, type Retold, readTaken } from './imports-queries.ts'

const t = textsOf('advocacy', 'portal')

/** An import is kept with what it came to; one that brought nothing is none. */
async function within<T>(
  tx: Tx,
  actor: Actor,
  groupId: number,
  source: string,
  take: (importId: number) => Promise<T & { fresh?: number; changed?: number; taken?: number; known: number }>,
): Promise<T & { importId: number | undefined }> {
  checkLeads(actor, groupId)
  const id = await insertOne(tx.insertInto('portalImport'), { groupId, source, personId: actor.personId, at: actor.at })
  const result = await take(id)
  const { fresh = 0, changed = result.taken ?? 0, known } = result
  // A title or votes that are others than before are no news, and yet something that the import did.
  const retold = await countRows(tx.selectFrom('portalBefore').where('importId', '=', id))
  const nothing = fresh + changed + retold === 0
  if (nothing) await tx.deleteFrom('portalImport').where('id', '=', id).execute()
  else await updateOne(tx.updateTable('portalImport'), id, { fresh, changed, known, retold })
  return { ...result, importId: nothing ? undefined : id }
}

/** Somebody brings what a portal says, from a file or a program. */
export const bringEntries = (tx: Tx, actor: Actor, groupId: number, source: string, entries: readonly PortalEntry[]) =>
  within<PortalTaken>(tx, actor, groupId, source, (importId) => keepEntries(tx, actor, groupId, entries, importId))

/** Somebody brings states of entries that were typed into a table. */
export const bringTable = (tx: Tx, actor: Actor, groupId: number, source: string, table: Table) =>
  within<Taken>(tx, actor, groupId, source, (importId) => takePortal(tx, actor, groupId, table, importId))

/** The import is as it should be: from now on it cannot be undone. @throws Conflict where it is settled already */
export async function confirmImport(tx: Tx, actor: Actor, id: number): Promise<void> {
  const { groupId, confirmedAt, undoneAt } = await getPortalImport(tx, actor, id, { lock: true })
  if (confirmedAt !== null || undoneAt !== null) throw new Conflict(t.imports.settled)
  await updateOne(tx.updateTable('portalImport'), id, { confirmedAt: actor.at, confirmedBy: actor.personId })
  await record(tx, actor, { action: 'portal.import-confirmed', subject: `group:${groupId}`, groupId, details: { importId: id } })
}

/**
 * Takes an import of the portal back: its entries and what it said of others go, and what it changed of them is again as it was. What somebody
 * has decided about or changed since stays.
 * @throws NotFound for who does not lead the group; Conflict where it was confirmed or taken back already
 */
export async function undoImport(tx: Tx, actor: Actor, importId: number): Promise<Undone> {
  const run = await getPortalImport(tx, actor, importId, { lock: true })
  const { groupId } = run
  if (run.confirmedAt !== null) throw new Conflict(t.imports.confirmed)
  const keep = (takenBack: TakenBack) => updateOne(tx.updateTable('portalImport'), importId, takenBack)
  const what = { run, keep, groupId, step: undefined, subject: `group:${groupId}`, action: 'portal.import-undone' } as const
  return takeBack(tx, actor, what, async () => {
    // Locked, so that who takes an answer of one at this moment is seen, or comes too late.
    await tx.selectFrom('portalStatus').select('id').where('importId', '=', importId).orderBy('id').forUpdate().execute()
    await tx
      .selectFrom('portalCase')
      .select('id')
      .where((e) =>
        e.or([
          e('importId', '=', importId),
          e('id', 'in', e.selectFrom('portalBefore').select('portalCaseId').where('importId', '=', importId)),
        ]),
      )
      .orderBy('id')
      .forUpdate()
      .execute()
    const found = await readTaken(tx, importId)
    for (const one of found.retold) await tellAsBefore(tx, importId, one)
    await tx.deleteFrom('portalStatus').where('id', 'in', orNoId(found.statuses)).execute()
    await tx.deleteFrom('portalCase').where('id', 'in', orNoId(found.cases)).execute()
    return inLanguage(unsaid, () => undoneOf(planUndo(found)))
  })
}

/** An entry says what it said before an import; what a later import has changed of it since goes back to what was before this one. */
async function tellAsBefore(tx: Tx, importId: number, { caseId, goes, later }: Retold): Promise<void> {
  const { request: requestId, ...facts } = goes
  await updateOne(tx.updateTable('portalCase'), caseId, { ...facts, requestId })
  for (const [name, { was, became }] of Object.entries(later))
    await tx
      .updateTable('portalBefore')
      .set({ was: sql`was || jsonb_build_object(${name}::text, ${JSON.stringify(was)}::text::jsonb)` })
      .where('portalCaseId', '=', caseId)
      .where('importId', '=', (e) =>
        e
          .selectFrom('portalBefore')
          .select((f) => f.fn.min('importId').as('importId'))
          .where('portalCaseId', '=', caseId)
          .where('importId', '>', importId)
          .where(sql<boolean>`was -> ${name}::text = ${JSON.stringify(became)}::text::jsonb`),
      )
      .execute()
}
