import { type RawBuilder, sql } from 'kysely'
import { loadActor } from '../../groups/queries.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { SigningAct } from '../../lib/db/schema.ts'
import { findEmailOf } from '../../people/queries.ts'

/** How the newest word of both sides on a thing reads: `answer_id` or `commitment_id` of the words is that of a row. */
export const signedAs = (column: 'answer_id' | 'commitment_id', id: RawBuilder<unknown>): RawBuilder<SigningAct> =>
  sql<SigningAct>`(select w.act from signing_word w where w.${sql.raw(column)} = ${id} and w.undone_at is null order by w.id desc limit 1)`

/** A person to write to, and what they may see today; undefined for who has no address, or is not here any more. */
export async function findReader(db: Db, personId: number, at: Date) {
  const [actor, email] = [await loadActor(db, personId, at, 'job'), await findEmailOf(db, personId)]
  return actor && email ? { actor, to: { id: personId, name: actor.name, email, locale: actor.locale } } : undefined
}

/** Does the vendor know of a request: was it handed over, and not taken back? */
export const isHandedOver = (requestId: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from submission_item i join submission s on s.id = i.submission_id
    where i.request_id = ${requestId} and s.withdrawn_at is null)`
