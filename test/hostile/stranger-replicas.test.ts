import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/edges/http/app.tsx'
import { Replicas } from '../../src/lib/db/replicas.ts'
import { makeWorld, type World } from '../world.ts'

/** Pages for everybody are read from a replica; a stranger tries to take it from all others. */
let world: World
let replicas: Replicas
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  world = await makeWorld()
  // The same server, by connections that find another answer to whether they are to a replica, and take no writes.
  await sql`create schema closed`.execute(world.db)
  await sql`create function closed.pg_is_in_recovery() returns boolean language sql as 'select true'`.execute(world.db)
  await sql`create function closed.pg_last_wal_replay_lsn() returns pg_lsn language sql as 'select pg_current_wal_lsn()'`.execute(world.db)
  const url = new URL(world.database.url)
  url.searchParams.set('options', '-c timezone=UTC -c default_transaction_read_only=on -c search_path=closed,pg_catalog,public')
  replicas = new Replicas([url.href], world.database, world.database, pino({ level: 'silent' }))
  for (let looks = 0; looks < 3; looks++) await replicas.look()
  app = createApp({ ...world.ground, replicas })
})
afterAll(async () => {
  await replicas.close()
  await world.end()
})

test.each(['/api/v1/lists', '/lists/lectio-l/institutions?q=university', '/', '/sign-in'])(
  'who asks for %s, and is counted, is counted at the primary',
  async (path) => {
    const { turn } = replicas
    for (let asked = 0; asked < 2; asked++) expect((await app.request(path)).status).toBe(200)
    expect([replicas.state(), replicas.turn]).toEqual([[expect.objectContaining({ used: true })], turn])
  },
)

test('a replica that is asked to write is read from as before, and what was asked is done', async () => {
  const { turn } = replicas
  const said = await sql<{
    n: number
  }>`with counted as (insert into rate_window (key, starts_at, taken) values ('tried', now(), 1) returning taken)
    select taken as n from counted`.execute(replicas.db)
  expect([said.rows, replicas.state(), replicas.turn]).toEqual([[{ n: 1 }], [expect.objectContaining({ used: true })], turn])
})
