import type { Actor } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { Conflict, Invalid, missing, NotFound } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { insertAll, insertNew, insertOne, orNoId, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { TellingChoice, TellingKind, Visibility } from '../../lib/db/schema.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { writePost } from '../../list/actions.ts'
import { mayLead } from '../../policy.ts'
import { getVendorGroup, listGroupLists } from '../queries.ts'
import { getPost, listThreads, listUntold } from './queries.ts'
import { draftPost, draftReply, fitsList, listsTold } from './rules.ts'

const t = textsOf('advocacy', 'tellingPage')

type GroupList = Awaited<ReturnType<typeof listGroupLists>>[number]

export interface News {
  groupId: number
  requestId: number
  kind: TellingKind
  /** Of the answer, the commitment or the delivery. */
  subjectId: number
  readers: Visibility
  readersFrom: Date
  at: Date
  /** History that comes in from before is not told to anybody. */
  quiet?: boolean
}

/** Notes that there is something to tell; those concerned hear it once they may. The same event is noted once. */
export async function noteNews(tx: Tx, { at, quiet = false, ...news }: News): Promise<void> {
  await insertNew(tx.insertInto('tellingEvent'), { ...news, madeAt: at, quiet })
}

/**
 * Drafts one post that tells a list what has not been told yet, of what its readers may hear now.
 * @returns the post's id
 * @throws Invalid where there is nothing that this list may hear
 */
export async function draft(tx: Tx, actor: Actor, site: Site, groupId: number, listId: number): Promise<number> {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  await tx.selectFrom('sharedWorkingGroup as workingGroup').select('id').where('id', '=', groupId).forUpdate().execute()
  const list = listsTold(await listGroupLists(tx, groupId)).find(({ id }) => id === listId)
  if (!list) throw new Invalid(refusals.pleaseLookAgain, { listId: t.chooseOneOfTheGroupsLists })
  const untold = (await listUntold(tx, groupId)).filter((event) => fitsList(event, list.archive, actor.at))
  if (untold.length === 0) throw new Invalid(refusals.pleaseLookAgain, { listId: t.thereIsNothingNewThatEverybody })
  const { vendor } = await getVendorGroup(tx, groupId)
  const id = await insertOne(tx.insertInto('tellingPost'), {
    groupId,
    listId,
    ...draftPost(untold, vendor, { baseUrl: site.baseUrl, locale: list.language as Locale }),
    madeBy: actor.personId,
    madeAt: actor.at,
  })
  const told = untold.map((event) => ({ postId: id, eventId: event.id }))
  await insertAll(tx.insertInto('tellingPostEvent'), told)
  await recordOf(tx, actor, 'telling.drafted', { id, groupId }, { events: untold.length })
  return id
}

async function openPost(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('tellingPost').select('id').where('id', '=', id).forUpdate().execute()
  const post = await getPost(tx, actor, id)
  if (!post.leads) throw new NotFound(t.noSuchPost)
  if (post.sentAt) throw new Conflict(t.itIsSentAlready)
  return post
}

/** Changes a draft's words. */
export async function changePost(tx: Tx, actor: Actor, id: number, { subject, body }: { subject: string; body: string }): Promise<void> {
  const post = await openPost(tx, actor, id)
  await updateOne(tx.updateTable('tellingPost'), id, { subject, body })
  await recordOf(tx, actor, 'telling.changed', { id, groupId: post.groupId })
}

/** Throws a draft away; what it would have told is untold again. */
export async function dropPost(tx: Tx, actor: Actor, id: number): Promise<void> {
  const post = await openPost(tx, actor, id)
  await updateOne(tx.updateTable('tellingPost'), id, { droppedAt: actor.at })
  await recordOf(tx, actor, 'telling.dropped', { id, groupId: post.groupId })
}

/** In so many threads a post is answered at most: the list reads the post itself. */
const mostThreads = 5

/** Says in the threads where it was asked what became of it. @returns in how many */
async function answerThreads(tx: Tx, actor: Actor, site: Site, post: Awaited<ReturnType<typeof openPost>>, list: GroupList): Promise<void> {
  for (const { messageId, refs, subject, requestIds } of (await listThreads(tx, post.id)).slice(0, mostThreads)) {
    const events = post.told.filter(({ requestId }) => requestIds.includes(requestId))
    if (events.length === 0) continue
    const reply = draftReply(events, subject, { baseUrl: site.baseUrl, locale: list.language as Locale })
    await writePost(tx, actor, site, list, { ...reply, answered: { messageId, refs } })
  }
}

/**
 * Sends a draft to its list, once; where that is wanted, it is said in the threads as well in which it was asked.
 * @throws Conflict when it is sent already, or when something in it may not be heard by the list any more
 */
export async function sendPost(tx: Tx, actor: Actor, site: Site, id: number, { threads = false } = {}): Promise<void> {
  const post = await openPost(tx, actor, id)
  const narrowed = post.told.find((event) => !fitsList(event, post.archive, actor.at))?.requestId ?? post.gone[0]
  if (narrowed !== undefined) throw new Conflict(t.requestMayNotBeToldTo({ requestId: narrowed }))
  const list = (await listGroupLists(tx, post.groupId)).find((one) => one.id === post.listId) ?? missing(refusals.noSuchList)
  const messageId = await writePost(tx, actor, site, list, { subject: post.subject, text: post.body })
  if (threads) await answerThreads(tx, actor, site, post, list)
  await updateOne(tx.updateTable('tellingPost'), id, { sentAt: actor.at, sentBy: actor.personId, messageId })
  await recordOf(tx, actor, 'telling.sent', { id, groupId: post.groupId }, { listId: post.listId })
}

/** How somebody wants to hear: each time, in a weekly summary, or not at all. @returns whether they had not chosen that before */
export async function chooseTelling(tx: Tx, actor: Actor, choice: TellingChoice): Promise<boolean> {
  if (actor.personId === null) throw new NotFound(refusals.thereIsNoSuchPage)
  const changed = await tx
    .insertInto('tellingPreference')
    .values({ personId: actor.personId, choice })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet({ choice }).where('tellingPreference.choice', '<>', choice))
    .returning('personId')
    .executeTakeFirst()
  if (!changed) return false
  await recordOf(tx, actor, 'person.changed', { id: actor.personId }, { telling: choice })
  return true
}

/**
 * Takes events for a person before their letter is written: those that they were told already are left out.
 * @returns the ids that are theirs to hear
 */
export async function takeTold(tx: Tx, personId: number, eventIds: number[], at: Date): Promise<number[]> {
  if (eventIds.length === 0) return []
  const rows = await tx
    .insertInto('told')
    .values(eventIds.map((eventId) => ({ eventId, personId, at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('eventId')
    .execute()
  return rows.map(({ eventId }) => eventId)
}

/** The letter that told them has been written. */
export async function markLetter(tx: Tx, personId: number, eventIds: number[], letterId: number): Promise<void> {
  await updateRows(tx.updateTable('told').where('eventId', 'in', orNoId(eventIds)), { personId, letterId: null }, { letterId })
}

/** Locks what still waits to be told to a person in their summary, so that two runs write one. */
export async function lockWaiting(tx: Tx, personId: number, eventIds: number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('told')
    .select('eventId')
    .where('personId', '=', personId)
    .where('eventId', 'in', orNoId(eventIds))
    .where('letterId', 'is', null)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ eventId }) => eventId)
}

/** What waited for somebody waits no more. */
export async function forgetTold(tx: Tx, personId: number, eventIds: number[]): Promise<void> {
  await tx.deleteFrom('told').where('personId', '=', personId).where('eventId', 'in', orNoId(eventIds)).execute()
}

/** Everybody concerned has been told, or will be in their summary. */
export async function markTold(tx: Tx, eventIds: number[], at: Date): Promise<void> {
  await tx.updateTable('tellingEvent').set({ toldAt: at }).where('id', 'in', orNoId(eventIds)).execute()
}
