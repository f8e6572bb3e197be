import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Db, listRows } from '../../lib/db/rows.ts'
import { mayReadArchive } from '../../policy.ts'
import { type Edits, type SideOf, sidesOf } from './rules.ts'

/** What moderators have made of a list's threads and nobody took back. */
export async function findEdits(db: Db, listId: number): Promise<Edits> {
  const rows = await listRows(db.selectFrom('threadEdit').where('kind', 'in', ['split', 'join']), { listId, undoneAt: null }, [
    'kind',
    'messageId',
    'otherId',
  ])
  return {
    cuts: new Set(rows.filter(({ kind }) => kind === 'split').map(({ messageId }) => messageId)),
    links: rows.flatMap(({ messageId, otherId }) => (otherId === null ? [] : [[messageId, otherId] as const])),
  }
}

/**
 * On which sides of a list's cuts messages stand, and those that they answer.
 * @param fresh what the list does not have yet, by what it refers to
 */
export async function findSides(
  db: Db,
  listId: number,
  messageIds: readonly string[],
  cuts: ReadonlySet<string>,
  fresh: readonly { messageId: string; refs: string[] }[] = [],
): Promise<SideOf> {
  const { rows } = await sql<{ messageId: string; refs: string[] }>`
    with recursive up as (
      select m.message_id, m.refs from message m where m.list_id = ${listId} and m.message_id = any(${[...messageIds]}::text[])
      union select p.message_id, p.refs from up join message p on p.list_id = ${listId} and p.message_id = any(up.refs)
        where not up.refs && ${[...cuts]}::text[])
    select message_id as "messageId", refs from up order by message_id, refs`.execute(db)
  return sidesOf(new Map([...fresh, ...rows.toReversed()].map(({ messageId, refs }) => [messageId, refs])), cuts)
}

/**
 * Does a moderator see the answers to these messages before the readers of a list do?
 * @param messageIds those that a mail refers to
 */
export async function isThreadHeld(db: Db, listId: number, messageIds: readonly string[]): Promise<boolean> {
  if (messageIds.length === 0) return false
  const { rows } = await sql`
    select from thread_edit e join message h on h.list_id = e.list_id and h.message_id = e.message_id
      join message m on m.list_id = e.list_id and m.thread_id = h.thread_id
    where e.list_id = ${listId} and e.kind = 'hold' and e.undone_at is null and m.message_id = any(${[...messageIds]}::text[]) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** What was made of a thread, the newest first, each with who made it. */
export async function listEdits(db: Db, listId: number, threadId: number) {
  const { rows } = await sql<{ id: number; kind: 'split' | 'join' | 'rename' | 'hold'; subject: string; madeAt: Date; by: string }>`
    select e.id, e.kind, e.subject, e.made_at as "madeAt", p.name as by from thread_edit e join shared_person p on p.id = e.made_by
    where e.list_id = ${listId} and e.undone_at is null and exists (select from message m
      where m.list_id = e.list_id and m.message_id = e.message_id and m.thread_id = ${threadId}) order by e.id desc`.execute(db)
  return rows
}

/** The threads of which somebody wants each message, or none, the newest choice first; those that they may still read. */
export async function listThreadChoices(db: Db, actor: Actor) {
  const chosen = await db
    .selectFrom('threadChoice')
    .innerJoin('thread', 'thread.id', 'threadChoice.threadId')
    .innerJoin('sharedList as list', 'list.id', 'thread.listId')
    .select(['thread.id', 'thread.root', 'thread.subject', 'list.name as list', 'threadChoice.choice'])
    .select(['list.id as listId', 'list.groupId', 'list.archive'])
    .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))
    .where('threadChoice.personId', '=', actor.personId)
    .orderBy('threadChoice.chosenAt', 'desc')
    .orderBy('thread.id', 'desc')
    .limit(200)
    .execute()
  return chosen.filter(({ listId, ...list }) => mayReadArchive(actor, { ...list, id: listId }))
}
