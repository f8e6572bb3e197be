import { type Consequences, moveRows } from '../consequences.ts'
import { idsOf, orNoId, type Tx } from '../lib/db/rows.ts'
import { listAreasOfOneName } from '../requests/queries.ts'

async function moveNews(tx: Tx, from: number, to: number): Promise<void> {
  // What both groups call by one name is the area of the one that stays.
  for (const { left, now } of await listAreasOfOneName(tx, from, to))
    await tx.updateTable('newsItem').set({ areaId: now }).where('areaId', '=', left).execute()
  await moveRows(tx, from, to, ['newsIssue', 'newsItem', 'newsOutlet', 'sitePage', 'webImport'])
}

/** The archive of a newsletter goes with its group; news of an area, with the area. */
export const newsConsequences: Consequences = {
  areaMoved: async (tx, from, to, only) =>
    idsOf(
      await tx
        .updateTable('newsItem')
        .set({ areaId: to })
        .where('areaId', '=', from)
        .$if(only !== undefined, (query) => query.where('id', 'in', orNoId([...(only ?? [])])))
        .returning('id')
        .execute(),
    ),
  groupMerged: moveNews,
}
