import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import type { Draft } from '../lib/ui/form.tsx'
import type { Typed } from '../lib/ui/forms.ts'
import { isHerself } from '../policy.ts'

/**
 * What this person has begun to write in the form of a page. Whoever acts as them sees nothing of it.
 * @param place the address of the page
 */
export async function findDraft(db: Db, actor: Actor, place: string): Promise<Draft> {
  if (!isHerself(actor)) return { place }
  const row = await db
    .selectFrom('draft')
    .select(['fields', 'savedAt'])
    .where('personId', '=', actor.personId)
    .where('place', '=', place)
    .executeTakeFirst()
  return row ? { place, fields: row.fields as Typed, savedAt: row.savedAt } : { place }
}
