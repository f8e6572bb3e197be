import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { pino } from 'pino'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { createAuth } from '../src/auth.ts'
import { moveJournal } from '../src/edges/cli/journal.ts'
import { createApp } from '../src/edges/http/app.tsx'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { dropFile, keepFile } from '../src/files/actions.ts'
import { readFileBytes } from '../src/files/queries.ts'
import { chainJournal } from '../src/journal/actions.ts'
import { listJournalFiles, verifyJournal } from '../src/journal/queries.ts'
import { takeBackup } from '../src/lib/db/backup.ts'
import { connect } from '../src/lib/db/connect.ts'
import { withDatabase } from '../src/lib/db/embedded-socket.ts'
import { migrate } from '../src/lib/db/migrate.ts'
import { checkBackup, restoreBackup } from '../src/lib/db/restore.ts'
import { backUp } from '../src/operations/watch/backup.ts'
import { createDatabase, dropDatabase } from './database.ts'
import { makeFolder, root, start } from './embedded-world.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

const folder = () => mkdtempSync(join(inject('runFolder'), 'backup-'))
const log = pino({ level: 'silent' })

async function newWorld(): Promise<World> {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  return world
}

/** A database without anything in it, not even a schema. */
async function bareDatabase(): Promise<string> {
  const name = `bare_${Math.random().toString(36).slice(2)}`
  await query(inject('serverUrl'), `create database ${name}`)
  const url = withDatabase(inject('serverUrl'), name)
  onTestFinished(() => dropDatabase(url))
  return url
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

const post = (world: World, number: number, more: Partial<Parameters<typeof mail>[0]> = {}) =>
  acceptMail(world.write, {
    raw: mail({ from: 'Maria <maria@maria.example>', subject: `Post ${number}`, id: `post-${number}@test.example`, ...more }),
    mailFrom: 'maria@maria.example',
    rcptTo: ['lectio-l@lists.localhost'],
    via: 'mail',
    personId: world.maria.personId,
  })

async function populated(): Promise<World> {
  const world = await newWorld()
  await post(world, 1, {
    text: 'Citations vanish.\nBackslash \\ tab \t and ünïcödé.',
    attachment: { name: 'shot.png', content: 'pixels\0\n' },
  })
  await post(world, 2, { inReplyTo: 'post-1@test.example', references: ['gone@test.example', 'post-1@test.example'] })
  await post(world, 3)
  await world.settle()
  await world.write((tx) => chainJournal(tx))
  return world
}

const keys = (world: World) => ({ secret: world.site.secret, withSecret: true })

async function backupOf(world: World) {
  const file = join(folder(), 'all.rapport')
  await takeBackup(world.url, file, keys(world))
  return file
}

async function restoreInto(url: string, file: string, secret?: string) {
  await restoreBackup(url, file, await checkBackup(file, secret), { log })
}

/** The same site on another database: same secret, so the cookies of the first are good here. */
function siteAt(world: World, url: string) {
  const database = connect(url, { size: 4 })
  onTestFinished(() => database.close())
  const auth = createAuth({ db: database.db, write: database.write, site: world.site, now: world.context.now })
  const context = { ...world.context, db: database.db, write: database.write, auth }
  return { app: createApp({ ...world.ground, database, context }), database }
}

/** What rows there are, table by table, by the hashes of a backup. */
async function rowsOf(url: string): Promise<string[]> {
  const { manifest } = await takeBackup(url, join(folder(), 'rows'), { secret: 'x', withSecret: false })
  return manifest.entries.filter((entry) => entry.name.startsWith('table/')).map(({ name, rows, sha256 }) => `${name} ${rows} ${sha256}`)
}

describe('a backup', () => {
  test('brings everything back: rows, pages, sessions, jobs, numbers and the journal', async () => {
    const world = await populated()
    await world.write((tx) => chainJournal(tx))
    // Old years of the journal stand in a file: the backup names it, and the chain holds without it.
    await moveJournal(world.database, new Date('2027-01-01'), { store: undefined, folder: folder() }, () => {})
    await query(
      world.url,
      `select graphile_worker.add_job('list.help', '{"listId":1,"email":"a@b.example"}', job_key => 'one', run_at => '2027-01-01')`,
    )
    const maria = await world.as(world.maria)
    const file = await backupOf(world)
    const url = await bareDatabase()
    const [moved] = await listJournalFiles(world.db)
    expect((await checkBackup(file)).manifest.journalFiles).toEqual([{ name: moved?.name, place: moved?.place }])

    await restoreInto(url, file)

    expect(await rowsOf(url)).toEqual(await rowsOf(world.url))
    const { app, database } = siteAt(world, url)
    const cookie = [...maria.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    for (const path of [
      '/lists/lectio-l/threads',
      '/lists/lectio-l/m/post-1%40test.example',
      '/lists/lectio-l/m/post-1%40test.example/raw',
      '/search?q=citations',
    ]) {
      const [before, after] = [await maria.get(path), await app.request(`http://rapport.test${path}`, { headers: { cookie } })]
      expect([path, before.status, after.status]).toEqual([path, 200, 200])
      const plain = async (answer: Response) => (await answer.text()).replaceAll(/nonce="[^"]*"/g, '')
      expect(await plain(after)).toBe(await plain(before))
    }
    const jobs = 'select task_identifier, key, run_at from graphile_worker.jobs order by 1, 2'
    expect(await query(url, jobs)).toEqual(await query(world.url, jobs))
    expect((await verifyJournal(database.db)).brokenAt).toBeNull()
    // The next row gets a number that no row had, and what the schema refuses is refused again.
    const next = await query(url, "insert into person (name) values ('New') returning id > (select max(id) from person) as fresh")
    expect(next).toEqual([{ fresh: true }])
    await expect(query(url, 'delete from journal')).rejects.toThrow('append-only')
    await expect(query(url, 'delete from list')).rejects.toThrow('foreign key')
  })

  test('taken while mails arrive holds each mail whole or not at all', async () => {
    const world = await populated()
    let going = true
    const sender = (async () => {
      for (let number = 100; going; number++) {
        await post(world, number)
        if (number % 5 === 0) await world.settle()
      }
    })()
    const files = []
    for (let round = 0; round < 4; round++) files.push(await backupOf(world))
    going = false
    await sender
    await world.settle()

    for (const file of files) {
      const url = await bareDatabase()
      // Keys are made again over all rows, so that a torn snapshot would fail here.
      await restoreInto(url, file)
      const [counts] = await query(
        url,
        `select (select count(*) from inbound where state = 'settled') as settled, (select count(*) from message) as messages,
          (select count(*) from delivery where message_id is not null) as deliveries, (select count(*) from search_document) as documents`,
      )
      expect(counts).toMatchObject({ messages: counts?.settled, documents: counts?.settled, deliveries: 3 * Number(counts?.settled) })
    }
  })

  test('is one file that its owner alone can read, and leaves nothing else behind', async () => {
    const world = await populated()
    const file = await backupOf(world)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(file, '..'))).toEqual(['all.rapport'])
    await expect(takeBackup(world.url, file, keys(world))).rejects.toThrow('already exists')
    await expect(takeBackup(await bareDatabase(), join(folder(), 'none'), keys(world))).rejects.toThrow('holds no Rapport')
  })

  test('that fails half-way is no file at all', async () => {
    const world = await populated()
    const file = join(folder(), 'half')
    const stop = () => {
      throw new Error('pulled the plug')
    }
    await expect(takeBackup(world.url, file, { ...keys(world), progress: stop })).rejects.toThrow('pulled the plug')
    expect(readdirSync(join(file, '..'))).toEqual([])
  })
})

describe('with contents of files beside it a backup', () => {
  const at = new Date('2026-11-29T02:30:00Z')
  const plan = (world: World, into: string) => ({ folder: into, keep: 1, filesBeside: true, url: world.url, ...keys(world) })
  const bring = (world: World, name: string, content: Buffer) =>
    world.write((tx) => keepFile(tx, { name, content, type: 'text/plain', personId: world.maria.personId, at }))
  const contents = (into: string) =>
    readdirSync(join(into, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()

  test('copies each once, brings them back, and drops what no backup names', async () => {
    const world = await populated()
    const into = folder()
    const large = Buffer.alloc(2_500_000, 'Rollover. ')
    const [kept, gone] = [await bring(world, 'large.txt', large), await bring(world, 'gone.txt', Buffer.from('gone'))]
    const first = await backUp(plan(world, into), at)
    const before = contents(into)
    expect(before).toHaveLength(2)
    const numbers = before.map((path) => statSync(path).ino)
    await world.write((tx) => dropFile(tx, gone.id))
    const next = await bring(world, 'next.txt', Buffer.from('next'))
    const second = await backUp(plan(world, into), new Date(at.getTime() + 86_400_000))
    // The first backup is over its time, and with it what it alone named.
    expect([existsSync(first.file), contents(into).length]).toEqual([false, 2])
    const [path = ''] = contents(into).filter((one) => one.endsWith(kept.sha256.toString('hex')))
    expect(numbers).toContain(statSync(path).ino)
    expect(second.bytes).toBeLessThan(first.bytes + 50_000)

    const url = await bareDatabase()
    await restoreInto(url, second.file)
    const database = connect(url, { size: 2 })
    onTestFinished(() => database.close())
    const bytes = Buffer.concat(await Array.fromAsync(readFileBytes(database.db, kept.id)))
    expect(bytes.equals(large)).toBe(true)
    expect(Buffer.concat(await Array.fromAsync(readFileBytes(database.db, next.id))).toString()).toBe('next')

    // A byte that changed, and one that is missing, are found before anything is done.
    writeFileSync(path, Buffer.alloc(large.length, 'x'))
    await expect(checkBackup(second.file)).rejects.toThrow('1 of 2 files that the backup names are missing or damaged')
    rmSync(path)
    await expect(checkBackup(second.file)).rejects.toThrow('--files FOLDER')
    await backUp(plan(world, into), new Date(at.getTime() + 2 * 86_400_000))
    expect(readFileSync(path).equals(large)).toBe(true)
  })
})

describe('a restore refuses, and changes nothing,', () => {
  test('a file with a changed, a missing or an added byte', async () => {
    const world = await populated()
    const file = await backupOf(world)
    const bytes = readFileSync(file)
    const places = [40, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 30]
    const damaged = [
      ...places.map((place) => Buffer.concat([bytes.subarray(0, place), Buffer.from([bytes[place]! ^ 0x55]), bytes.subarray(place + 1)])),
      bytes.subarray(0, bytes.length - 1),
      bytes.subarray(0, Math.floor(bytes.length / 2)),
      bytes.subarray(0, 20),
    ]
    for (const copy of damaged) {
      writeFileSync(`${file}.copy`, copy)
      await expect(checkBackup(`${file}.copy`)).rejects.toThrow(/damaged|edited/)
    }
    writeFileSync(`${file}.copy`, 'From nobody')
    await expect(checkBackup(`${file}.copy`)).rejects.toThrow('is no backup of Rapport')
    await expect(checkBackup(`${file}.gone`)).rejects.toThrow('there is no such file')
  })

  test('a backup of another secret', async () => {
    const file = await backupOf(await populated())
    await expect(checkBackup(file, 'another secret, long enough')).rejects.toThrow('another RAPPORT_SECRET')
  })

  test('a database with somebody in it, or with the tables of another program', async () => {
    const world = await populated()
    const file = await backupOf(world)
    const before = await rowsOf(world.url)
    await expect(restoreInto(world.url, file)).rejects.toThrow('The database is not empty')
    expect(await rowsOf(world.url)).toEqual(before)

    const foreign = await bareDatabase()
    await query(foreign, 'create table invoice (id int)')
    await expect(restoreInto(foreign, file)).rejects.toThrow('another program')
  })

  test('a backup of a newer Rapport', async () => {
    const world = await populated()
    await query(world.url, "insert into migration (id, name, sha256) values (9999, '9999_future.sql', '')")
    await expect(restoreInto(await bareDatabase(), await backupOf(world))).rejects.toThrow('step 9999, this Rapport')
  })

  test('a load that fails leaves the database empty, and it can be tried again', async () => {
    const world = await populated()
    const file = await backupOf(world)
    const url = await createDatabase()
    onTestFinished(() => dropDatabase(url))
    const fail = () => Promise.reject(new Error('no more disk'))
    await expect(restoreBackup(url, file, await checkBackup(file), { log, beforeCommit: fail })).rejects.toThrow('no more disk')
    expect(await query(url, 'select count(*)::int as people from person')).toEqual([{ people: 0 }])
    await restoreInto(url, file)
    expect(await rowsOf(url)).toEqual(await rowsOf(world.url))
  })
})

test('a restore needs a role that owns the database, and no more', async () => {
  const world = await populated()
  const file = await backupOf(world)
  const admin = await bareDatabase()
  const bare = new URL(admin)
  const role = `owner_${Math.random().toString(36).slice(2)}`
  await query(admin, `create role ${role} login; alter database ${bare.pathname.slice(1)} owner to ${role}`)
  onTestFinished(() => query(admin, `reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`).then(() => {}))
  bare.username = role
  await restoreInto(bare.href, file)
  expect(await rowsOf(bare.href)).toEqual(await rowsOf(world.url))
})

test('an older backup is brought on to the step of this program', async () => {
  const url = await bareDatabase()
  await migrate(url, 1)
  await query(url, "insert into person (name) values ('Old')")
  const file = join(folder(), 'old')
  await takeBackup(url, file, { secret: 'an old secret, long enough', withSecret: true })
  // This one is at the newest step already, and as empty as one without any.
  const fresh = await createDatabase()
  onTestFinished(() => dropDatabase(fresh))
  await restoreInto(fresh, file)
  expect(await query(fresh, 'select name from person')).toEqual([{ name: 'Old' }])
  expect(await query(fresh, 'select max(id) > 1 as newest from migration')).toEqual([{ newest: true }])
})

test('the commands carry a running Rapport from the embedded database to a server and back', async () => {
  const world = await populated()
  const rapport = (env: Record<string, string>, ...args: string[]) => {
    const { RAPPORT_SECRET: _, ...rest } = process.env
    const options = { encoding: 'utf8' as const, env: { ...rest, ...env } }
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/edges/cli/main.js'), ...args], options)
    return { status, stdout, stderr }
  }
  const [first, second] = [join(folder(), 'first'), join(folder(), 'second')]
  const server = { RAPPORT_DATABASE_URL: world.url, RAPPORT_DATA: folder() }
  expect(rapport(server, 'backup', first)).toMatchObject({ status: 0, stderr: '' })
  expect(rapport({}, 'restore', '--check', first)).toMatchObject({
    stderr: '',
    stdout: expect.stringContaining('every count and hash right'),
  })

  // With other settings than those of the site there is nothing to save, and nothing is made to be saved.
  const elsewhere = join(folder(), 'forgotten')
  expect(rapport({ RAPPORT_DATA: elsewhere }, 'backup', second)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`There is no database in ${elsewhere}.`),
  })
  expect([existsSync(elsewhere), existsSync(second)]).toEqual([false, false])

  const data = makeFolder()
  const embedded = { RAPPORT_DATA: data }
  expect(rapport(embedded, 'restore', '--erasures', '/none/erasures.ledger', first).stderr).toMatch(
    /^rapport: --erasures: there is no file/,
  )
  expect(rapport(embedded, 'restore', first)).toMatchObject({ status: 0, stderr: '' })
  expect(readFileSync(join(data, 'secret'))).toEqual(readFileSync(join(server.RAPPORT_DATA, 'secret')))

  const running = await start({ dataFolder: data })
  expect(await rowsOf(running.url)).toEqual(await rowsOf(world.url))
  expect(rapport(embedded, 'backup', second)).toMatchObject({ status: 0, stderr: '' })
  expect(rapport(embedded, 'restore', second)).toMatchObject({ status: 1, stderr: expect.stringContaining('Another Rapport') })
  const url = await bareDatabase()
  expect(rapport({ RAPPORT_DATABASE_URL: url, RAPPORT_DATA: folder() }, 'restore', second)).toMatchObject({ status: 0, stderr: '' })
  expect(await rowsOf(url)).toEqual(await rowsOf(world.url))
  expect(rapport(embedded, 'backup')).toMatchObject({ status: 2, stderr: expect.stringContaining('takes one file') })
})
