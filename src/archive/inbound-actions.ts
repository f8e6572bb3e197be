import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { enqueue, wake } from '../lib/db/enqueue.ts'
import { findPointedAt, theseIds } from '../lib/db/references.ts'
import { type Db, orNoId, type Tx } from '../lib/db/rows.ts'
import type { Door } from '../lib/db/schema.ts'
import type { Proof } from '../lib/mail/proof-rules.ts'
import { pluck } from '../lib/pluck.ts'
import { packRaw, type RawMail } from './core/actions.ts'
import { packedUpTo, pieceBytes, readPacked, readRaw } from './core/queries.ts'
import { dropRaws } from './removal-actions.ts'

/** A mail at the door, with its envelope (RFC 5321 §2.3.1). */
export interface Arrival {
  /** As it came, or packed already. */
  raw: Uint8Array | RawMail
  /** '' for the empty sender. */
  mailFrom: string
  rcptTo: string[]
  peer?: string
  helo?: string
  /** Handed over by the MTA in front. */
  byFront?: boolean
  via: Door
  /** Who wrote it, where it was written on the web. */
  personId?: number
}

/**
 * Keeps mails before anybody reads them. Each row is its own work item. Once this has committed, the mails are ours: it is one statement,
 * and so whole without a transaction around it, too.
 */
export async function keepMails(db: Db, arrivals: Arrival[]): Promise<number[]> {
  const raws = await Promise.all(arrivals.map(({ raw }) => (raw instanceof Uint8Array ? packRaw(raw) : raw)))
  const [first, packed] = [arrivals[0], raws[0]]
  if (first && packed && arrivals.length === 1 && packed.bytes.length > largeMail) return [await keepLarge(db, first, packed)]
  const column = <T>(pick: (arrival: Arrival) => T) => arrivals.map(pick)
  const { rows } = await sql<{ id: number }>`
    with mail as materialized (
      select * from unnest(${raws.map((raw) => raw.sha256)}::bytea[], ${raws.map((raw) => raw.size)}::integer[],
        ${raws.map((raw) => raw.bytes)}::bytea[], ${column((a) => a.mailFrom)}::text[], ${column((a) => a.rcptTo.join('\n'))}::text[],
        ${column((a) => a.peer ?? null)}::text[], ${column((a) => a.helo ?? null)}::text[], ${column((a) => a.byFront ?? false)}::boolean[],
        ${column((a) => a.via)}::door[], ${column((a) => a.personId ?? null)}::bigint[]) with ordinality
        as mail (sha256, size, bytes, mail_from, rcpt_to, peer, helo, by_front, via, person_id, place)),
    raw as (insert into raw_mail (sha256, size, bytes) select sha256, size, bytes from mail order by place returning id),
    placed as (select id as raw_id, row_number() over (order by id) as place from raw)
    insert into inbound (raw_id, mail_from, rcpt_to, peer, helo, by_front, via, person_id)
    select raw_id, mail_from, string_to_array(rcpt_to, E'\n'), peer, helo, by_front, via, person_id
    from mail join placed using (place) order by place returning id`.execute(db)
  return rows.map(({ id }) => id)
}

// In an array the bytes travel as text, in twice the room and several copies; alone they travel as they are.
const largeMail = 1024 * 1024

async function keepLarge(db: Db, envelope: Arrival, { sha256, size, bytes }: RawMail): Promise<number> {
  const { mailFrom, rcptTo, peer = null, helo = null, byFront = false, via, personId = null } = envelope
  const { rows } = await sql<{ id: number }>`
    with raw as (insert into raw_mail (sha256, size, bytes) values (${sha256}, ${size}, ${bytes}) returning id)
    insert into inbound (raw_id, mail_from, rcpt_to, peer, helo, by_front, via, person_id)
    select id, ${mailFrom}, ${rcptTo}::text[], ${peer}, ${helo}, ${byFront}::boolean, ${via}::door, ${personId}::bigint from raw
    returning id`.execute(db)
  return rows[0]?.id as number
}

/** Keeps one mail in the caller's transaction. */
export async function keepMail(tx: Tx, arrival: Arrival): Promise<number> {
  const [id] = await keepMails(tx, [arrival])
  return id as number
}

/** The text of a mail that was written here is Markdown. What comes from elsewhere cannot say so of itself. */
export async function markMarkdown(tx: Tx, inboundId: number): Promise<void> {
  await tx
    .updateTable('rawMail')
    .set({ markdown: true })
    .where('id', '=', (e) => e.selectFrom('inbound').select('rawId').where('id', '=', inboundId).where('via', '=', 'web'))
    .execute()
}

// A batch holds the bytes of its mails until it ends; a larger mail than this goes alone.
const batchBytes = 16 * 1024 * 1024

function countThatFit(rows: { size: number }[]): number {
  let bytes = 0
  const tooMany = rows.findIndex(({ size }, i) => {
    bytes += size
    return i > 0 && bytes > batchBytes
  })
  return tooMany < 0 ? rows.length : tooMany
}

/**
 * Takes mails that wait, oldest first, each locked until the transaction ends: other workers pass over them, and a crash
 * gives them back. Fewer than the limit where they are large.
 * @param choose how many of them to take, from the first on, asked before their bytes are read
 */
export async function claimMails(tx: Tx, limit: number, now: Date, choose: (mails: { id: number; size: number }[]) => Promise<number>) {
  const rows = await tx
    .selectFrom('inbound')
    .innerJoin('rawMail', 'rawMail.id', 'inbound.rawId')
    .select(['inbound.id', 'inbound.receivedAt', 'inbound.mailFrom', 'inbound.rcptTo', 'inbound.peer', 'inbound.helo', 'inbound.byFront'])
    .select(['inbound.via', 'inbound.personId', 'inbound.rawId', 'inbound.attempts', 'inbound.fate', 'rawMail.size'])
    .where('inbound.state', '=', 'waiting')
    .where('inbound.notBefore', '<=', now)
    .orderBy('inbound.id')
    .limit(limit)
    .forUpdate('inbound')
    .skipLocked()
    .execute()
  const fit = rows.slice(0, countThatFit(rows))
  const mails = fit.slice(0, await choose(fit))
  if (mails.length === 0) return []
  const raws = await tx
    .selectFrom('rawMail')
    .select(['id', packedUpTo(pieceBytes)])
    .where('id', 'in', pluck(mails, 'rawId'))
    .execute()
  const packed = new Map(raws.map((raw) => [raw.id, raw.packed]))
  return Promise.all(
    mails.map(async ({ size, ...row }) => {
      const bytes = packed.get(row.rawId)
      return { ...row, raw: bytes ? await readPacked(bytes) : await readRaw(tx, row.rawId) }
    }),
  )
}

export type ClaimedMail = Awaited<ReturnType<typeof claimMails>>[number]

/**
 * Notes that this mail was taken for something.
 * @param signatures numbers of its signatures; without any it cannot be known again
 * @returns false where the same mail was taken for the same before
 */
export async function takeOnce(tx: Tx, what: string, signatures: readonly string[], at: Date): Promise<boolean> {
  if (signatures.length === 0) return true
  const hashes = [...new Set(signatures)].sort().map((number) => createHash('sha256').update(`${what} ${number}`).digest())
  const noted = await tx
    .insertInto('mailTaken')
    .values(hashes.map((sha256) => ({ sha256, at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('sha256')
    .execute()
  return noted.length === hashes.length
}

/** What became of mails, in a word or two each, and how far their senders were proven when they came. */
export async function settleMails(tx: Tx, fates: { id: number; fate: string; proof?: Proof }[], at: Date): Promise<void> {
  if (fates.length === 0) return
  await sql`update inbound i set state = 'settled', fate = f.fate, proof = f.proof, settled_at = ${at}, error = null
    from unnest(${fates.map((f) => f.id)}::bigint[], ${fates.map((f) => f.fate)}::text[], ${fates.map((f) => f.proof ?? null)}::text[])
      as f (id, fate, proof) where i.id = f.id`.execute(tx)
}

/** What became of a mail that was sorted, once a job has read what is in it; `was` says what stood there until then. */
export async function noteFate(tx: Tx, id: number, was: string, fate: string): Promise<void> {
  await sql`update inbound set fate = replace(fate, ${was}, ${fate}) where id = ${id}`.execute(tx)
}

/** Not now: a name server did not answer. Looked at again later. */
export async function postponeMail(tx: Tx, id: number, until: Date): Promise<void> {
  await tx
    .updateTable('inbound')
    .set((e) => ({ notBefore: until, attempts: e('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** What throws is set aside with its error, and the queue goes on. The operator is told, once an hour at most. */
export async function parkMail(tx: Tx, id: number, error: string, now: Date): Promise<void> {
  await tx
    .updateTable('inbound')
    .set((e) => ({ state: 'parked', error: error.slice(0, 2_000), attempts: e('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await enqueue(tx, 'inbound.alarm', { isNew: true }, { key: 'inbound.alarm', runAt: now })
}

/** Parked mail is tried again. */
export async function retryMails(tx: Tx, ids: number[]): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('inbound')
    .set({ state: 'waiting', notBefore: sql`'-infinity'`, error: null })
    .where('id', 'in', orNoId(ids))
    .where('state', '=', 'parked')
    .executeTakeFirst()
  await wake(tx, 'inbound')
  return Number(numUpdatedRows)
}

/** A mail that waited for a decision is sorted once more. */
export async function sortAgain(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable('inbound').set({ state: 'waiting', settledAt: null, attempts: 0, notBefore: at }).where('id', '=', id).execute()
  await wake(tx, 'inbound')
}

/** What was put off to beyond a day is due now: a clock was ahead. */
export async function pullMailsForward(tx: Tx, beyond: Date, at: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('inbound')
    .set({ notBefore: at })
    .where('state', '=', 'waiting')
    .where('notBefore', '>', beyond)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

// So many rows are looked at in one transaction.
const prunedAtOnce = 2_000

/**
 * Lets go of mails that were settled before a day and became nothing, oldest first, with their bytes: neither the mail nor its envelope is
 * pointed to by anything.
 * @param after the id of the last one that was looked at
 * @returns the next one to look from; undefined when what is left is newer
 */
export async function pruneInbound(tx: Tx, before: Date, after = 0): Promise<number | undefined> {
  const rows = await tx
    .selectFrom('inbound')
    .select((e) => [
      'id',
      'rawId',
      e.and([e('state', '=', 'settled'), e('settledAt', '<', before)]).as('over'),
      e('receivedAt', '<', before).as('old'),
    ])
    .where('id', '>', after)
    .orderBy('id')
    .limit(prunedAtOnce)
    .execute()
  const over = rows.filter((row) => row.over)
  const [kept, inUse] = [
    await findPointedAt(tx, 'inbound', theseIds(over.map(({ id }) => id))),
    await findPointedAt(tx, 'raw_mail', theseIds(over.map(({ rawId }) => rawId)), ['inbound.raw_id']),
  ]
  const going = over.filter(({ id, rawId }) => !(kept.has(id) || inUse.has(rawId)))
  if (going.length > 0) {
    const ids = going.map(({ id }) => id)
    await tx.deleteFrom('inbound').where('id', 'in', ids).execute()
    await dropRaws(tx, [...new Set(going.map(({ rawId }) => rawId))])
  }
  return rows.some(({ old }) => old) ? rows.at(-1)?.id : undefined
}

/** Lets go of mails that were brought in from elsewhere and that nothing points to any more, with their bytes. */
export async function dropBrought(tx: Tx, ids: number[]): Promise<void> {
  const kept = await findPointedAt(tx, 'inbound', theseIds(ids))
  const gone = await tx
    .deleteFrom('inbound')
    .where('id', 'in', orNoId(ids.filter((id) => !kept.has(id))))
    .where('via', '=', 'cli')
    .returning('rawId')
    .execute()
  await dropRaws(tx, pluck(gone, 'rawId'))
}
