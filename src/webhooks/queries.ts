import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { missing, NotFound } from '../errors.ts'
import { type Db, listRows, orNoId } from '../lib/db/rows.ts'
import type { HookState } from '../lib/db/schema.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayAdminister, mayHook, workOf } from '../policy.ts'
import { pauses } from './rules.ts'

const t = textsOf('webhooks', 'queries')

/**
 * Their own hooks; an administrator sees all, to stop one.
 * @throws NotFound to those who may have none
 */
export async function listHooks(db: Db, actor: Actor) {
  requireHooks(actor)
  return visible(db, actor).orderBy('webhook.id').execute()
}

const requireHooks = (actor: Actor): void => {
  if (!mayHook(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

const visible = (db: Db, actor: Actor) =>
  db
    .selectFrom('webhook')
    .innerJoin('sharedPerson as person', 'person.id', 'webhook.personId')
    .select(['webhook.id', 'webhook.name', 'webhook.url', 'webhook.events', 'webhook.form', 'webhook.templates', 'webhook.createdAt'])
    .select(['webhook.failingSince', 'webhook.pausedAt', 'webhook.pausedWhy', 'webhook.personId', 'person.name as owner'])
    .select(
      sql<number>`(select count(*)::int from webhook_delivery d where d.webhook_id = webhook.id and d.state = 'waiting')`.as('waiting'),
    )
    .where('webhook.endedAt', 'is', null)
    .where((e) =>
      actor.grants.some((grant) => grant.role === 'administrator') ? e.lit(true) : e('webhook.personId', '=', actor.personId ?? 0),
    )

/**
 * One hook that they may see.
 * @throws NotFound
 */
export async function getHook(db: Db, actor: Actor, id: number) {
  requireHooks(actor)
  const hook = (await visible(db, actor).where('webhook.id', '=', id).executeTakeFirst()) ?? missing(t.webhookNotFound)
  const own = hook.personId === actor.personId
  const stopped = hook.pausedWhy === pauses.administrator
  // What another administrator stopped, each of them may start again; what its owner or its program stopped is the owner's.
  return { ...hook, own, stopped, mayStop: !hook.pausedAt || (!own && !stopped), mayResume: own || (stopped && mayAdminister(actor)) }
}

/** The administrator who stopped a hook, and when; undefined where nobody knows any more. */
export const findStopper = (db: Db, id: number) =>
  db
    .selectFrom('sharedJournal as journal')
    .innerJoin('sharedPerson as person', 'person.id', 'journal.personId')
    .select(['person.name', 'journal.at'])
    .where('journal.subject', '=', `webhook:${id}`)
    .where('journal.action', '=', 'webhook.paused')
    .where('person.erasedAt', 'is', null)
    .orderBy('journal.id', 'desc')
    .limit(1)
    .executeTakeFirst()

export interface DeliveryFilter {
  state?: HookState
  before?: number
  limit?: number
}

const deliveriesOf = (db: Db, webhookId: number) =>
  db
    .selectFrom('webhookDelivery')
    .leftJoin('sharedJournal as journal', 'journal.id', 'webhookDelivery.journalId')
    .selectAll('webhookDelivery')
    .select('journal.subject')
    .where('webhookId', '=', webhookId)

/** What a hook was told, newest first. Who asks has found the hook. */
export async function listHookDeliveries(db: Db, webhookId: number, { state, before, limit = 25 }: DeliveryFilter = {}) {
  const rows = await deliveriesOf(db, webhookId)
    .$if(state !== undefined, (query) => query.where('state', '=', state as HookState))
    .$if(before !== undefined, (query) => query.where('webhookDelivery.id', '<', before ?? 0))
    .orderBy('webhookDelivery.id', 'desc')
    .limit(limit + 1)
    .execute()
  return { deliveries: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined }
}

/**
 * One delivery of a hook that they may see.
 * @throws NotFound
 */
export async function getHookDelivery(db: Db, actor: Actor, hookId: number, id: number) {
  const hook = await getHook(db, actor, hookId)
  const delivery = await deliveriesOf(db, hook.id)
    .where('webhookDelivery.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(t.deliveryNotFound))
  return { hook, delivery }
}

/** The line of the journal that a delivery tells of, with the group's address, and who did it. */
export const findTold = (db: Db, journalId: number) =>
  db
    .selectFrom('sharedJournal as journal')
    .leftJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'journal.groupId')
    .leftJoin('sharedPerson as person', 'person.id', 'journal.personId')
    .select(['journal.id', 'journal.at', 'journal.action', 'journal.subject', 'journal.groupId', 'journal.personId', 'journal.via'])
    .select('journal.details')
    .select(['workingGroup.slug as group', 'workingGroup.name as groupName', 'person.name'])
    .where('journal.id', '=', journalId)
    .executeTakeFirst()

/** Kinds of events of the last month with their counts, for who chooses: those that they may see. */
export async function listKinds(db: Db, actor: Actor) {
  requireHooks(actor)
  return db
    .selectFrom('sharedJournal as journal')
    .select((e) => ['action', e.fn.countAll<number>().as('count')])
    .where('at', '>', new Date(actor.at.getTime() - 30 * 86_400_000))
    .$if(!actor.grants.some((grant) => grant.role === 'administrator'), (query) => query.where('groupId', 'in', orNoId(workOf(actor))))
    .groupBy('action')
    .orderBy('action')
    .limit(200)
    .execute()
}

/** Hooks that are told of events now, with the position up to which each has been. */
export const listListening = (db: Db) =>
  listRows(db.selectFrom('webhook').orderBy('id'), { endedAt: null, pausedAt: null }, ['id', 'personId', 'events', 'position'])

/** Lines of the journal after a position, in the order in which they were committed. */
export const listLinesAfter = (db: Db, position: number, limit: number) =>
  db
    .selectFrom('sharedJournalLink as journalLink')
    .innerJoin('sharedJournal as journal', 'journal.id', 'journalLink.journalId')
    .select(['journalLink.position', 'journal.id', 'journal.action', 'journal.subject', 'journal.groupId'])
    .where('journalLink.position', '>', position)
    .orderBy('journalLink.position')
    .limit(limit)
    .execute()

/** How hooks are, for the operator: those that fail, and how long the oldest delivery has been due. */
export async function hookHealth(db: Db): Promise<{ failing: number; paused: number; waiting: number; oldest: Date | null }> {
  const hooks = await db
    .selectFrom('webhook')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('failingSince', 'is not', null).filterWhere('pausedAt', 'is', null).as('failing'),
      e.fn.countAll<number>().filterWhere('pausedAt', 'is not', null).as('paused'),
    ])
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const due = await db
    .selectFrom('webhookDelivery')
    .innerJoin('webhook', 'webhook.id', 'webhookDelivery.webhookId')
    .select((e) => [e.fn.countAll<number>().as('waiting'), e.fn.min('webhookDelivery.nextAt').as('oldest')])
    .where('webhookDelivery.state', '=', 'waiting')
    .where('webhook.pausedAt', 'is', null)
    .where('webhook.endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { ...hooks, waiting: due.waiting, oldest: due.oldest ?? null }
}

/** Whose a hook is, with what its letter needs. */
export const findHookOwner = (db: Db, webhookId: number) =>
  db
    .selectFrom('webhook')
    .innerJoin('sharedPerson as person', 'person.id', 'webhook.personId')
    .select([
      'webhook.id',
      'webhook.name',
      'webhook.url',
      'webhook.failingSince',
      'webhook.personId',
      'person.name as person',
      'person.locale',
    ])
    .where('webhook.id', '=', webhookId)
    .where('webhook.endedAt', 'is', null)
    .executeTakeFirst()
