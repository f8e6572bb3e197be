import type { Actor } from '../actor.ts'
import { Conflict, NotFound } from '../errors.ts'
import { type Db, insertOne, type Tx, updateOne } from '../lib/db/rows.ts'
import type { Mapping } from '../lib/sheet/rules.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import type { TakenBack } from '../lib/undo.ts'
import { getSheet, type SheetKind } from './sheets-queries.ts'

const t = textsOf('people', 'sheets')

/** Keeps a spreadsheet while somebody looks at what it would do. Who may is the caller's question. */
async function keepSheet(
  tx: Tx,
  actor: Actor,
  sheet: { kind: SheetKind; groupId?: number; filename: string; bytes: Uint8Array; mapping: Mapping; headerLine: number },
): Promise<number> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  return insertOne(tx.insertInto('sheetImport'), {
    kind: sheet.kind,
    groupId: sheet.groupId ?? null,
    personId: actor.personId,
    filename: sheet.filename.slice(0, 200),
    bytes: Buffer.from(sheet.bytes),
    mapping: JSON.stringify(sheet.mapping),
    headerLine: sheet.headerLine,
    madeAt: actor.at,
  })
}

/** Says which row is the header, and which column holds what. */
async function mapSheet(tx: Tx, actor: Actor, kind: SheetKind, id: number, mapping: Mapping, headerLine: number): Promise<void> {
  await getSheet(tx, actor, kind, id)
  await updateOne(tx.updateTable('sheetImport'), id, { mapping: JSON.stringify(mapping), headerLine })
}

/**
 * Takes a spreadsheet to be applied in this transaction; nobody else applies it meanwhile, or again.
 * @throws Conflict when it was applied already
 */
async function takeSheet(tx: Tx, actor: Actor, kind: SheetKind, id: number) {
  await tx.selectFrom('sheetImport').select('id').where('id', '=', id).forUpdate().execute()
  const sheet = await getSheet(tx, actor, kind, id)
  if (sheet.appliedAt !== null || sheet.bytes === null) throw new Conflict(t.thisFileWasAppliedAlready)
  return { ...sheet, bytes: sheet.bytes }
}

/** Notes a file of a roster that the command line applies: it is nobody’s, and its bytes are not kept. */
export async function noteSheet(tx: Tx, actor: Actor, { groupId, filename }: { groupId: number; filename: string }): Promise<number> {
  return insertOne(tx.insertInto('sheetImport'), {
    kind: 'roster',
    groupId,
    personId: actor.personId,
    filename: filename.slice(0, 200),
    mapping: '{}',
    madeAt: actor.at,
  })
}

/** The file was applied; its bytes are not needed any more. */
export async function settleSheet(tx: Tx, actor: Actor, id: number, outcome: Record<string, number>): Promise<void> {
  await updateOne(tx.updateTable('sheetImport'), id, { appliedAt: actor.at, bytes: null, outcome: JSON.stringify(outcome) })
}

/** The spreadsheets of one kind that wait until somebody has looked at them. */
export const sheetsOf = (kind: SheetKind) => ({
  keep: (tx: Tx, actor: Actor, sheet: Omit<Parameters<typeof keepSheet>[2], 'kind'>) => keepSheet(tx, actor, { ...sheet, kind }),
  get: (db: Db, actor: Actor, id: number) => getSheet(db, actor, kind, id),
  map: (tx: Tx, actor: Actor, id: number, mapping: Mapping, headerLine: number) => mapSheet(tx, actor, kind, id, mapping, headerLine),
  take: (tx: Tx, actor: Actor, id: number) => takeSheet(tx, actor, kind, id),
  settle: settleSheet,
})

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
export async function noteSheetUndone(tx: Tx, id: number, takenBack: TakenBack): Promise<void> {
  await tx.updateTable('sheetImport').set(takenBack).where('id', '=', id).execute()
}
