import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { tasks } from '../src/edges/jobs/tasks.ts'
import { verifyJournal } from '../src/journal/queries.ts'
import { connect } from '../src/lib/db/connect.ts'
import { dumpSchema } from '../src/lib/db/dump.ts'
import { withDatabase } from '../src/lib/db/embedded-socket.ts'
import { MigrationError, migrate } from '../src/lib/db/migrate.ts'
import { checkBackup, restoreBackup } from '../src/lib/db/restore.ts'
import { createDatabase, dropDatabase } from './database.ts'
import { openWorld } from './world.ts'

// A furnished site of the program before its first release, with a row in nearly every table, letters and jobs that wait.
const site = join(import.meta.dirname, 'upgrade/before-the-first-release.rapport')

async function bareDatabase(): Promise<{ url: string; pool: pg.Pool }> {
  const name = `bare_${Math.random().toString(36).slice(2)}`
  const admin = new pg.Client({ connectionString: inject('serverUrl') })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = withDatabase(inject('serverUrl'), name)
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  // What is dropped may end a connection that was still being closed.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  onTestFinished(async () => {
    await pool.end()
    dropDatabase(url)
  })
  return { url, pool }
}

/** What the database of that program says of the steps that it took. */
const stepsOfOld = async () => (await checkBackup(site)).head.migrations

async function takeOldSteps(url: string, pool: pg.Pool, last = Number.POSITIVE_INFINITY): Promise<void> {
  await migrate(url, 1)
  await pool.query('truncate migration')
  for (const { id, name, sha256 } of (await stepsOfOld()).filter((step) => step.id <= last))
    await pool.query('insert into migration (id, name, sha256) values ($1, $2, $3)', [id, name, sha256])
}

test('a database of the program before the first release goes on from where it is, and ends like a new one', async () => {
  const { url, pool } = await bareDatabase()
  await takeOldSteps(url, pool)
  const steps = await migrate(url)
  expect(steps[0]).toMatch(/^0200_/)
  expect(await migrate(url)).toEqual([])
  const fresh = await createDatabase()
  const database = connect(fresh, { size: 1 })
  onTestFinished(async () => {
    await database.close()
    dropDatabase(fresh)
  })
  expect(await dumpSchema(pool)).toBe(await dumpSchema(database.pool))
})

test('one that is older yet is told what to do, and is not touched', async () => {
  const { url, pool } = await bareDatabase()
  await takeOldSteps(url, pool, 183)
  await expect(migrate(url)).rejects.toThrow(MigrationError)
  await expect(migrate(url)).rejects.toThrow('older than the first release')
  expect((await pool.query('select max(id) as id from migration')).rows).toEqual([{ id: 183 }])
})

test('a backup of it is a whole site of today: people, mail, search, journal; and what was secret is closed', async () => {
  const { url, pool } = await bareDatabase()
  const checked = await checkBackup(site)
  await restoreBackup(url, site, checked, { log: pino({ level: 'silent' }) })
  for (const { name, rows } of checked.manifest.entries.filter((entry) => entry.name.startsWith('table/'))) {
    // Whoever had what waits by mail has it as the week's letter.
    const table = name.slice('table/'.length).replace(/^today_mail$/, 'week_choice')
    const { rows: counted } = await pool.query<{ count: number }>(`select count(*)::int as count from ${pg.escapeIdentifier(table)}`)
    // What the site shows changes with what a step changes of it.
    if (table === 'site_change') expect(counted[0]?.count).toBeGreaterThanOrEqual(rows)
    else expect([table, counted[0]?.count]).toEqual([table, rows])
  }
  const world = openWorld(url)
  onTestFinished(() => world.leave())
  const carla = await world.as({ name: 'Carla', email: 'carla@carla.example', personId: 0, addressId: 0 })
  for (const path of ['/', '/lists/lectio-l/threads', '/requests', '/meetings', '/charter', '/search?q=rollover']) {
    expect([path, (await carla.get(path)).status]).toEqual([path, 200])
  }
  await world.settle()
  await tasks['outbox.emptyLetters']?.({} as never, world.context)
  const open = await pool.query('select id from letter where secret and not sealed and length(bytes) > 0')
  expect(open.rows).toEqual([])
  expect(await verifyJournal(world.db)).toMatchObject({ brokenAt: null })
})

test('steps that it can live with do not keep the version before from starting again, others do; the check says so', async () => {
  const { url, pool } = await bareDatabase()
  const check = () =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../src/edges/cli/main.ts'), 'upgrade', '--check'], {
      encoding: 'utf8',
      env: { ...process.env, RAPPORT_DATABASE_URL: url, RAPPORT_DATA: join(inject('runFolder'), 'nowhere') },
    })
  await migrate(url, 420)
  const due = check()
  expect([due.status, due.stderr]).toEqual([0, ''])
  expect(due.stdout).toMatch(
    /updates of the database when this version starts.*0442_steps_beside\.sql .*cannot run with it.*no scheduled backup.*restore a backup/s,
  )
  expect(await migrate(url)).toContain('0442_steps_beside.sql')
  expect(check().stdout).toMatch(/nothing would change.*set the link/s)

  // A process of this version that runs meanwhile says whether it can go on.
  const world = openWorld(url)
  onTestFinished(() => world.database.close())
  const ready = async () => {
    const answer = await world.app.request('/readyz')
    return [answer.status, ((await answer.json()) as { newerMigrations: number }).newerMigrations]
  }
  expect(await ready()).toEqual([200, 0])

  // Of a version to come.
  await pool.query("insert into migration (id, name, sha256, beside) values (9001, '9001_wider', 'x', true)")
  expect(await migrate(url)).toEqual([])
  expect(check().stdout).toContain('The database already has one update of a newer version.')
  expect(await ready()).toEqual([200, 0])
  await pool.query("insert into migration (id, name, sha256) values (9002, '9002_other', 'x')")
  await expect(migrate(url)).rejects.toThrow('Install the newer version')
  expect(await ready()).toEqual([503, 1])
  const refused = check()
  expect([refused.status, refused.stdout]).toEqual([
    1,
    expect.stringContaining('This version would not start: The database is at step 9002'),
  ])
})

test('a step that met the locks of the version before, which goes on, is taken again', async () => {
  const { url, pool } = await bareDatabase()
  await migrate(url, 517)
  const before = new pg.Client({ connectionString: url })
  await before.connect()
  onTestFinished(() => before.end())
  // It keeps a mail: the thread, and then what counts by month. Of the two that wait it is the migration that finds it out.
  await before.query("begin; set local deadlock_timeout = '10min'; lock table thread in row exclusive mode")
  // It looks once, so long after it began to wait: the other one has to have met it by then.
  await pool.query(`alter database ${new URL(url).pathname.slice(1)} set deadlock_timeout = '5s'`)
  const taken = migrate(url)
  const waits = `select from pg_locks where not granted and relation = 'thread'::regclass
    and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await pool.query(waits)).rowCount).toBe(1)
  await before.query('lock table list_month in row exclusive mode; commit')
  expect(await taken).toContain('0518_archive_growth.sql')
})

test('who was in UTC because nobody had asked them has no zone any more, and who had chosen one keeps it', async () => {
  const { url, pool } = await bareDatabase()
  await migrate(url, 312)
  await pool.query("insert into person (name) values ('Never asked'); insert into person (name, zone) values ('Chose', 'Asia/Tokyo')")
  await migrate(url)
  const { rows } = await pool.query('select name, zone, zone_from from person order by id')
  expect(rows).toEqual([
    { name: 'Never asked', zone: null, zone_from: null },
    { name: 'Chose', zone: 'Asia/Tokyo', zone_from: 'person' },
  ])
})

test('talks that have their slot already: what is not for everybody leaves agendas, and a date of before is no news', async () => {
  const { url, pool } = await bareDatabase()
  await migrate(url, 740)
  await pool.query(`set session_replication_role = replica;
    insert into meeting (slug, title, starts_at, ends_at, zone, uid, created_at, changed_at)
      values ('m', 'M', '2027-01-01T12:00Z', '2027-01-01T13:00Z', 'UTC', 'u', now(), now());
    insert into talk (slug, group_id, title, visibility, state, meeting_id, proposed_at, changed_at)
      values ('a', 1, 'For all', 'public', 'scheduled', 1, now(), now()), ('b', 1, 'For us', 'group', 'scheduled', 1, now(), now());
    insert into agenda_item (meeting_id, position, title, source, created_at)
      values (1, 10, 'For all', 'talk:1', now()), (1, 20, 'For us', 'talk:2', now()), (1, 30, 'Other', '', now());
    insert into search_document (kind, subject_id, audience, at, title, vector) values ('meeting', 1, 'public', now(), 'M', '')`)
  await migrate(url)
  const items = await pool.query('select title from agenda_item where internal')
  expect(items.rows).toEqual([{ title: 'For us' }])
  expect((await pool.query('select audience from search_document')).rows).toEqual([{ audience: 'group:1' }])
  const told = await pool.query('select proposer_told_for as at from talk')
  expect(told.rows.map(({ at }) => at.toISOString())).toEqual(Array.from({ length: 2 }, () => '2027-01-01T12:00:00.000Z'))
})
