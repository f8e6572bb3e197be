import { loadActor } from '../groups/queries.ts'
import { inLanguage, unsaid } from '../lib/ui/language.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findEmailOf } from '../people/queries.ts'
import type { TaskContext } from '../task.ts'
import { findDue, gather, planNext, pruneHookDeliveries, settleDelivery } from './actions.ts'
import { hookPaused } from './mails.ts'
import { findHookOwner, listListening } from './queries.ts'
import { bodyOf, signatureOf } from './rules.ts'
import { post } from './send.ts'

// So many in one job: then others may run, and this one goes on.
const atOnce = 50

/** Finds what each hook is to be told. */
export async function turn(_: object, { db, write, now }: TaskContext): Promise<void> {
  for (const { id } of await listListening(db)) while (await write((tx) => gather(tx, id, now())));
  await write((tx) => pruneHookDeliveries(tx, now()))
}

/** Tells one hook what is due, one after another, until one fails. */
export async function send({ webhookId }: { webhookId: number }, context: TaskContext): Promise<void> {
  const { db, write, site, now, resolver, webhookNetworks = [] } = context
  const owner = await findHookOwner(db, webhookId)
  if (!owner) return
  for (let sent = 0; sent < atOnce; sent++) {
    const actor = await loadActor(db, owner.personId, now(), 'job')
    const due = await write((tx) => findDue(tx, site.secret, webhookId, actor, now()))
    if (!due) break
    const [id, timestamp, body] = [`msg_${due.id}`, Math.floor(now().getTime() / 1_000), bodyOf(due.told, site.baseUrl)]
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(due.secrets, id, timestamp, body),
    }
    const answer = await inLanguage(unsaid, () => post(due.url, headers, body, { resolver, allowed: webhookNetworks }))
    const why = await write((tx) => settle(tx, context, owner, due.id, answer))
    if (why) return
  }
  await write((tx) => planNext(tx, webhookId, now()))
}

async function settle(
  tx: Parameters<Parameters<TaskContext['write']>[0]>[0],
  { site, now }: TaskContext,
  owner: NonNullable<Awaited<ReturnType<typeof findHookOwner>>>,
  deliveryId: number,
  answer: Parameters<typeof settleDelivery>[3],
): Promise<string | undefined> {
  const why = await settleDelivery(tx, owner.id, deliveryId, answer, now())
  const email = why && (await findEmailOf(tx, owner.personId))
  if (why && email) await sendLetter(tx, site, now(), hookPaused({ ...owner, email }, answer, `${site.baseUrl}/admin/webhooks/${owner.id}`))
  return why
}
