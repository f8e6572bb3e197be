import type { Actor } from '../actor.ts'
import { type Db, findRow, type Tx, updateOne, updateRows } from '../lib/db/rows.ts'
import type { HookForm } from '../lib/db/schema.ts'
import { tryUnseal, unseal } from '../lib/sealed.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { mayHook, maySeeLine } from '../policy.ts'
import { subjectOf, wakeHook } from './actions.ts'
import { findTold } from './queries.ts'
import { keptFor, nextTry, pauseAfter, pauses, type Told } from './rules.ts'
import type { Answer } from './send.ts'

/** A delivery that is due, with what is needed to send it. */
export interface Due {
  id: number
  url: string
  secrets: string[]
  form: HookForm
  templates: string
  /** What the chat's server wants to be shown. */
  token: string | undefined
  told: Told
}

/**
 * The oldest delivery of a hook that is due. What its owner may not see (any more) is dropped on the way.
 * @param owner as they are now; undefined where there is no such person any more
 */
export async function findDue(tx: Tx, secretKey: string, webhookId: number, owner: Actor | undefined, at: Date): Promise<Due | undefined> {
  const hook = await findRow(tx.selectFrom('webhook').selectAll(), { id: webhookId, endedAt: null, pausedAt: null })
  if (!hook) return undefined
  for (;;) {
    const due = await tx
      .selectFrom('webhookDelivery')
      .select(['id', 'journalId', 'kind', 'queuedAt'])
      .where('webhookId', '=', webhookId)
      .where('state', '=', 'waiting')
      .where('nextAt', '<=', at)
      .orderBy('nextAt')
      // What was put off with one that was not answered goes before it: it may be that one alone.
      .orderBy('attempts')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!due) return undefined
    const told = await toldOf(tx, due, hook, owner)
    const before = hook.sealedBefore && hook.beforeUntil && hook.beforeUntil > at ? tryUnseal(secretKey, hook.sealedBefore) : undefined
    if (told) {
      const { url, form, templates, sealedToken } = hook
      const token = sealedToken ? unseal(secretKey, sealedToken) : undefined
      return {
        id: due.id,
        url,
        form,
        templates,
        token,
        secrets: [unseal(secretKey, hook.sealed), ...(before === undefined ? [] : [before])],
        told,
      }
    }
    await tx
      .updateTable('webhookDelivery')
      .set({ state: 'dropped', settledAt: at, answer: keptOf('webhooks', 'answers')('unseen') })
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
  // Who leads nothing any more has no page on which they could end it.
  if (!owner || !mayHook(owner)) return undefined
  if (due.journalId === null)
    return {
      id: 0,
      at: due.queuedAt,
      action: due.kind,
      subject: subjectOf(hook.id),
      group: null,
      groupName: null,
      personId: hook.personId,
      name: owner.name,
      via: 'web',
      details: {},
    }
  const line = await findTold(db, due.journalId)
  return line && maySeeLine(owner, line.subject, line.groupId, line.action) ? line : undefined
}

/**
 * Writes down what a program answered, and when it is asked again. One that answers 410 wants no more; one that fails for days is paused.
 * @returns the sentence to tell its owner, when it was paused by this
 */
export async function settleDelivery(tx: Tx, webhookId: number, id: number, answer: Answer, at: Date): Promise<string | undefined> {
  const taken = answer.code !== null && answer.code >= 200 && answer.code < 300
  const row = await tx.selectFrom('webhookDelivery').select('attempts').where('id', '=', id).forUpdate().executeTakeFirstOrThrow()
  const attempts = row.attempts + 1
  const next = taken ? undefined : nextTry(attempts, at, answer)
  await updateOne(tx.updateTable('webhookDelivery'), id, {
    attempts,
    code: answer.code,
    answer: answer.text,
    tookMs: answer.tookMs,
    state: taken ? 'delivered' : next ? 'waiting' : 'failed',
    nextAt: next ?? at,
    settledAt: next ? null : at,
  })
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
  const failing = at.getTime() - (failingSince ?? at).getTime()
  const rest = restUntil(answer, next, failing, at)
  if (rest) await putOff(tx, webhookId, rest)
  const gone = answer.code === 410
  if (!gone && failing < pauseAfter) return undefined
  const why = gone ? pauses.gone : pauses.failed
  // What somebody paused while this was under way stays as they paused it.
  const paused = await updateRows(tx.updateTable('webhook'), { id: webhookId, pausedAt: null }, { pausedAt: at, pausedWhy: why })
  return paused > 0 ? why : undefined
}

/** At least so often is a receiver that does not answer asked again, in milliseconds. */
const longestRest = 3_600_000

/** Until when nothing else is sent to a program that did not take a delivery; undefined where it may take another. */
function restUntil({ code }: Answer, next: Date | undefined, failing: number, at: Date): Date | undefined {
  // One that is told too much is told nothing else either until it listens again.
  if (code === 429) return next
  // Where nobody answers, each of those that wait would wait as long. The longer it lasts, the longer they are left alone.
  if (code === null) return new Date(Math.max(next?.getTime() ?? 0, at.getTime() + Math.min(failing, longestRest)))
  return undefined
}

const putOff = (tx: Tx, webhookId: number, until: Date) =>
  tx
    .updateTable('webhookDelivery')
    .set({ nextAt: until })
    .where('webhookId', '=', webhookId)
    .where('state', '=', 'waiting')
    .where('nextAt', '<', until)
    .execute()

/** When the next delivery of a hook is due; its job runs then. One that is paused is woken when it goes on, not before. */
export async function planNext(tx: Tx, webhookId: number, at: Date): Promise<void> {
  const { next } = await tx
    .selectFrom('webhookDelivery')
    .innerJoin('webhook', 'webhook.id', 'webhookDelivery.webhookId')
    .select((e) => e.fn.min('nextAt').as('next'))
    .where('webhookId', '=', webhookId)
    .where('state', '=', 'waiting')
    .where('webhook.pausedAt', 'is', null)
    .where('webhook.endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (next) await wakeHook(tx, webhookId, Math.max(0, next.getTime() - at.getTime()))
}

/** Forgets what was settled a month ago. */
export async function pruneHookDeliveries(tx: Tx, at: Date): Promise<void> {
  await tx
    .deleteFrom('webhookDelivery')
    .where('state', '<>', 'waiting')
    .where('settledAt', '<', new Date(at.getTime() - keptFor))
    .execute()
}
