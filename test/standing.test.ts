import { parseCronItems } from 'graphile-worker'
import { sql } from 'kysely'
import { Client } from 'pg'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startLoop } from '../src/edges/jobs/loop.ts'
import { keepRunning } from '../src/edges/jobs/runner.ts'
import { schedule, tasks } from '../src/edges/jobs/tasks.ts'
import { drainJobs } from '../src/edges/jobs/worker.ts'
import { connect } from '../src/lib/db/connect.ts'
import { watchLeases } from '../src/lib/db/leases.ts'
import { listen } from '../src/lib/db/listen.ts'
import { createDatabase, dropDatabase } from './database.ts'
import { makeEmptyWorld } from './world.ts'

const log = pino({ level: 'silent' })

/** A database of its own, a way to ask it from outside, and workers that are ended with the test. */
async function makeSite() {
  const url = await createDatabase()
  const database = connect(url)
  onTestFinished(async () => {
    await database.close()
    dropDatabase(url)
  })
  const client = new Client({ connectionString: url, application_name: 'a test' })
  await client.connect()
  onTestFinished(() => client.end())
  const ask = async <T extends object>(query: string, values: unknown[] = []) => (await client.query<T>(query, values)).rows
  /** Breaks connections of a name, as the loss of the server or of the line does. */
  const cut = (name: string) =>
    ask('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = current_database()', [name])
  return { url, ask, cut, pool: database.pool }
}

type Site = Awaited<ReturnType<typeof makeSite>>

/** A worker as `rapport serve` runs it, with connections of its own; `do` runs for each job `test.do`. */
async function startWorker(
  { url }: Site,
  act: (payload: { n: number }) => Promise<void>,
  schedule: Parameters<typeof keepRunning>[0]['schedule'] = [],
) {
  const database = connect(url)
  const ear = await listen(url, log, () => {})
  const tasks = (shift: { run(id: string | number, job: () => Promise<void>): Promise<void> }) => ({
    'test.do': (payload: unknown, { job }: { job: { id: string } }) => shift.run(job.id, () => act(payload as { n: number })),
  })
  const runner = await keepRunning({ pool: database.pool, ear, log, tasks, schedule })
  let stopped: Promise<void> | undefined
  const end = async () => {
    await runner.stop()
    await ear.stop()
    await database.close()
  }
  const stop = () => (stopped ??= end())
  onTestFinished(stop)
  return { ear, stop }
}

const addJob = ({ ask }: Site, n: number) => ask(`select graphile_worker.add_job('test.do', json_build_object('n', $1::int))`, [n])
const jobsOf = ({ ask }: Site) => ask<{ lockedBy: string | null }>('select locked_by as "lockedBy" from graphile_worker._private_jobs')

test('who listens hears again after the connection was broken, and holds what it held', async () => {
  const site = await makeSite()
  const heard: string[] = []
  const ear = await listen(site.url, log, (channel) => heard.push(channel))
  onTestFinished(() => ear.stop())
  await ear.hold('a name')
  const held = () =>
    site.ask(
      "select 1 from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())",
    )
  for (let turn = 1; turn <= 3; turn++) {
    await site.cut('rapport worker')
    await expect.poll(async () => (await held()).length).toBe(1)
    await expect.poll(() => ear.deafFor()).toBe(0)
    const say = async () => {
      await site.ask(`select pg_notify('rapport', 'turn ${turn}')`)
      return heard
    }
    await expect.poll(say).toContain(`turn ${turn}`)
  }
})

test('a process that stood still knows that its leases may have been free meanwhile, though no connection of it broke', async () => {
  const site = await makeSite()
  const ear = await listen(site.url, log, () => {})
  onTestFinished(() => ear.stop())
  expect(ear.lapses()).toBe(0)
  const now = performance.now.bind(performance)
  const later = vi.spyOn(performance, 'now').mockImplementation(() => now() + 16_000)
  onTestFinished(() => later.mockRestore())
  expect([ear.lapses(), ear.deafFor()]).toEqual([undefined, 0])
  // At its next beat.
  await expect.poll(() => ear.lapses()).toBe(1)
})

test('a worker whose every connection breaks again and again goes on, and does each job', async () => {
  const site = await makeSite()
  const done = new Set<number>()
  await startWorker(site, async ({ n }) => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    done.add(n)
  })
  for (let n = 0; n < 60; n++) {
    await addJob(site, n)
    if (n % 6 === 5) await site.cut('rapport')
  }
  await expect.poll(() => done.size).toBe(60)
  await expect.poll(async () => (await jobsOf(site)).length).toBe(0)
})

test('what a killed worker held goes on elsewhere once, and what a living one holds stays with it', async () => {
  const site = await makeSite()
  const began: string[] = []
  const gate = Promise.withResolvers<void>()
  const slow =
    (who: string) =>
    async ({ n }: { n: number }) => {
      began.push(`${who}: ${n}`)
      if (n === 1) await gate.promise
    }
  await startWorker(site, slow('first'))
  await addJob(site, 1)
  await expect.poll(() => began).toEqual(['first: 1'])
  // As a process leaves it that was killed in the middle of a job.
  await site.ask(`select graphile_worker.add_job('test.do', '{"n": 2}', queue_name => 'a queue', run_at => now() + interval '1 day')`)
  await site.ask(
    `update graphile_worker._private_jobs set run_at = now(), locked_at = now(), locked_by = 'pool-dead' where payload->>'n' = '2'`,
  )
  await site.ask(`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'pool-dead'`)
  await startWorker(site, slow('second'))
  // Somebody looks every five seconds; the first one loses its lease for a moment meanwhile.
  await site.cut('rapport worker')
  await expect.poll(() => began.filter((line) => line.endsWith(': 2')).length).toBe(1)
  gate.resolve()
  await expect.poll(async () => (await jobsOf(site)).length).toBe(0)
  expect(began.filter((line) => line.endsWith(': 1'))).toEqual(['first: 1'])
  expect(began).toHaveLength(2)
})

test('a lease that is free for a moment frees nothing; one that stays free does, and a held one never', async () => {
  const site = await makeSite()
  const ear = await listen(site.url, log, () => {})
  onTestFinished(() => ear.stop())
  await ear.hold('pool-living')
  await site.ask(`select graphile_worker.add_job('test.do') from generate_series(1, 2)`)
  await site.ask(`update graphile_worker._private_jobs set locked_at = now(), locked_by = (array['pool-living', 'pool-dead'])[id % 2 + 1]`)
  const look = watchLeases(site.pool)
  expect(await look(0)).toEqual([])
  expect(await look(19_000)).toEqual([])
  expect(await look(20_000)).toEqual(['pool-dead'])
  expect(await look(90_000)).toEqual([])
  const holders = (await jobsOf(site)).map(({ lockedBy }) => lockedBy)
  expect(new Set(holders)).toEqual(new Set(['pool-living', null]))

  await ear.letGo('pool-living')
  expect(await look(100_000)).toEqual([])
  await ear.hold('pool-living')
  expect(await look(110_000)).toEqual([])
  await ear.letGo('pool-living')
  expect(await look(120_000)).toEqual([])
  expect(await look(140_000)).toEqual(['pool-living'])
})

test('with two workers what the schedule asks for happens once', async () => {
  const site = await makeSite()
  // Ten minutes in which nobody ran: both catch up at once, as they do when a minute turns.
  await site.ask(`insert into graphile_worker._private_known_crontabs (identifier, known_since) values ('once', now() - interval '1 day')`)
  const schedule = parseCronItems([{ task: 'test.do', match: '* * * * *', identifier: 'once', options: { backfillPeriod: 600_000 } }])
  const times: string[] = []
  const act = async (payload: object) => {
    times.push((payload as { _cron: { ts: string } })._cron.ts)
  }
  await Promise.all([startWorker(site, act, schedule), startWorker(site, act, schedule)])
  await expect.poll(() => times.length).toBeGreaterThanOrEqual(9)
  await expect.poll(async () => (await jobsOf(site)).length).toBe(0)
  expect(new Set(times).size).toBe(times.length)
})

test('what comes each day or week is made up for where it was missed, what comes each hour is not', () => {
  const hours = new Map(schedule.map(({ task, options }) => [task, options.backfillPeriod / 3_600_000]))
  const some = ['site.backup', 'charter.digest', 'list.weeklySummaries', 'charter.remindActions', 'meetings.keepUp', 'news.turn']
  expect(some.map((task) => hours.get(task))).toEqual([24, 24, 72, 72, 0, 0])
})

test('a job that loses its connection is done again, and spends none of its tries', async () => {
  const world = await makeEmptyWorld()
  onTestFinished(() => world.end())
  let begun = 0
  tasks['test.breaks'] = (_, { write }) =>
    write(async (tx) => {
      if (++begun < 3) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
    })
  onTestFinished(() => void delete tasks['test.breaks'])
  await sql`select graphile_worker.add_job('test.breaks', '{}')`.execute(world.db)
  await drainJobs(world.database, world.context)
  expect(begun).toBe(3)
  const left = await sql`select last_error from graphile_worker._private_jobs`.execute(world.db)
  expect(left.rows).toEqual([])
})

test('a step that fails is tried again, and waking does not hurry it', async () => {
  let tries = 0
  const again = Promise.withResolvers<void>()
  const loop = startLoop('a test', log, async () => {
    if (++tries === 3) again.resolve()
    if (tries < 3) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
    return 0
  })
  for (let turn = 0; turn < 1_000; turn++) {
    loop.wake()
    await Promise.resolve()
  }
  expect(tries).toBe(1)
  await again.promise
  await loop.stop()
  expect(tries).toBe(3)
})
