import { type Consequences, moveRows } from '../consequences.ts'
import { idsOf, orNoId } from '../lib/db/rows.ts'

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
  groupMerged: (tx, from, to) => moveRows(tx, from, to, ['newsIssue', 'newsItem', 'newsOutlet', 'sitePage', 'webImport']),
}
