import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../actor.ts'
import { lockArchive } from '../../archive/actions.ts'
import { Invalid, NotFound, refuse } from '../../errors.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { Receiving, TopicChoice } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { recordList } from '../core/history-actions.ts'
import { listReceivingAddresses, newestPost } from './queries.ts'
import { isCollected, readTopic, whyNotPause } from './rules.ts'

const t = textsOf('list', 'receiving')

/** What somebody changes about how they receive a list; what is left out stays. */
export interface ReceivingChange {
  receiving?: Receiving
  /** Null takes mail up again. */
  pausedUntil?: Date | null
  ownPosts?: boolean
  whenAddressed?: boolean
  onlyTopics?: boolean
  /** One of their confirmed addresses. */
  addressId?: number
}

/**
 * Changes how a list reaches one of its subscribers. What a digest has gathered for them leaves at once where it would be lost.
 * @returns whether anything was otherwise
 * @throws Invalid beside the field that cannot be so
 */
export async function changeReceiving(tx: Tx, actor: Actor, subscriptionId: number, change: ReceivingChange): Promise<boolean> {
  const found = await tx.selectFrom('subscription').select('listId').where('id', '=', subscriptionId).executeTakeFirst()
  if (!found) throw new NotFound(t.subscriptionNotFound)
  // A post that is being sent right now is either theirs as each mail or part of their digest: never both, never neither.
  await lockArchive(tx, found.listId)
  const old = await tx
    .selectFrom('subscription')
    .innerJoin('list', 'list.id', 'subscription.listId')
    .selectAll('subscription')
    .select('list.groupId')
    .where('subscription.id', '=', subscriptionId)
    .where('subscription.endedAt', 'is', null)
    .forUpdate('subscription')
    .executeTakeFirstOrThrow(() => new NotFound(t.subscriptionNotFound))
  await checkChange(tx, actor, old.personId, change)
  const names = Object.keys(change) as (keyof ReceivingChange)[]
  if (names.every((name) => change[name] === undefined || isDeepStrictEqual(change[name], old[name]))) return false
  const newest = await newestPost(tx, old.listId)
  const receiving = change.receiving ?? old.receiving
  const wasPaused = old.pausedUntil !== null && old.pausedUntil > actor.at
  const stops = isCollected(old.receiving) && !wasPaused && (!isCollected(receiving) || Boolean(change.pausedUntil))
  const begins = (!isCollected(old.receiving) && isCollected(receiving)) || (wasPaused && change.pausedUntil === null)
  if (stops && old.digestedTo < newest)
    await sendRest(tx, { subscriptionId, receiving: old.receiving, afterId: old.digestedTo, lastId: newest })
  await updateOne(tx.updateTable('subscription'), subscriptionId, { ...change, ...(stops || begins ? { digestedTo: newest } : {}) })
  await recordList(tx, actor, { id: old.listId, groupId: old.groupId }, 'subscription.changed', { subscriptionId, receiving })
  return true
}

async function sendRest(tx: Tx, rest: { subscriptionId: number; receiving: Receiving; afterId: number; lastId: number }): Promise<void> {
  const id = await insertOne(tx.insertInto('lastDigest'), rest)
  await enqueue(tx, 'list.lastDigest', { lastDigestId: id })
}

async function checkChange(tx: Tx, actor: Actor, personId: number, { pausedUntil, addressId }: ReceivingChange): Promise<void> {
  const refusal = pausedUntil ? whyNotPause(pausedUntil, actor.at) : undefined
  if (refusal) refuse('pausedUntil', refusal)
  if (addressId === undefined) return
  const mine = await listReceivingAddresses(tx, personId)
  if (!mine.some(({ id }) => id === addressId)) throw new Invalid(t.sendEmailOnlyConfirmed, { addressId: t.chooseOneOfYourConfirmed })
}

/**
 * Follows or mutes a topic, or does neither any more.
 * @throws Invalid where the text is no topic
 */
export async function chooseTopic(
  tx: Tx,
  actor: Actor,
  subscription: { id: number; listId: number; groupId: number },
  text: string,
  choice: TopicChoice | null,
): Promise<void> {
  const topic = readTopic(text)
  if (!topic) throw new Invalid(refusals.pleaseLookAgain, { topic: t.enterOneWordExampleRollover })
  const of = { subscriptionId: subscription.id, topic }
  if (choice === null)
    await tx.deleteFrom('subscriptionTopic').where('subscriptionId', '=', of.subscriptionId).where('topic', '=', topic).execute()
  else
    await tx
      .insertInto('subscriptionTopic')
      .values({ ...of, choice })
      .onConflict((conflict) => conflict.columns(['subscriptionId', 'topic']).doUpdateSet({ choice }))
      .execute()
  await recordList(tx, actor, { id: subscription.listId, groupId: subscription.groupId }, 'subscription.changed', {
    subscriptionId: subscription.id,
    topic: choice ?? 'none',
  })
}

/** All lists of a person come to another of their addresses. */
export async function moveLists(tx: Tx, actor: Actor & { personId: number }, addressId: number): Promise<void> {
  await tx.updateTable('subscription').set({ addressId }).where('personId', '=', actor.personId).where('endedAt', 'is', null).execute()
  await record(tx, actor, { action: 'subscription.moved', subject: `person:${actor.personId}`, details: { addressId } })
}

/** Somebody is erased: they are on no list. */
export async function endSubscriptionsOf(tx: Tx, personId: number, at: Date): Promise<void> {
  await updateRows(tx.updateTable('subscription'), { personId, endedAt: null }, { endedAt: at, endedHow: 'erased' })
}
