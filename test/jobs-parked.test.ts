import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { makeWorld, tokenOf, type World } from './world.ts'

declare module '../src/signed.ts' {
  interface Jobs {
    'test.ends': object
    'test.fails': object
    'test.guilty': object
    'test.innocent': { name: string }
  }
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

/** A process that runs what is due, as after a start: what the one before it held is free again, and due. */
async function run(atOnce = 1, ...together: 'together'[]): Promise<{ said: string; status: number | null }> {
  const args = [join(import.meta.dirname, 'ending-job.ts'), world.url, String(atOnce), ...together]
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  await sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now()`.execute(world.db)
  return { said: stdout, status }
}

test('a job that ended its process twice is parked with its reason, and never begun a third time', async () => {
  await world.write((tx) => enqueue(tx, 'test.ends'))
  expect(await run()).toEqual({ said: 'began\n', status: 9 })
  expect(await run()).toEqual({ said: 'began\n', status: 9 })
  expect(await run()).toEqual({ said: '', status: 0 })
  expect(await run()).toEqual({ said: '', status: 0 })
  const page = await (await (await world.as(world.ada)).get('/admin')).text()
  expect(page).toContain('Parked: the process ended twice while this job ran.')
})

test('an administrator has a parked job tried again, with two ends of the process anew', async () => {
  const ada = await world.as(world.ada)
  const [, again = ''] = /action="(\/admin\/jobs\/\d+\/retry)"/.exec(await (await ada.get('/admin')).text()) ?? []
  expect((await ada.post(again)).status).toBe(303)
  expect(
    await world.db.selectFrom('journal').select(['action', 'details', 'personId']).where('action', '=', 'job.retried').execute(),
  ).toEqual([{ action: 'job.retried', details: { task: 'test.ends' }, personId: world.ada.personId }])
  // It waits to be run, so nothing needs somebody.
  expect((await ada.post(again)).status).toBe(404)
  expect(await run()).toEqual({ said: 'began\n', status: 9 })
  expect(await run()).toEqual({ said: 'began\n', status: 9 })
  expect(await run()).toEqual({ said: '', status: 0 })

  const authorization = `Bearer ${await world.write((tx) => tokenOf(tx, world.clock.now, world.ada))}`
  const answer = await world.app.request('http://rapport.test/api/v1/admin/jobs', { headers: { authorization } })
  const { items } = (await answer.json()) as { items: object[] }
  expect(items[0]).toMatchObject({ task: 'test.ends', attempts: 2, error: expect.stringContaining('Parked:'), nextAt: null })
})

test('a job that used up its tries is tried again, as often as it may be', async () => {
  await world.write((tx) => enqueue(tx, 'test.fails', {}, { tries: 2, key: 'used up' }))
  for (let i = 0; i < 3; i++) await run()
  const job = () =>
    sql<{ id: number }>`select id::int, attempts, max_attempts from graphile_worker._private_jobs where key = 'used up'`.execute(world.db)
  expect((await job()).rows).toMatchObject([{ attempts: 2, maxAttempts: 2 }])
  const ada = await world.as(world.ada)
  expect((await ada.post(`/admin/jobs/${(await job()).rows[0]?.id}/retry`)).status).toBe(303)
  expect((await job()).rows).toMatchObject([{ attempts: 0, maxAttempts: 2 }])
  await sql`delete from graphile_worker._private_jobs where key = 'used up'`.execute(world.db)
})

test('a job that fails while its process lives is tried again, as often as ever', async () => {
  await world.write((tx) => enqueue(tx, 'test.fails'))
  for (let i = 0; i < 4; i++) expect(await run()).toEqual({ said: 'failed\n', status: 0 })
})

test('jobs that ran beside the one that ended the process are done, and it alone is parked', async () => {
  await sql`delete from graphile_worker._private_jobs`.execute(world.db)
  await world.db.deleteFrom('jobEnd').execute()
  for (const name of ['one', 'two']) await world.write((tx) => enqueue(tx, 'test.innocent', { name }))
  await world.write((tx) => enqueue(tx, 'test.guilty'))
  for (const name of ['three', 'four']) await world.write((tx) => enqueue(tx, 'test.innocent', { name }))
  const lines = (said: string) => said.split('\n').filter((line) => /^(began|done) /.test(line))

  // All five run at once: any of them may have ended it.
  const first = await run(5, 'together')
  const names = ['four', 'guilty', 'one', 'three', 'two']
  expect([first.status, lines(first.said).toSorted()]).toEqual([9, names.map((name) => `began ${name}`)])
  // Then one after another, until the guilty one ends it again; those behind it have not begun.
  const second = await run(5)
  const alone = lines(second.said)
  expect([second.status, alone.at(-1)]).toEqual([9, 'began guilty'])
  expect(alone.slice(0, -1).every((line, i) => i % 2 === 0 || line === alone[i - 1]?.replace('began', 'done'))).toBe(true)
  // Who waits for its turn too long comes back later: now, for the test.
  const rest: string[] = []
  const isDone = (name: string) => [...alone, ...rest].includes(`done ${name}`)
  for (let tried = 0; tried < 30 && (tried === 0 || !['one', 'two', 'three', 'four'].every(isDone)); tried++) {
    await sql`update graphile_worker._private_jobs set run_at = now() where run_at > now() and attempts < max_attempts`.execute(world.db)
    const { status, said } = await run(5)
    expect(status).toBe(0)
    rest.push(...lines(said))
  }
  expect(rest.filter((line) => line.endsWith('guilty'))).toEqual([])
  const finished = [...alone, ...rest].filter((line) => line.startsWith('done')).toSorted()
  expect(finished).toEqual(['done four', 'done one', 'done three', 'done two'])
  const { rows } = await sql`select task_identifier as task, last_error like 'Parked:%' as parked from graphile_worker.jobs`.execute(
    world.db,
  )
  expect(rows).toEqual([{ task: 'test.guilty', parked: true }])
  expect(await world.db.selectFrom('jobEnd').select('cutOff').execute()).toEqual([{ cutOff: 2 }])
})

test('a job that was fetched again and again by processes that ended before it began is run', async () => {
  await world.write((tx) => enqueue(tx, 'test.innocent', { name: 'five' }))
  await sql`update graphile_worker._private_jobs set attempts = 3 where task_id = (
    select id from graphile_worker._private_tasks where identifier = 'test.innocent')`.execute(world.db)
  expect(await run()).toEqual({ said: expect.stringMatching(/^began five\ndone five\n/), status: 0 })
})
