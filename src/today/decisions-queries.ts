import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, listRows } from '../lib/db/rows.ts'
import { statement } from '../lib/db/statement.ts'
import { together } from '../lib/db/together.ts'
import type { Decidable } from '../signed.ts'

const decidedBy = statement((db, { personIds }: { personIds: number[] }) =>
  db
    .selectFrom('waitingDecision')
    .select(['id', 'batch', 'what', 'thingId', 'choice', 'does', 'title', 'runsAt', 'personId'])
    .where(sql<boolean>`person_id = any(${personIds}::bigint[])`)
    .orderBy('batch', 'desc'),
)

/** In SQL, whether somebody decided something that they can still take back: read with who they are, since nearly always it is nothing. */
export const hasDecided = (personId: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from waiting_decision d where d.person_id = ${personId})`

/** What somebody decided and can still take back, the latest first. */
export const listDecided = together(async (db, personIds: number[]) => {
  const byPerson = Map.groupBy(await decidedBy(db, { personIds }), ({ personId }) => personId)
  return personIds.map((id) => byPerson.get(id) ?? [])
})

/** The numbers of what somebody decided of a kind and can still take back: it waits for them no more. */
export async function listDecidedOf(db: Db, { personId }: Actor, what: keyof Decidable): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('waitingDecision').select('thingId').where('personId', '=', personId).where('what', '=', what).execute()
  return new Set(rows.map(({ thingId }) => thingId))
}

/** What somebody has put off, by its keys: when, and with what else. */
export async function listPutOff(db: Db, personId: number, at: Date): Promise<Map<string, { batch: number; putOffAt: Date }>> {
  const rows = await listRows(db.selectFrom('putOff').where('until', '>', at), { personId }, ['key', 'batch', 'putOffAt'])
  return new Map(rows.map(({ key, ...off }) => [key, off]))
}

/** Whose a batch is; undefined where nothing of it can be taken back any more. */
export async function findBatch(db: Db, batch: number, since: Date): Promise<{ personId: number; titles: string[] } | undefined> {
  const { rows } = await sql<{ personId: number; title: string | null }>`
    select person_id as "personId", title from waiting_decision where batch = ${batch}
    union all select person_id, null from put_off where batch = ${batch} and put_off_at > ${since}`.execute(db)
  const [first] = rows
  return first && { personId: first.personId, titles: rows.flatMap(({ title }) => title ?? []) }
}
