import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import type { DeliveryState } from '../lib/db/schema.ts'

/** One month (UTC) of a list. */
export interface HealthMonth {
  /** YYYY-MM */
  month: string
  posts: number
  posters: number
  /** Who wrote to the list for the first time. */
  newcomers: number
  threads: number
  /** Threads that are older than 7 days: a younger one may still be answered. */
  due: number
  /** Of those, the ones that somebody else answered within 7 days. */
  answered: number
  joined: number
  left: number
  /** Mail that came back or was refused. */
  bounces: number
  incidents: number
}

/** What came back of the mail of a list, its posts and its letters, as the page of returned email counts it. */
const returned = (listId: number) => sql`from shared_bounce b join shared_delivery d on d.id = b.delivery_id
  left join shared_message m on m.id = d.message_id left join shared_letter l on l.id = d.letter_id
  where coalesce(m.list_id, l.list_id) = ${listId} and b.kind = 'bounce'`

const months = 24

/** The months of a list, oldest first, the month of `now` last; quiet months too. */
export async function listHealth(db: Db, listId: number, now: Date): Promise<HealthMonth[]> {
  const begin = sql`date_trunc('month', ${now}::timestamptz at time zone 'UTC') - make_interval(months => ${months - 1}::int)`
  const since = sql`(${begin}) at time zone 'UTC'`
  const month = (column: string) => sql`date_trunc('month', ${sql.raw(column)} at time zone 'UTC')`
  const { rows } = await sql<HealthMonth>`
    with posts as (select ${month('sent_at')} as month, count(*)::int as posts, count(distinct from_email)::int as posters
        from shared_message message where list_id = ${listId} and variant = 1 and sent_at >= ${since} group by 1),
      newcomers as (select ${month('first')} as month, count(*)::int as newcomers from
        (select min(sent_at) as first from shared_message message where list_id = ${listId} and from_email <> '' group by from_email) f where first >= ${since} group by 1),
      threads as (select ${month('t.first_at')} as month, count(*)::int as threads,
        count(*) filter (where t.first_at < ${now}::timestamptz - interval '7 days')::int as due,
        count(*) filter (where t.first_at < ${now}::timestamptz - interval '7 days' and exists (
          select from shared_message a where a.thread_id = t.id and a.sent_at <= t.first_at + interval '7 days' and a.from_email <> (
            select f.from_email from shared_message f where f.thread_id = t.id order by f.sent_at, f.id limit 1)))::int as answered
        from shared_thread t where t.list_id = ${listId} and t.first_at >= ${since} group by 1),
      joined as (select ${month('since')} as month, count(*)::int as joined from subscription where list_id = ${listId} and since >= ${since} group by 1),
      gone as (select ${month('ended_at')} as month, count(*)::int as left from subscription where list_id = ${listId} and ended_at >= ${since} group by 1),
      bounces as (select ${month('b.at')} as month, count(*)::int as bounces ${returned(listId)} and b.at >= ${since} group by 1),
      incidents as (select ${month('first_at')} as month, count(*)::int as incidents from incident where list_id = ${listId} and first_at >= ${since} group by 1)
    select to_char(g.month, 'YYYY-MM') as month, coalesce(posts, 0) as posts, coalesce(posters, 0) as posters, coalesce(newcomers, 0) as newcomers,
      coalesce(threads, 0) as threads, coalesce(due, 0) as due, coalesce(answered, 0) as answered, coalesce(joined, 0) as joined, coalesce(gone.left, 0) as left,
      coalesce(bounces, 0) as bounces, coalesce(incidents, 0) as incidents
    from generate_series(${begin}, date_trunc('month', ${now}::timestamptz at time zone 'UTC'), interval '1 month') g(month)
    left join posts using (month) left join newcomers using (month) left join threads using (month) left join joined using (month)
    left join gone using (month) left join bounces using (month) left join incidents using (month)
    order by g.month`.execute(db)
  return rows
}

/** What a list is today. */
export interface HealthNow {
  subscribers: number
  suspended: number
  paused: number
  openIncidents: number
  held: number
  /** Deliveries of the posts of 30 days, by state. */
  deliveries: { state: DeliveryState; count: number }[]
  /** Why mail came back within 30 days. */
  classes: { class: string; count: number }[]
}

/** The state of a list at an instant. */
export async function healthNow(db: Db, listId: number, now: Date): Promise<HealthNow> {
  const month = sql`${now}::timestamptz - interval '30 days'`
  const counted = sql<Omit<HealthNow, 'deliveries' | 'classes'>>`
    select count(*)::int as subscribers, count(*) filter (where suspended_at is not null)::int as suspended,
      count(*) filter (where suspended_at is null and (receiving = 'none' or paused_until > ${now}))::int as paused,
      (select count(*)::int from incident where list_id = ${listId} and closed_at is null) as open_incidents,
      (select count(*)::int from held_mail where list_id = ${listId} and state = 'held') as held
    from subscription where list_id = ${listId} and ended_at is null`.execute(db)
  const deliveries = sql<{ state: DeliveryState; count: number }>`
    select d.state, count(*)::int as count from shared_message m join shared_delivery d on d.message_id = m.id
    where m.list_id = ${listId} and m.sent_at >= ${month} group by d.state order by 2 desc`.execute(db)
  const classes = sql<{ class: string; count: number }>`
    select b.class, count(*)::int as count ${returned(listId)} and b.at >= ${month} group by b.class order by 2 desc`.execute(db)
  const facts = (await counted).rows[0] ?? { subscribers: 0, suspended: 0, paused: 0, openIncidents: 0, held: 0 }
  return { ...facts, deliveries: (await deliveries).rows, classes: (await classes).rows }
}
