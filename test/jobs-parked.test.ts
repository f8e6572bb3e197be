import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '../src/lib/db/enqueue.ts'
import { makeWorld, type World } from './world.ts'

declare module '../src/lib/db/enqueue.ts' {
  interface Jobs {
    'test.ends': object
    'test.fails': object
  }
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.end())

/** A process that runs what is due, as after a start: what the one before it held is free again, and due. */
async function run(): Promise<{ said: string; status: number | null }> {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'ending-job.ts'), world.url], { encoding: 'utf8' })
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

test('a job that fails while its process lives is tried again, as often as ever', async () => {
  await world.write((tx) => enqueue(tx, 'test.fails'))
  for (let i = 0; i < 4; i++) expect(await run()).toEqual({ said: 'failed\n', status: 0 })
})
