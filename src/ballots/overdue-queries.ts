import { sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import { isHeld } from './core/queries.ts'
import { type Overdue, patience } from './overdue-rules.ts'

/**
 * Phases and ballots whose time has come and that have not turned, the longest overdue first. A ballot that nobody may vote in, or that
 * has no option, waits for those who run it, who are told; it counts all the same, for a week from when it should have opened.
 */
export async function listOverdue(db: Db, now: Date): Promise<Overdue[]> {
  const before = new Date(now.getTime() - patience)
  const { rows } = await sql<Overdue>`select * from (
    select c.title, p.kind as phase, '/cycles/' || c.id as href,
        case when p.closes_at < ${now} then p.closes_at else p.opens_at end as since
      from cycle_phase p join cycle c on c.id = p.cycle_id
      where p.closed_at is null and ${isHeld('c.id')} and (p.closes_at < ${before}
        or (p.opened_at is null and p.opens_at < ${before}))
    union all
    select b.title, null, '/ballots/' || b.id, case when b.state = 'open' then b.closes_at else b.opens_at end
      from ballot b where b.rehearsal_of is null and ((b.state = 'open' and b.closes_at < ${before})
        or (b.state = 'preparing' and b.opens_at < ${before}))
    ) late where since > ${now}::timestamptz - interval '7 days' order by since, href limit 100`.execute(db)
  return rows
}

/** For the operator's programs: ballots that take papers, and what is overdue. */
export async function countBallotStalls(db: Db, now: Date): Promise<{ open: number; overdue: number }> {
  const { open } = await db
    .selectFrom('ballot')
    .select((e) => e.fn.countAll<number>().as('open'))
    .where('state', '=', 'open')
    .where('rehearsalOf', 'is', null)
    .executeTakeFirstOrThrow()
  return { open, overdue: (await listOverdue(db, now)).length }
}
