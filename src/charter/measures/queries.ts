import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { getClause } from '../clauses/queries.ts'

const t = textsOf('charter', 'findingsPage')

/**
 * A measure with its clause, for those who keep the charter.
 * @throws NotFound
 */
export async function getMeasure(db: Db, actor: Actor, id: number) {
  const measure = await db
    .selectFrom('clauseMeasure')
    .leftJoin('sharedMeetingSeries as meetingSeries', 'meetingSeries.id', 'clauseMeasure.seriesId')
    .selectAll('clauseMeasure')
    .select('meetingSeries.title as series')
    .where('clauseMeasure.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(t.thereIsNoSuchMeasure))
  return { measure, clause: await getClause(db, actor, measure.clauseId, { keep: true }) }
}

/** The series of meetings that a measure of this group may look at, those that are going on first. */
export const listSeries = (db: Db, groupId: number) =>
  db
    .selectFrom('sharedMeetingSeries as meetingSeries')
    .innerJoin('seriesHost', 'seriesHost.seriesId', 'meetingSeries.id')
    .select(['meetingSeries.id', 'meetingSeries.title', 'meetingSeries.endedAt'])
    .where('seriesHost.groupId', '=', groupId)
    .orderBy('meetingSeries.endedAt', (order) => order.desc().nullsFirst())
    .orderBy('meetingSeries.id')
    .execute()
