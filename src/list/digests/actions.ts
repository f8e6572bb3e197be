import { lockArchive } from '../../archive/actions.ts'
import { idsOf, insertRow, orNoId, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { Receiving } from '../../lib/db/schema.ts'
import { reachesSubscriber, subscribersOf } from '../core/queries.ts'
import { type Wishes, wantsTopics } from '../receiving/rules.ts'
import { findIssueStart, listPosts, ownThreads, type Post } from './queries.ts'
import { cutIssues, volumeOf } from './rules.ts'

/**
 * Cuts what has gathered since the last issue into issues.
 * @param all also what fills no issue yet: all that the list gathered until now is in one; else only full ones
 */
export async function cutList(
  tx: Tx,
  list: { id: number; createdAt: Date; digestKb: number; digestMessages: number },
  at: Date,
  all: boolean,
): Promise<void> {
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
    const number = (newest?.number ?? 0) + place + 1
    await insertRow(tx.insertInto('digestIssue'), { listId: list.id, volume, number, afterId, lastId, madeAt: at })
    afterId = lastId
  }
  if (all) await updateOne(tx.updateTable('list'), list.id, { digestedAt: at })
}

/** Somebody for whom a digest or summary is due, their row locked until it is queued. */
export interface Reader extends Wishes {
  id: number
  receiving: Receiving
  digestedTo: number
  pausedUntil: Date | null
  email: string
  locale: string
  zone?: string | null
  /** The list is there for them; where it is not, they hear of nothing that is written meanwhile. */
  reached: boolean
}

/** Locks those who receive in one of these ways and have not heard of everything up to a post. */
export async function claimReaders(tx: Tx, listId: number, receivings: Receiving[], lastId: number, at: Date): Promise<Reader[]> {
  const rows = await subscribersOf(tx, listId)
    .select(['subscription.id', 'subscription.receiving', 'subscription.digestedTo', 'subscription.pausedUntil', 'subscription.onlyTopics'])
    .innerJoin('list', 'list.id', 'subscription.listId')
    .select(['address.email', 'person.locale', 'person.zone', ownThreads, reachesSubscriber(at).as('reached')])
    .where('subscription.receiving', 'in', receivings)
    .where('subscription.suspendedAt', 'is', null)
    .where((e) => e.or([e('subscription.pausedUntil', 'is', null), e('subscription.pausedUntil', '<=', at)]))
    .where('subscription.digestedTo', '<', lastId)
    .orderBy('subscription.id')
    .forUpdate('subscription')
    .execute()
  const topics = await tx
    .selectFrom('subscriptionTopic')
    .selectAll()
    .where('subscriptionId', 'in', orNoId(idsOf(rows)))
    .execute()
  const of = Map.groupBy(topics, (one) => one.subscriptionId)
  return rows.map((row) => ({ ...row, topics: of.get(row.id) ?? [] }))
}

/** What of these posts one reader has not heard of and wants to. */
export const postsFor = (reader: Reader, posts: Post[]): Post[] =>
  posts.filter(
    (post) =>
      reader.reached &&
      post.id > reader.digestedTo &&
      (reader.pausedUntil === null || post.postedAt >= reader.pausedUntil) &&
      !reader.threads?.includes(post.threadId) &&
      wantsTopics(reader, post.topics),
  )

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
