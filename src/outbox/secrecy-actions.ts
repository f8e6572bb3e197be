import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Tx, updateOne } from '../lib/db/rows.ts'
import { sealBytes } from '../lib/sealed.ts'
import { endedTwice } from './parked-rules.ts'
import { expiryOf } from './secrecy-rules.ts'

/** What is kept of a letter's bytes: as they are, or sealed where they are its reader's alone. */
export const closeLetter = (siteSecret: string, { kind, bytes, secret, at }: { kind: string; bytes: Buffer; secret: boolean; at: Date }) =>
  secret
    ? {
        secret,
        sealed: true,
        bytes: sealBytes(siteSecret, bytes),
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest(),
        expiresAt: expiryOf(kind, at),
      }
    : { secret, bytes }

/** Empties the secret letters of these deliveries that wait for nobody else. */
export async function emptyDelivered(tx: Tx, deliveryIds: number[]): Promise<void> {
  await sql`update letter l set bytes = '', sealed = false
    from (select distinct letter_id from delivery where id = any(${deliveryIds}::bigint[]) and letter_id is not null) t
    where l.id = t.letter_id and l.secret and length(l.bytes) > 0
      and not exists (select from delivery d where d.letter_id = l.id and (d.state in ('queued', 'deferred')
        or d.state = 'failed' and d.answer = ${endedTwice}))`.execute(tx)
}

// So many are looked at in one transaction.
const atOnce = 500

/**
 * Gives up secret letters that waited too long, and empties those that wait for nobody. What a lane holds while it sends stays with it.
 * @returns how many were emptied; 0 when nothing is left to do
 */
export async function emptyExpired(tx: Tx, now: Date): Promise<number> {
  await sql`update delivery set state = 'cancelled', settled_at = ${now}, answer = 'Its code or link was out of date before it could be sent.'
    where id in (select d.id from delivery d join letter l on l.id = d.letter_id
      where l.secret and length(l.bytes) > 0 and l.expires_at <= ${now} and d.state in ('queued', 'deferred')
      order by d.id limit ${atOnce} for update of d skip locked)`.execute(tx)
  const { numAffectedRows } = await sql`update letter set bytes = '', sealed = false
    where id in (select l.id from letter l where l.secret and length(l.bytes) > 0
      and not exists (select from delivery d where d.letter_id = l.id and (d.state in ('queued', 'deferred')
        or d.state = 'failed' and d.answer = ${endedTwice} and l.expires_at > ${now}))
      order by l.id limit ${atOnce} for update of l skip locked)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/**
 * Seals letters that an older Rapport left open while they wait.
 * @returns how many were sealed
 */
export async function sealOpen(tx: Tx, siteSecret: string): Promise<number> {
  const open = await tx
    .selectFrom('letter')
    .select(['id', 'bytes'])
    .where('secret', '=', true)
    .where('sealed', '=', false)
    .where(sql<boolean>`length(bytes) > 0`)
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id, bytes } of open) await updateOne(tx.updateTable('letter'), id, { bytes: sealBytes(siteSecret, bytes), sealed: true })
  return open.length
}
