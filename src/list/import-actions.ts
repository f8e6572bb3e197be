import { sql, type Updateable } from 'kysely'
import type { Actor } from '../actor.ts'
import { dropBrought, keepMail, settleMails } from '../archive/actions.ts'
import { recordAll } from '../journal/actions.ts'
import { findRow, idsOf, insertOne, orNoId, type Tx, updateOne } from '../lib/db/rows.ts'
import type { DB, Receiving } from '../lib/db/schema.ts'
import { pluck } from '../lib/pluck.ts'
import { cancelDeliveries } from '../outbox/actions.ts'
import type { Aim } from './bans/rules.ts'
import type { BroughtRows } from './import-queries.ts'
import type { SubscriptionSettings } from './import-rules.ts'

interface ListRow {
  id: number
  groupId: number
}

/** A list, held until the transaction ends, with all its settings. */
export const lockList = (tx: Tx, id: number) => tx.selectFrom('list').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow()

type Settings = Updateable<DB['list']>

/** Sets a list as it was elsewhere; `rules` as JSON. @returns the row as it is now */
export const setSettings = (tx: Tx, id: number, settings: Record<string, unknown>) =>
  tx
    .updateTable('list')
    .set(settings as Settings)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Has mail to a list wait until it has moved here, whatever its rules say and whoever looks after it. */
export async function holdForMove(tx: Tx, listId: number): Promise<void> {
  await updateOne(tx.updateTable('list'), listId, { emergency: true, movesHere: true })
}

/** The list is here, or does not come: mail to it waits or not, as it did before. */
export async function endMove(tx: Tx, listId: number, emergency: boolean): Promise<void> {
  await updateOne(tx.updateTable('list'), listId, { emergency, movesHere: false })
}

/** Keeps somebody off a list who was banned from it elsewhere; undefined where the list has that already. */
export async function bringBan(tx: Tx, actor: Actor, listId: number, { kind, value }: Aim) {
  const { rows } = await sql<{ id: number; value: string; until: string | null }>`
    insert into ban (list_id, kind, value, reason, created_at, created_by)
    values (${listId}, ${kind}, ${value}, 'Banned before the list moved here.', ${actor.at}, ${actor.personId})
    on conflict do nothing returning id, value, until`.execute(tx)
  return rows[0]
}

/** Says what a list does with the mail of a stranger, as it did elsewhere; undefined where it says something already. */
export const bringSender = (tx: Tx, actor: Actor, listId: number, sender: Aim & { action: 'accept' | 'hold' | 'reject' | 'discard' }) =>
  tx
    .insertInto('listSender')
    .values({ ...sender, listId, createdAt: actor.at, createdBy: actor.personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'action'])
    .executeTakeFirst()

/**
 * Keeps a mail that waited elsewhere among the held ones, once; nobody is told of it.
 * @returns the held mail's id; undefined where it is here
 */
export async function bringHeld(
  tx: Tx,
  actor: Actor,
  listId: number,
  { raw, sha256, from, subject, memo, address }: Record<'from' | 'subject' | 'memo' | 'address', string> & Record<'raw' | 'sha256', Buffer>,
): Promise<number | undefined> {
  const known = await tx
    .selectFrom('heldMail')
    .innerJoin('sharedInbound as inbound', 'inbound.id', 'heldMail.inboundId')
    .innerJoin('sharedRawMail as rawMail', 'rawMail.id', 'inbound.rawId')
    .select('heldMail.id')
    .where('heldMail.listId', '=', listId)
    .where('rawMail.sha256', '=', sha256)
    .executeTakeFirst()
  if (known) return undefined
  const inboundId = await keepMail(tx, { raw, mailFrom: from, rcptTo: [address], via: 'cli' })
  await settleMails(tx, [{ id: inboundId, fate: 'held: imported' }], actor.at)
  return insertOne(tx.insertInto('heldMail'), {
    inboundId,
    listId,
    reason: 'imported',
    fromName: from.split('@')[0] || 'Unknown',
    fromEmail: from,
    subject: subject.replaceAll('\0', '') || '(no subject)',
    heldAt: actor.at,
    memo: memo.replaceAll('\0', ''),
  })
}

/**
 * Lets somebody who waited to be let in elsewhere wait on here; her address was confirmed there.
 * @returns the request's id; undefined where one waits already
 */
export async function bringApplicant(
  tx: Tx,
  actor: Actor,
  list: { id: number; language: string },
  { email, name }: { email: string; name: string },
): Promise<number | undefined> {
  const known = await findRow(tx.selectFrom('subscriptionRequest'), { listId: list.id, email, state: 'waiting' }, ['id'])
  if (known) return undefined
  return insertOne(tx.insertInto('subscriptionRequest'), {
    listId: list.id,
    email,
    name,
    locale: list.language,
    state: 'waiting',
    askedAt: actor.at,
    confirmedAt: actor.at,
  })
}

/** A subscription as it was elsewhere. */
export interface BroughtSubscription {
  personId: number
  addressId: number
  receiving: Receiving
  ownPosts: boolean
  whenAddressed: boolean
  /** Each post waits for a moderator. */
  held: boolean
  /** Bounces had stopped it. */
  dead: boolean
}

/** Subscribes people as they were elsewhere, without a mail to anybody; who is on the list stays as she is. */
export async function bringSubscriptions(tx: Tx, actor: Actor, list: ListRow, brought: readonly BroughtSubscription[]) {
  const column = <T>(pick: (one: BroughtSubscription) => T) => brought.map(pick)
  const { rows } = await sql<{ id: number; email: string } & SubscriptionSettings>`
    with added as (
      insert into subscription (list_id, person_id, address_id, receiving, own_posts, when_addressed, posting, since, suspended_at, suspended_words)
      select ${list.id}, m.person_id, m.address_id, m.receiving::receiving, m.own, m.addressed, m.posting::mail_action, ${actor.at},
        case when m.dead then ${actor.at}::timestamptz end, case when m.dead then 'Stopped by bounces before the list moved here.' end
      from unnest(${column((m) => m.personId)}::bigint[], ${column((m) => m.addressId)}::bigint[], ${column((m) => m.receiving)}::text[],
        ${column((m) => m.ownPosts)}::boolean[], ${column((m) => m.whenAddressed)}::boolean[],
        ${column((m) => (m.held ? 'hold' : null))}::text[], ${column((m) => m.dead)}::boolean[])
        as m (person_id, address_id, receiving, own, addressed, posting, dead)
      on conflict (list_id, person_id) where ended_at is null do nothing
      returning id, address_id, receiving, own_posts, when_addressed, posting, paused_until, only_topics)
    select added.*, a.email from added join shared_address a on a.id = added.address_id`.execute(tx)
  await recordSubscriptions(tx, actor, list, 'begun', idsOf(rows))
  return rows
}

/**
 * Takes subscribers off a list because a file does not name them (any more); nobody is told.
 * @returns those who were on it
 */
export async function takeOff(tx: Tx, actor: Actor, list: ListRow, ids: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`update subscription set ended_at = ${actor.at}, ended_how = 'owner'
    where id = any(${ids}::bigint[]) and list_id = ${list.id} and ended_at is null returning id`.execute(tx)
  const ended = idsOf(rows)
  for (const id of ended) await cancelDeliveries(tx, id, actor.at, { skipHeld: true })
  return ended
}

/** Tells the journal of subscriptions that began or ended, and how. */
export const recordSubscriptions = (tx: Tx, actor: Actor, list: ListRow, what: 'begun' | 'ended', ids: readonly number[], how?: string) =>
  recordAll(
    tx,
    actor,
    ids.map((subscriptionId) => ({
      action: `subscription.${what}`,
      subject: `list:${list.id}`,
      groupId: list.groupId,
      details: { subscriptionId, ...(how && { how }) },
    })),
  )

/** Locked, so that who changes one of them at this moment is seen, or comes too late. */
export async function lockBrought(tx: Tx, moveId: number): Promise<void> {
  const tables = { subscription: 'subscription', ban: 'ban', sender: 'list_sender', held: 'held_mail', applicant: 'subscription_request' }
  for (const [thing, table] of Object.entries(tables))
    await sql`select t.id from ${sql.table(table)} t join import_row r on r.move_id = ${moveId} and r.thing = ${thing} and r.row_id = t.id
      order by t.id for update of t`.execute(tx)
}

/** Subscriptions that nobody has touched go; those by which mail went out end, so that it stays known where it went. */
export async function endBrought(tx: Tx, actor: Actor, list: ListRow, { subscriptions }: BroughtRows): Promise<void> {
  const going = subscriptions.filter(({ ended, touched }) => !ended && !touched)
  const used = going.filter((one) => one.used).map(({ id }) => id)
  const loose = going.filter((one) => !one.used).map(({ id }) => id)
  await tx.deleteFrom('subscription').where('id', 'in', orNoId(loose)).execute()
  await tx.updateTable('subscription').set({ endedAt: actor.at, endedHow: 'undone' }).where('id', 'in', orNoId(used)).execute()
  for (const id of used) await cancelDeliveries(tx, id, actor.at, { skipHeld: true })
  await recordSubscriptions(tx, actor, list, 'ended', used, 'undone')
}

/** Who was taken off the list is on it again, as she was. */
export async function bringBack(tx: Tx, actor: Actor, list: ListRow, ids: number[]): Promise<void> {
  await tx.updateTable('subscription').set({ endedAt: null, endedHow: null }).where('id', 'in', orNoId(ids)).execute()
  await recordSubscriptions(tx, actor, list, 'begun', ids)
}

/** Bans, rules for strangers, requests and held mails that an import brought go; settings and words become what they were. */
export async function dropBroughtRows(tx: Tx, listId: number, rows: BroughtRows): Promise<void> {
  await tx.deleteFrom('ban').where('id', 'in', orNoId(rows.bans.going)).execute()
  await tx.deleteFrom('listSender').where('id', 'in', orNoId(rows.senders.going)).execute()
  await tx.deleteFrom('subscriptionRequest').where('id', 'in', orNoId(rows.applicants.going)).execute()
  await dropHeld(tx, rows.held.going)
  const { rules, ...columns } = rows.settings.back
  const values = { ...columns, ...('rules' in rows.settings.back ? { rules: rules === null ? null : JSON.stringify(rules) } : {}) }
  if (Object.keys(values).length > 0) await tx.updateTable('list').set(values).where('id', '=', listId).execute()
  for (const { notice, locale } of rows.notices.going)
    await tx.deleteFrom('noticeTemplate').where('listId', '=', listId).where('notice', '=', notice).where('locale', '=', locale).execute()
}

/** Held mails that came with the import go with their bytes; what Rapport took in itself has another door. */
async function dropHeld(tx: Tx, ids: number[]): Promise<void> {
  await tx.deleteFrom('heldNotice').where('heldId', 'in', orNoId(ids)).execute()
  const held = await tx.deleteFrom('heldMail').where('id', 'in', orNoId(ids)).returning('inboundId').execute()
  await dropBrought(tx, pluck(held, 'inboundId'))
}
