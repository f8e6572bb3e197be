import { cancelDeliveries } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findSubscription } from '../core/queries.ts'
import { send } from '../jobs.ts'
import * as mails from './mails.ts'

/** Tells who was taken off a list, where that was wished; what was being sent to their just then is not tried again. */
export async function removed(
  { subscriptionId, reason, tell }: { subscriptionId: number; reason: string; tell: boolean },
  context: TaskContext,
): Promise<void> {
  const subscription = await findSubscription(context.db, subscriptionId)
  if (!subscription?.endedAt) return
  if (tell) await send(context, subscription.listId, (list) => mails.removed(list, subscription, reason), subscription.email)
  await context.write((tx) => cancelDeliveries(tx, subscriptionId, context.now()))
}
