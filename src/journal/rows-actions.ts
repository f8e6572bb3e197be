import { insertAll, type Tx } from '../lib/db/rows.ts'
import type { Door } from './rows-rules.ts'

/** A row that an import made, ended or changed. */
interface ImportedRow {
  rowId: number
  /** What stood there before, where something did. */
  was?: object
  /** What the import set: where the row says something else by now, somebody changed it. */
  became?: object
}

/** Notes which rows an import made, so that it can be taken back; a row is noted once. */
export async function noteRows(tx: Tx, door: Door, thing: string, rows: ImportedRow[]): Promise<void> {
  const noted = rows.map(({ rowId, was, became }) => ({
    ...{ ...door, thing, rowId },
    ...{ was: was === undefined ? null : JSON.stringify(was), became: became === undefined ? null : JSON.stringify(became) },
  }))
  const into = tx.insertInto('importRow').onConflict((conflict) => conflict.doNothing())
  for (let at = 0; at < noted.length; at += 1_000) await insertAll(into, noted.slice(at, at + 1_000))
}
