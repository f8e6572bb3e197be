import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'
import { cutNames } from '../search/actions.ts'
import { listTraceable, listTraces } from './mentions-queries.ts'
import { isRead, patternOfTraces, replaceIn, replaceWithin, type Traces } from './mentions-rules.ts'

/**
 * Takes somebody's names and addresses out of every column of words but those of the archive: texts, lists, documents, kept versions.
 * @param telling their names as they are looked for, in lower case with one blank between the words
 */
export async function cutTraces(tx: Tx, personId: number, traces: Traces, telling: readonly string[]): Promise<void> {
  const pattern = patternOfTraces(telling, [...traces.emails.keys()])
  for (const place of await listTraceable(tx)) {
    for (const { rowAt, theirs, values } of await listTraces(tx, place, { pattern, names: [...traces.names], personId })) {
      const set = place.columns.flatMap(({ column, type }, i) => {
        const before = values[i]
        const after = replaceWithin(before, traces, { read: isRead(column), theirs })
        if (JSON.stringify(after) === JSON.stringify(before)) return []
        return [sql`${sql.id(column)} = ${type === 'jsonb' ? sql`${JSON.stringify(after)}::jsonb` : after}`]
      })
      if (set.length > 0) await sql`update ${sql.id(place.table)} set ${sql.join(set)} where ctid = ${rowAt}::tid`.execute(tx)
    }
  }
  if (pattern !== undefined) await cutNames(tx, pattern, (text) => replaceIn(text, traces, true))
}
