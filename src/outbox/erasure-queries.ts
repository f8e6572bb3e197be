import { sql } from 'kysely'

/** What is old of what goes out: conditions on the rows, with the instant before which they are. */
export const old = {
  letters: (before: Date) =>
    sql`from letter t where t.created_at < ${before} and length(t.bytes) > 0
      and not exists (select from delivery d where d.letter_id = t.id and d.state in ('queued', 'deferred'))`,
  deliveries: (before: Date) =>
    sql`from delivery t where t.settled_at < ${before} and t.state in ('sent', 'failed', 'cancelled')
      and not exists (select from bounce b where b.delivery_id = t.id)`,
  bounces: (before: Date) => sql`from bounce t where t.at < ${before}`,
}
