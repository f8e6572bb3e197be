import { type RawBuilder, sql } from 'kysely'
import { keptByVersion } from '../../lib/db/kept-by-version.ts'
import type { Db } from '../../lib/db/rows.ts'
import { asked, statement } from '../../lib/db/statement.ts'
import { together } from '../../lib/db/together.ts'
import { hideAddresses } from '../../lib/ui/hidden.ts'

/** A place in newest-first order. */
export interface ThreadCursor {
  lastAt: Date
  id: number
}

/**
 * Threads of a list, newest first; `month` as YYYY-MM keeps those with a message in it (UTC), `unanswered` those in which one person wrote alone.
 * `fresh` counts what others wrote since this person last looked at a thread; null where they never did.
 */
export async function listThreads(db: Db, listId: number, { after, month, unanswered = false, personId, limit = 30 }: Choice = {}) {
  const before = after ?? { lastAt: new Date('9999-12-31'), id: 0 }
  const ask = threadRows(limit + 1)[month ? 'ofMonth' : unanswered ? 'unanswered' : 'newest']
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

interface Choice {
  after?: ThreadCursor
  month?: string
  unanswered?: boolean
  personId?: number | null
  limit?: number
}

interface ThreadChoice extends ThreadCursor {
  listId: number
  personId: number
  /** The first day of the month. */
  first: string
}

/** The names of who wrote in a thread, first those who wrote first, a few of them. */
export const firstWriters = (threadId: RawBuilder<unknown>) =>
  sql<string[]>`array(select left(w.from_name, 200) from message w where w.thread_id = ${threadId}
    group by w.from_name order by min(w.sent_at), min(w.id) limit 4)`

/** Where each thing that is asked for stands in a statement. */
type Columns = { [Column in keyof Omit<ThreadChoice, 'first'>]: RawBuilder<unknown> }

/** The next threads of a list after a place, for a person; nobody has number 0. */
const threadsAfter = (db: Db, { listId, personId, lastAt, id }: Columns, most: number) =>
  db
    .selectFrom('thread')
    .select(['id', 'root', 'subject', 'firstAt', 'lastAt', 'messages', 'people'])
    .select(sql<string[]>`coalesce(names, ${firstWriters(sql`thread.id`)})`.as('names'))
    .select(
      sql<number | null>`case when ${personId} > 0 then
        (select (select count(*) from message m where m.thread_id = thread.id and m.id > v.message_id and m.person_id is distinct from ${personId})
        from thread_visit v where v.thread_id = thread.id and v.person_id = ${personId}) end`.as('fresh'),
    )
    .where(sql<boolean>`list_id = ${listId} and (last_at, thread.id) < (${lastAt}, ${id})`)
    .orderBy('lastAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)

const columnOf = (name: string) => sql.ref(`asked.${name}`)

const newestAsked = (most: number) =>
  statement((db, keys: { listIds: number[]; personIds: number[]; lastAts: Date[]; ids: number[] }) =>
    db
      .selectFrom(
        asked<Omit<ThreadChoice, 'first'>>({
          listId: sql`${keys.listIds}::bigint[]`,
          personId: sql`${keys.personIds}::bigint[]`,
          lastAt: sql`${keys.lastAts}::timestamptz[]`,
          id: sql`${keys.ids}::bigint[]`,
        }),
      )
      .innerJoinLateral(
        threadsAfter(
          db,
          { listId: columnOf('listId'), personId: columnOf('personId'), lastAt: columnOf('lastAt'), id: columnOf('id') },
          most,
        ).as('thread'),
        (join) => join.onTrue(),
      )
      .selectAll('thread')
      .select('asked.place')
      .orderBy('asked.place')
      .orderBy('thread.lastAt', 'desc')
      .orderBy('thread.id', 'desc'),
  )

const newestAtMost = (most: number) => {
  const ask = newestAsked(most)
  return together(
    async (db, keys: ThreadChoice[]) => {
      const rows = await ask(db, {
        listIds: keys.map(({ listId }) => listId),
        personIds: keys.map(({ personId }) => personId),
        lastAts: keys.map(({ lastAt }) => lastAt),
        ids: keys.map(({ id }) => id),
      })
      const byPlace = Map.groupBy(rows, ({ place }) => place)
      return keys.map((_, at) => (byPlace.get(at + 1) ?? []).map(({ place: _place, ...thread }) => thread))
    },
    { most: 8, lanes: 2 },
  )
}

const typed = ({ listId, personId, lastAt, id }: Omit<ThreadChoice, 'first'>): Columns => ({
  listId: sql`${listId}::bigint`,
  personId: sql`${personId}::bigint`,
  lastAt: sql`${lastAt}::timestamptz`,
  id: sql`${id}::bigint`,
})

const rowsAtMost = (most: number) => ({
  newest: newestAtMost(most),
  unanswered: statement((db, choice: ThreadChoice) => threadsAfter(db, typed(choice), most).where('people', '=', 1)),
  // By the mails of the month: walking back from the newest thread to one of long ago passes all others.
  // Each named: what stands for the values of a statement has no list of its names.
  ofMonth: statement((db, { listId, personId, lastAt, id, first }: ThreadChoice) =>
    threadsAfter(
      db,
      typed({ listId, personId, lastAt, id }),
      most,
    ).where(sql<boolean>`id = any(array(select distinct m.thread_id from message m
      where m.list_id = ${listId} and m.sent_at >= ${first}::timestamp at time zone 'UTC'
      and m.sent_at < (${first}::timestamp + interval '1 month') at time zone 'UTC'))`),
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
