import { sql } from 'kysely'
import { findPointedAt } from '../../lib/db/references.ts'
import { type Db, orNoId } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { UndoPlan } from '../../lib/undo.ts'

const t = textsOf('archive', 'undo')

// What comes with a message and goes with it.
const itsOwn = ['attachment.message_id', 'import_finding.message_id', 'old_address.message_id', 'case_suggestion.message_id']

/**
 * Of messages of an import, those upon which somebody has built: cut by an erasure, quoted in a user case, told as a story, judged.
 * @param from, upTo the part of the import that is asked for, by message ids
 */
export async function findBuiltUpon(db: Db, importId: number, { from = 0, upTo = Number.MAX_SAFE_INTEGER } = {}): Promise<Set<number>> {
  const wanted = sql`select id from message where import_id = ${importId} and id > ${from} and id <= ${upTo}`
  const pointed = await findPointedAt(db, 'message', wanted, itsOwn)
  const { rows } = await sql<{ id: number }>`
    with wanted (id) as materialized (${wanted})
    select m.id from message m join wanted on wanted.id = m.id where m.changed_at is not null
    union select s.message_id from case_suggestion s join wanted on wanted.id = s.message_id where s.verdict <> 'open'
    union select l.subject_id from likeness l join wanted on wanted.id = l.subject_id where l.kind = 'message'`.execute(db)
  return new Set([...pointed, ...rows.map(({ id }) => id)])
}

/** For messages of an import that another one found as well: that other import. Its file has them, so they are its from now on. */
export async function findOtherImports(
  db: Db,
  importId: number,
  { from = 0, upTo = Number.MAX_SAFE_INTEGER } = {},
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; other: number }>`
    select f.message_id as id, min(f.import_id) as other from import_finding f
    join message m on m.id = f.message_id and m.import_id = ${importId} and m.id > ${from} and m.id <= ${upTo}
    join mail_import i on i.id = f.import_id and i.undo_begun_at is null and i.list_id = m.list_id
    where f.outcome = 'duplicate' and f.import_id <> ${importId} group by 1`.execute(db)
  return new Map(rows.map(({ id, other }) => [id, other]))
}

/** What taking an import of mail back would do now. */
export async function planMailUndo(db: Db, importId: number): Promise<UndoPlan> {
  const { rows } = await sql<{ messages: number; setAside: number; replies: number }>`
    select (select count(*) from message where import_id = ${importId}) as messages,
      (select count(*) from import_finding where import_id = ${importId} and raw_id is not null) as set_aside,
      (select count(*) from message r where r.import_id is distinct from ${importId}
        and r.thread_id in (select thread_id from message where import_id = ${importId})) as replies`.execute(db)
  const { messages = 0, setAside = 0, replies = 0 } = rows[0] ?? {}
  const [built, others] = [await findBuiltUpon(db, importId), await findOtherImports(db, importId)]
  const handed = [...others.keys()].filter((id) => !built.has(id)).length
  return {
    goes: [
      { what: t.messages, count: messages - built.size - handed },
      { what: t.setAside, count: setAside },
    ],
    stays: [
      { what: t.messages, count: built.size, why: t.usedSince },
      { what: t.messages, count: handed, why: t.foundAgain },
      { what: t.inThreads, count: replies, why: t.notImported },
    ],
  }
}

/** An import of mail with its list, and who brought it. */
export const findMailImport = (db: Db, id: number) =>
  db
    .selectFrom('mailImport')
    .innerJoin('sharedList as list', 'list.id', 'mailImport.listId')
    .leftJoin('sharedPerson as person', 'person.id', 'mailImport.personId')
    .leftJoin('sharedPerson as undoer', 'undoer.id', 'mailImport.undoneBy')
    .selectAll('mailImport')
    .select(['list.name as listName', 'list.title as listTitle', 'list.groupId', 'person.name as by', 'undoer.name as undoneByName'])
    .where('mailImport.id', '=', id)
    .executeTakeFirst()

/** Mailboxes that were read as parts of an import, or one that was read alone. */
export async function listMailImportsOf(db: Db, moveId: number): Promise<number[]> {
  const rows = await db.selectFrom('mailImport').select('id').where('moveId', '=', moveId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Of these people, those who wrote a message that did not come with an import. */
export async function listOtherWriters(db: Db, people: readonly number[], moveId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('mailImport', 'mailImport.id', 'message.importId')
    .select('message.personId')
    .distinct()
    .where('message.personId', 'in', orNoId(people))
    .where('mailImport.moveId', 'is distinct from', moveId)
    .execute()
  return new Set(rows.flatMap(({ personId }) => personId ?? []))
}
