import { randomBytes } from 'node:crypto'
import type { Actor } from '../actor.ts'
import { Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { type Db, findRow, insertOne, type Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { ValidToken } from './tokens-queries.ts'
import { hashToken, mostDays, type Scope, tokenPrefix } from './tokens-rules.ts'
import { tellOfChange } from './ways-in/actions.ts'

const t = textsOf('people', 'tokens')

const day = 86_400_000
// A token that is used all day is written to once a minute, not at every request.
const noteEvery = 60_000

/**
 * Makes a token for a person's own programs.
 * @returns the token itself, which nobody can be shown again
 * @throws Invalid without a scope, or for longer than a year
 */
export async function makeToken(
  tx: Tx,
  actor: Actor,
  { personId, name, scopes, days }: { personId: number; name: string; scopes: Scope[]; days: number },
): Promise<{ id: number; token: string; expiresAt: Date }> {
  if (scopes.length === 0) throw new Invalid(t.checkTheMarkedFields, { scope: t.chooseAtLeastOne })
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new Invalid(t.accessTokenCanWorkUp, { days: t.enter1ToDays({ mostDays }) })
  const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`
  const expiresAt = new Date(actor.at.getTime() + days * day)
  const id = await insertOne(tx.insertInto('apiToken'), {
    personId,
    name: name.trim(),
    hash: hashToken(token),
    scopes: [...new Set(scopes)],
    createdAt: actor.at,
    expiresAt,
  })
  await record(tx, actor, { action: 'token.made', subject: `person:${personId}`, details: { tokenId: id, scopes: scopes.join(' ') } })
  // What the operator makes at the machine is the house's own.
  if (actor.personId !== null) await tellOfChange(tx, actor.at, personId, { way: 'token', name: name.trim() })
  return { id, token, expiresAt }
}

/**
 * Ends one of the actor's own tokens at once; ending it twice changes nothing.
 * @throws NotFound for a token of somebody else
 */
export async function revokeToken(tx: Tx, actor: Actor, tokenId: number): Promise<void> {
  const token = await findRow(tx.selectFrom('apiToken').where('personId', '=', actor.personId).forUpdate(), { id: tokenId }, ['revokedAt'])
  if (!token) throw new NotFound(t.accessTokenNotFound)
  if (token.revokedAt) return
  await tx.updateTable('apiToken').set({ revokedAt: actor.at }).where('id', '=', tokenId).execute()
  await record(tx, actor, { action: 'token.revoked', subject: `person:${actor.personId}`, details: { tokenId } })
}

/** Notes that a token was used, so that its person sees which ones are. */
export async function noteUse(db: Db, token: ValidToken, now: Date): Promise<void> {
  if (token.usedAt && now.getTime() - token.usedAt.getTime() < noteEvery) return
  await db.updateTable('apiToken').set({ usedAt: now }).where('id', '=', token.id).execute()
}
