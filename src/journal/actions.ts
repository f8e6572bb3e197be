import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotAllowed } from '../errors.ts'
import { insertAll, type Tx } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import type { Actions } from '../signed.ts'
import { chainedText, isRefusedIn, linkHash } from './rules.ts'

export { noteRows } from './rows-actions.ts'

/** What happened: `thing.verb`, the thing's address-like subject (`list:3`, `message:812`), ids and counts only, never texts. */
export interface Event {
  action: keyof Actions
  subject: string
  groupId?: number | null
  details?: Record<string, string | number | boolean | null>
}

const lineOf = (actor: Actor, { action, subject, groupId, details = {} }: Event) => ({
  at: actor.at,
  personId: actor.personId,
  behindId: actor.behind ?? null,
  via: actor.via,
  action,
  subject,
  groupId: groupId ?? null,
  details: JSON.stringify(details),
})

/**
 * Writes one journal line in the transaction of the change that it tells of.
 * @throws NotAllowed for what somebody does in a group that is closed; the change goes with it
 */
export async function record(tx: Tx, actor: Actor, event: Event): Promise<void> {
  refuseClosed(actor, event)
  await tx.insertInto('journal').values(lineOf(actor, event)).execute()
}

/**
 * The same of a thing that the action names: `recordOf(tx, actor, 'ballot.opened', ballot, { voters })` is about `ballot:3`, of its group.
 * @param thing with what it is in `of`, where the action does not begin with it: `recordOf(tx, actor, 'nomination.made', { of: 'ballot', id, groupId })`
 */
export const recordOf = (
  tx: Tx,
  actor: Actor,
  action: keyof Actions,
  { id, groupId, of = action.slice(0, action.indexOf('.')) }: { id: number | null; groupId?: number | null; of?: string },
  details?: Event['details'],
) => record(tx, actor, { action, subject: `${of}:${id}`, groupId, details })

/** The same for things of one kind, whatever their actions begin with. */
export const recorderOf =
  (of: string) =>
  (tx: Tx, actor: Actor, thing: { id: number; groupId?: number | null }, action: keyof Actions, details?: Event['details']) =>
    recordOf(tx, actor, action, { ...thing, of }, details)

/** The one place that every change of a group passes: so none is forgotten. */
function refuseClosed(actor: Actor, { action, groupId }: Event): void {
  if (typeof groupId === 'number' && isRefusedIn(actor, action, groupId)) throw new NotAllowed(refusals.thisGroupIsClosed)
}

/** Writes a journal line for each of many changes of one transaction. */
export async function recordAll(tx: Tx, actor: Actor, events: Event[]): Promise<void> {
  for (const event of events) refuseClosed(actor, event)
  // PostgreSQL takes 65,535 parameters in a statement.
  for (let at = 0; at < events.length; at += 1_000)
    await tx
      .insertInto('journal')
      .values(events.slice(at, at + 1_000).map((event) => lineOf(actor, event)))
      .execute()
}

// Half the number of another lock means nothing: any constant will do, as long as all processes take the same.
/** Who writes links, or moves lines with theirs, is alone. */
export const chainLock = 7_271_831

/**
 * Chains the committed lines that have no link yet, at most `limit`. The order is that of chaining, not of ids: a line whose
 * transaction commits late is chained late, and nothing before it changes.
 * @returns how many were chained
 */
export async function chainJournal(tx: Tx, limit = 5_000): Promise<number> {
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(tx)
  const last = await tx.selectFrom('journalLink').select(['position', 'hash']).orderBy('position', 'desc').limit(1).executeTakeFirst()
  const lines = await tx
    .selectFrom('journal')
    .leftJoin('journalLink', 'journalLink.journalId', 'journal.id')
    .selectAll('journal')
    .where('journalLink.journalId', 'is', null)
    .orderBy('journal.id')
    .limit(limit)
    .execute()
  let hash: Uint8Array = last?.hash ?? Buffer.alloc(32)
  let position = last?.position ?? 0
  const links = lines.map((line) => {
    hash = linkHash(hash, chainedText(line))
    return { position: ++position, journalId: line.id, hash: Buffer.from(hash) }
  })
  await insertAll(tx.insertInto('journalLink'), links)
  return links.length
}
