import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { dropJob, enqueue } from '../lib/db/enqueue.ts'
import { listRows, type Tx, upsertRow } from '../lib/db/rows.ts'
import { wholly } from '../lib/db/wholly.ts'
import type { Choice } from '../lib/ui/waits.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { DecidedOnPage } from '../offers.ts'
import { isHerself } from '../policy.ts'
import type { Decider, Deciders, More, Verdict } from '../waiting.ts'
import { findBatch } from './decisions-queries.ts'
import { keyOf, putOffFor, runsAt, undoFor, whatIsMissing } from './decisions-rules.ts'
import { listWaiting, type TodayEntry } from './queries.ts'

const t = textsOf('today', 'decisions')

/** Somebody as themselves. */
type Self = Actor & { personId: number }

/** The number of what is decided together, for its undo. */
export async function nextBatch(tx: Tx): Promise<number> {
  const { rows } = await sql<{ batch: number }>`select nextval('decision_batch') as batch`.execute(tx)
  return Number(rows[0]?.batch)
}

const jobOf = (id: number): string => `today.carryOut:${id}`

/**
 * Somebody decides about something that waits for them. It is tried at once, so that they hear why it cannot be, and carried out in ten minutes;
 * until then it can be taken back. Deciding anew takes the place of what was decided before.
 * @param entry of what waits for them now: what does not, they cannot decide
 * @returns when it is carried out
 * @param said `proven`: it is certain that it is they who say so
 * @throws Invalid without a reason where others read it, or without the words that a yes says; else what the page of the thing would say
 */
export async function decide(
  tx: Tx,
  deciders: Deciders,
  actor: Self,
  entry: TodayEntry,
  { choice, reason, batch, site, proven }: { choice: Choice; reason: string; batch: number; site: Site; proven: boolean },
): Promise<Date> {
  const { question } = entry
  const decider = question && deciders[question.what]
  // Whoever acts as somebody works in their name and states nobody's will.
  if (!question || !decider || entry[choice] === undefined || !isHerself(actor)) throw new NotFound(t.notHere)
  const missing = whatIsMissing(question, choice, reason)
  if (missing) throw new Invalid(t[missing], { reason: t[missing] })
  if (question.signs && !proven) throw new NotAllowed(t.notProven)
  return note(tx, decider, actor, { ...entry, ...question, does: entry[choice] }, { choice, reason, site }, batch)
}

/** Tries what was decided and keeps it for ten minutes, or does it, where that would be too late. @returns when it is carried out */
async function note(
  tx: Tx,
  decider: Decider,
  actor: Self,
  { what, id, title, until, does = '' }: { what: string; id: number; title: string; until?: Date | undefined; does?: string | undefined },
  verdict: Verdict,
  batch: number,
): Promise<Date> {
  const runs = runsAt(actor.at, until)
  const atOnce = runs <= actor.at
  await wholly(tx, () => decider(tx, actor, id, verdict), atOnce)
  if (atOnce) {
    await forget(tx, actor.personId, { what, thingId: id })
    return runs
  }
  const { choice, reason, more } = verdict
  const facts = {
    ...{ batch, choice, reason, title, does, via: actor.via, decidedAt: actor.at, runsAt: runs },
    more: more === undefined ? null : JSON.stringify(more),
  }
  // Whoever presses twice decides once.
  const kept = await tx
    .insertInto('waitingDecision')
    .values({ ...facts, personId: actor.personId, what, thingId: id })
    .onConflict((conflict) => conflict.columns(['personId', 'what', 'thingId']).doUpdateSet(facts))
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(tx, 'today.carryOut', { decisionId: kept.id }, { key: jobOf(kept.id), after: undoFor })
  return runs
}

/**
 * Somebody decides on the page of a thing what could be decided on Today, and has the same ten minutes to take it back. Programs, and an administrator
 * who acts as somebody, do it at once.
 * @returns whether it can be taken back
 * @throws what the page of the thing would say
 */
export async function decideOnPage(tx: Tx, { actor, gathered, what, id, title, ...verdict }: DecidedOnPage): Promise<boolean> {
  const decider = gathered.deciders[what]
  if (!decider || actor.personId === null) throw new NotFound(t.notHere)
  const self: Self = { ...actor, personId: actor.personId }
  if (actor.via !== 'web' || !isHerself(actor)) {
    await decider(tx, self, id, verdict)
    return false
  }
  const entry = (await listWaiting(tx, gathered.waiting, actor)).find(({ question }) => question?.what === what && question.id === id)
  const noted = { what, id, title: entry?.title ?? title, until: entry?.until, does: entry?.[verdict.choice] }
  return (await note(tx, decider, self, noted, verdict, await nextBatch(tx))) > actor.at
}

/** Forgets decisions of somebody, with the jobs that would carry them out. @returns how many */
async function forget(tx: Tx, personId: number, those: { what: string; thingId: number } | { batch: number }): Promise<number> {
  const gone = await tx
    .deleteFrom('waitingDecision')
    .where((e) => e.and({ personId, ...those }))
    .returning('id')
    .execute()
  for (const { id } of gone) await dropJob(tx, jobOf(id))
  return gone.length
}

/** Somebody wants to see something again next week. */
export async function putOff(tx: Tx, actor: Self, entry: TodayEntry, batch: number): Promise<void> {
  const facts = { batch, putOffAt: actor.at, until: new Date(actor.at.getTime() + putOffFor) }
  await upsertRow(tx.insertInto('putOff'), { personId: actor.personId, key: keyOf(entry) }, facts)
}

/**
 * Takes back what was decided together, while nothing of it was carried out.
 * @param personId whose it must be
 * @returns how many things wait again
 * @throws Conflict where it is too late
 */
export async function undo(tx: Tx, at: Date, batch: number, personId: number): Promise<number> {
  const decided = await forget(tx, personId, { batch })
  const off = await tx
    .deleteFrom('putOff')
    .where('batch', '=', batch)
    .where('personId', '=', personId)
    .where('putOffAt', '>', new Date(at.getTime() - undoFor))
    .returning('key')
    .execute()
  if (decided + off.length === 0) throw new Conflict(t.tooLate)
  return decided + off.length
}

/**
 * The same by the link in a letter, which is its own key.
 * @throws Conflict where it is too late
 */
export async function undoByLink(tx: Tx, at: Date, batch: number): Promise<number> {
  const found = await findBatch(tx, batch, new Date(at.getTime() - undoFor))
  if (!found) throw new Conflict(t.tooLate)
  return undo(tx, at, batch, found.personId)
}

/** How a decision is carried out. */
interface Hands {
  site: Site
  deciders: Deciders
}

/** Carries out what was taken out, through the action of the thing's own page. @throws what that page would say */
export async function follow(
  tx: Tx,
  actor: Self,
  { what, thingId, choice, reason, more }: NonNullable<Awaited<ReturnType<typeof takeDecision>>>,
  { site, deciders }: Hands,
): Promise<void> {
  const verdict = { choice: choice as Choice, reason, site, more: (more as More | null) ?? undefined }
  await deciders[what]?.(tx, actor, thingId, verdict)
}

/**
 * Does what somebody decided together without waiting: it cannot be taken back then.
 * @throws Conflict where it is done, or taken back; else what the page of the thing would say
 */
export async function carryOutNow(tx: Tx, actor: Self, batch: number, hands: Hands): Promise<void> {
  const decided = await listRows(tx.selectFrom('waitingDecision'), { batch, personId: actor.personId }, ['id'])
  if (decided.length === 0) throw new Conflict(t.tooLate)
  for (const { id } of decided) {
    const decision = await takeDecision(tx, id)
    await dropJob(tx, jobOf(id))
    if (decision) await follow(tx, actor, decision, hands)
  }
}

/** Takes a decision out, to carry it out; undefined where it was taken back. Whoever undoes it at this moment is first or too late. */
export const takeDecision = (tx: Tx, id: number) => tx.deleteFrom('waitingDecision').where('id', '=', id).returningAll().executeTakeFirst()

/** Forgets what was put off and has come again. */
export const dropPutOff = (tx: Tx, at: Date) => tx.deleteFrom('putOff').where('until', '<', at).execute()
