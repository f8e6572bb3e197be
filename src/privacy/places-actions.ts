import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'
import { cutText, type Needle } from '../lib/mail/find-words.ts'
import { listPlaces, listRows } from './places-queries.ts'
import { keyOfPlace } from './places-words.ts'

/**
 * Cuts words out of everything that people have written in a group or a list besides its mails.
 * @returns how often they stood where, by place
 */
export async function cutPlaces(
  tx: Tx,
  of: { groupId: number; listId: number },
  needles: readonly Needle[],
  pattern?: string,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const place of await listPlaces(tx)) {
    for (const { rowAt, texts } of await listRows(tx, place, of, pattern)) {
      const cuts = texts.map((text) => cutText(text, needles))
      const changes = cuts.flatMap((cut, i) => (cut.found > 0 ? [{ column: place.columns[i] as string, ...cut }] : []))
      if (changes.length === 0) continue
      const set = changes.map(({ column, text }) => sql`${sql.id(column)} = ${text}`)
      await sql`update ${sql.id(place.table)} set ${sql.join(set)} where ctid = ${rowAt}::tid`.execute(tx)
      for (const { column } of changes) {
        const name = keyOfPlace(place.table, column)
        found[name] = (found[name] ?? 0) + 1
      }
    }
  }
  return found
}
