import { randomBytes } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { insertRow, type Tx, updateRows } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { hashOf } from './calendar-queries.ts'

/**
 * Makes a person's own calendar address; one that they had before opens nothing any more.
 * @returns the token, which is kept nowhere
 */
export async function makeAddress(tx: Tx, actor: Actor): Promise<string> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  // Two that are made at once: one alone opens something.
  await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', actor.personId).forUpdate().execute()
  await revokeAddress(tx, actor)
  const token = randomBytes(24).toString('base64url')
  await insertRow(tx.insertInto('calendarFeed'), { personId: actor.personId, tokenHash: hashOf(token), createdAt: actor.at })
  await record(tx, actor, { action: 'calendar.made', subject: `person:${actor.personId}` })
  return token
}

/** Takes a person's calendar address back. */
export async function revokeAddress(tx: Tx, actor: Actor): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  await updateRows(tx.updateTable('calendarFeed'), { personId: actor.personId, revokedAt: null }, { revokedAt: actor.at })
}

/** Notes that a calendar was read. */
export const noteRead = (tx: Tx, id: number, at: Date) => tx.updateTable('calendarFeed').set({ usedAt: at }).where('id', '=', id).execute()
