import { join } from 'node:path'
import { sql } from 'kysely'
import { inboundState } from '../../archive/queries.ts'
import { countScans } from '../../files/queries.ts'
import { certificateEnd } from '../../lib/certificate.ts'
import type { Database } from '../../lib/db/connect.ts'
import { readReplication } from '../../lib/db/replication.ts'
import { type Db, isThere } from '../../lib/db/rows.ts'
import { needSomebody } from '../../lib/db/tries.ts'
import { lastCopied } from '../../lib/db/wal-folder.ts'
import { slot } from '../../lib/db/wal-receive.ts'
import { freeShare, fuller, readDisk } from '../../lib/disk.ts'
import { countDueIssues } from '../../news/queries.ts'
import { utcDay } from '../../time.ts'
import { hookHealth } from '../../webhooks/queries.ts'
import { beyond, type SiteState, type Surroundings, soon } from './rules.ts'
import { daysBehind } from './versions.ts'

const ageOf = (oldest: Date | null, now: Date): number => (oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1_000) : 0)

const newest = 5_000

interface Row {
  due: number
  dueAt: Date | null
  jobs: number
  failing: number
  jobAt: Date | null
  unchained: number
  unchainedAt: Date | null
  missing: number
  backupAt: Date | null
  backupError: string | null
}

/** How every stage is now: for the metrics, the alarms and the administrators' first page. */
export async function measureSite(
  db: Db,
  now: Date,
  { sends, backups, disks = [], certificate, versions: watched, walTo, replicated }: Surroundings,
): Promise<SiteState> {
  const { rows } = await sql<Row>`select
    (select count(*) from (select 1 from shared_delivery delivery where state in ('queued', 'deferred') and next_at <= ${now} limit 10000) d) as due,
    (select min(next_at) from shared_delivery delivery where state in ('queued', 'deferred') and next_at <= ${now}) as due_at,
    (select count(*) from graphile_worker.jobs where run_at <= ${now} and locked_at is null) as jobs,
    (select count(*) from graphile_worker.jobs where ${needSomebody}) as failing,
    (select min(run_at) from graphile_worker.jobs where run_at <= ${now} and locked_at is null and attempts = 0) as job_at,
    (select count(*) from (select id from shared_journal journal order by id desc limit ${newest}) j where not exists (select from shared_journal_link l where l.journal_id = j.id)) as unchained,
    (select min(j.at) from (select id, at from journal order by id desc limit ${newest}) j where not exists (select from shared_journal_link l where l.journal_id = j.id)) as unchained_at,
    (select count(*) from (select id from shared_message message order by id desc limit ${newest}) m
      where not exists (select from search_document d where d.kind = 'message' and d.subject_id = m.id)) as missing,
    (select max(began_at) from backup_run where ended_at is not null and error = '') as backup_at,
    (select error from backup_run where ended_at is not null order by began_at desc limit 1) as backup_error`.execute(db)
  const [row] = rows
  const [inbound, hooks, scans, news, wal, disk, end, versions, archive, replication] = await Promise.all([
    inboundState(db),
    hookHealth(db),
    countScans(db),
    countDueIssues(db, utcDay(now)),
    measureWal(db),
    Promise.all(disks.map((folder) => readDisk(folder))).then(fuller),
    measureCertificate(certificate, now),
    watched ? measureVersions(db, now) : null,
    walTo === undefined ? null : measureArchive(db, walTo, now),
    measureReplication(db, replicated),
  ])
  const due = hooks.oldest && hooks.oldest <= now ? hooks.oldest : null
  return {
    inbound: { waiting: inbound.waiting, parked: inbound.parked, age: ageOf(inbound.oldest, now) },
    outbox: { due: row?.due ?? 0, age: ageOf(row?.dueAt ?? null, now), sends },
    jobs: { waiting: row?.jobs ?? 0, failing: row?.failing ?? 0, age: ageOf(row?.jobAt ?? null, now) },
    journal: { unchained: row?.unchained ?? 0, age: ageOf(row?.unchainedAt ?? null, now) },
    search: { missing: row?.missing ?? 0 },
    scanner: { waiting: scans.waiting, age: ageOf(scans.oldest, now) },
    webhooks: { waiting: hooks.waiting, failing: hooks.failing, paused: hooks.paused, age: ageOf(due, now) },
    backup: { scheduled: backups, age: row?.backupAt ? ageOf(row.backupAt, now) : null, error: row?.backupError ?? '' },
    news,
    wal,
    disk: disk && { free: disk.free, share: freeShare(disk) },
    archive,
    certificate: end,
    versions,
    replication,
  }
}

/** The version of the server, for example 18.6, without what its packager says of it. */
export async function postgresVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`select split_part(current_setting('server_version'), ' ', 1) as version`.execute(db)
  return rows[0]?.version ?? ''
}

const measureCertificate = async (path: string | undefined, now: Date): Promise<SiteState['certificate']> =>
  path === undefined ? null : certificateEnd(path, now).catch(() => null)

async function measureReplication(db: Db, replicated = false): Promise<SiteState['replication']> {
  const { server, replicas, confirmed } = await readReplication(db)
  return replicated || replicas > 0 ? { server, replicas, confirmed: confirmed !== 'no' } : null
}

/** Whoever sets a site up has other things to do first: versions are looked at when its first group is two weeks old. */
const settledAfter = 14 * 86_400_000

async function measureVersions(db: Db, now: Date): Promise<SiteState['versions']> {
  const group = db.selectFrom('sharedWorkingGroup').where('createdAt', '<=', new Date(now.getTime() - settledAfter))
  if (!(await isThere(group.select('id')))) return null
  return { days: daysBehind({ node: process.versions.node, postgres: await postgresVersion(db) }, now) }
}

/**
 * How much of the write-ahead log is kept, and what PostgreSQL means to keep; null on a server that lets us see neither the files nor,
 * through a slot, what they are kept for.
 */
async function measureWal(db: Db): Promise<SiteState['wal']> {
  const { rows } = await sql<{ sees: boolean; most: number; held: number | null }>`select
    has_function_privilege('pg_ls_waldir()', 'execute') as sees,
    (select sum(pg_size_bytes(current_setting(name))) from unnest(array['max_wal_size', 'wal_keep_size']) as name)::bigint as most,
    (select max(pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)) from pg_replication_slots)::bigint as held`.execute(db)
  const [row] = rows
  if (!row) return null
  if (!row.sees) return row.held === null ? null : { bytes: row.held, most: row.most }
  const files = await sql<{ bytes: number }>`select coalesce(sum(size), 0)::bigint as bytes from pg_ls_waldir()`.execute(db)
  return { bytes: files.rows[0]?.bytes ?? 0, most: row.most }
}

/** How the archive of the log is, by what the server knows of who receives it and by what lies in its folder. */
export async function measureArchive(db: Db, folder: string, now: Date): Promise<NonNullable<SiteState['archive']>> {
  const { rows } = await sql<{ system: string; running: boolean; behind: number | null }>`select
    (select system_identifier::text from pg_control_system()) as system,
    coalesce((select active from pg_replication_slots where slot_name = ${slot}), false) as running,
    pg_wal_lsn_diff(pg_current_wal_lsn(), coalesce(
      (select r.flush_lsn from pg_replication_slots s join pg_stat_replication r on r.pid = s.active_pid where s.slot_name = ${slot}),
      (select restart_lsn from pg_replication_slots where slot_name = ${slot})))::bigint as behind`.execute(db)
  const [row] = rows
  const copied = await lastCopied(join(folder, row?.system ?? ''))
  return { running: row?.running ?? false, behind: Math.max(0, row?.behind ?? 0), copy: ageOf(copied ?? null, now) }
}

/** What stands further in the future than anything is ever put off: the clock of this machine or of the database was ahead. */
export async function countAhead(db: Db, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select
    (select count(*) from shared_delivery delivery where state in ('queued', 'deferred') and next_at > ${beyond(now)})
    + (select count(*) from shared_inbound inbound where state = 'waiting' and not_before > ${beyond(now)})
    + (select count(*) from relay_pause where until > ${beyond(now)})
    + (select count(*) from graphile_worker._private_known_crontabs where last_execution > ${soon(now)}) as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** How large the database is, whatever its schema, and how many hours old the newest backup of the schedule is; null where there is none. */
export async function measureKept(pool: Database['pool']): Promise<{ bytes: number; backupHours: number | null }> {
  const { rows } = await pool.query<{ bytes: number; noted: boolean }>(
    "select pg_database_size(current_database())::float8 as bytes, to_regclass('public.backup_run') is not null as noted",
  )
  const { rows: newest } = rows[0]?.noted
    ? await pool.query<{ hours: number | null }>(
        "select (extract(epoch from now() - max(began_at)) / 3600)::int as hours from backup_run where ended_at is not null and error = ''",
      )
    : { rows: [] }
  return { bytes: rows[0]?.bytes ?? 0, backupHours: newest[0]?.hours ?? null }
}

/** The alarms that were told of and are not over. */
export const listStanding = (db: Db) => db.selectFrom('alarm').selectAll().orderBy('since').execute()

/** The newest backups of the schedule. */
export const listBackups = (db: Db, limit = 10) => db.selectFrom('backupRun').selectAll().orderBy('id', 'desc').limit(limit).execute()

/** The newest backup of the schedule that was made whole, and the newest that has ended, however. */
export async function findBackups(db: Db) {
  const ended = db.selectFrom('backupRun').selectAll().where('endedAt', 'is not', null).orderBy('beganAt', 'desc').limit(1)
  return { good: await ended.where('error', '=', '').executeTakeFirst(), last: await ended.executeTakeFirst() }
}

/** Domains to which mail is put off, the most first: a sign that one of them does not want us. */
export async function listDeferrals(db: Db, limit = 20): Promise<{ domain: string; count: number }[]> {
  return db
    .selectFrom('sharedDelivery as delivery')
    .select((e) => ['domain', e.fn.countAll<number>().as('count')])
    .where('state', '=', 'deferred')
    .groupBy('domain')
    .orderBy('count', 'desc')
    .orderBy('domain')
    .limit(limit)
    .execute()
}

/** Jobs that failed again and again, used up their tries or are parked, with what they said last. */
export async function listFailing(
  db: Db,
  limit = 20,
): Promise<{ id: number; task: string; attempts: number; error: string; nextAt: Date | null }[]> {
  const { rows } = await sql<{ id: number; task: string; attempts: number; error: string; nextAt: Date | null }>`
    select id, task_identifier as task, least(attempts, (select try from job_end where job_id = id)) as attempts,
      split_part(last_error, chr(10), 1) as error, case when attempts < max_attempts then run_at end as next_at
    from graphile_worker.jobs where ${needSomebody} order by run_at limit ${limit}`.execute(db)
  return rows
}
