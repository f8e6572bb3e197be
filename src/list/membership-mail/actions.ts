import { findRow, type Tx } from '../../lib/db/rows.ts'

const day = 86_400_000
const longest = 7 * day

/**
 * Takes the stretch of time that those who look after a list have not been told of yet, so that nothing is told twice.
 * @returns from when on; undefined where the list does not wish it any more
 */
export async function takeStretch(tx: Tx, listId: number, upTo: Date): Promise<Date | undefined> {
  const list = await findRow(tx.selectFrom('list').forUpdate(), { id: listId, tellChanges: true }, ['changesToldAt'])
  if (!list || (list.changesToldAt && list.changesToldAt >= upTo)) return undefined
  await tx.updateTable('list').set({ changesToldAt: upTo }).where('id', '=', listId).execute()
  // What was switched off for long does not begin with a letter about a year.
  const since = upTo.getTime() - (list.changesToldAt?.getTime() ?? 0)
  return since <= longest ? (list.changesToldAt as Date) : new Date(upTo.getTime() - day)
}
