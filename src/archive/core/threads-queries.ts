import { sql } from 'kysely'
import { keptByVersion } from '../../lib/db/kept-by-version.ts'
import type { Db } from '../../lib/db/rows.ts'
import { statement } from '../../lib/db/statement.ts'
import { hideAddresses } from '../../lib/ui/hidden.ts'

/** A place in newest-first order. */
export interface ThreadCursor {
  lastAt: Date
  id: number
}

/**
 * Threads of a list, newest first; `month` as YYYY-MM keeps those with a message in it (UTC).
 * `fresh` counts what others wrote since this person last looked at a thread; null where they never did.
 */
export async function listThreads(
  db: Db,
  listId: number,
  { after, month, personId, limit = 30 }: { after?: ThreadCursor; month?: string; personId?: number | null; limit?: number } = {},
) {
  const ask = threadRows(limit + 1)[month ? 'ofMonth' : after ? 'after' : 'newest']
  const before = after ?? { lastAt: new Date('9999-12-31'), id: 0 }
  const rows = await ask(db, { listId, ...before, first: `${month ?? '2000-01'}-01`, personId: personId ?? 0 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  // Lists of threads are everybody's: what a subject or a name tells of addresses is for those who open the mail.
  const threads = page.map((thread) => ({
    ...thread,
    subject: hideAddresses(thread.subject),
    names: thread.names.map((name) => hideAddresses(name)),
  }))
  return { threads, next: rows.length > limit && last ? { lastAt: last.lastAt, id: last.id } : undefined }
}

interface ThreadChoice extends ThreadCursor {
  listId: number
  personId: number
  /** The first day of the month. */
  first: string
}

const threadsBy = (db: Db, { listId, personId }: ThreadChoice, most: number) =>
  db
    .selectFrom('thread')
    .select(['id', 'root', 'subject', 'firstAt', 'lastAt', 'messages', 'people'])
    .select(sql<string[]>`array(select distinct m.from_name from message m where m.thread_id = thread.id limit 4)`.as('names'))
    .select(
      sql<
        number | null
      >`(select (select count(*) from message m where m.thread_id = thread.id and m.id > v.message_id and m.person_id is distinct from ${personId})
        from thread_visit v where v.thread_id = thread.id and v.person_id = ${personId})`.as('fresh'),
    )
    .where('listId', '=', listId)
    .orderBy('lastAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)

const isAfter = ({ lastAt, id }: ThreadCursor) => sql<boolean>`(last_at, id) < (${lastAt}::timestamptz, ${id}::bigint)`

const rowsAtMost = (most: number) => ({
  newest: statement((db, choice: ThreadChoice) => threadsBy(db, choice, most)),
  after: statement((db, choice: ThreadChoice) => threadsBy(db, choice, most).where(isAfter(choice))),
  // By the mails of the month: walking back from the newest thread to one of long ago passes all others.
  ofMonth: statement((db, choice: ThreadChoice) =>
    threadsBy(db, choice, most).where(sql<boolean>`id = any(array(select distinct m.thread_id from message m
      where m.list_id = ${choice.listId} and m.sent_at >= ${choice.first}::timestamp at time zone 'UTC'
      and m.sent_at < (${choice.first}::timestamp + interval '1 month') at time zone 'UTC')) and ${isAfter(choice)}`),
  ),
})

const statements = new Map<number, ReturnType<typeof rowsAtMost>>()

/** A page has so many rows, always; a program may ask for another number of them. */
function threadRows(most: number): ReturnType<typeof rowsAtMost> {
  const rows = statements.get(most) ?? rowsAtMost(most)
  statements.set(most, rows)
  return rows
}

interface Month {
  month: string
  messages: number
}

/**
 * How many messages each month (UTC) of a list has, newest first.
 * @param version of what the list shows, where it was read for this request: the same months, to the very object, as long as it is the same
 */
export const listMonths = (db: Db, listId: number, version?: string): Promise<readonly Month[]> => monthsOf(db, version, listId)

const monthsOf = keptByVersion(async (db, listId: number): Promise<readonly Month[]> => {
  const rows = await monthRows(db, { listId })
  return rows.map(({ month, messages }) => ({ month: String(month).slice(0, 7), messages }))
})

const monthRows = statement((db, { listId }: { listId: number }) =>
  db.selectFrom('listMonth').select(['month', 'messages']).where('listId', '=', listId).where('messages', '>', 0).orderBy('month', 'desc'),
)
