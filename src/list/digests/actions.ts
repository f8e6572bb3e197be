import { lockArchive } from '../../archive/actions.ts'
import { orNoId, type Tx } from '../../lib/db/rows.ts'
import type { Receiving } from '../../lib/db/schema.ts'
import { queueForSubscriptions } from '../../outbox/actions.ts'
import { type Wishes, wantsTopics } from '../receiving/rules.ts'
import { findIssueStart, listPosts, ownThreads, type Post } from './queries.ts'
import { cutIssues, volumeOf } from './rules.ts'

/**
 * Cuts what has gathered since the last issue into issues.
 * @param all also what fills no issue yet; else only full ones
 * @returns how many were cut
 */
export async function cutList(
  tx: Tx,
  list: { id: number; createdAt: Date; digestKb: number; digestMessages: number },
  at: Date,
  all: boolean,
): Promise<number> {
  // No post may come in between: an issue is all from one place to another.
  await lockArchive(tx, list.id)
  const start = await findIssueStart(tx, list.id)
  const cut = cutIssues(await listPosts(tx, list.id, start), list)
  const issues = all ? cut : cut.slice(0, -1)
  const volume = volumeOf(list.createdAt, at)
  const newest = await tx
    .selectFrom('digestIssue')
    .select((e) => e.fn.max('number').as('number'))
    .where('listId', '=', list.id)
    .where('volume', '=', volume)
    .executeTakeFirst()
  let afterId = start
  for (const [place, posts] of issues.entries()) {
    const lastId = posts.at(-1)?.id as number
    await tx
      .insertInto('digestIssue')
      .values({ listId: list.id, volume, number: (newest?.number ?? 0) + place + 1, afterId, lastId, madeAt: at })
      .execute()
    afterId = lastId
  }
  return issues.length
}

/** Notes that all that a list gathered until now is in an issue. */
export async function markDay(tx: Tx, listId: number, at: Date): Promise<void> {
  await tx.updateTable('list').set({ digestedAt: at }).where('id', '=', listId).execute()
}

/** Somebody for whom a digest or summary is due, their row locked until it is queued. */
export interface Reader extends Wishes {
  id: number
  receiving: Receiving
  digestedTo: number
  pausedUntil: Date | null
  email: string
  locale: string
}

/** Locks those who receive in one of these ways and have not heard of everything up to a post. */
export async function claimReaders(tx: Tx, listId: number, receivings: Receiving[], lastId: number, at: Date): Promise<Reader[]> {
  const rows = await tx
    .selectFrom('subscription')
    .innerJoin('sharedAddress as address', 'address.id', 'subscription.addressId')
    .innerJoin('sharedPerson as person', 'person.id', 'subscription.personId')
    .select(['subscription.id', 'subscription.receiving', 'subscription.digestedTo', 'subscription.pausedUntil', 'subscription.onlyTopics'])
    .select(['address.email', 'person.locale', ownThreads])
    .where('subscription.listId', '=', listId)
    .where('subscription.receiving', 'in', receivings)
    .where('subscription.endedAt', 'is', null)
    .where('subscription.suspendedAt', 'is', null)
    .where((e) => e.or([e('subscription.pausedUntil', 'is', null), e('subscription.pausedUntil', '<=', at)]))
    .where('subscription.digestedTo', '<', lastId)
    .orderBy('subscription.id')
    .forUpdate('subscription')
    .execute()
  const topics = await tx
    .selectFrom('subscriptionTopic')
    .selectAll()
    .where('subscriptionId', 'in', orNoId(rows.map(({ id }) => id)))
    .execute()
  const of = Map.groupBy(topics, (one) => one.subscriptionId)
  return rows.map((row) => ({ ...row, topics: of.get(row.id) ?? [] }))
}

/** What of these posts one reader has not heard of and wants to. */
export const postsFor = (reader: Reader, posts: Post[]): Post[] =>
  posts.filter(
    (post) =>
      post.id > reader.digestedTo &&
      (reader.pausedUntil === null || post.postedAt >= reader.pausedUntil) &&
      !reader.threads?.includes(post.threadId) &&
      wantsTopics(reader, post.topics),
  )

/**
 * Queues one composed mail for readers, each with a link of their own to leave, and notes how far they have heard: queued and noted, or
 * neither, so that no post is told twice and none is lost, wherever a crash falls.
 */
export async function queueDigest(
  tx: Tx,
  list: { id: number },
  { subject, bytes }: { subject: string; bytes: Buffer },
  readers: Pick<Reader, 'id' | 'email'>[],
  at: Date,
): Promise<void> {
  await queueForSubscriptions(tx, { kind: 'list.digest', listId: list.id, subject, bytes }, readers, at)
}

/** These readers have heard of everything up to a post. */
export async function markDigested(tx: Tx, readerIds: number[], lastId: number): Promise<void> {
  await tx
    .updateTable('subscription')
    .set((e) => ({ digestedTo: e.fn<number>('greatest', ['digestedTo', e.val(lastId)]) }))
    .where('id', 'in', orNoId(readerIds))
    .execute()
}

/** Takes a last digest that is not sent yet, and notes that it is; undefined where it was. */
export function claimRest(tx: Tx, id: number, at: Date) {
  return tx.updateTable('lastDigest').set({ doneAt: at }).where('id', '=', id).where('doneAt', 'is', null).returningAll().executeTakeFirst()
}
