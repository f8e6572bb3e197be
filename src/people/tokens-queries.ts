import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { hashToken, isScope, type Scope, stateOf, tokenPrefix } from './tokens-rules.ts'

/** A token that opens the door: whose it is and what for. */
export interface ValidToken {
  id: number
  /** What its person calls the program. */
  name: string
  personId: number
  scopes: Scope[]
  expiresAt: Date
  usedAt: Date | null
}

/** One that its person made. */
const findMade = (db: Db, token: string) => db.selectFrom('apiToken').selectAll().where('hash', '=', hashToken(token)).executeTakeFirst()

/** One that came of what its person agreed to on a page of ours: it lives for minutes, opens this door alone, and may what both of them say. */
async function findLent(db: Db, token: string, door: string, now: Date) {
  const row = await db
    .selectFrom('oauthArtefact')
    .innerJoin('apiToken', 'apiToken.agreement', 'oauthArtefact.agreement')
    .selectAll('apiToken')
    .select('oauthArtefact.scopes as lent')
    .where('oauthArtefact.kind', '=', 'AccessToken')
    .where('oauthArtefact.hash', '=', hashToken(token))
    .where('oauthArtefact.expiresAt', '>', now)
    .where('oauthArtefact.audience', '=', door)
    .executeTakeFirst()
  return row && { ...row, scopes: row.scopes.filter((scope) => row.lent.includes(scope)) }
}

/**
 * The token that a program shows; undefined when there is none, or it is revoked or out of date.
 * @param door the address that a token of an agreement has to be for; where there is none, none of them opens it
 */
export async function findToken(db: Db, token: string, door: string | undefined, now: Date): Promise<ValidToken | undefined> {
  const row = token.startsWith(tokenPrefix) ? await findMade(db, token) : door && (await findLent(db, token, door, now))
  if (!row || stateOf(row, now) !== 'valid') return undefined
  return {
    id: row.id,
    name: row.name,
    personId: row.personId,
    scopes: row.scopes.filter(isScope),
    expiresAt: row.expiresAt,
    usedAt: row.usedAt,
  }
}

/** The tokens of the actor themselves, newest first; nothing of them opens a door. */
export function listTokens(db: Db, actor: Actor) {
  return db
    .selectFrom('apiToken')
    .leftJoin('oauthClient', 'oauthClient.id', 'apiToken.clientId')
    .select(['apiToken.id', 'apiToken.name', 'scopes', 'createdAt', 'expiresAt', 'apiToken.usedAt', 'revokedAt'])
    .select(['oauthClient.kind as guest'])
    .where('personId', '=', actor.personId)
    .orderBy('apiToken.id', 'desc')
    .limit(100)
    .execute()
}
