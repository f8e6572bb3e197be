import { sql } from 'kysely'
import { wake } from '../lib/db/enqueue.ts'
import { findPointedAt, theseIds } from '../lib/db/references.ts'
import { insertAll, insertOne, orNoId, type Tx } from '../lib/db/rows.ts'
import { domainOf } from './rules.ts'
import { emptyDelivered } from './secrecy-actions.ts'
import { withoutTokens } from './secrecy-rules.ts'
import { type Attempt, type Lane, loneLane } from './sending.ts'

// So many rows are looked at in one transaction.
const prunedAtOnce = 5_000

/**
 * Forgets deliveries of posts that were settled before a day, oldest first, but those that bounces stand on.
 * @param after the id of the last one that was looked at
 * @returns the next one to look from; undefined when what is left is newer
 */
export async function pruneDeliveries(tx: Tx, before: Date, after = 0): Promise<number | undefined> {
  const { rows } = await sql<{ last: number | null; old: number }>`
    with looked as materialized (select id, settled_at, queued_at from delivery where id > ${after} order by id limit ${prunedAtOnce}),
      gone as (delete from delivery d using looked l where d.id = l.id and d.message_id is not null and l.settled_at < ${before}
        and not exists (select from bounce b where b.delivery_id = d.id))
    select max(id) as last, count(*) filter (where queued_at < ${before}) as old from looked`.execute(tx)
  const [looked] = rows
  return looked?.last && looked.old > 0 ? looked.last : undefined
}

/**
 * Forgets letters that were written before a day, oldest first, with their deliveries; not those that something
 * stands on: a bounce, an invitation, a conversation.
 * @param after the id of the last one that was looked at
 * @returns the next one to look from; undefined when what is left is newer
 */
export async function pruneLetters(tx: Tx, before: Date, after = 0): Promise<number | undefined> {
  const { rows } = await sql<{ id: number; old: boolean; over: boolean }>`
    select l.id, l.created_at < ${before} as old, not exists (select from delivery d where d.letter_id = l.id
        and (d.state in ('queued', 'deferred') or d.settled_at >= ${before})) as over
    from letter l where l.id > ${after} order by l.id limit ${prunedAtOnce}`.execute(tx)
  const ids = rows.filter(({ old, over }) => old && over).map(({ id }) => id)
  const kept = await findPointedAt(tx, 'letter', theseIds(ids), ['delivery.letter_id', 'parked_letter.letter_id'])
  const going = ids.filter((id) => !kept.has(id))
  const deliveries = sql`select id from delivery where letter_id = any(${going}::bigint[])`
  const bounced = [...(await findPointedAt(tx, 'delivery', deliveries))]
  await sql`delete from delivery where letter_id = any(${going}::bigint[]) and id <> all(${bounced}::bigint[])`.execute(tx)
  await sql`delete from letter where id = any(${going}::bigint[]) and not exists (select from delivery d where d.letter_id = letter.id)`.execute(
    tx,
  )
  return rows.some(({ old }) => old) ? rows.at(-1)?.id : undefined
}

/**
 * What waits to go out to an ended subscription is not sent any more.
 * @param skipHeld passes over rows that a lane holds while it sends, which may take minutes, instead of waiting for them
 */
export async function cancelDeliveries(tx: Tx, subscriptionId: number, at: Date, { skipHeld = false } = {}): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ state: 'cancelled', settledAt: at })
    .where('id', 'in', (query) =>
      query
        .selectFrom('delivery')
        .select('id')
        .where('subscriptionId', '=', subscriptionId)
        .where('state', 'in', ['queued', 'deferred'])
        .forUpdate()
        .$if(skipHeld, (rows) => rows.skipLocked()),
    )
    .execute()
}

/**
 * Takes what is due, each row locked until the transaction ends: a crash gives it back, and nobody else sends it meanwhile. What another lane
 * has said it is sending stays that lane's, though the server that held its locks is gone.
 */
export async function claimDeliveries(tx: Tx, limit: number, now: Date, { holder, number }: Lane = loneLane) {
  return tx
    .selectFrom('delivery')
    .select(['id', 'messageId', 'letterId', 'subscriptionId', 'email', 'domain', 'attempts', 'queuedAt'])
    .where('state', 'in', ['queued', 'deferred'])
    .where('nextAt', '<=', now)
    .where(
      sql<boolean>`not exists (select from sending s where s.deliveries @> delivery.id and (s.holder, s.lane) <> (${holder}, ${number}::smallint))`,
    )
    .orderBy('nextAt')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
}

/** Which of these still wait to be sent, each row locked until the transaction ends. */
export async function stillWaiting(tx: Tx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('delivery')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', 'in', ['queued', 'deferred'])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

export type ClaimedDelivery = Awaited<ReturnType<typeof claimDeliveries>>[number]

/** Writes down how attempts ended, all in one statement. What a secret letter said is gone as soon as it waits for nobody. */
export async function settleDeliveries(tx: Tx, attempts: Attempt[], at: Date): Promise<void> {
  if (attempts.length === 0) return
  const column = <T>(pick: (attempt: Attempt) => T) => attempts.map(pick)
  await sql`
    update delivery d set state = a.state::delivery_state, attempts = d.attempts + 1, code = a.code, answer = a.answer, next_at = a.next_at,
      settled_at = case when a.state = 'deferred' then null else ${at}::timestamptz end
    from unnest(${column((a) => a.id)}::bigint[], ${column((a) => a.state)}::text[], ${column((a) => a.code)}::smallint[],
      ${column((a) => withoutTokens(a.answer).slice(0, 500))}::text[], ${column((a) => a.nextAt)}::timestamptz[]) as a (id, state, code, answer, next_at)
    where d.id = a.id`.execute(tx)
  const settled = attempts.filter(({ state }) => state !== 'deferred').map(({ id }) => id)
  await emptyDelivered(tx, settled)
}

/** What waits for these domains is not tried before then: they have just put off several others. */
export async function deferDomains(tx: Tx, domains: { domain: string; until: Date }[]): Promise<void> {
  for (const { domain, until } of domains)
    await sql`update delivery set next_at = ${until} where id in (
      select id from delivery where state in ('queued', 'deferred') and domain = ${domain} and next_at < ${until} for update skip locked)`.execute(
      tx,
    )
}

/** Puts one composed mail into the outbox for many subscriptions, each with its own way to leave. */
export async function queueForSubscriptions(
  tx: Tx,
  { kind, listId, subject, bytes }: { kind: string; listId: number; subject: string; bytes: Buffer },
  readers: readonly { id: number; email: string; leavesAt?: Date }[],
  at: Date,
): Promise<void> {
  const letterId = await insertOne(tx.insertInto('letter'), { kind, listId, subject, bytes, secret: false, createdAt: at })
  const queued = readers.map(({ id, email, leavesAt }) => ({
    subscriptionId: id,
    email,
    domain: domainOf(email),
    letterId,
    queuedAt: at,
    nextAt: leavesAt ?? at,
  }))
  await insertAll(tx.insertInto('delivery'), queued)
  await wake(tx, 'delivery')
}

/**
 * Takes back what waits of some letters.
 * @returns the letters of which something waited
 */
export async function withdrawWaiting(tx: Tx, letterIds: readonly number[], at: Date): Promise<number[]> {
  const waited = await tx
    .updateTable('delivery')
    .set({ state: 'cancelled', settledAt: at })
    .where('letterId', 'in', orNoId(letterIds))
    .where('state', 'in', ['queued', 'deferred'])
    .returning('letterId')
    .execute()
  return waited.flatMap(({ letterId }) => letterId ?? [])
}

/** These bounces belong to one incident, which counts them. */
export async function noteIncident(tx: Tx, bounceIds: readonly number[], incidentId: number): Promise<void> {
  await tx.updateTable('bounce').set({ incidentId }).where('id', 'in', orNoId(bounceIds)).execute()
}

/** What was put off to beyond a day is due now, and so is the relay: a clock was ahead. Answers with how much that was. */
export async function pullDeliveriesForward(tx: Tx, beyond: Date, at: Date): Promise<number> {
  const deliveries = await tx
    .updateTable('delivery')
    .set({ nextAt: at })
    .where('state', 'in', ['queued', 'deferred'])
    .where('nextAt', '>', beyond)
    .executeTakeFirst()
  const pauses = await tx.updateTable('relayPause').set({ until: at }).where('until', '>', beyond).executeTakeFirst()
  return Number(deliveries.numUpdatedRows) + Number(pauses.numUpdatedRows)
}
