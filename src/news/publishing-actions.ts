import type { Actor } from '../actor.ts'
import { Conflict, conflictIf, Invalid, NotAllowed, NotFound, notAllowedIf } from '../errors.ts'
import { record } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { insertRow, listRows, type Tx, updateOne } from '../lib/db/rows.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { indexItem } from './actions.ts'
import { requirePrintable } from './compose/actions.ts'
import { indexIssue } from './issues/actions.ts'
import { getThing, keyOf, listMailable, type Ref, type Thing } from './publishing-queries.ts'
import { isLater, whyNotMailTo, whyNotPublish, whyNotReady, whyNotWithdraw } from './rules.ts'

const t = textsOf('news', 'publishing')
const queries = textsOf('news', 'queries')

// Items and issues have the same columns where publishing is concerned; the type of one serves for both.
const tableOf = ({ kind }: Pick<Thing, 'kind'>) => (kind === 'item' ? 'newsItem' : 'newsIssue') as 'newsItem'

type Verb = 'corrected' | 'draft' | 'mailed' | 'published' | 'ready' | 'scheduled' | 'unscheduled' | 'withdrawn'

const note = (tx: Tx, actor: Actor, thing: Thing, verb: Verb, details = {}) =>
  record(tx, actor, {
    action: `${thing.kind === 'item' ? 'news' : 'news-issue'}.${verb}`,
    subject: thing.subject,
    groupId: thing.groupId,
    details,
  })

/** Locked, so that two who publish at once do it one after the other. */
async function lockThing(tx: Tx, actor: Actor, ref: Ref, may: 'mayWrite' | 'mayPublish'): Promise<Thing> {
  const thing = await getThing(tx, actor, ref, { lock: true })
  if (!thing.mayWrite) throw new NotFound(queries.thereIsNoSuchNews)
  if (!thing[may]) throw new NotAllowed(t.onlyCoordinatorDeputyCan)
  return thing
}

const indexThing = (tx: Tx, { kind, id }: Thing) => (kind === 'item' ? indexItem(tx, id) : indexIssue(tx, id))

/** Says that a draft may go out, so that those who lead the group see it; or takes that back. */
export async function markReady(tx: Tx, actor: Actor, ref: Ref, ready: boolean | undefined): Promise<void> {
  const thing = await lockThing(tx, actor, ref, 'mayWrite')
  if (ready === undefined) return
  if (ready) {
    notAllowedIf(whyNotReady(thing))
  } else if (thing.state !== 'ready' || thing.scheduledBy !== null)
    throw new NotAllowed(thing.scheduledBy === null ? t.itIsNotMarkedAsReady : t.publicationScheduledCancel)
  await updateOne(tx.updateTable(tableOf(thing)), thing.id, { state: ready ? 'ready' : 'draft', changedAt: actor.at })
  await note(tx, actor, thing, ready ? 'ready' : 'draft')
}

/**
 * Lets it out: now, or by itself once its embargo ends; and mails it to lists at the same moment.
 * @returns when it goes out
 * @throws Conflict where somebody was faster; Invalid for a list that it cannot be mailed to, or an issue with nothing in it
 */
export async function publish(tx: Tx, actor: Actor, ref: Ref, { listIds = [] }: { listIds?: number[] } = {}): Promise<Date> {
  const thing = await lockThing(tx, actor, ref, 'mayPublish')
  conflictIf(whyNotPublish(thing))
  if (thing.kind === 'issue') await requirePrintable(tx, actor, thing.id)
  await addMailings(tx, actor, thing, listIds)
  if (!isLater(thing, actor.at)) {
    await letOut(tx, actor, thing)
    return actor.at
  }
  const at = thing.embargoAt as Date
  await tx
    .updateTable(tableOf(thing))
    .set({ state: 'ready', scheduledBy: actor.personId, trouble: '', changedAt: actor.at })
    .where('id', '=', thing.id)
    .execute()
  await note(tx, actor, thing, 'scheduled')
  await enqueue(tx, 'news.turn', {}, { runAt: at, key: `news.turn:${thing.kind}:${thing.id}` })
  return at
}

/** Takes back that it goes out by itself. */
export async function unschedule(tx: Tx, actor: Actor, ref: Ref): Promise<void> {
  const thing = await lockThing(tx, actor, ref, 'mayPublish')
  if (thing.state !== 'ready' || thing.scheduledBy === null) throw new Conflict(t.noPublicationIsScheduled)
  await tx.updateTable(tableOf(thing)).set({ scheduledBy: null, trouble: '', changedAt: actor.at }).where('id', '=', thing.id).execute()
  await tx.deleteFrom('newsMailing').where(keyColumn(thing), '=', thing.id).where('sentAt', 'is', null).execute()
  await note(tx, actor, thing, 'unscheduled')
}

const keyColumn = ({ kind }: Thing) => (kind === 'item' ? 'itemId' : 'issueId')

/**
 * What was scheduled is due: it goes out in the name of who scheduled it.
 * @returns whether it went out now; false where it had already, or was taken back
 */
export async function letOutDue(tx: Tx, actor: Actor, ref: Ref): Promise<boolean> {
  const thing = await lockThing(tx, actor, ref, 'mayPublish')
  if (thing.state !== 'ready' || thing.scheduledBy === null || isLater(thing, actor.at)) return false
  if (thing.kind === 'issue') await requirePrintable(tx, actor, thing.id)
  await letOut(tx, actor, thing)
  return true
}

async function letOut(tx: Tx, actor: Actor, thing: Thing): Promise<void> {
  await tx
    .updateTable(tableOf(thing))
    .set({ state: 'published', publishedAt: actor.at, publishedBy: actor.personId, scheduledBy: null, trouble: '', changedAt: actor.at })
    .where('id', '=', thing.id)
    .execute()
  if (thing.kind === 'issue') await letOutItems(tx, actor, thing.id)
  await indexThing(tx, thing)
  await note(tx, actor, thing, 'published')
  const waiting = await listRows(tx.selectFrom('newsMailing').where(keyColumn(thing), '=', thing.id), { sentAt: null }, ['id'])
  for (const { id } of waiting) await enqueue(tx, 'news.mail', { mailingId: id }, { key: `news.mail:${id}` })
}

/** Items of an issue that are ready and were not out before go out with it. */
async function letOutItems(tx: Tx, actor: Actor, issueId: number): Promise<void> {
  const ready = await tx
    .selectFrom('newsItem')
    .innerJoin('newsIssueItem', 'newsIssueItem.itemId', 'newsItem.id')
    .select('newsItem.slug')
    .where('newsIssueItem.issueId', '=', issueId)
    .where('newsItem.state', '=', 'ready')
    .orderBy('newsItem.id')
    .execute()
  for (const { slug } of ready) await letOut(tx, actor, await lockThing(tx, actor, { slug }, 'mayPublish'))
}

/** That it could not go out by itself, and why; said once, until somebody has looked. */
export async function noteTrouble(tx: Tx, thing: { kind: 'item' | 'issue'; id: number }, trouble: string): Promise<void> {
  await tx.updateTable(tableOf(thing)).set({ trouble }).where('id', '=', thing.id).execute()
}

async function addMailings(tx: Tx, actor: Actor, thing: Thing, listIds: number[]): Promise<number[]> {
  const lists = await listMailable(tx, actor)
  const added: number[] = []
  for (const listId of new Set(listIds)) {
    const list = lists.find(({ id }) => id === listId)
    const why = list ? whyNotMailTo(thing.visibility, list) : t.chooseListsHaveJoined
    if (why) throw new Invalid(refusals.pleaseLookAgain, { lists: why })
    const row = await tx
      .insertInto('newsMailing')
      .values({ ...keyOf(thing), listId, askedBy: actor.personId, askedAt: actor.at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) added.push(row.id)
  }
  return added
}

/**
 * Mails what is out to lists that have not had it.
 * @throws Conflict where all of them have had it
 */
export async function mailTo(tx: Tx, actor: Actor, ref: Ref, listIds: number[]): Promise<void> {
  const thing = await lockThing(tx, actor, ref, 'mayPublish')
  if (thing.state !== 'published') throw new NotAllowed(t.publishBeforeEmail)
  if (listIds.length === 0) throw new Invalid(refusals.pleaseLookAgain, { lists: t.chooseAtLeastOneList })
  const added = await addMailings(tx, actor, thing, listIds)
  if (added.length === 0) throw new Conflict(t.theseListsAlreadyHave)
  for (const mailingId of added) await enqueue(tx, 'news.mail', { mailingId }, { key: `news.mail:${mailingId}` })
  await note(tx, actor, thing, 'mailed', { lists: added.length })
}

/** Takes back what is out: its text is gone from page, feed and search; why, and when, stays to be read. */
export async function withdraw(tx: Tx, actor: Actor, ref: Ref, reason: string): Promise<void> {
  const thing = await lockThing(tx, actor, ref, 'mayPublish')
  notAllowedIf(whyNotWithdraw(thing))
  await tx
    .updateTable(tableOf(thing))
    .set({ state: 'withdrawn', withdrawnAt: actor.at, withdrawnBy: actor.personId, withdrawnWhy: reason, changedAt: actor.at })
    .where('id', '=', thing.id)
    .execute()
  await indexThing(tx, thing)
  await note(tx, actor, thing, 'withdrawn')
}

/** Notes under what is out what was wrong in it, with the day. */
export async function correct(tx: Tx, actor: Actor, ref: Ref, text: string): Promise<void> {
  const thing = await lockThing(tx, actor, ref, 'mayPublish')
  if (thing.state !== 'published') throw new NotAllowed(t.onlyWhatIsPublishedIsCorrected)
  await insertRow(tx.insertInto('newsCorrection'), { ...keyOf(thing), text, at: actor.at, personId: actor.personId })
  await note(tx, actor, thing, 'corrected')
}

/** A mailing has become a message, or could not. */
export async function noteMailed(tx: Tx, id: number, outcome: { at: Date; messageId: string } | { trouble: string }): Promise<void> {
  const set = 'trouble' in outcome ? { trouble: outcome.trouble } : { sentAt: outcome.at, messageId: outcome.messageId, trouble: '' }
  await tx.updateTable('newsMailing').set(set).where('id', '=', id).execute()
}

/** Locks a mailing, so that it is sent once. */
export const lockMailing = (tx: Tx, id: number) => tx.selectFrom('newsMailing').select('id').where('id', '=', id).forUpdate().execute()
