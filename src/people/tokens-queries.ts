import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import { hashToken, isScope, type Scope, stateOf } from './tokens-rules.ts'

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

/** The token that a program shows; undefined when there is none, or it is revoked or out of date. */
export async function findToken(db: Db, token: string, now: Date): Promise<ValidToken | undefined> {
  const row = await db.selectFrom('apiToken').selectAll().where('hash', '=', hashToken(token)).executeTakeFirst()
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
    .select(['id', 'name', 'scopes', 'createdAt', 'expiresAt', 'usedAt', 'revokedAt'])
    .where('personId', '=', actor.personId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
