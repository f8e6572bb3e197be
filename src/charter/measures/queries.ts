import type { Actor } from '../../actor.ts'
import type { Db } from '../../db/connect.ts'
import { NotFound } from '../../errors.ts'
import { getClause } from '../clauses/queries.ts'

/**
 * A measure with its clause, for those who keep the charter.
 * @throws NotFound
 */
export async function getMeasure(db: Db, actor: Actor, id: number) {
  const measure = await db.selectFrom('clauseMeasure').selectAll().where('id', '=', id).executeTakeFirst()
  if (!measure) throw new NotFound('There is no such measure.')
  return { measure, clause: await getClause(db, actor, measure.clauseId, { keep: true }) }
}
