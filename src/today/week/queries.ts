import type { Db } from '../../lib/db/rows.ts'

/** A week's letter with what its numbers stand for, for the answers to it. */
export async function findWeek(db: Db, id: number) {
  const week = await db.selectFrom('weekLetter').select(['id', 'personId', 'sentAt']).where('id', '=', id).executeTakeFirst()
  if (!week) return undefined
  const items = await db.selectFrom('weekItem').select(['n', 'key']).where('weekId', '=', id).orderBy('n').execute()
  return { ...week, items }
}

/** The numbers of somebody's letter of this week, by what they stand for. */
export async function findNumbers(db: Db, personId: number, since: Date): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('weekItem')
    .innerJoin('weekLetter', 'weekLetter.id', 'weekItem.weekId')
    .select(['weekItem.n', 'weekItem.key'])
    .where('weekLetter.id', '=', (query) =>
      query
        .selectFrom('weekLetter')
        .select('id')
        .where('personId', '=', personId)
        .where('sentAt', '>', since)
        .orderBy('sentAt', 'desc')
        .limit(1),
    )
    .execute()
  return new Map(rows.map(({ n, key }) => [key, n]))
}
