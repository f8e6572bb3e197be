import { sql } from 'kysely'
import { Conflict } from '../../errors.ts'
import { seal, unseal } from '../sealed.ts'
import type { Db, Tx } from './rows.ts'

/** What was answered to a request that carried an Idempotency-Key. */
export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

const kept = 86_400_000

/** What a body reads; undefined where it was kept by a version that did not seal it, or under another secret. */
function opened(secret: string, body: string | null): string | undefined {
  try {
    return unseal(secret, Buffer.from(body ?? '', 'base64'))
  } catch {
    return undefined
  }
}

/**
 * What was done under this key in the last 24 hours: the request's hash, and the answer once it is known.
 * @param secret what was sealed with
 */
export async function findAnswer(db: Db, secret: string, { tokenId, key, now }: { tokenId: number; key: string; now: Date }) {
  const row = await db
    .selectFrom('apiAnswer')
    .select(['request', 'status', 'headers', 'body'])
    .where('tokenId', '=', tokenId)
    .where('key', '=', key)
    .where('at', '>', new Date(now.getTime() - kept))
    .executeTakeFirst()
  if (!row) return undefined
  const body = opened(secret, row.body)
  const answer: Answer | undefined =
    row.status === null || body === undefined ? undefined : { status: row.status, headers: row.headers as Record<string, string>, body }
  return { request: row.request, answer }
}

/**
 * Takes a key in the transaction of the change that it guards: both happen, or neither.
 * @throws Conflict when another request with this key does the same now
 */
export async function claimKey(tx: Tx, tokenId: number, key: string, request: Buffer, now: Date): Promise<void> {
  await tx
    .insertInto('apiAnswer')
    .values({ tokenId, key, request, at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['tokenId', 'key'])
        .doUpdateSet({ request, at: now, status: null, headers: null, body: null })
        .where('apiAnswer.at', '<=', new Date(now.getTime() - kept)),
    )
    .returning('key')
    .executeTakeFirstOrThrow(() => new Conflict('A request with this Idempotency-Key is being carried out.'))
}

/** Keeps the answer under its key, sealed: it may say a secret that is told this once. */
export async function keepAnswer(
  db: Db,
  secret: string,
  { tokenId, key }: { tokenId: number; key: string },
  { status, headers, body }: Answer,
): Promise<void> {
  await db
    .updateTable('apiAnswer')
    .set({ status, headers: JSON.stringify(headers), body: seal(secret, body).toString('base64') })
    .where('tokenId', '=', tokenId)
    .where('key', '=', key)
    .execute()
}

/** Drops answers that nobody may ask for any more. */
export async function sweepAnswers(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('apiAnswer')
    .where('at', '<=', new Date(now.getTime() - kept))
    .execute()
}

/** Until the end of the transaction, no other change that names a version happens to what is read at this address of the API. */
export const lockAddress = (tx: Tx, address: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`if-match ${address}`}, 0))`.execute(tx)
