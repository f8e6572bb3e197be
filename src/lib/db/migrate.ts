import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { hasTable } from './backup-catalogue.ts'
import { longClient } from './client.ts'

// The same depth from src/ and from dist/, so that the SQL is kept once.
const folder = resolve(import.meta.dirname, '../../../src/lib/db/migrations')

/** A database that this program must not touch: newer than the program, or changed by hand. */
export class MigrationError extends Error {}

/** One numbered file of `migrations/`. */
export interface Migration {
  id: number
  name: string
  sql: string
  sha256: string
  /** Its first line says `-- beside`: programs that do not know it run on, and may be started again (docs/operators/upgrade.md). */
  beside: boolean
}

/** The migrations that this program brings, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    files.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return {
        id: Number(name.slice(0, 4)),
        name,
        sql,
        sha256: createHash('sha256').update(sql).digest('hex'),
        beside: /^-- beside\b/.test(sql),
      }
    }),
  )
}

// Any number will do, as long as every Rapport takes the same: one migrates, the others wait.
const lock = 7_271_830

// Before the first release seventy steps made what the first one makes now. Who took them all has taken it; the last of them stands for all.
const before = { last: 192, sha256: 'b5bb574e7d9785f3c0463b7a378aaebfb1ec0612c23741e694973d12c5a0b0b3' }

/** Steps that were taken, as this program knows them: the seventy before the first release are its first. */
export function asKnown(taken: ReadonlyMap<number, string>, known: readonly Migration[]): Map<number, string> {
  const beginning = known[0]
  if (!beginning || taken.get(before.last) !== before.sha256) return new Map(taken)
  return new Map([[beginning.id, beginning.sha256], ...[...taken].filter(([id]) => id > before.last)])
}

async function appliedMigrations(client: pg.Client): Promise<Map<number, string>> {
  await client.query(
    'create table if not exists migration (id integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ id: number; sha256: string }>('select id, sha256 from migration')
  return new Map(rows.map((row) => [row.id, row.sha256]))
}

/** The steps of a newer program that this one can live with, as that one noted when it took them. */
async function stepsBeside(client: pg.Client | pg.Pool): Promise<Set<number>> {
  // Through JSON: a database of before has no such column.
  const { rows } = await client.query<{ id: number }>("select id from migration where (to_jsonb(migration) ->> 'beside')::boolean")
  return new Set(rows.map(({ id }) => id))
}

function checkApplied(applied: Map<number, string>, known: Migration[], beside: ReadonlySet<number>) {
  const newest = known.at(-1)?.id ?? 0
  for (const [id, sha256] of applied) {
    const mine = known.find((migration) => migration.id === id)
    if (!mine && id > newest && !beside.has(id))
      throw new MigrationError(
        `The database is at step ${id}, this Rapport knows ${newest}: it is older than the data. Install the newer version.`,
      )
    if (mine && mine === known[0] && mine.sha256 !== sha256)
      throw new MigrationError(
        `The database is older than the first release. Bring it to step ${before.last} with the program that made it, then start this one.`,
      )
    if (mine && mine.sha256 !== sha256)
      throw new MigrationError(`Migration ${mine.name} was changed after it was applied; a new step is needed instead.`)
  }
}

// The version before may go on beside a step, and lock the same tables in another order.
const tries = 5
const deadlock = '40P01'

/** Takes one step; again where it met the locks of somebody who waited for it. */
async function take(client: pg.Client, step: Migration, left = tries): Promise<void> {
  await client.query('begin')
  try {
    await client.query(step.sql)
    await client.query('insert into migration (id, name, sha256) values ($1, $2, $3)', [step.id, step.name, step.sha256])
    if (step.beside) await client.query('update migration set beside = true where id = $1', [step.id])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    if ((error as { code?: string }).code === deadlock && left > 1) return take(client, step, left - 1)
    throw new MigrationError(`Migration ${step.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * Brings a database to the schema of this program, each step in a transaction of its own.
 * @param url postgres URL
 * @param until stop after this step (restoring a backup of an older version); all when not given
 * @returns the names of the steps applied now
 * @throws MigrationError when the database is newer than the program or a step was changed afterwards
 */
export async function migrate(url: string, until = Number.POSITIVE_INFINITY): Promise<string[]> {
  const client = longClient(url, 'rapport migrate')
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const known = await readMigrations()
    const applied = asKnown(await appliedMigrations(client), known)
    checkApplied(applied, known, await stepsBeside(client))
    const due = known.filter((migration) => !applied.has(migration.id) && migration.id <= until)
    for (const step of due) await take(client, step)
    return due.map((step) => step.name)
  } finally {
    await client.end()
  }
}

/**
 * What this program would do to the database of a pool, and whether it can: the steps that are missing, and why it would refuse.
 * Changes nothing.
 */
export async function planMigration(pool: pg.Pool): Promise<{ due: Migration[]; refusal?: string; unknown: number }> {
  const known = await readMigrations()
  if (!(await hasTable(pool, 'public.migration'))) return { due: known, unknown: 0 }
  const { rows } = await pool.query<{ id: number; sha256: string }>('select id, sha256 from migration')
  const applied = asKnown(new Map(rows.map(({ id, sha256 }) => [id, sha256])), known)
  const due = known.filter(({ id }) => !applied.has(id))
  const unknown = [...applied.keys()].filter((id) => id > (known.at(-1)?.id ?? 0)).length
  try {
    checkApplied(applied, known, await stepsBeside(pool))
    return { due, unknown }
  } catch (error) {
    return { due, unknown, refusal: (error as Error).message }
  }
}

/** How the schema of a database and that of this program differ. For `/readyz`. */
export async function compareSchema(pool: pg.Pool): Promise<{ pending: number; beyond: number }> {
  const [known, { rows }, beside] = await Promise.all([
    readMigrations(),
    pool.query<{ id: number }>('select id from migration'),
    stepsBeside(pool),
  ])
  const applied = new Set(rows.map((row) => row.id))
  const newest = known.at(-1)?.id ?? 0
  return {
    /** Steps of this program that are missing. */
    pending: known.filter(({ id }) => !applied.has(id)).length,
    /** Steps of a newer program that this one cannot live with. */
    beyond: [...applied].filter((id) => id > newest && !beside.has(id)).length,
  }
}

/** Is anything of this program's schema missing in the database? */
export const pendingMigrations = async (pool: pg.Pool): Promise<number> => (await compareSchema(pool)).pending
