import { sealKeys } from '../lib/token/seal.ts'
import { cancelDeliveries, sendLetter } from '../outbox/actions.ts'
import type { Letter } from '../outbox/rules.ts'
import type { TaskContext } from '../task.ts'
import { findTwin } from './core/applications-queries.ts'
import { findRequest, findSender, findSubscription, findWriters, isThereFor } from './core/queries.ts'
import * as mails from './mails.ts'
import { applicationPage } from './vetting/links.ts'

const day = 86_400_000

/**
 * Writes a letter of a list in one transaction.
 * @param email whose letter it is, where it may name the page of the list
 */
export async function send(
  context: TaskContext,
  listId: number,
  compose: (list: mails.Sender) => Letter | undefined,
  email?: string,
): Promise<void> {
  await context.write(async (tx) => {
    const list = await findSender(tx, listId)
    const there = email !== undefined && (await isThereFor(tx, listId, email, context.now()))
    const letter = compose({ ...list, ...context.site, ...(there && { page: `${context.site.baseUrl}/lists/${list.name}` }) })
    if (letter) await sendLetter(tx, context.site, context.now(), letter)
  })
}

async function aboutRequest(
  context: TaskContext,
  requestId: number,
  compose: (list: mails.Sender, request: NonNullable<Awaited<ReturnType<typeof findRequest>>>) => Letter | undefined,
) {
  const request = await findRequest(context.db, requestId)
  if (request) await send(context, request.listId, (list) => compose(list, request), request.email)
}

/** Asks for confirmation, or tells who is subscribed already so; outside, both look the same. */
export async function confirmJoin({ requestId }: { requestId: number }, context: TaskContext): Promise<void> {
  const request = await findRequest(context.db, requestId)
  if (request?.state !== 'unconfirmed') return
  const known = (await findWriters(context.db, request.listId, [request.email])).get(request.email)
  const until = new Date(context.now().getTime() + 7 * day)
  const keys = sealKeys(context.site.secret, 'confirm', requestId, until)
  // Who asks again while their application waits is told how it stands, and where to add to it.
  const twin = await findTwin(context.db, request)
  await send(context, request.listId, (list) => {
    if (known?.subscriptionId) return mails.alreadyJoined(list, { ...request, ...known })
    if (twin?.state === 'waiting') return mails.requestWaits(list, request, applicationPage(context.site, context.now(), twin.id))
    return mails.confirmJoin(list, request, keys, until)
  })
}

/** Welcomes who is on a list now. */
export const welcome = ({ requestId }: { requestId: number }, context: TaskContext): Promise<void> =>
  aboutRequest(context, requestId, (list, request) => mails.welcome(list, request))

/** Tells who asked to join that they do not. */
export const requestRejected = ({ requestId }: { requestId: number }, context: TaskContext): Promise<void> =>
  aboutRequest(context, requestId, (list, request) => mails.requestRejected(list, request, request.reason))

/** Confirms to who left a list that they did. */
export async function left({ subscriptionId }: { subscriptionId: number }, context: TaskContext): Promise<void> {
  const subscription = await findSubscription(context.db, subscriptionId)
  if (!subscription) return
  await send(context, subscription.listId, (list) => mails.left(list, subscription), subscription.email)
  // What was being sent when they left, and was put off, is not tried again.
  if (subscription.endedAt) await context.write((tx) => cancelDeliveries(tx, subscriptionId, context.now()))
}

/** Somebody wrote to `-unsubscribe`: they confirm, since anybody can write in their name. */
export async function confirmLeave(
  { listId, email, subscriptionId }: { listId: number; email: string; subscriptionId: number | null },
  context: TaskContext,
): Promise<void> {
  const writer = (await findWriters(context.db, listId, [email])).get(email)
  const to = { name: writer?.name ?? '', email, locale: writer?.locale ?? 'en', zone: writer?.zone ?? null, personId: writer?.personId }
  const until = new Date(context.now().getTime() + 7 * day)
  const keys = subscriptionId === null ? undefined : sealKeys(context.site.secret, 'unsubscribe', subscriptionId, until)
  await send(context, listId, (list) => (keys ? mails.confirmLeave(list, to, keys, until) : mails.notJoined(list, to)))
}

/** Sends what can be done by mail to who asked for it. */
export async function help({ listId, email }: { listId: number; email: string }, context: TaskContext): Promise<void> {
  const writer = (await findWriters(context.db, listId, [email])).get(email)
  const to = { name: writer?.name ?? '', email, locale: writer?.locale ?? 'en', personId: writer?.personId }
  await send(context, listId, (list) => mails.help(list, to), email)
}
