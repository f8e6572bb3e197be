import { sql } from 'kysely'
import { idsOf, type Tx, updateRows } from '../lib/db/rows.ts'
import { indexDocuments } from '../search/actions.ts'
import { countThreads, documentOf, lockArchive, type NewMessage, withDropTypes } from './core/actions.ts'
import { forgetMessages } from './found-actions.ts'
import { Sets } from './rebuild-rules.ts'
import { findEdits } from './threading/queries.ts'
import { cutRefs, type SideOf, sidesOf } from './threading/rules.ts'

/** A message that is there, as its raw bytes say it. Its address (Message-ID and variant) and whose it is stay. */
export type Reread = Omit<NewMessage, 'rawId' | 'messageId' | 'personId'> & { id: number }

/** Writes down again what raw bytes say: columns, attachments, search documents. A row that is right already is not touched. */
export async function refreshMessages(tx: Tx, list: { id: number; language: string }, messages: Reread[]): Promise<void> {
  for (const { id, attachments, ...columns } of messages) {
    const values = { ...columns, attachments: attachments.length }
    const wrong = Object.entries(values).map(([name, value]) => sql<boolean>`${sql.ref(name)} is distinct from ${value}`)
    await updateRows(tx.updateTable('message').where(sql<boolean>`(${sql.join(wrong, sql` or `)})`), { id }, values)
    await refreshAttachments(tx, id, attachments)
  }
  const hasFiles = messages.some(({ attachments }) => attachments.length > 0)
  const archive = await withDropTypes(tx, list, hasFiles)
  const documents = messages.map((message) => documentOf(archive, message.id, message))
  await indexDocuments(tx, documents)
}

async function refreshAttachments(tx: Tx, messageId: number, attachments: NewMessage['attachments']): Promise<void> {
  await tx.deleteFrom('attachment').where('messageId', '=', messageId).where('position', '>=', attachments.length).execute()
  if (attachments.length === 0) return
  await tx
    .insertInto('attachment')
    .values(attachments.map((attachment, position) => ({ ...attachment, position, messageId })))
    .onConflict((conflict) =>
      conflict.columns(['messageId', 'position']).doUpdateSet((e) => ({
        filename: e.ref('excluded.filename'),
        type: e.ref('excluded.type'),
        size: e.ref('excluded.size'),
        sha256: e.ref('excluded.sha256'),
        inline: e.ref('excluded.inline'),
      })),
    )
    .execute()
}

/** Takes search documents out whose message is not there. */
export async function forgetLostDocuments(tx: Tx, listId: number): Promise<void> {
  const { rows } = await sql<{ id: number }>`select d.subject_id::int as id from search_document d
    where d.kind = 'message' and d.list_id = ${listId} and not exists (select from message m where m.id = d.subject_id)`.execute(tx)
  await forgetMessages(tx, idsOf(rows))
}

/**
 * Makes the threads of a list anew from what its messages refer to. A thread keeps its number where most of its messages stay
 * together; where nothing was wrong, nothing changes. Mail that arrives meanwhile waits for the end of the transaction.
 */
export async function rethread(tx: Tx, listId: number): Promise<void> {
  await lockArchive(tx, listId)
  await numberIds(tx, listId)
  await storeParts(tx, await joinIds(tx, listId))
  await chooseThreads(tx, listId)
  await moveMessages(tx, listId)
  const { rows } = await sql<{ id: number }>`select id from thread where list_id = ${listId} order by id`.execute(tx)
  for (let at = 0; at < rows.length; at += 5_000) await countThreads(tx, idsOf(rows.slice(at, at + 5_000)))
  await sql`drop table rebuilt_id, rebuilt_thread`.execute(tx)
}

/** Each Message-ID of the list, there or only referred to, gets a small number: what is joined then needs four bytes, not a text. */
async function numberIds(tx: Tx, listId: number): Promise<void> {
  await sql`create temporary table rebuilt_id (n int primary key, message_id text not null unique, part int)`.execute(tx)
  await sql`insert into rebuilt_id (n, message_id)
    select row_number() over () - 1, message_id from (select message_id from message where list_id = ${listId}
      union select unnest(refs) from message where list_id = ${listId}) ids`.execute(tx)
  await sql`analyze rebuilt_id`.execute(tx)
}

async function joinIds(tx: Tx, listId: number): Promise<Sets> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from rebuilt_id`.execute(tx)
  const sets = new Sets(rows[0]?.count ?? 0)
  const edits = await findEdits(tx, listId)
  const numbered = await numbersOf(tx, [...edits.cuts, ...edits.links.flat()])
  const cuts = new Set([...edits.cuts].flatMap((id) => numbered.get(id) ?? []).map(String))
  for (const [one, other] of edits.links) {
    const [a, b] = [numbered.get(one), numbered.get(other)]
    if (a !== undefined && b !== undefined) sets.join(a, b)
  }
  const sideOf = cuts.size === 0 ? undefined : await sidesIn(tx, listId, cuts, sets.size)
  for await (const { a, bs } of referring(tx, listId))
    for (const b of cutRefs(String(a), bs.map(String), cuts, sideOf)) sets.join(a, Number(b))
  return sets
}

/** On which sides of the cuts messages stand: only what hangs together with a cut is looked at. */
async function sidesIn(tx: Tx, listId: number, cuts: ReadonlySet<string>, count: number): Promise<SideOf> {
  const whole = new Sets(count)
  for await (const { a, bs } of referring(tx, listId)) for (const b of bs) whole.join(a, b)
  const touched = new Set([...cuts].map((cut) => whole.find(Number(cut))))
  const refs = new Map<string, string[]>()
  for await (const { a, bs } of referring(tx, listId))
    if (touched.has(whole.find(a)) && !refs.has(String(a))) refs.set(String(a), bs.map(String))
  return sidesOf(refs, cuts)
}

/** The messages of a list by their numbers, each with those that it refers to. */
async function* referring(tx: Tx, listId: number): AsyncGenerator<{ a: number; bs: number[] }> {
  let after = 0
  for (;;) {
    const { rows: pairs } = await sql<{ id: number; a: number; bs: number[] }>`
      select m.id, a.n as a, array(select b.n from unnest(m.refs) with ordinality as r (id, place) join rebuilt_id b on b.message_id = r.id order by r.place) as bs
      from (select id, message_id, refs from message where list_id = ${listId} and id > ${after} order by id limit 5000) m
      join rebuilt_id a on a.message_id = m.message_id order by m.id`.execute(tx)
    yield* pairs
    const last = pairs.at(-1)
    if (!last) return
    after = last.id
  }
}

async function numbersOf(tx: Tx, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select message_id as id, n from rebuilt_id where message_id = any(${ids}::text[])`.execute(tx)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

async function storeParts(tx: Tx, sets: Sets): Promise<void> {
  for (let from = 0; from < sets.size; from += 10_000) {
    const numbers = Array.from({ length: Math.min(10_000, sets.size - from) }, (_, i) => from + i)
    await sql`update rebuilt_id i set part = p.part from unnest(${numbers}::int[], ${numbers.map((n) => sets.find(n))}::int[]) as p (n, part)
      where i.n = p.n`.execute(tx)
  }
}

/** Which thread each part is: the oldest of those of which it holds the most, or a new one. */
async function chooseThreads(tx: Tx, listId: number): Promise<void> {
  await sql`create temporary table rebuilt_thread (part int primary key, thread_id bigint)`.execute(tx)
  await sql`
    with claim as (select i.part, m.thread_id, count(*) as messages, min(m.id) as first
        from message m join rebuilt_id i on i.message_id = m.message_id where m.list_id = ${listId} group by 1, 2),
      winner as (select distinct on (thread_id) thread_id, part from claim order by thread_id, messages desc, first)
    insert into rebuilt_thread select c.part, min(w.thread_id) from claim c left join winner w on w.part = c.part
      left join thread t on t.id = w.thread_id and t.list_id = ${listId} group by c.part`.execute(tx)
  const { rows } = await sql<{ part: number }>`select part from rebuilt_thread where thread_id is null order by part`.execute(tx)
  for (const { part } of rows)
    await sql`with founded as (
        insert into thread (list_id, root, subject, first_at, last_at)
        select ${listId}, m.message_id, m.subject, m.sent_at, m.sent_at from message m join rebuilt_id i on i.message_id = m.message_id
        where m.list_id = ${listId} and i.part = ${part} order by m.sent_at, m.id limit 1 returning id)
      update rebuilt_thread set thread_id = (select id from founded) where part = ${part}`.execute(tx)
}

async function moveMessages(tx: Tx, listId: number): Promise<void> {
  await sql`update message m set thread_id = t.thread_id from rebuilt_id i join rebuilt_thread t using (part)
    where m.list_id = ${listId} and i.message_id = m.message_id and m.thread_id <> t.thread_id`.execute(tx)
  // What is referred to and not there.
  await sql`create temporary table rebuilt_ghost as select i.message_id, t.thread_id from rebuilt_id i join rebuilt_thread t using (part)
    where not exists (select from message m where m.list_id = ${sql.lit(listId)} and m.message_id = i.message_id)`.execute(tx)
  await sql`delete from ghost g where g.list_id = ${listId}
    and not exists (select from rebuilt_ghost r where r.message_id = g.message_id)`.execute(tx)
  await sql`insert into ghost (list_id, message_id, thread_id) select ${listId}, message_id, thread_id from rebuilt_ghost
    on conflict (list_id, message_id) do update set thread_id = excluded.thread_id where ghost.thread_id <> excluded.thread_id`.execute(tx)
  await sql`drop table rebuilt_ghost`.execute(tx)
  await sql`delete from thread t where t.list_id = ${listId} and not exists (select from message m where m.thread_id = t.id)`.execute(tx)
}
