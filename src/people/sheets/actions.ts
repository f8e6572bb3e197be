import type { Actor } from '../../actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { Db, Tx } from '../../lib/db/connect.ts'
import { getSheet, type SheetKind } from './queries.ts'
import type { Mapping } from './rules.ts'

/** Keeps a spreadsheet while somebody looks at what it would do. Who may is the caller's question. */
export async function keepSheet(
  tx: Tx,
  actor: Actor,
  sheet: { kind: SheetKind; groupId?: number; filename: string; bytes: Uint8Array; mapping: Mapping },
): Promise<number> {
  if (actor.personId === null) throw new NotFound('There is no such page.')
  const { id } = await tx
    .insertInto('sheetImport')
    .values({
      kind: sheet.kind,
      groupId: sheet.groupId ?? null,
      personId: actor.personId,
      filename: sheet.filename.slice(0, 200),
      bytes: Buffer.from(sheet.bytes),
      mapping: JSON.stringify(sheet.mapping),
      madeAt: actor.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Says which column holds what. */
export async function mapSheet(tx: Tx, actor: Actor, kind: SheetKind, id: number, mapping: Mapping): Promise<void> {
  await getSheet(tx, actor, kind, id)
  await tx
    .updateTable('sheetImport')
    .set({ mapping: JSON.stringify(mapping) })
    .where('id', '=', id)
    .execute()
}

/**
 * Takes a spreadsheet to be applied in this transaction; nobody else applies it meanwhile, or again.
 * @throws Conflict when it was applied already
 */
export async function takeSheet(tx: Tx, actor: Actor, kind: SheetKind, id: number) {
  await tx.selectFrom('sheetImport').select('id').where('id', '=', id).forUpdate().execute()
  const sheet = await getSheet(tx, actor, kind, id)
  if (sheet.appliedAt !== null || sheet.bytes === null) throw new Conflict('This file was applied already.')
  return { ...sheet, bytes: sheet.bytes }
}

/** Notes a file of a roster that the command line applies: it is nobody’s, and its bytes are not kept. */
export async function noteSheet(tx: Tx, actor: Actor, { groupId, filename }: { groupId: number; filename: string }): Promise<number> {
  const { id } = await tx
    .insertInto('sheetImport')
    .values({ kind: 'roster', groupId, personId: actor.personId, filename: filename.slice(0, 200), mapping: '{}', madeAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The file was applied; its bytes are not needed any more. */
export async function settleSheet(tx: Tx, actor: Actor, id: number, outcome: Record<string, number>): Promise<void> {
  await tx
    .updateTable('sheetImport')
    .set({ appliedAt: actor.at, bytes: null, outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute()
}

const week = 7 * 86_400_000

/** Drops the bytes of files that nobody applied within a week: they hold names and addresses. */
export async function sweepSheets(db: Db, now: Date): Promise<void> {
  await db
    .updateTable('sheetImport')
    .set({ bytes: null })
    .where('bytes', 'is not', null)
    .where('madeAt', '<', new Date(now.getTime() - week))
    .execute()
}

/** A file that was applied, held until the transaction ends. */
export async function lockSheet(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('sheetImport').select('id').where('id', '=', id).forUpdate().execute()
}

/** The file was taken back: by whom, and what went. */
export async function noteSheetUndone(tx: Tx, actor: Actor, id: number, undone: object): Promise<void> {
  await tx
    .updateTable('sheetImport')
    .set({ undoneAt: actor.at, undoneBy: actor.personId, undone: JSON.stringify(undone) })
    .where('id', '=', id)
    .execute()
}
