import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Conflict, Invalid, NotFound } from '../errors.ts'
import { record } from '../journal/actions.ts'
import type { Db, Tx } from '../lib/db/connect.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { findTargets, type Outward, readAddress, Unreachable } from '../lib/outward.ts'
import { seal, unseal } from '../lib/sealed.ts'
import { refusals } from '../lib/ui/refusals.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isHerself, mayHook, maySeeLine } from '../policy.ts'
import { findTold, getHook, listLinesAfter } from './queries.ts'
import {
  caughtUp,
  isWanted,
  keptFor,
  mostHooks,
  nextTry,
  overlap,
  pauseAfter,
  pauses,
  secretText,
  type Told,
  testKind,
  whyNotKinds,
} from './rules.ts'
import type { Answer } from './send.ts'

const t = textsOf('webhooks', 'actions')

/** What somebody says of a hook. */
export interface HookChange {
  name: string
  url: string
  events: string[]
}

/**
 * Looks whether an address may be called, before anything is kept; asks the DNS and connects to nothing.
 * @throws NotFound to those who may have no hook; Invalid with the sentence at `url`
 */
export async function checkAddress(actor: Actor, url: string, outward: Outward): Promise<void> {
  if (!mayHook(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  try {
    await findTargets(readAddress(url), outward)
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    throw new Invalid(error.message, { url: error.message })
  }
}

function checkKinds(events: string[]): void {
  const why = whyNotKinds(events)
  if (why) throw new Invalid(why, { events: why })
}

const newSecret = (): string => secretText(randomBytes(32))

const subjectOf = (id: number) => `webhook:${id}`

/**
 * Keeps a hook; its address was checked. It is told of what happens from now on.
 * @returns its id, and the secret, which is shown this once
 * @throws Invalid for kinds that are none; Conflict when they have as many as one may have
 */
export async function addHook(
  tx: Tx,
  actor: Actor,
  secretKey: string,
  { name, url, events }: HookChange,
): Promise<{ id: number; secret: string }> {
  // An administrator who looks at the site as somebody else makes none in their name.
  if (!isHerself(actor) || !mayHook(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  checkKinds(events)
  const { count } = await tx
    .selectFrom('webhook')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('personId', '=', actor.personId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= mostHooks) throw new Conflict(t.youHaveWebhooksEndOneFirst({ mostHooks }))
  const secret = newSecret()
  const { id } = await tx
    .insertInto('webhook')
    .values({
      personId: actor.personId,
      name,
      url,
      events,
      sealed: seal(secretKey, secret),
      position: sql`(select coalesce(max(position), 0) from journal_link)`,
      createdAt: actor.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(tx, actor, { action: 'webhook.made', subject: subjectOf(id) })
  return { id, secret }
}

async function ownHook(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('webhook').select('id').where('id', '=', id).forUpdate().execute()
  const hook = await getHook(tx, actor, id)
  if (!hook.own) throw new NotFound(t.webhookNotFound)
  return hook
}

/** Changes name, address or kinds; its address was checked. */
export async function changeHook(tx: Tx, actor: Actor, id: number, { name, url, events }: HookChange): Promise<void> {
  checkKinds(events)
  await ownHook(tx, actor, id)
  await tx.updateTable('webhook').set({ name, url, events }).where('id', '=', id).execute()
  await record(tx, actor, { action: 'webhook.changed', subject: subjectOf(id) })
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
  return secret
}

/** Tells a hook nothing any more until it is resumed. An administrator may stop anybody's. */
export async function pauseHook(tx: Tx, actor: Actor, id: number): Promise<void> {
  const hook = await getHook(tx, actor, id)
  if (hook.pausedAt) return
  await tx
    .updateTable('webhook')
    .set({ pausedAt: actor.at, pausedWhy: hook.own ? pauses.owner : pauses.administrator })
    .where('id', '=', id)
    .execute()
  await record(tx, actor, { action: 'webhook.paused', subject: subjectOf(id) })
}

/** Goes on: what waits is sent now, and what happened in the pause is told, a week back at most. */
export async function resumeHook(tx: Tx, actor: Actor, id: number): Promise<void> {
  const hook = await ownHook(tx, actor, id)
  if (!hook.pausedAt) return
  const from = new Date(actor.at.getTime() - caughtUp)
  await sql`update webhook set paused_at = null, paused_why = '', failing_since = null, position = greatest(position, coalesce(
      (select max(l.position) from journal_link l join journal j on j.id = l.journal_id where j.at < ${from}), 0)) where id = ${id}`.execute(
    tx,
  )
  await tx
    .updateTable('webhookDelivery')
    .set({ nextAt: actor.at, attempts: 0 })
    .where('webhookId', '=', id)
    .where('state', '=', 'waiting')
    .execute()
  await record(tx, actor, { action: 'webhook.resumed', subject: subjectOf(id) })
  await wakeHook(tx, id)
}

/** Ends a hook: nothing is told any more, and what waits is dropped. */
export async function endHook(tx: Tx, actor: Actor, id: number): Promise<void> {
  await getHook(tx, actor, id)
  await tx.updateTable('webhook').set({ endedAt: actor.at, sealedBefore: null }).where('id', '=', id).execute()
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
  const row = await tx
    .insertInto('webhookDelivery')
    .values({ webhookId: id, kind: testKind, queuedAt: actor.at, nextAt: actor.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await wakeHook(tx, id)
  return row.id
}

/**
 * Sends what was told once more.
 * @throws Conflict while it waits anyway
 */
export async function sendAgain(tx: Tx, actor: Actor, hookId: number, id: number): Promise<void> {
  await ownHook(tx, actor, hookId)
  const row = await tx
    .selectFrom('webhookDelivery')
    .select('state')
    .where('id', '=', id)
    .where('webhookId', '=', hookId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound(t.deliveryNotFound)
  if (row.state === 'waiting') throw new Conflict(t.deliveryAlreadyQueued)
  await tx
    .updateTable('webhookDelivery')
    .set({ state: 'waiting', attempts: 0, nextAt: actor.at, settledAt: null })
    .where('id', '=', id)
    .execute()
  await wakeHook(tx, hookId)
}

// Of one hook one job runs at a time, so that a slow program keeps only itself waiting.
const wakeHook = (tx: Tx, id: number, runAt?: Date) =>
  enqueue(tx, 'webhooks.send', { webhookId: id }, { key: `webhooks.send:${id}`, queue: `webhooks:${id}`, runAt })

const linesAtOnce = 500

/**
 * Finds what a hook is to be told: lines of the journal since it was asked last, of the kinds that it wants. Whether its owner may see
 * them is asked when they are sent.
 * @returns whether there may be more
 */
export async function gather(tx: Tx, webhookId: number, at: Date): Promise<boolean> {
  const hook = await tx
    .selectFrom('webhook')
    .select(['id', 'events', 'position'])
    .where('id', '=', webhookId)
    .where('endedAt', 'is', null)
    .where('pausedAt', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!hook) return false
  const lines = await listLinesAfter(tx, hook.position, linesAtOnce)
  const last = lines.at(-1)
  if (!last) return false
  // What a hook itself does is told to no hook: two of them would go on for ever.
  const wanted = lines.filter((line) => isWanted(hook.events, line.action) && !line.action.startsWith('webhook.'))
  if (wanted.length > 0) {
    await tx
      .insertInto('webhookDelivery')
      .values(wanted.map((line) => ({ webhookId, journalId: line.id, kind: line.action, queuedAt: at, nextAt: at })))
      .onConflict((conflict) => conflict.columns(['webhookId', 'journalId']).doNothing())
      .execute()
    await wakeHook(tx, webhookId)
  }
  await tx.updateTable('webhook').set({ position: last.position }).where('id', '=', webhookId).execute()
  return lines.length === linesAtOnce
}

/** A delivery that is due, with what is needed to send it. */
export interface Due {
  id: number
  url: string
  secrets: string[]
  told: Told
}

/**
 * The oldest delivery of a hook that is due. What its owner may not see (any more) is dropped on the way.
 * @param owner as they are now; undefined where there is no such person any more
 */
export async function findDue(tx: Tx, secretKey: string, webhookId: number, owner: Actor | undefined, at: Date): Promise<Due | undefined> {
  const hook = await tx
    .selectFrom('webhook')
    .selectAll()
    .where('id', '=', webhookId)
    .where('endedAt', 'is', null)
    .where('pausedAt', 'is', null)
    .executeTakeFirst()
  if (!hook) return undefined
  for (;;) {
    const due = await tx
      .selectFrom('webhookDelivery')
      .select(['id', 'journalId', 'kind', 'queuedAt'])
      .where('webhookId', '=', webhookId)
      .where('state', '=', 'waiting')
      .where('nextAt', '<=', at)
      .orderBy('nextAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!due) return undefined
    const told = await toldOf(tx, due, hook, owner)
    const secrets = [hook.sealed, ...(hook.sealedBefore && hook.beforeUntil && hook.beforeUntil > at ? [hook.sealedBefore] : [])]
    if (told) return { id: due.id, url: hook.url, secrets: secrets.map((sealed) => unseal(secretKey, sealed)), told }
    await tx
      .updateTable('webhookDelivery')
      .set({ state: 'dropped', settledAt: at, answer: 'The owner can’t see this.' })
      .where('id', '=', due.id)
      .execute()
  }
}

async function toldOf(
  db: Db,
  due: { id: number; journalId: number | null; kind: string; queuedAt: Date },
  hook: { id: number; personId: number },
  owner: Actor | undefined,
): Promise<Told | undefined> {
  if (!owner) return undefined
  if (due.journalId === null)
    return {
      id: 0,
      at: due.queuedAt,
      action: due.kind,
      subject: subjectOf(hook.id),
      group: null,
      personId: hook.personId,
      via: 'web',
      details: {},
    }
  const line = await findTold(db, due.journalId)
  return line && maySeeLine(owner, line.subject, line.groupId) ? line : undefined
}

/**
 * Writes down what a program answered, and when it is asked again. One that answers 410 wants no more; one that fails for days is paused.
 * @returns the sentence to tell its owner, when it was paused by this
 */
export async function settleDelivery(tx: Tx, webhookId: number, id: number, answer: Answer, at: Date): Promise<string | undefined> {
  const taken = answer.code !== null && answer.code >= 200 && answer.code < 300
  const row = await tx.selectFrom('webhookDelivery').select('attempts').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const attempts = row.attempts + 1
  const next = taken ? undefined : nextTry(attempts, at)
  await tx
    .updateTable('webhookDelivery')
    .set({
      attempts,
      code: answer.code,
      answer: answer.text,
      tookMs: answer.tookMs,
      state: taken ? 'delivered' : next ? 'waiting' : 'failed',
      nextAt: next ?? at,
      settledAt: next ? null : at,
    })
    .where('id', '=', id)
    .execute()
  if (taken) {
    await tx.updateTable('webhook').set({ failingSince: null }).where('id', '=', webhookId).where('failingSince', 'is not', null).execute()
    return undefined
  }
  const { failingSince } = await tx
    .updateTable('webhook')
    .set((e) => ({ failingSince: e.fn.coalesce('failingSince', e.val(at)) }))
    .where('id', '=', webhookId)
    .returning('failingSince')
    .executeTakeFirstOrThrow()
  const gone = answer.code === 410
  if (!gone && at.getTime() - (failingSince ?? at).getTime() < pauseAfter) return undefined
  const why = gone ? pauses.gone : pauses.failed
  await tx.updateTable('webhook').set({ pausedAt: at, pausedWhy: why }).where('id', '=', webhookId).execute()
  return why
}

/** When the next delivery of a hook is due; its job runs then. One that is paused is woken when it goes on, not before. */
export async function planNext(tx: Tx, webhookId: number): Promise<void> {
  const { next } = await tx
    .selectFrom('webhookDelivery')
    .innerJoin('webhook', 'webhook.id', 'webhookDelivery.webhookId')
    .select((e) => e.fn.min('nextAt').as('next'))
    .where('webhookId', '=', webhookId)
    .where('state', '=', 'waiting')
    .where('webhook.pausedAt', 'is', null)
    .where('webhook.endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (next) await wakeHook(tx, webhookId, next)
}

/** Forgets what was settled a month ago. */
export async function pruneHookDeliveries(tx: Tx, at: Date): Promise<void> {
  await tx
    .deleteFrom('webhookDelivery')
    .where('state', '<>', 'waiting')
    .where('settledAt', '<', new Date(at.getTime() - keptFor))
    .execute()
}

/** Somebody is erased: their programs are told nothing any more, and nothing of them is kept. */
export async function endHooksOf(tx: Tx, personId: number, at: Date): Promise<void> {
  await tx.updateTable('webhook').set({ endedAt: at, name: '', url: '', sealedBefore: null }).where('personId', '=', personId).execute()
}
