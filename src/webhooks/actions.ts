import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Conflict, Invalid, missing, NotFound, notAllowedIf } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { record } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { countRows, findRow, insertNew, insertOne, type Tx, updateOne, updateRows } from '../lib/db/rows.ts'
import type { HookForm } from '../lib/db/schema.ts'
import { findTargets, type Outward, readAddress, Unreachable } from '../lib/outward.ts'
import { seal, tryUnseal } from '../lib/sealed.ts'
import type { Verbs } from '../lib/ui/history-words.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself, mayAdminister, mayHook, maySeeLine } from '../policy.ts'
import { whyNotTemplates } from './chats.ts'
import { getHook, listLinesAfter } from './queries.ts'
import {
  caughtUp,
  isWanted,
  lostSecret,
  mostHooks,
  overlap,
  pauses,
  secretText,
  testKind,
  whyNeverTold,
  whyNotKinds,
  whyNotResume,
} from './rules.ts'

export { bring } from './send.ts'

const t = textsOf('webhooks', 'actions')

/** What somebody says of a hook. */
export interface HookChange {
  name: string
  url: string
  events: string[]
  /** How its program wants to be spoken to; our signed JSON if nothing is said. */
  form?: HookForm | undefined
  /** What is said of a kind of event, a line each, to a chat. */
  templates?: string | undefined
  /** What the chat's server wants to be shown; nothing leaves what was. */
  token?: string | undefined
}

/**
 * Looks whether a hook can do what is asked of it, before anything is kept: that what it waits for can happen here, and that its address may be
 * called; asks the DNS and connects to nothing.
 * @throws NotFound to those who may have no hook; Invalid with the sentence at `events` or `url`
 */
export async function checkHook(
  actor: Actor,
  { url, events }: Pick<HookChange, 'url' | 'events'>,
  { verbs, ...outward }: Outward & { verbs: Verbs },
): Promise<void> {
  if (!mayHook(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const why = whyNeverTold(events, Object.keys(verbs))
  if (why) throw new Invalid(why, { events: why })
  try {
    await findTargets(readAddress(url), outward)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    throw new Invalid(error.message, { url: error.message })
  }
}

function checkWords({ events, templates = '' }: HookChange): void {
  const why = whyNotKinds(events)
  if (why) throw new Invalid(why, { events: why })
  const whyNot = whyNotTemplates(templates)
  if (whyNot) throw new Invalid(whyNot, { templates: whyNot })
}

const newSecret = (): string => secretText(randomBytes(32))

/** What the journal calls a hook. */
export const subjectOf = (id: number) => `webhook:${id}`

/**
 * Keeps a hook; its address was checked. It is told of what happens from now on.
 * @returns its id, and the secret, which is shown this once
 * @throws Invalid for kinds that are none; Conflict when they have as many as one may have
 */
export async function addHook(tx: Tx, actor: Actor, secretKey: string, change: HookChange): Promise<{ id: number; secret: string }> {
  // An administrator who looks at the site as somebody else makes none in their name.
  if (!isHerself(actor) || !mayHook(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  checkWords(change)
  const { name, url, events, form, templates, token } = change
  // Of several made at once each waits for the one before, and counts it.
  await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', actor.personId).forUpdate().execute()
  const own = tx.selectFrom('webhook').where('personId', '=', actor.personId).where('endedAt', 'is', null)
  if ((await countRows(own)) >= mostHooks) throw new Conflict(t.youHaveWebhooksEndOneFirst({ mostHooks }))
  const secret = newSecret()
  const id = await insertOne(tx.insertInto('webhook'), {
    personId: actor.personId,
    name,
    url,
    events,
    ...(form ? { form } : {}),
    templates: templates ?? '',
    sealed: seal(secretKey, secret),
    sealedToken: token ? seal(secretKey, token) : null,
    position: sql`(select coalesce(max(position), 0) from shared_journal_link journal_link)`,
    createdAt: actor.at,
  })
  await record(tx, actor, { action: 'webhook.made', subject: subjectOf(id) })
  return { id, secret }
}

async function lockHook(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('webhook').select('id').where('id', '=', id).forUpdate().execute()
  return getHook(tx, actor, id)
}

/** A hook for its owner alone: an administrator who looks at the site as they do sends what happens nowhere else, and is shown no secret. */
async function ownHook(tx: Tx, actor: Actor, id: number) {
  const hook = await lockHook(tx, actor, id)
  if (!hook.own || !isHerself(actor)) throw new NotFound(t.webhookNotFound)
  return hook
}

/** Changes name, address or kinds; its address was checked, and what is left out stays. */
export async function changeHook(tx: Tx, actor: Actor, secretKey: string, id: number, change: HookChange): Promise<void> {
  checkWords(change)
  const before = await ownHook(tx, actor, id)
  const { name, url, events, form = before.form, templates, token } = change
  // A token is shown to the server that it was given for, and to no other.
  const elsewhere = new URL(before.url).origin !== new URL(url).origin
  const sealedToken = token ? { sealedToken: seal(secretKey, token) } : elsewhere || form !== 'matrix' ? { sealedToken: null } : {}
  await updateOne(tx.updateTable('webhook'), id, { name, url, events, form, templates, ...sealedToken })
  await record(tx, actor, { action: 'webhook.changed', subject: subjectOf(id) })
  await followSecret(tx, secretKey, actor.at, id)
}

/**
 * A new secret; the one before signs for another day, so that a program can be changed without losing anything.
 * @returns the secret, which is shown this once
 */
export async function renewSecret(tx: Tx, actor: Actor, secretKey: string, id: number): Promise<string> {
  await ownHook(tx, actor, id)
  const secret = newSecret()
  await tx
    .updateTable('webhook')
    .set((e) => ({ sealedBefore: e.ref('sealed'), beforeUntil: new Date(actor.at.getTime() + overlap), sealed: seal(secretKey, secret) }))
    .where('id', '=', id)
    .execute()
  await record(tx, actor, { action: 'webhook.secretRenewed', subject: subjectOf(id) })
  await followSecret(tx, secretKey, actor.at, id)
  return secret
}

interface Sealed {
  sealed: Buffer
  sealedToken: Buffer | null
}

const opens = (secretKey: string, { sealed, sealedToken }: Sealed): boolean =>
  [sealed, sealedToken].every((one) => one === null || tryUnseal(secretKey, one) !== undefined)

/**
 * Pauses hooks of which something cannot be opened, since the site has another secret, instead of failing at each turn; lets those go on that
 * were paused for it and can be opened again.
 * @param only this one
 * @returns those that were paused by this
 */
export async function followSecret(tx: Tx, secretKey: string, at: Date, only?: number): Promise<number[]> {
  const hooks = await tx
    .selectFrom('webhook')
    .select(['id', 'sealed', 'sealedToken', 'pausedAt', 'pausedWhy'])
    .where('endedAt', 'is', null)
    .where((e) => e.or([e('pausedAt', 'is', null), e('pausedWhy', '=', pauses.secret)]))
    .$if(only !== undefined, (query) => query.where('id', '=', only ?? 0))
    .execute()
  const lost: number[] = []
  for (const hook of hooks) {
    const opened = opens(secretKey, hook)
    if (opened && lostSecret(hook)) await goOn(tx, hook.id, at)
    if (!opened && !lostSecret(hook)) {
      await updateOne(tx.updateTable('webhook'), hook.id, { pausedAt: at, pausedWhy: pauses.secret })
      lost.push(hook.id)
    }
  }
  return lost
}

/** Tells a hook nothing any more until it is resumed. An administrator may stop anybody's, also one that its owner could start again. */
export async function pauseHook(tx: Tx, actor: Actor, id: number): Promise<void> {
  const hook = await lockHook(tx, actor, id)
  if (hook.pausedAt && (hook.own || hook.pausedWhy === pauses.administrator)) return
  await updateOne(tx.updateTable('webhook'), id, { pausedAt: actor.at, pausedWhy: hook.own ? pauses.owner : pauses.administrator })
  await record(tx, actor, { action: 'webhook.paused', subject: subjectOf(id) })
}

/**
 * Goes on: what waits is sent now, and what happened in the pause is told, a week back at most.
 * @throws NotFound to an administrator who did not stop what is somebody else's; NotAllowed to the owner where one did
 */
export async function resumeHook(tx: Tx, actor: Actor, id: number): Promise<void> {
  const hook = await lockHook(tx, actor, id)
  if (!hook.mayResume) throw new NotFound(t.webhookNotFound)
  if (!hook.pausedAt) return
  notAllowedIf(whyNotResume(hook, mayAdminister(actor)))
  await goOn(tx, id, actor.at)
  await record(tx, actor, { action: 'webhook.resumed', subject: subjectOf(id) })
}

async function goOn(tx: Tx, id: number, at: Date): Promise<void> {
  const from = new Date(at.getTime() - caughtUp)
  await sql`update webhook set paused_at = null, paused_why = '', failing_since = null, position = greatest(position, coalesce(
      (select max(l.position) from shared_journal_link l join shared_journal j on j.id = l.journal_id where j.at < ${from}), 0)) where id = ${id}`.execute(
    tx,
  )
  await updateRows(tx.updateTable('webhookDelivery'), { webhookId: id, state: 'waiting' }, { nextAt: at, attempts: 0 })
  await wakeHook(tx, id)
}

/** Ends a hook: nothing is told any more, and what waits is dropped. */
export async function endHook(tx: Tx, actor: Actor, id: number): Promise<void> {
  await lockHook(tx, actor, id)
  await tx.updateTable('webhook').set({ endedAt: actor.at, sealedBefore: null, sealedToken: null }).where('id', '=', id).execute()
  await dropWaiting(tx, id, actor.at)
  await record(tx, actor, { action: 'webhook.ended', subject: subjectOf(id) })
}

const dropWaiting = (tx: Tx, id: number, at: Date) =>
  tx
    .updateTable('webhookDelivery')
    .set({ state: 'dropped', settledAt: at })
    .where('webhookId', '=', id)
    .where('state', '=', 'waiting')
    .execute()

/** Sends one event by hand, so that its owner sees whether their program hears it. */
export async function testHook(tx: Tx, actor: Actor, id: number): Promise<number> {
  await ownHook(tx, actor, id)
  const row = await insertOne(tx.insertInto('webhookDelivery'), { webhookId: id, kind: testKind, queuedAt: actor.at, nextAt: actor.at })
  await wakeHook(tx, id)
  return row
}

/**
 * Sends what was told once more.
 * @throws Conflict while it waits anyway
 */
export async function sendAgain(tx: Tx, actor: Actor, hookId: number, id: number): Promise<void> {
  await ownHook(tx, actor, hookId)
  const row =
    (await findRow(tx.selectFrom('webhookDelivery').forUpdate(), { id, webhookId: hookId }, ['state'])) ?? missing(t.deliveryNotFound)
  if (row.state === 'waiting') throw new Conflict(t.deliveryAlreadyQueued)
  await updateOne(tx.updateTable('webhookDelivery'), id, { state: 'waiting', attempts: 0, nextAt: actor.at, settledAt: null })
  await wakeHook(tx, hookId)
}

/** Has what is due of a hook sent. Of one hook one job runs at a time, so that a slow program keeps only itself waiting. */
export const wakeHook = (tx: Tx, id: number, after?: number) =>
  enqueue(tx, 'webhooks.send', { webhookId: id }, { key: `webhooks.send:${id}`, queue: `webhooks:${id}`, after })

const linesAtOnce = 500

/**
 * Finds what a hook is to be told: lines of the journal since it was asked last, of the kinds that it wants and that its owner may see; that is
 * asked again when they are sent. What they may not see is not even kept for it: its page would say that it happened.
 * @returns whether there may be more
 */
export async function gather(tx: Tx, webhookId: number, at: Date): Promise<boolean> {
  const hook = await findRow(tx.selectFrom('webhook').forUpdate().skipLocked(), { id: webhookId, endedAt: null, pausedAt: null }, [
    'id',
    'personId',
    'events',
    'position',
  ])
  if (!hook) return false
  const lines = await listLinesAfter(tx, hook.position, linesAtOnce)
  const last = lines.at(-1)
  if (!last) return false
  const owner = await loadActor(tx, hook.personId, at, 'job')
  // What a hook itself does is told to no hook: two of them would go on for ever.
  const wanted =
    owner && mayHook(owner)
      ? lines.filter(
          ({ action, subject, groupId }) =>
            isWanted(hook.events, action) && !action.startsWith('webhook.') && maySeeLine(owner, subject, groupId, action),
        )
      : []
  if (wanted.length > 0) {
    await insertNew(
      tx.insertInto('webhookDelivery'),
      wanted.map((line) => ({ webhookId, journalId: line.id, kind: line.action, queuedAt: at, nextAt: at })),
    )
    await wakeHook(tx, webhookId)
  }
  await tx.updateTable('webhook').set({ position: last.position }).where('id', '=', webhookId).execute()
  return lines.length === linesAtOnce
}

/** Somebody is erased: their programs are told nothing any more, and nothing of them is kept. */
export async function endHooksOf(tx: Tx, personId: number, at: Date): Promise<void> {
  await tx
    .updateTable('webhook')
    .set({ endedAt: at, name: '', url: '', templates: '', sealedBefore: null, sealedToken: null })
    .where('personId', '=', personId)
    .execute()
}
