import { sql } from 'kysely'
import type { Db } from '../lib/db/connect.ts'

/** What somebody decided and can still take back, the latest first. */
export const listDecided = (db: Db, personId: number) =>
  db
    .selectFrom('waitingDecision')
    .select(['id', 'batch', 'what', 'thingId', 'choice', 'title', 'runsAt'])
    .where('personId', '=', personId)
    .orderBy('id', 'desc')
    .execute()

/** What somebody has put off, by its keys. */
export async function listPutOff(db: Db, personId: number, at: Date): Promise<Set<string>> {
  const rows = await db.selectFrom('putOff').select('key').where('personId', '=', personId).where('until', '>', at).execute()
  return new Set(rows.map(({ key }) => key))
}

/** Whose a batch is; undefined where nothing of it can be taken back any more. */
export async function findBatch(db: Db, batch: number, since: Date): Promise<{ personId: number; titles: string[] } | undefined> {
  const { rows } = await sql<{ personId: number; title: string | null }>`
    select person_id as "personId", title from waiting_decision where batch = ${batch}
    union all select person_id, null from put_off where batch = ${batch} and put_off_at > ${since}`.execute(db)
  const [first] = rows
  return first && { personId: first.personId, titles: rows.flatMap(({ title }) => title ?? []) }
}
