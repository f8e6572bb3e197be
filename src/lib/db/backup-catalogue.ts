import type pg from 'pg'

/** A table whose rows a backup keeps. */
export interface KeptTable {
  name: string
  columns: string[]
}

/** The name or value as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

// `migration` says what the schema is and is written by migrating; an unlogged table holds what a crash may lose too. A backup lives
// longer than a ballot: with `ballot_key` it could say for ever who voted what (docs/ballots/secrecy.md). Jobs get new numbers, so that `job_end` would speak of others.
const keptTables = `
  select c.relname as name, json_agg(a.attname order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
    and c.relnamespace = 'public'::regnamespace and c.relname not in ('migration', 'ballot_key', 'job_end')
  group by c.relname order by c.relname`

/** The tables of the schema, in the order of their names. */
export const listTables = async (client: pg.ClientBase): Promise<KeptTable[]> => (await client.query<KeptTable>(keptTables)).rows

/** Is there a table of this name, as `public.migration`? */
export async function hasTable(client: pg.ClientBase | pg.Pool, name: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [name])
  return rows[0]?.there === true
}

/** How far the numbers of an identity column have been given out. */
export interface Counter {
  table: string
  column: string
  last: number
}

const counters = `
  select t.relname as table, a.attname as column, q.last_value::float8 as last
  from pg_sequences q join pg_class s on s.relname = q.sequencename and s.relnamespace = 'public'::regnamespace
  join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('i', 'a')
  join pg_class t on t.oid = d.refobjid join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
  where q.schemaname = 'public' and q.last_value is not null order by t.relname, a.attname`

/** The sequences of the database, with where each stands. */
export const listCounters = async (client: pg.ClientBase): Promise<Counter[]> => (await client.query<Counter>(counters)).rows

/** Sets a counter so that the next number is a new one. */
export const setCounter = (client: pg.ClientBase, { table, column, last }: Counter) =>
  client.query('select setval(pg_get_serial_sequence(quote_ident($1), $2), $3::bigint)', [table, column, last])

// A foreign key first needs the unique index it points to, so keys are made after indexes and dropped before them.
const dependents = `
  select format('alter table %I drop constraint %I', r.relname, k.conname) as drop,
    format('alter table %I add constraint %I %s', r.relname, k.conname, pg_get_constraintdef(k.oid)) as make, 1 as step
  from pg_constraint k join pg_class r on r.oid = k.conrelid
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0
  union all
  select format('drop index %I', x.relname), pg_get_indexdef(i.indexrelid), 0
  from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`

/**
 * Takes foreign keys, indexes and triggers out of the way of a load. Needs to own the tables and nothing more: leaving keys
 * unchecked instead is a superuser's right. Making them again checks every row.
 * @returns what makes them again
 */
export async function suspendChecks(client: pg.ClientBase, tables: KeptTable[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; make: string; step: number }>(dependents)
  const order = rows.toSorted((a, b) => a.step - b.step)
  for (const { drop } of order.toReversed()) await client.query(drop)
  for (const { name } of tables) await client.query(`alter table ${quoted(name)} disable trigger user`)
  return async () => {
    for (const { make } of order) await client.query(make)
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`)
  }
}

// In words of our own, since the queue's tables are its author's to change: what add_job takes, and nothing else.
export const jobsQuery = `
  select json_build_object('task', t.identifier, 'payload', j.payload, 'queue', q.queue_name, 'runAt', j.run_at,
    'maxAttempts', j.max_attempts, 'key', j.key, 'priority', j.priority)
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id`

export const addJobs = `
  select count(graphile_worker.add_job(j->>'task', payload => (j->'payload')::json, queue_name => j->>'queue',
    run_at => (j->>'runAt')::timestamptz, max_attempts => (j->>'maxAttempts')::int, job_key => j->>'key',
    priority => (j->>'priority')::int)) from restored_job`
