import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Consequences } from '../consequences.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { keepAdministered } from '../groups/actions.ts'
import { record } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { type Db, insertOne, needRow, type Tx } from '../lib/db/rows.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { isHerself, mayAdminister } from '../policy.ts'
import { erasePerson } from './erasing-actions.ts'
import type { LedgerEntry } from './erasure-rules.ts'
import { repeatRemoval } from './removal/repeating-actions.ts'

const t = textsOf('privacy', 'erasure')

const minute = 60_000

/**
 * A person asks to be erased: their name alone, or also what they wrote.
 * @throws Conflict when they have asked already
 */
export async function askErasure(tx: Tx, actor: Actor, { scope, note }: { scope: 'name' | 'words'; note: string }): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const asked = await tx
    .insertInto('erasureRequest')
    .values({ personId: actor.personId, scope, note, askedAt: actor.at })
    .onConflict((conflict) => conflict.column('personId').where('state', '=', 'waiting').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.haveAlreadyAskedUsErase))
  await record(tx, actor, { action: 'erasure.asked', subject: `person:${actor.personId}`, details: { scope } })
  await enqueue(tx, 'privacy.erasureAsked', { requestId: asked.id })
}

/** A person changes their mind before it is decided. */
export async function withdrawErasure(tx: Tx, actor: Actor): Promise<void> {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  await tx
    .updateTable('erasureRequest')
    .set({ state: 'withdrawn', decidedAt: actor.at })
    .where('personId', '=', actor.personId)
    .where('state', '=', 'waiting')
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.haveNotAskedUsErase))
  await record(tx, actor, { action: 'erasure.withdrawn', subject: `person:${actor.personId}` })
}

/**
 * An administrator decides on a request to be erased.
 * @throws Invalid when a refusal has no reason; NotAllowed for their own request; Conflict when it is decided, or nobody would administer the site
 */
export async function decideErasure(
  tx: Tx,
  actor: Actor,
  consequences: readonly Consequences[],
  requestId: number,
  { erase, reason }: { erase: boolean; reason: string },
): Promise<void> {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  const request = await tx.selectFrom('erasureRequest').selectAll().where('id', '=', requestId).forUpdate().executeTakeFirst()
  if (!request) throw new NotFound(t.entryNotFound)
  if (request.state !== 'waiting') throw new Conflict(refusals.thisIsDecidedAlready)
  if (request.personId === actor.personId) throw new NotAllowed(t.anotherAdministratorMust)
  if (!erase && !reason) throw new Invalid(refusals.sayWhy, { reason: t.enterReasonPersonWillRead })
  const { personId, scope } = request
  if (erase) await keepAdministered(tx, personId, actor.at)
  await tx
    .updateTable('erasureRequest')
    .set({ state: erase ? 'done' : 'refused', decidedAt: actor.at, decidedBy: actor.personId, reason, note: '' })
    .where('id', '=', requestId)
    .execute()
  if (!erase) {
    await record(tx, actor, { action: 'erasure.refused', subject: `person:${personId}` })
    return enqueue(tx, 'privacy.erasureDecided', { requestId })
  }
  await erasePerson(tx, consequences, actor.at, personId, scope)
  const values = {
    key: randomUUID(),
    kind: 'person' as const,
    personId,
    scope,
    at: actor.at,
    byId: actor.personId,
    reason: keptOf('privacy', 'reasons')('asked'),
  }
  const id = await insertOne(tx.insertInto('erasure'), values)
  await noteHerMessages(tx, id, personId)
  await record(tx, actor, { action: 'person.erased', subject: `person:${personId}`, details: { erasureId: id, scope } })
  await enqueue(tx, 'privacy.ledger', {}, { key: 'privacy.ledger' })
  await enqueue(tx, 'privacy.eraseLate', { erasureId: id }, { runAt: new Date(actor.at.getTime() + minute) })
}

/**
 * Erases what was under way while a person was erased, by themselves or by others about them: it waited for that, and came behind it.
 */
export async function eraseLate(tx: Tx, consequences: readonly Consequences[], erasureId: number): Promise<void> {
  const { personId, scope, at } = await needRow(tx.selectFrom('erasure'), { id: erasureId }, ['personId', 'scope', 'at'])
  if (personId === null) return
  await erasePerson(tx, consequences, at, personId, scope ?? 'name')
  await noteHerMessages(tx, erasureId, personId)
}

async function noteHerMessages(tx: Tx, erasureId: number, personId: number): Promise<void> {
  await sql`insert into erased_message (erasure_id, message_id) select ${erasureId}, m.id from shared_message m where m.person_id = ${personId}
    on conflict do nothing`.execute(tx)
}

/**
 * Does again what the ledger tells and this database does not know: after a backup of before was restored.
 * @returns how many there were to do
 */
export async function replay(
  db: Db,
  write: <T>(act: (tx: Tx) => Promise<T>) => Promise<T>,
  secret: string,
  consequences: readonly Consequences[],
  ledger: LedgerEntry[],
): Promise<number> {
  const known = new Set((await db.selectFrom('erasure').select('key').execute()).map((row) => row.key))
  const missing = ledger.filter((entry) => !known.has(entry.key))
  // One at a time and in their order, each with its line in the ledger: interrupted, the rest is done at the next start.
  for (const entry of missing) await write((tx) => repeat(tx, secret, consequences, entry))
  return missing.length
}

async function repeat(tx: Tx, secret: string, consequences: readonly Consequences[], entry: LedgerEntry): Promise<void> {
  const { key, kind, personId, scope, listId, messageId, variant } = entry
  const at = new Date(entry.at)
  if (kind === 'person' && personId !== null) {
    const person = await tx.selectFrom('sharedPerson as person').select('id').where('id', '=', personId).executeTakeFirst()
    if (!person) return
    await erasePerson(tx, consequences, at, personId, scope ?? 'name')
    const id = await insertOne(tx.insertInto('erasure'), { key, kind, personId, scope, at, reason: entry.reason })
    return noteHerMessages(tx, id, personId)
  }
  if (kind === 'person' || listId === null || messageId === null) return
  await repeatRemoval(tx, secret, {
    ...{ key, kind, listId, messageId, at, variant: variant ?? 1 },
    ...{ words: entry.words, reason: entry.reason, byId: entry.byId, subject: entry.subject },
    mac: entry.mac === null ? null : Buffer.from(entry.mac, 'hex'),
    sha256: entry.sha256 === null ? null : Buffer.from(entry.sha256, 'hex'),
  })
}
