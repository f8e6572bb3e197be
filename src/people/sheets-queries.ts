import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { type Db, findRow } from '../lib/db/rows.ts'
import type { Mapping } from '../lib/sheet/rules.ts'
import { refusals } from '../lib/ui/words.ts'

export type SheetKind = 'register' | 'roster'

/**
 * A spreadsheet that the actor handed in.
 * @throws NotFound for another's, another kind, or one that is gone
 */
export async function getSheet(db: Db, actor: Actor, kind: SheetKind, id: number) {
  const sheet = await findRow(db.selectFrom('sheetImport').selectAll(), { id, kind, personId: actor.personId ?? 0 })
  if (!sheet) throw new NotFound(refusals.thereIsNoSuchFile)
  return { ...sheet, mapping: sheet.mapping as Mapping }
}
