import { sql } from 'kysely'
import type { Db } from './rows.ts'

// So many segments of 16 MB stay for what comes next, as `min_wal_size` has it. None of those that were got ready for more is given back
// before it was written: each turn uses one up. What a server keeps besides, for replicas, it keeps.
const kept = 6
const mostTurns = 100

const countSegments = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Gives back the disk of the write-ahead log that a large import has filled, on the server that Rapport runs itself; another one is its
 * operator's. Where the log is archived or a replica reads it, each turn would be one more segment for them: there it stays. No transaction
 * may be open here.
 */
export async function shrinkLog(db: Db): Promise<void> {
  const { rows } = await sql<{ own: boolean }>`
    select current_setting('rapport.build', true) is not null and current_setting('is_superuser') = 'on'
      and current_setting('archive_mode') = 'off' and not exists (select from pg_replication_slots) as own`.execute(db)
  if (!rows[0]?.own) return
  // The more of it there was, the more the server gets ready again; it thinks of less with each checkpoint.
  for (let turn = 0; turn < mostTurns && (await countSegments(db)) > kept; turn++) {
    await sql`select pg_logical_emit_message(false, 'rapport', '')`.execute(db)
    await sql`select pg_switch_wal()`.execute(db)
    await sql`checkpoint`.execute(db)
  }
}
