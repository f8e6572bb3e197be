import { sql } from 'kysely'
import type { Db } from '../../lib/db/rows.ts'
import type { NotEncrypted, SentFrom } from '../../lib/reading/delivery-report.ts'

/** So many days are looked at. */
export const reportDays = 30
const mostShown = 10

interface Reported {
  /** When the newest report ends; null where there is none. */
  until: Date | null
  good: number
  bad: number
  /** Who reported, the most mails first. */
  reporters: string[]
}

/** What other servers reported in the last 30 days. */
export interface ReportsOfOthers {
  /** Of mails that name the domain as their sender. */
  sent: Reported & { refused: number; sources: (SentFrom & { reporters: string[] })[] }
  /** Of connections to the domain's mail servers. */
  encryption: Reported & { failures: (NotEncrypted & { reporters: string[] })[] }
}

const sums = async (db: Db, kind: 'sent' | 'encryption', since: Date): Promise<Reported & { refused: number }> => {
  const { rows } = await sql<Reported & { refused: number }>`
    select max(until_at) as until, coalesce(sum(good), 0)::bigint as good, coalesce(sum(bad), 0)::bigint as bad,
      coalesce(sum(refused), 0)::bigint as refused,
      coalesce((select array_agg(reporter order by mails desc, reporter) from (select reporter, sum(good + bad) as mails
        from delivery_report where kind = ${kind} and until_at >= ${since} group by reporter order by mails desc, reporter limit ${mostShown}) r), '{}') as reporters
    from delivery_report where kind = ${kind} and until_at >= ${since}`.execute(db)
  return rows[0] as Reported & { refused: number }
}

/** What other servers reported of our mail in the days before. */
export async function findReports(db: Db, now: Date): Promise<ReportsOfOthers> {
  const since = new Date(now.getTime() - reportDays * 86_400_000)
  // What was found of one mail stands for all that this source brought.
  const sources = await sql<SentFrom & { reporters: string[] }>`
    select d.source, sum(d.good)::bigint as good, sum(d.bad)::bigint as bad, sum(d.refused)::bigint as refused,
      coalesce(max(nullif(d.dkim, '')), '') as dkim, coalesce(max(nullif(d.spf, '')), '') as spf, array_agg(distinct r.reporter order by r.reporter) as reporters
    from delivery_report r, jsonb_to_recordset(r.details) as d(source text, good bigint, bad bigint, refused bigint, dkim text, spf text)
    where r.kind = 'sent' and r.until_at >= ${since} and d.bad > 0
    group by d.source order by sum(d.bad) desc, d.source limit ${mostShown}`.execute(db)
  const failures = await sql<NotEncrypted & { reporters: string[] }>`
    select d.kind, d.host, sum(d.count)::bigint as count, array_agg(distinct r.reporter order by r.reporter) as reporters
    from delivery_report r, jsonb_to_recordset(r.details) as d(kind text, host text, count bigint)
    where r.kind = 'encryption' and r.until_at >= ${since} and d.count > 0
    group by d.kind, d.host order by sum(d.count) desc, d.kind, d.host limit ${mostShown}`.execute(db)
  const { refused, ...sent } = await sums(db, 'sent', since)
  const { refused: _, ...encryption } = await sums(db, 'encryption', since)
  return { sent: { ...sent, refused, sources: sources.rows }, encryption: { ...encryption, failures: failures.rows } }
}
