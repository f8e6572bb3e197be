import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Site } from '../../config.ts'
import { NotFound } from '../../errors.ts'
import { idsOf, type Tx, updateOne } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { cancelDeliveries, noteIncident, sendLetter } from '../../outbox/actions.ts'
import { suspendByAddress } from '../../people/actions.ts'
import { recordList } from '../core/history-actions.ts'
import { findSubscription, getModeratedList } from '../core/queries.ts'
import { probe } from './mails.ts'
import { getIncident } from './queries.ts'
import type { Incident } from './rules.ts'

const t = textsOf('list', 'bouncesPage')

/**
 * Writes an incident down, or adds to the one that is open.
 * @returns its id, and whether its owners have not been told yet
 */
export async function keepIncident(
  tx: Tx,
  listId: number,
  { kind, subject, class: kindOf, failures }: Incident,
  now: Date,
): Promise<{ id: number; fresh: boolean }> {
  const times = failures.map(({ at }) => at.getTime())
  const incident = await tx
    .insertInto('incident')
    .values({
      listId,
      kind,
      subject,
      class: kindOf,
      words: failures[0]?.words ?? '',
      failures: failures.length,
      firstAt: new Date(Math.min(...times)),
      lastAt: new Date(Math.max(...times)),
      toldAt: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['listId', 'kind', 'subject', 'class']).doUpdateSet((e) => ({
        failures: e('incident.failures', '+', e.ref('excluded.failures')),
        lastAt: e.ref('excluded.lastAt'),
        closedAt: null,
      })),
    )
    .returning(['id', 'toldAt'])
    .executeTakeFirstOrThrow()
  await noteIncident(tx, idsOf(failures), incident.id)
  return { id: incident.id, fresh: incident.toldAt?.getTime() === now.getTime() }
}

/** Asks an address whether it is alive; only if this comes back too is anybody suspended. */
export async function sendProbe(
  tx: Tx,
  site: Site,
  list: Parameters<typeof probe>[0],
  subscription: { id: number; personId: number; name: string; email: string; locale: string },
  now: Date,
): Promise<void> {
  await tx.updateTable('subscription').set({ probedAt: now }).where('id', '=', subscription.id).execute()
  await sendLetter(tx, site, now, probe(list, site, subscription))
}

/** The probe came back: no more mail goes there until somebody takes the list up again. */
export async function suspend(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number },
  subscriptionId: number,
  words: string,
): Promise<void> {
  await tx.updateTable('subscription').set({ suspendedAt: actor.at, suspendedWords: words }).where('id', '=', subscriptionId).execute()
  await cancelDeliveries(tx, subscriptionId, actor.at)
  await recordList(tx, actor, list, 'subscription.suspended', { subscriptionId })
  // Who is gone from an address may be gone from the institution: a person looks.
  const subscription = await findSubscription(tx, subscriptionId)
  if (subscription) await suspendByAddress(tx, actor, subscription.email)
}

/** The evidence so far counts no more. */
export async function clearEvidence(tx: Tx, subscriptionId: number, now: Date): Promise<void> {
  await updateOne(tx.updateTable('subscription'), subscriptionId, {
    probedAt: null,
    suspendedAt: null,
    suspendedWords: null,
    bouncesFrom: now,
    // A digest goes on with what is written from now on, like each mail does.
    digestedTo: sql`case when subscription.suspended_at is null then digested_to
        else coalesce((select max(p.message_id) from post p where p.list_id = subscription.list_id), 0) end`,
  })
}

/**
 * A member takes up a suspended list again.
 * @throws NotFound when the subscription is not theirs
 */
export async function resumeOwn(tx: Tx, actor: Actor, subscriptionId: number): Promise<{ title: string }> {
  const subscription = await findSubscription(tx, subscriptionId)
  if (!subscription || subscription.endedAt || subscription.personId !== actor.personId) throw new NotFound(t.subscriptionNotFound)
  await clearEvidence(tx, subscriptionId, actor.at)
  await recordList(tx, actor, { id: subscription.listId, groupId: subscription.groupId }, 'subscription.resumed', { subscriptionId })
  return subscription
}

/**
 * A moderator takes up a suspended subscription again.
 * @throws NotFound when it is not of this list
 */
export async function resumeFor(tx: Tx, actor: Actor, listName: string, subscriptionId: number): Promise<{ name: string }> {
  const list = await getModeratedList(tx, actor, listName)
  const subscription = await findSubscription(tx, subscriptionId)
  if (!subscription || subscription.endedAt || subscription.listId !== list.id) throw new NotFound(t.subscriberNotFound)
  await clearEvidence(tx, subscriptionId, actor.at)
  await recordList(tx, actor, list, 'subscription.resumed', { subscriptionId })
  return subscription
}

/** An owner has seen to an incident; if it happens again, it opens again. */
export async function closeIncident(tx: Tx, actor: Actor, listName: string, incidentId: number): Promise<void> {
  const list = await getModeratedList(tx, actor, listName)
  const incident = await getIncident(tx, list.id, incidentId)
  await tx.updateTable('incident').set({ closedAt: actor.at }).where('id', '=', incident.id).execute()
  await recordList(tx, actor, list, 'incident.closed', { incidentId })
}
