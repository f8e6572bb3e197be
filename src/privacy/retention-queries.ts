import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { oldRequests } from '../list/queries.ts'
import { old as outgoing } from '../outbox/queries.ts'
import { oldSessions } from '../people/queries.ts'
import { kinds } from './retention-rules.ts'

/** What would go of each kind: conditions on its rows, with the instant before which things are old; what is of one domain alone says it. */
export const old = {
  ...outgoing,
  incoming: (before: Date) =>
    sql`from shared_raw_mail t where t.bytes is not null
      and exists (select from shared_inbound i where i.raw_id = t.id and i.state = 'settled' and i.received_at < ${before})
      and not exists (select from shared_inbound i where i.raw_id = t.id and (i.state <> 'settled' or i.received_at >= ${before}))
      and not exists (select from shared_message m where m.raw_id = t.id)
      and not exists (select from held_mail h join shared_inbound i on i.id = h.inbound_id where i.raw_id = t.id and h.state = 'held')
      and not exists (select from shared_correspondence_mail c where c.raw_id = t.id)
      and not exists (select from shared_user_case_source u where u.raw_id = t.id)`,
  requests: oldRequests,
  sessions: oldSessions,
} satisfies Record<string, (before: Date) => unknown>

export type KindKey = keyof typeof old

/** The rules in force, and how much each would take today. */
export async function listRetention(db: Db, now: Date) {
  const rules = new Map((await db.selectFrom('retentionRule').selectAll().execute()).map((rule) => [rule.kind, rule.days]))
  return Promise.all(
    kinds.map(async (kind) => {
      const days = rules.get(kind.key) ?? null
      return { ...kind, days, due: days === null ? 0 : await countOld(db, kind.key as KindKey, days, now) }
    }),
  )
}

/** How many things of a kind are older than so many days. */
export async function countOld(db: Db, kind: KindKey, days: number, now: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${old[kind](daysBefore(now, days))}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** The instant so many days ago. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/** So many raw mails that went nowhere and are old. */
export async function listOldIncoming(db: Db, before: Date, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select t.id ${old.incoming(before)} limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}
