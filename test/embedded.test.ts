import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { findPackage } from '../src/lib/db/embedded-binaries.ts'
import { explain } from '../src/lib/db/embedded-cluster.ts'
import { lockFolder } from '../src/lib/db/embedded-lock.ts'
import { alive, readPostmaster, stopPostmaster } from '../src/lib/db/embedded-postmaster.ts'
import { createDatabase, dropDatabase } from './database.ts'
import { ask, makeFolder, makeUsedFolder, root, runOther, start, startOther, works } from './embedded-world.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const pidOf = (folder: string) => readPostmaster(join(folder, 'postgres'))?.pid ?? 0
const show = async (url: string, name: string) => (await ask(url, `select current_setting('${name}') as value`))[0]?.value

test('a first start makes a durable database that only a socket in its own folder leads to', async () => {
  const folder = makeFolder()
  const { url, adopted } = await start({ dataFolder: folder })

  expect(adopted).toBe(false)
  const wanted = {
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    data_checksums: 'on',
    jit: 'off',
    shared_buffers: '256MB',
  }
  const rest = {
    max_connections: '60',
    max_locks_per_transaction: '512',
    server_encoding: 'UTF8',
    listen_addresses: '',
    wal_compression: 'pglz',
    log_parameter_max_length: '0',
    // Everybody waits while a server recovers: it flushes the disk once, not file by file.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  }
  for (const [name, value] of Object.entries({ ...wanted, ...rest })) expect([name, await show(url, name)]).toEqual([name, value])
  expect(await ask(url, `select datlocprovider as provider, datlocale as locale from pg_database where datname = 'rapport'`)).toEqual([
    { provider: 'b', locale: 'C.UTF-8' },
  ])
  expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
})

test('words are found without the quotes and dashes around them, in any script', async () => {
  const url = await createDatabase()
  expect(await ask(url, `select to_tsvector('simple', '„Über“ – “quoted” поиск…')::text as words, lower('ÄÉЖ') as lower`)).toEqual([
    { words: `'quoted':2 'über':1 'поиск':3`, lower: 'äéж' },
  ])
  dropDatabase(url)
})

test('a later start makes nothing anew and finds what was written', async () => {
  const folder = makeFolder()
  const first = await start({ dataFolder: folder })
  await ask(first.url, 'create table note as select 1 as id')
  const made = await ask(first.url, 'select system_identifier from pg_control_system()')
  await first.stop()
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)

  const second = await start({ dataFolder: folder, connections: 80 })
  expect(await show(second.url, 'max_connections')).toBe('80')
  expect(await ask(second.url, 'select system_identifier from pg_control_system()')).toEqual(made)
  expect(await ask(second.url, 'select id from note')).toEqual([{ id: 1 }])
})

test('what the operator writes into postgresql.conf wins and stays', async () => {
  const folder = await makeUsedFolder()
  await (await start({ dataFolder: folder, fast: true })).stop()
  const file = join(folder, 'postgres/postgresql.conf')
  writeFileSync(file, `${readFileSync(file, 'utf8')}work_mem = '3MB'\n`)

  expect(await show((await start({ dataFolder: folder, fast: true })).url, 'work_mem')).toBe('3MB')
})

test('after a kill -9 the next Rapport uses the server on, and says so', async () => {
  const folder = await makeUsedFolder()
  const killed = await startOther({ dataFolder: folder })
  await ask(killed.url, 'create table note as select 1 as id')
  const pid = pidOf(folder)
  killed.kill('SIGKILL')
  await expect.poll(() => killed.signalCode).toBe('SIGKILL')

  const next = await start({ dataFolder: folder })
  expect([next.adopted, pidOf(folder)]).toEqual([true, pid])
  expect(next.said.join()).toContain('was left running by an earlier Rapport and is used on')
  expect(await ask(next.url, 'select id from note')).toEqual([{ id: 1 }])
  await next.stop()
  expect(alive(pid)).toBe(false)
})

test('a server that a killed Rapport left with other settings is stopped, and a new one started', async () => {
  const folder = await makeUsedFolder()
  const killed = await startOther({ dataFolder: folder, sharedBuffers: '64MB' })
  const pid = pidOf(folder)
  killed.kill('SIGKILL')
  await expect.poll(() => killed.signalCode).toBe('SIGKILL')

  const next = await start({ dataFolder: folder, sharedBuffers: '32MB' })
  expect([next.adopted, alive(pid), await show(next.url, 'shared_buffers')]).toEqual([false, false, '32MB'])
  expect(next.said.join()).toContain(`Stopping the PostgreSQL (process ${pid})`)
})

test.each(['gone', 'that of another program', 'missing'])(
  'a server that died is recovered when the number in its pid file is %s',
  async (number) => {
    const folder = await makeUsedFolder()
    const killed = await startOther({ dataFolder: folder })
    await ask(killed.url, 'create table note as select 1 as id')
    const pid = pidOf(folder)
    process.kill(pid, 'SIGKILL')
    killed.kill('SIGKILL')
    await expect.poll(() => [alive(pid), killed.signalCode]).toEqual([false, 'SIGKILL'])
    // It ends with this process, or when it is told to.
    const other = spawn('cat')
    const file = join(folder, 'postgres/postmaster.pid')
    if (number === 'that of another program') writeFileSync(file, readFileSync(file, 'utf8').replace(String(pid), String(other.pid)))
    if (number === 'missing') writeFileSync(file, '')

    const next = await start({ dataFolder: folder })
    expect(await ask(next.url, 'select id from note')).toEqual([{ id: 1 }])
    expect(other.kill()).toBe(true)
  },
)

test('a copy of a running data folder leaves the server of the original alone', async () => {
  const [folder, other] = [await makeUsedFolder(), makeFolder()]
  const original = await start({ dataFolder: folder, fast: true })
  await ask(original.url, 'checkpoint')
  cpSync(folder, other, { recursive: true, filter: (path) => !path.endsWith('5432') })

  const copy = await start({ dataFolder: other, fast: true })
  expect([copy.adopted, original.url === copy.url]).toEqual([false, false])
  expect(await ask(original.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a second Rapport on the data folder refuses and says who has it, or shares the server where it may', async () => {
  const folder = await makeUsedFolder()
  const first = await start({ dataFolder: folder, fast: true })

  expect(runOther({ dataFolder: folder, fast: true }).refused).toBe(
    `Another Rapport (process ${process.pid}) is running on the data folder ${folder}. Stop it first, or give this one a folder of its own with RAPPORT_DATA.`,
  )
  expect(runOther({ dataFolder: folder, share: true })).toMatchObject({ url: first.url, adopted: false })
  expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the lock on a data folder ends with the process that has it', async () => {
  const folder = await makeUsedFolder()
  const holder = await startOther({ dataFolder: folder, fast: true })
  expect(lockFolder(folder)).toBeUndefined()
  expect(readdirSync(folder).filter((name) => name.startsWith('rapport'))).toEqual(['rapport.lock', 'rapport.pid'])
  holder.kill('SIGKILL')
  const lock = await vi.waitUntil(() => lockFolder(folder), 120_000)
  expect(lockFolder(folder)).toBeUndefined()
  lock.release()
})

test('a process that ends without a word takes its server with it', async () => {
  const folder = await makeUsedFolder()
  expect(runOther({ dataFolder: folder, fast: true }).url).toBeDefined()
  await expect.poll(() => existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
})

test('a server that ends by itself is started again, whatever still runs of it', async () => {
  const folder = await makeUsedFolder()
  const server = await start({ dataFolder: folder })
  await ask(server.url, 'create table note as select 1 as id')
  // In the middle of this a backend does not notice that its postmaster is gone, and no new one starts beside it.
  const busy = ask(server.url, 'select count(*) from generate_series(1, 1000000000)').catch((error: Error) => error.message)
  await expect
    .poll(() => ask(server.url, "select 1 from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"))
    .toHaveLength(1)
  const pid = pidOf(folder)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => ask(server.url, 'select id from note')).toEqual([{ id: 1 }])
  const next = pidOf(folder)
  expect(next).not.toBe(pid)
  expect(await busy).toMatch(/Connection terminated|ECONNRESET/)
  expect(server.said.join()).toContain('ended by itself and is started again')
  await server.stop()
  expect(alive(next)).toBe(false)
})

test('a server that cannot be started again is told of', async () => {
  const folder = await makeUsedFolder()
  const server = await start({ dataFolder: folder, fast: true })
  writeFileSync(join(folder, 'postgres/rapport.conf'), 'no setting at all')
  process.kill(pidOf(folder), 'SIGKILL')
  await server.ended
  expect(server.said.at(-1)).toContain('does not stay up')
})

test.skipIf(!existsSync('/dev/full'))(
  'a server that finds the disk full is started again once there is room, however long that takes',
  async () => {
    const folder = await makeUsedFolder()
    const server = await start({ dataFolder: folder, fast: true })
    // The server writes this file at each start.
    const written = join(folder, 'postgres/postmaster.opts')
    rmSync(written)
    symlinkSync('/dev/full', written)
    process.kill(pidOf(folder), 'SIGKILL')
    const refusals = () => server.said.filter((line) => line.includes('the disk is full')).length
    // More often than a start may fail for another reason.
    await expect.poll(refusals).toBeGreaterThan(6)
    rmSync(written)
    await expect.poll(() => ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(server.said.join()).not.toContain('does not stay up')
    await server.stop()
  },
)

test('the server of a killed Rapport that recovers from a crash of its own is waited for', async () => {
  const folder = await makeUsedFolder()
  const killed = await startOther({ dataFolder: folder })
  const [row] = await ask(killed.url, "select pid from pg_stat_activity where backend_type = 'checkpointer'")
  const pid = pidOf(folder)
  killed.kill('SIGKILL')
  await expect.poll(() => killed.signalCode).toBe('SIGKILL')
  process.kill(Number(row?.pid), 'SIGKILL')

  const next = await start({ dataFolder: folder })
  expect([next.adopted, pidOf(folder)]).toEqual([true, pid])
  await expect.poll(() => ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('the server of a killed Rapport that stands still is cut off, not waited for', async () => {
  const folder = await makeUsedFolder()
  const killed = await startOther({ dataFolder: folder })
  await ask(killed.url, 'create table note as select 1 as id')
  const pid = pidOf(folder)
  killed.kill('SIGKILL')
  await expect.poll(() => killed.signalCode).toBe('SIGKILL')
  process.kill(pid, 'SIGSTOP')

  const next = await start({ dataFolder: folder })
  expect([next.adopted, alive(pid)]).toEqual([false, false])
  expect(next.said.join()).toContain('it now gets SIGKILL')
  expect(await ask(next.url, 'select id from note')).toEqual([{ id: 1 }])
})

test('a server that does not stop is cut off after a while', async () => {
  const folder = await makeUsedFolder()
  const server = await start({ dataFolder: folder, fast: true })
  const pid = pidOf(folder)
  process.kill(pid, 'SIGSTOP')
  const said: string[] = []
  await stopPostmaster(join(folder, 'postgres'), pid, { ...quiet, warn: (message) => said.push(message) }, 60)
  expect([alive(pid), said.length]).toEqual([false, 2])
  await server.stop()
})

test('a data folder with a long name is reached by a short way, also after a kill -9', async () => {
  const dataFolder = await makeUsedFolder(join('a-long-name-'.repeat(10), 'data'))
  const killed = await startOther({ dataFolder, fast: true })
  killed.kill('SIGKILL')
  await expect.poll(() => killed.signalCode).toBe('SIGKILL')

  const next = await start({ dataFolder, fast: true })
  const way = new URL(next.url).searchParams.get('host') ?? ''
  expect([next.adopted, way.length < 60, statSync(dirname(way)).mode & 0o777]).toEqual([true, true, 0o700])
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await next.stop()
  expect(existsSync(dirname(way))).toBe(false)
})

test('a database of an older PostgreSQL, or something else in its place, is refused with what to do', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
  await expect(start({ dataFolder: folder, places: () => [] })).rejects.toThrow(
    /was written by PostgreSQL 17, and PostgreSQL 18.*Install PostgreSQL 17.*take a backup/,
  )
  rmSync(join(folder, 'postgres/PG_VERSION'))
  writeFileSync(join(folder, 'postgres/letter.txt'), 'Dear all')
  await expect(start({ dataFolder: folder })).rejects.toThrow(/is not a PostgreSQL database/)
  writeFileSync(join(folder, 'file'), '')
  await expect(start({ dataFolder: join(folder, 'file') })).rejects.toThrow(
    /Rapport cannot use its data folder .*there is a file where the folder should be/,
  )
  // A file system that takes no folders is there on Linux alone.
  if (process.platform === 'linux')
    await expect(start({ dataFolder: '/proc/nowhere' })).rejects.toThrow(
      /cannot use its data folder \/proc\/nowhere: no folder can be made/,
    )
})

test('PostgreSQL of the machine is taken where it is newer or the folder is of its major version, or where it is named', async () => {
  const folder = await makeUsedFolder()
  const machine = makeFolder()
  // Programs that say of themselves to be newer, and then do as those that were installed.
  const { native } = findPackage()
  mkdirSync(join(machine, 'bin'))
  for (const name of ['postgres', 'initdb'])
    writeFileSync(
      join(machine, 'bin', name),
      `#!/bin/sh\n[ "$1" = --version ] && { echo '${name} (PostgreSQL) 18.99 (Debian 18.99-1)'; exit; }\nexec '${join(native, 'bin', name)}' "$@"\n`,
      { mode: 0o755 },
    )
  chmodSync(machine, 0o755)
  // Without the extensions that the schema asks for it is left alone.
  const places = () => [join(machine, 'bin')]
  const first = await start({ dataFolder: folder, fast: true, places })
  expect(first.said.join()).not.toContain('18.99')
  await first.stop()
  mkdirSync(join(machine, 'lib'))
  for (const name of ['unaccent', 'pg_trgm']) writeFileSync(join(machine, `lib/${name}.so`), '')
  const second = await start({ dataFolder: folder, fast: true, places })
  expect(second.said.join()).toMatch(/PostgreSQL 18\.99 of this machine .* is used instead of the 18\.\d+ .*PostgreSQL 18\.99 runs/)
  expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  const named = await start({ dataFolder: folder, fast: true, bin: join(native, 'bin'), places })
  expect(named.said.join()).not.toContain('18.99')
  await named.stop()
  await expect(start({ dataFolder: folder, bin: '/usr/share' })).rejects.toThrow('RAPPORT_POSTGRES_BIN is "/usr/share": no postgres')
})

test('a start that was cut off while it made the database begins anew', async () => {
  const folder = makeFolder()
  mkdirSync(join(folder, 'postgres.new/base'), { recursive: true })
  expect((await start({ dataFolder: folder, fast: true })).adopted).toBe(false)
  expect(readdirSync(folder)).not.toContain('postgres.new')
})

test('a wrong setting is named', async () => {
  const folder = await makeUsedFolder()
  await expect(start({ dataFolder: folder, fast: true, sharedBuffers: '1 elephant' })).rejects.toThrow(
    /did not start: a setting in postgresql.conf is wrong. .*shared_buffers.*elephant/,
  )
})

const disk = ['unshare', '--map-root-user', '--mount', '--']
test.skipIf(!works(...disk, 'true')).each([
  ['while the database is made', 20, 'exec "$@"'],
  // Once the server of the first start has ended, and gives no more room back.
  [
    'later',
    80,
    `node=$1; shift; "$node" "$@" >/dev/null
    n=0; while [ -e "$FOLDER/postgres/postmaster.pid" ] && [ $n -lt 1200 ]; do n=$((n + 1)); sleep 0.1; done
    dd if=/dev/zero of="$FOLDER/fill" 2>/dev/null; exec "$node" "$@"`,
  ],
])('a disk that is full %s gives a sentence', (_when, megabytes, script) => {
  const folder = makeFolder()
  const prefix = [...disk, 'env', `FOLDER=${folder}`, 'sh', '-c', `mount -t tmpfs -o size=${megabytes}m none "$FOLDER"; ${script}`, 'sh']
  expect(runOther({ dataFolder: folder, fast: true }, { prefix }).refused).toMatch(/the disk is full. Free some space and start again./)
})

test('a write that the disk cut short is told as a full disk too', () => {
  const complaint = `FATAL:  could not extend file "base/1/1249": wrote only 4096 of 8192 bytes at block 9\nPANIC:  cannot abort transaction 1, it was already committed`
  expect(explain(complaint)).toMatch(/^the disk is full. .*could not extend file/)
})

test('a test run that is killed leaves no server and no folder behind', async () => {
  const script = `import { setup } from ${JSON.stringify(join(root, 'test/global-setup.ts'))}
    await setup({ provide: (name, url) => name === "serverUrl" && console.log(new URL(url).searchParams.get("host")) })
    setInterval(() => {}, 1000)`
  const run = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const cluster = await new Promise<string>((resolve) => run.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())))
  const pid = readPostmaster(cluster)?.pid ?? 0
  expect(alive(pid)).toBe(true)
  run.kill('SIGKILL')
  await expect.poll(() => [alive(pid), existsSync(dirname(cluster))]).toEqual([false, false])
})
