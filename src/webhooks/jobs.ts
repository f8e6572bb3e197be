import { loadActor } from '../groups/queries.ts'
import type { Tx } from '../lib/db/rows.ts'
import type { Locale } from '../lib/ui/format.ts'
import { inLanguage, unsaid } from '../lib/ui/language.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findEmailOf } from '../people/queries.ts'
import type { JobContext, TaskContext } from '../task.ts'
import { followSecret, gather, wakeHook } from './actions.ts'
import { lineOf, type Sending, sayTo } from './chats.ts'
import { type Due, findDue, planNext, pruneHookDeliveries, settleDelivery } from './deliveries-actions.ts'
import { hookPaused, hookUnsigned } from './mails.ts'
import { findHookOwner, listListening } from './queries.ts'
import { bodyOf, signatureOf } from './rules.ts'
import { sayingOf } from './saying-queries.ts'
import { bring, takePlace } from './send.ts'

// So many in one job: then others may run, and this one goes on.
const atOnce = 50

/** Finds what each hook is to be told. */
export async function turn(_: object, context: TaskContext): Promise<void> {
  const { db, write, now } = context
  await write((tx) => pauseLost(tx, context))
  for (const { id } of await listListening(db)) while (await write((tx) => gather(tx, id, now())));
  await write((tx) => pruneHookDeliveries(tx, now()))
}

/** What cannot be signed any more waits until its owner has made a new secret; they hear so once. */
async function pauseLost(tx: Tx, { site, now }: TaskContext, only?: number): Promise<void> {
  for (const id of await followSecret(tx, site.secret, now(), only)) {
    const owner = await findHookOwner(tx, id)
    const email = owner && (await findEmailOf(tx, owner.personId))
    if (email) await sendLetter(tx, site, now(), hookUnsigned({ ...owner, email }, `${site.baseUrl}/admin/webhooks/${id}`))
  }
}

// How long a webhook waits whose receiver is busy with others, in milliseconds.
const whileBusy = 5_000

/** Tells one hook what is due. What fails is tried again by itself. */
export async function send({ webhookId }: { webhookId: number }, context: JobContext): Promise<void> {
  const { db, write } = context
  await write((tx) => pauseLost(tx, context, webhookId))
  const owner = await findHookOwner(db, webhookId)
  if (!owner) return
  const leave = takePlace(owner)
  if (!leave) return write((tx) => wakeHook(tx, webhookId, whileBusy)).then(() => undefined)
  try {
    await sendDue(context, owner)
  } finally {
    leave()
  }
}

/** Sends one after another, until the hook is paused or nobody answers: then what is left waits as well. */
async function sendDue(context: JobContext, owner: Owner): Promise<void> {
  const { db, write, site, now, resolver, webhookNetworks = [] } = context
  const webhookId = owner.id
  for (let sent = 0; sent < atOnce; sent++) {
    const actor = await loadActor(db, owner.personId, now(), 'job')
    const due = await write((tx) => findDue(tx, site.secret, webhookId, actor, now()))
    if (!due) break
    const [id, timestamp] = [`msg_${due.id}`, Math.floor(now().getTime() / 1_000)]
    const sending = await sendingOf(context, owner, due, id)
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf(due.secrets, id, timestamp, sending.body),
      ...(due.token ? { authorization: `Bearer ${due.token}` } : {}),
    }
    const answer = await inLanguage(unsaid, () => bring(sending, headers, { resolver, allowed: webhookNetworks }))
    const why = await write((tx) => settle(tx, context, owner, due.id, answer))
    if (why) return
    if (answer.code === null) break
  }
  await write((tx) => planNext(tx, webhookId, now()))
}

/** What is sent: our JSON, or the line as the chat takes it, in its owner's language. */
async function sendingOf({ db, site, gathered, now }: JobContext, owner: Owner, due: Due, id: string): Promise<Sending> {
  const { url, form, templates, told } = due
  if (form === 'json') return { method: 'POST', url, body: bodyOf(told, site.baseUrl) }
  return inLanguage(owner.locale as Locale, async () => {
    const saying = await sayingOf(db, gathered, told, { name: owner.name, baseUrl: site.baseUrl, at: now() })
    return sayTo(form, url, id, lineOf(templates, told, saying))
  })
}

type Owner = NonNullable<Awaited<ReturnType<typeof findHookOwner>>>

async function settle(
  tx: Tx,
  { site, now }: TaskContext,
  owner: Owner,
  deliveryId: number,
  answer: Parameters<typeof settleDelivery>[3],
): Promise<string | undefined> {
  const why = await settleDelivery(tx, owner.id, deliveryId, answer, now())
  const email = why && (await findEmailOf(tx, owner.personId))
  if (why && email) await sendLetter(tx, site, now(), hookPaused({ ...owner, email }, answer, `${site.baseUrl}/admin/webhooks/${owner.id}`))
  return why
}
