import { findHolders } from '../../groups/queries.ts'
import { takeTurn } from '../../lib/db/limit.ts'
import { idsOf, type Tx } from '../../lib/db/rows.ts'
import type { Receiving } from '../../lib/db/schema.ts'
import { pluck } from '../../lib/pluck.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { queueForSubscriptions, sendLetter } from '../../outbox/actions.ts'
import { nextDaytime } from '../../outbox/rules.ts'
import type { TaskContext } from '../../task.ts'
import { claimReaders, claimRest, cutList, markDigested, postsFor, type Reader } from './actions.ts'
import { composeDigest, composeWeekly, type DigestList } from './compose.ts'
import { lateDigests } from './mails.ts'
import { findReader, listCollecting, listIssuesDue, listLate, listPosts, type Post } from './queries.ts'
import { type DigestClock, isDue } from './rules.ts'

// So many readers share one letter; the rows of one statement have their limit.
const portion = 2_000

/**
 * Composes once for all who get the same, and queues it for each of them, with a link of their own to leave. How far they have heard is noted
 * with it: queued and noted, or neither, so that no post is told twice and none is lost, wherever a crash falls.
 */
async function sendTo(
  tx: Tx,
  list: DigestList,
  readers: (Reader & { leavesAt?: Date })[],
  posts: Post[],
  at: Date,
  compose: (posts: Post[], receiving: Receiving, locale: Locale) => Promise<{ subject: string; bytes: Buffer }>,
): Promise<void> {
  const wanted = readers.map((reader) => ({ reader, posts: postsFor(reader, posts) }))
  const alike = Map.groupBy(
    wanted.filter((one) => one.posts.length > 0),
    (one) => `${one.reader.receiving} ${one.reader.locale} ${idsOf(one.posts).join()}`,
  )
  for (const group of alike.values()) {
    const [first] = group as [(typeof group)[number]]
    const letter = await compose(first.posts, first.reader.receiving, first.reader.locale as Locale)
    for (let from = 0; from < group.length; from += portion)
      await queueForSubscriptions(
        tx,
        { kind: 'list.digest', listId: list.id, ...letter },
        pluck(group.slice(from, from + portion), 'reader'),
        at,
      )
  }
}

/** Sends the issues of a list that somebody has not got, oldest first, each in a transaction of its own. */
async function sendIssues(context: TaskContext, list: DigestList): Promise<void> {
  const { db, write, site, now } = context
  for (const issue of await listIssuesDue(db, list.id, now()))
    await write(async (tx) => {
      const at = now()
      const readers = await claimReaders(tx, list.id, ['mime_digest', 'plain_digest'], issue.lastId, at)
      if (readers.length === 0) return
      const posts = await listPosts(tx, list.id, issue.afterId, issue.lastId)
      await sendTo(tx, list, readers, posts, at, (of, receiving, locale) =>
        composeDigest(tx, site, list, of, { receiving: receiving as 'mime_digest' | 'plain_digest', locale, issue, at }),
      )
      await markDigested(tx, idsOf(readers), issue.lastId)
    })
}

/** Makes the digests of lists, each for itself: what is wrong with one keeps no other waiting. */
async function digestEach(context: TaskContext, all: boolean, isWanted: (list: DigestClock) => boolean = () => true): Promise<void> {
  const { db, write, now } = context
  const failures: unknown[] = []
  for (const list of await listCollecting(db, ['mime_digest', 'plain_digest'], now())) {
    if (!isWanted(list)) continue
    try {
      await write((tx) => cutList(tx, list, now(), all))
      await sendIssues(context, list)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `The digests of ${failures.length} ${failures.length === 1 ? 'list' : 'lists'} failed.`)
}

/** Each hour: everything that has gathered, on the lists whose hour it is or whose hour was missed. */
export const dailyDigests = (_: object, context: TaskContext): Promise<void> =>
  digestEach(context, true, (list) => isDue(list, context.now()))

/** Everything that has gathered, on every list, whatever the hour. */
export const digestsNow = (context: TaskContext): Promise<void> => digestEach(context, true)

/** Several times an hour: issues that are full before the day is. */
export const fullDigests = (_: object, context: TaskContext): Promise<void> => digestEach(context, false)

/** Tells the administrators, once a day at most, of lists whose digest should have gone out long ago. */
export async function digestAlarm(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const at = now()
  const late = await listLate(db, at)
  if (late.length === 0) return
  await write(async (tx) => {
    if (!(await takeTurn(tx, 'list.digestAlarm', 1, 86_400, at))) return
    for (const holder of await findHolders(tx, null, ['administrator'], at))
      await sendLetter(tx, site, at, lateDigests(site.baseUrl, holder, pluck(late, 'name')))
  })
}

/** Once a week: the summary, for those who want no more than that. */
export async function weeklySummaries(_: object, context: TaskContext): Promise<void> {
  const { db, write, site, now } = context
  for (const list of await listCollecting(db, ['weekly'], now()))
    await write(async (tx) => {
      const at = now()
      const [oldest] = await claimReaders(tx, list.id, ['weekly'], Number.MAX_SAFE_INTEGER, at).then((readers) =>
        readers.sort((a, b) => a.digestedTo - b.digestedTo),
      )
      if (!oldest) return
      const posts = await listPosts(tx, list.id, oldest.digestedTo)
      const lastId = posts.at(-1)?.id
      if (lastId === undefined) return
      const readers = await claimReaders(tx, list.id, ['weekly'], lastId, at)
      const waking = readers.map((reader) => ({ ...reader, leavesAt: nextDaytime(reader.zone ?? undefined, at) }))
      await sendTo(tx, list, waking, posts, at, (of, _receiving, locale) => composeWeekly(site, list, of, locale, at))
      await markDigested(tx, idsOf(readers), lastId)
    })
}

/** What had gathered for somebody who changes to another way of receiving, or pauses: a last digest, once. */
export async function lastDigest({ lastDigestId }: { lastDigestId: number }, { write, site, now }: TaskContext): Promise<void> {
  await write(async (tx) => {
    const at = now()
    const rest = await claimRest(tx, lastDigestId, at)
    const found = rest && (await findReader(tx, rest.subscriptionId, at))
    if (!rest || !found) return
    const { list, ...reader } = found
    const posts = await listPosts(tx, list.id, rest.afterId, rest.lastId)
    const as = { ...reader, receiving: rest.receiving, digestedTo: rest.afterId, pausedUntil: null }
    await sendTo(tx, list, [as], posts, at, (of, way, locale) =>
      way === 'weekly'
        ? composeWeekly(site, list, of, locale, at)
        : composeDigest(tx, site, list, of, { receiving: way as 'mime_digest' | 'plain_digest', locale, at }),
    )
  })
}
