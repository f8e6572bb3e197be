import { sql } from 'kysely'
import { schedule } from '../../src/edges/jobs/tasks.ts'
import { drainJobs } from '../../src/edges/jobs/worker.ts'
import { sortMails } from '../../src/edges/mailroom/jobs.ts'
import type { openWorld } from '../../test/world.ts'

/** A world whose clock is moved. */
export type World = ReturnType<typeof openWorld>

// What nobody reads, writes or waits for: upkeep of indexes, chains and copies. A year of it would be most of the bench's time.
const unseen = new Set([
  'archive.thinChanges',
  // By the bench's strides everything hangs for hours.
  'ballots.alarm',
  'files.sweep',
  'journal.chain',
  'moving.keepRunning',
  'moving.sweep',
  'office.keepBringing',
  'outbox.emptyLetters',
  'outbox.prune',
  'people.index',
  'people.sweep',
  'search.cut',
  'search.turn',
  'search.words',
  'site.backup',
  'site.sweep',
  'site.watch',
  'webhooks.turn',
])

/** The values that a field of a line of cron names; undefined for all. */
function field(text: string): Set<number> | undefined {
  if (text === '*') return undefined
  const values = text.split(',').flatMap((part) => {
    const [range = '', step = '1'] = part.split('/')
    const [from, to] = range === '*' ? [0, 59] : range.split('-').map(Number)
    const last = to ?? from ?? 0
    return Array.from({ length: last - (from ?? 0) + 1 }, (_, at) => (from ?? 0) + at).filter(
      (at) => (at - (from ?? 0)) % Number(step) === 0,
    )
  })
  return new Set(values)
}

const lines = schedule.filter(({ task }) => !unseen.has(task)).map(({ task, match }) => ({ task, fields: match.split(' ').map(field) }))

/** Does a line name a minute between two instants? */
function isDue(fields: (Set<number> | undefined)[], from: Date, to: Date): boolean {
  const [minute, hour, dayOfMonth, month, weekday] = fields
  const fits = (set: Set<number> | undefined, value: number) => set === undefined || set.has(value)
  for (let time = from.getTime() + 60_000; time <= to.getTime(); time += 60_000) {
    const at = new Date(time)
    if (
      fits(minute, at.getUTCMinutes()) &&
      fits(hour, at.getUTCHours()) &&
      fits(dayOfMonth, at.getUTCDate()) &&
      fits(month, at.getUTCMonth() + 1) &&
      fits(weekday, at.getUTCDay())
    )
      return true
  }
  return false
}

/**
 * Lets the queue go by the bench's clock, whatever the machine's: what is put off for minutes counts from the bench's now, and what is for an
 * instant waits for that instant. What waits stands a thousand years on, where the queue's own clock does not come.
 */
export async function keepTime({ db }: World): Promise<void> {
  await sql`create table bench_clock (at timestamptz not null)`.execute(db)
  await sql`insert into bench_clock values (now())`.execute(db)
  await sql`create function bench_when() returns trigger language plpgsql as $$
    declare
      here timestamptz := (select at from bench_clock);
      put_off interval := new.run_at - now();
    begin
      if new.run_at > '2900-01-01' then return new; end if;
      if put_off > interval '-1 minute' and put_off < interval '1 hour' then new.run_at := here + greatest(put_off, interval '0');
      end if;
      new.run_at := case when new.run_at <= here then now() - interval '1 second' else new.run_at + interval '1000 years' end;
      return new;
    end $$`.execute(db)
  await sql`create trigger bench_when before insert on graphile_worker._private_jobs for each row execute function bench_when()`.execute(db)
}

const waiting = (world: World) =>
  sql<{
    due: boolean
    name: string
    error: string | null
  }>`select j.is_available and j.run_at <= clock_timestamp() as due, t.identifier as name,
      j.last_error as error
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where (j.is_available and j.run_at <= clock_timestamp()) or j.last_error is not null`.execute(world.db)

/**
 * Runs all jobs that are due and sorts all mail, until nothing is left to do.
 * @throws where a job failed
 */
export async function settle(world: World): Promise<void> {
  for (;;) {
    while ((await sortMails(world.context)) > 0);
    const { rows } = await waiting(world)
    const failed = rows.filter(({ error }) => error !== null)
    if (failed.length > 0) throw new Error(failed.map(({ name, error }) => `${name}: ${error}`).join('\n'))
    if (!rows.some(({ due }) => due)) return
    await drainJobs(world.database, world.context)
  }
}

/** Moves the clock on and does what is due by then. */
export async function moveTo(world: World, to: Date): Promise<void> {
  const from = world.clock.now
  world.clock.now = to
  await sql`update bench_clock set at = ${to}`.execute(world.db)
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second'
    where run_at > '2900-01-01' and run_at - interval '1000 years' <= ${to}`.execute(world.db)
  for (const { task, fields } of lines)
    if (isDue(fields, from, to)) await sql`select graphile_worker.add_job(${task}, job_key => ${task})`.execute(world.db)
  await settle(world)
}
