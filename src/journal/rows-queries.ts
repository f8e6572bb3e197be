import type { Db } from '../lib/db/rows.ts'
import type { Door, NotedRow } from './rows-rules.ts'

/** The rows that an import made, ended or changed, in the order in which it did. */
export async function listRows(db: Db, door: Door): Promise<NotedRow[]> {
  const rows = await db
    .selectFrom('importRow')
    .select(['thing', 'rowId', 'was', 'became'])
    .$if('moveId' in door, (query) => query.where('moveId', '=', 'moveId' in door ? door.moveId : 0))
    .$if('sheetId' in door, (query) => query.where('sheetId', '=', 'sheetId' in door ? door.sheetId : 0))
    .orderBy('id')
    .execute()
  return rows as unknown as NotedRow[]
}
