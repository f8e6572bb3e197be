import { program } from '../../actor.ts'
import { findHolders, loadActor } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { NotRead, readOutward } from '../../lib/outward-read.ts'
import { readingLimits } from '../../lib/reading/limits.ts'
import { PortalError } from '../../lib/reading/portal/entry.ts'
import { readPortal } from '../../lib/reading/portal/read.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { findSimilarMany } from '../../requests/queries.ts'
import type { TaskContext } from '../../task.ts'
import { keepNotes } from '../commitments/feed-actions.ts'
import { inWords } from '../commitments/releases-queries.ts'
import { beginReading, endReading, keepEntries, noteCompared, type Reading } from './actions.ts'
import { findFeed, listDueFeeds, listUncompared } from './queries.ts'

/** Begins the readings whose time has come. */
export async function readDue(_: object, { db, write, now }: TaskContext): Promise<void> {
  const due = await listDueFeeds(db, now())
  await write(async (tx) => {
    for (const { id } of due) await enqueue(tx, 'vendor.portalRead', { feedId: id }, { key: `vendor.portalRead:${id}` })
  })
}

/** Reads one address, outside of any transaction, and keeps what it says. */
export async function readFeed({ feedId }: { feedId: number }, context: TaskContext): Promise<void> {
  const { write, now } = context
  const feed = await write((tx) => beginReading(tx, feedId, now()))
  if (!feed) return
  const reading = await inLanguage(unsaid, () => fetchFeed(feed, context))
  await write((tx) => endReading(tx, feedId, feed.fails, now(), reading))
}

type DueFeed = NonNullable<Awaited<ReturnType<typeof findFeed>>>

async function fetchFeed(feed: DueFeed, { db, write, now, resolver, webhookNetworks = [] }: TaskContext): Promise<Reading> {
  try {
    const bounds = { most: readingLimits.portal.size, now: now() }
    const fetched = await readOutward(feed.url, feed, bounds, { resolver, allowed: webhookNetworks })
    if (!fetched.fresh) return {}
    const { entries } = await readPortal(fetched.body)
    // It may have been closed while the other site thought.
    if (!(await findFeed(db, feed.id))) return {}
    const actor = program(now())
    const { kind, groupId } = feed
    await write<unknown>((tx) => (kind === 'entries' ? keepEntries(tx, actor, groupId, entries) : keepNotes(tx, actor, groupId, entries)))
    return { entries: entries.length, etag: fetched.etag, modified: fetched.modified }
  } catch (error) {
    if (error instanceof NotRead) return { problem: error.message, asked: error.seconds }
    if (error instanceof PortalError) return { problem: error.message }
    throw error
  }
}

const atOnce = 100
const likeEnough = 0.4

/** Looks for requests that entries of a portal read like, some at a time; what is found is proposed to a person. */
export async function compareEntries({ groupId }: { groupId: number }, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  const waiting = await listUncompared(db, groupId, atOnce)
  const [leader] = await findHolders(db, groupId, ['coordinator', 'deputy'], now())
  const actor = leader && (await loadActor(db, leader.id, now(), 'job'))
  if (waiting.length === 0 || !actor) return
  const entries = waiting.map(({ title, text }) => ({ title, text }))
  const found = await findSimilarMany(db, actor, groupId, entries, { limit: 1, atLeast: likeEnough })
  await write(async (tx) => {
    const compared = waiting.map(({ id: caseId }, i) => {
      const one = found[i]?.find(({ stage }) => stage !== 'merged')
      return { caseId, requestId: one?.id ?? null, why: one ? inWords(one) : '' }
    })
    await noteCompared(tx, compared)
    if (waiting.length === atOnce) await enqueue(tx, 'vendor.portalCompare', { groupId }, { key: `vendor.portalCompare:${groupId}` })
  })
}
