import type { Actor } from '../actor.ts'
import { Invalid, NotAllowed, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { insertOne, type Tx } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself, mayAdminister } from '../policy.ts'
import { todayOf } from '../time.ts'
import { longest } from './acting-rules.ts'
import { findPersonByEmail } from './core-queries.ts'

const t = textsOf('people', 'acting')

/**
 * An administrator begins to look at the site as somebody else does, for at most an hour, in this browser alone.
 * @throws Invalid when nobody has the address; NotAllowed as themselves, or as another administrator
 */
export async function beginActing(
  tx: Tx,
  actor: Actor,
  sessionId: string,
  { email, reason }: { email: string; reason: string },
): Promise<void> {
  if (!mayAdminister(actor) || !isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const person = await findPersonByEmail(tx, email)
  if (!person) throw new Invalid(refusals.pleaseLookAgain, { email: t.noAccountHasAddress })
  if (person.id === actor.personId) throw new NotAllowed(t.alreadyUsingOwnAccount)
  const administers = await tx
    .selectFrom('sharedAppointment as appointment')
    .select('id')
    .where('personId', '=', person.id)
    .where('role', '=', 'administrator')
    .where((e) => e.or([e('toOn', 'is', null), e('toOn', '>=', todayOf(actor))]))
    .executeTakeFirst()
  if (administers) throw new NotAllowed(t.cannotViewSiteAnother)
  await tx.updateTable('acting').set({ endedAt: actor.at }).where('sessionId', '=', sessionId).where('endedAt', 'is', null).execute()
  const until = new Date(actor.at.getTime() + longest * 60_000)
  const row = { sessionId, administratorId: actor.personId, personId: person.id, reason, beganAt: actor.at, until }
  const id = await insertOne(tx.insertInto('acting'), row)
  await record(tx, actor, { action: 'acting.began', subject: `person:${person.id}`, details: { actingId: id, minutes: longest } })
}

/** Ends it before its time. */
export async function endActing(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  const ended = await tx
    .updateTable('acting')
    .set({ endedAt: actor.at })
    .where('sessionId', '=', sessionId)
    .where('endedAt', 'is', null)
    .returning(['id', 'personId', 'administratorId'])
    .executeTakeFirstOrThrow(() => new NotFound(t.notViewingSiteSomeoneElse))
  const self = { ...actor, personId: ended.administratorId, behind: undefined }
  await record(tx, self, { action: 'acting.ended', subject: `person:${ended.personId}`, details: { actingId: ended.id } })
}
