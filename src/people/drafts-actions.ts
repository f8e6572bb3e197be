import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { type Tx, upsertRow } from '../lib/db/rows.ts'
import type { Typed } from '../lib/ui/forms.ts'
import { refusals } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { draftLasts, draftOf, mostDrafts } from './drafts-rules.ts'

// As long as the address of an answer to the longest Message-ID.
const longestPlace = 1_200

/**
 * Keeps what somebody has begun to write in a form; an empty form leaves none.
 * @throws Invalid where there is too much of it
 */
export const saveDraft = (tx: Tx, actor: Actor, place: string, typed: Typed): Promise<void> => keep(tx, actor, place, typed, null)

/**
 * Puts something back into the form that it was sent from, beside what was begun there since.
 * @param join what is kept then, of what is there
 * @param returned it could not be sent: its author hears so
 */
export async function returnDraft(
  tx: Tx,
  actor: Actor,
  place: string,
  join: (since: Typed | undefined) => Typed,
  { returned }: { returned: boolean },
): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const values = { personId: actor.personId, place, fields: '{}', savedAt: actor.at }
  // Whoever saves one of this page at the same moment waits, so that neither loses what the other keeps.
  const { fields } = await tx
    .insertInto('draft')
    .values(values)
    .onConflict((conflict) => conflict.columns(['personId', 'place']).doUpdateSet({ place }))
    .returning('fields')
    .executeTakeFirstOrThrow()
  await keep(tx, actor, place, join(fields as Typed), returned ? actor.at : null)
}

async function keep(tx: Tx, actor: Actor, place: string, typed: Typed, returnedAt: Date | null): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  if (place.length > longestPlace) throw new Invalid(refusals.pleaseLookAgain)
  const { personId, at } = actor
  const fields = draftOf(typed)
  if (!fields) {
    if (Object.values(typed).flat().some(Boolean)) throw new Invalid(refusals.pleaseLookAgain)
    return dropDraft(tx, actor, place)
  }
  const values = { fields: JSON.stringify(fields), savedAt: at, returnedAt }
  await upsertRow(tx.insertInto('draft'), { personId, place }, values)
  await tx
    .deleteFrom('draft')
    .where('personId', '=', personId)
    .where('id', 'in', (e) =>
      e
        .selectFrom('draft')
        .select('id')
        .where('personId', '=', personId)
        .orderBy('savedAt', 'desc')
        .orderBy('id', 'desc')
        .offset(mostDrafts),
    )
    .execute()
}

/** The draft of a form goes: it was sent, or nobody wants it. */
export async function dropDraft(tx: Tx, actor: Actor, place: string): Promise<void> {
  if (!isHerself(actor)) return
  await tx.deleteFrom('draft').where('personId', '=', actor.personId).where('place', '=', place).execute()
}

/** Deletes drafts that nobody goes on with. */
export async function sweepDrafts(tx: Tx, now: Date): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('savedAt', '<', new Date(now.getTime() - draftLasts))
    .execute()
}
