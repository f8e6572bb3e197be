import { sql } from 'kysely'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import type { Receiving } from '../../lib/db/schema.ts'
import { reachesSubscriber, subscriptions } from '../core/queries.ts'
import { isLate } from './rules.ts'

/** Lists that have somebody who receives in one of these ways today. */
export function listCollecting(db: Db, receivings: Receiving[], at: Date) {
  return db
    .selectFrom('list')
    .selectAll()
    .where((e) =>
      e.exists(
        e
          .selectFrom('subscription')
          .select('subscription.id')
          .whereRef('subscription.listId', '=', 'list.id')
          .where('receiving', 'in', receivings)
          .where('endedAt', 'is', null)
          .where('suspendedAt', 'is', null)
          .where((or) => or.or([or('pausedUntil', 'is', null), or('pausedUntil', '<=', at)])),
      ),
    )
    .orderBy('list.id')
    .execute()
}

/** Lists with readers of digests whose day should have gone out long ago. */
export async function listLate(db: Db, at: Date) {
  return (await listCollecting(db, ['mime_digest', 'plain_digest'], at)).filter((list) => isLate(list, at))
}

/** Posts of a list above one and up to another, oldest first, without their bytes. */
export function listPosts(db: Db, listId: number, afterId: number, lastId = Number.MAX_SAFE_INTEGER) {
  return db
    .selectFrom('post')
    .innerJoin('sharedMessage as message', 'message.id', 'post.messageId')
    .innerJoin('sharedThread as thread', 'thread.id', 'message.threadId')
    .innerJoin('sharedRawMail as rawMail', 'rawMail.id', 'message.rawId')
    .select('rawMail.markdown')
    .select(['message.id', 'message.messageId', 'message.variant', 'message.subject', 'message.fromName', 'message.fromEmail'])
    .select(['message.sentAt', 'message.text', 'message.size', 'message.rawId', 'message.topics', 'post.postedAt'])
    .select(['message.threadId', 'thread.root', 'thread.subject as thread'])
    .where('post.listId', '=', listId)
    .where('post.messageId', '>', afterId)
    .where('post.messageId', '<=', lastId)
    .orderBy('post.messageId')
    .execute()
}

export type Post = Awaited<ReturnType<typeof listPosts>>[number]

/** Where the next issue of a list begins: after the last one, or where the oldest of its readers stands. */
export async function findIssueStart(db: Db, listId: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select greatest(
      coalesce((select max(last_id) from digest_issue where list_id = ${listId}), 0),
      coalesce((select min(digested_to) from subscription where list_id = ${listId} and ended_at is null
        and receiving in ('mime_digest', 'plain_digest')), 0)) as id`.execute(db)
  return rows[0]?.id ?? 0
}

/** Issues that a reader of a list's digests has not got yet, oldest first. */
export function listIssuesDue(db: Db, listId: number, at: Date) {
  return db
    .selectFrom('digestIssue')
    .selectAll()
    .where('listId', '=', listId)
    .where('lastId', '>', (e) =>
      e
        .selectFrom('subscription')
        .select((m) => m.fn.coalesce(m.fn.min('digestedTo'), m.val(Number.MAX_SAFE_INTEGER)).as('to'))
        .whereRef('subscription.listId', '=', 'digestIssue.listId')
        .where('receiving', 'in', ['mime_digest', 'plain_digest'])
        .where('endedAt', 'is', null)
        .where('suspendedAt', 'is', null)
        .where((or) => or.or([or('pausedUntil', 'is', null), or('pausedUntil', '<=', at)])),
    )
    .orderBy('lastId')
    .execute()
}

/** The kept bytes of mails by their id; null where an erasure took them. */
export async function findRaws(db: Db, rawIds: number[]): Promise<Map<number, Buffer | null>> {
  const rows = await db.selectFrom('sharedRawMail as rawMail').select(['id', 'bytes']).where('id', 'in', orNoId(rawIds)).execute()
  return new Map(rows.map((row) => [row.id, row.bytes]))
}

/** Threads that a subscriber mutes, or of which each mail comes to them anyway. */
export const ownThreads = sql<number[]>`array(select c.thread_id::int from thread_choice c where c.person_id = subscription.person_id)`.as(
  'threads',
)

/** One reader with their list; undefined once they have left. */
export async function findReader(db: Db, subscriptionId: number, at: Date) {
  const row = await subscriptions(db)
    .select([
      'subscription.id',
      'subscription.onlyTopics',
      'address.email',
      'person.locale',
      ownThreads,
      reachesSubscriber(at).as('reached'),
    ])
    .select(['list.id as listId', 'list.name as listName', 'list.title', 'list.digestKb', 'list.language'])
    .select(['list.html', 'list.linkAboveKb', 'list.linkTypes', 'list.dropTypes'])
    .where('subscription.id', '=', subscriptionId)
    .where('subscription.endedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const topics = await db.selectFrom('subscriptionTopic').select(['topic', 'choice']).where('subscriptionId', '=', subscriptionId).execute()
  const { id, onlyTopics, email, locale, threads, reached, listId, listName, ...list } = row
  return { id, onlyTopics, email, locale, topics, threads, reached, list: { ...list, id: listId, name: listName } }
}
