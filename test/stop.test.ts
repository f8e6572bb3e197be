import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { expect, inject, onTestFinished, test } from 'vitest'
import { serveBeside } from '../src/edges/http/processes.ts'
import { createDatabase, dropDatabase } from './database.ts'
import { freePort } from './ports.ts'

const root = resolve(import.meta.dirname, '..')

/** Runs `rapport serve` as it was compiled, on its embedded database. */
async function serve(folder: string, env: Record<string, string>) {
  const child = spawn(join(root, 'bin/rapport'), ['serve'], {
    env: { ...process.env, RAPPORT_DATA: folder, RAPPORT_LOG: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  // What it said last may come behind its end.
  return { child, said: () => said, ended: once(child, 'close') as Promise<[number | null, string | null]> }
}

const ready = (port: number) =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.status,
    () => 0,
  )

test('SIGTERM ends everything in order: exit 0, and no database is left behind', async () => {
  const folder = await mkdtemp(join(inject('runFolder') ?? tmpdir(), 'stop-'))
  const [http, smtp] = [await freePort(), await freePort()]
  const { child, said, ended } = await serve(folder, {
    RAPPORT_HTTP: `127.0.0.1:${http}`,
    RAPPORT_SMTP: `127.0.0.1:${smtp}`,
    RAPPORT_LOG_FORMAT: 'text',
  })
  await expect.poll(() => ready(http)).toBe(200)
  // Some send it to whatever serves a certificate.
  child.kill('SIGHUP')
  expect(await ready(http)).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(said()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info {2}stopping: no new work/m)
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  await rm(folder, { recursive: true })
})

test('a port that is taken ends the start with a sentence, and leaves nothing running', async () => {
  const folder = await mkdtemp(join(inject('runFolder') ?? tmpdir(), 'taken-'))
  const squatter = net.createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const { port } = squatter.address() as net.AddressInfo
  const { said, ended } = await serve(folder, { RAPPORT_HTTP: `127.0.0.1:${await freePort()}`, RAPPORT_SMTP: `127.0.0.1:${port}` })
  expect(await ended).toEqual([1, null])
  expect(said()).toContain(`RAPPORT_SMTP cannot listen at 127.0.0.1:${port}`)
  expect(said()).not.toMatch(/^\s+at /m)
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  squatter.close()
  await rm(folder, { recursive: true })
})

test('what cannot be is named with its setting, before anything is started', async () => {
  const folder = await mkdtemp(join(inject('runFolder') ?? tmpdir(), 'refused-'))
  const free = { RAPPORT_HTTP: `127.0.0.1:${await freePort()}`, RAPPORT_SMTP: `127.0.0.1:${await freePort()}` }
  const nobody = await freePort()
  const cases: [Record<string, string>, string][] = [
    [{ RAPPORT_TLS_CERT: '/nowhere.pem', RAPPORT_TLS_KEY: '/nowhere.key' }, 'RAPPORT_TLS_CERT is "/nowhere.pem": there is no such file'],
    [{ RAPPORT_DNS: 'nowhere' }, 'RAPPORT_DNS: "nowhere" is neither system, IP[:port] nor file:PATH'],
    [{ RAPPORT_DNS: 'file:/nowhere.json' }, 'RAPPORT_DNS: /nowhere.json cannot be read: ENOENT'],
    [
      {
        RAPPORT_SAML_IDP: 'a',
        RAPPORT_SAML_LOGIN: 'https://a.example/',
        RAPPORT_SAML_DOMAINS: '*',
        RAPPORT_SAML_CERT: import.meta.filename,
      },
      'there is no certificate in it',
    ],
    [
      { RAPPORT_DATABASE_URL: `postgres://rapport:hunter2@127.0.0.1:${nobody}/rapport` },
      `RAPPORT_DATABASE_URL: no PostgreSQL listens at 127.0.0.1:${nobody}`,
    ],
  ]
  for (const [env, sentence] of cases) {
    const { said, ended } = await serve(join(folder, 'data'), { ...free, ...env })
    expect([await ended, said()]).toEqual([[1, null], expect.stringContaining(sentence)])
    expect(said()).not.toMatch(/^\s+at |hunter2/m)
  }
  expect(existsSync(join(folder, 'data/postgres'))).toBe(false)
  await rm(folder, { recursive: true })
})

test('what fails unheard does not end the program; what is thrown out of everything ends it in order', async () => {
  const folder = await mkdtemp(join(inject('runFolder') ?? tmpdir(), 'unheard-'))
  const [http, smtp] = [await freePort(), await freePort()]
  const faults = `process.on('SIGUSR2', () => { Promise.reject(new Error('nobody waits for this')); });
    process.on('SIGHUP', () => { throw new Error('nobody catches this'); });
    process.on('SIGCONT', () => { throw Object.assign(new Error('terminating connection'), { code: '57P01' }); });`
  const { child, said, ended } = await serve(folder, {
    RAPPORT_HTTP: `127.0.0.1:${http}`,
    RAPPORT_SMTP: `127.0.0.1:${smtp}`,
    NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(faults)}"`,
  })
  await expect.poll(() => ready(http)).toBe(200)
  child.kill('SIGUSR2')
  child.kill('SIGCONT')
  await expect.poll(said).toContain('nobody waits for this')
  await expect.poll(said).toContain('a lost connection was noticed by nobody else')
  expect(await ready(http)).toBe(200)

  child.kill('SIGHUP')
  expect(await ended).toEqual([1, null])
  expect(said()).toContain('nobody catches this')
  expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  await rm(folder, { recursive: true })
})

test('who is to serve pages beside a process that is gone meanwhile ends in order, too', async () => {
  const folder = await mkdtemp(join(inject('runFolder') ?? tmpdir(), 'beside-'))
  const url = await createDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    dropDatabase(url)
    await rm(folder, { recursive: true })
  })
  // Somebody migrates: it waits at its very beginning.
  await client.query('select pg_advisory_lock(7271830)')
  const port = await freePort()
  const begin = () => {
    const child = fork(join(root, 'dist/edges/cli/main.js'), ['serve', '--roles', 'web', '--beside', String(port)], {
      env: { ...process.env, RAPPORT_DATA: folder, RAPPORT_DATABASE_URL: url, RAPPORT_LOG: 'silent' },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return { child, ended: once(child, 'exit') }
  }
  const early = begin()
  const waits = `select from pg_locks where not granted and locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(async () => (await client.query(waits)).rowCount).toBe(1)
  early.child.disconnect()
  await client.query('select pg_advisory_unlock(7271830)')
  expect(await early.ended).toEqual([0, null])

  // So does one that alone is asked to.
  const { child, ended } = begin()
  await expect.poll(() => ready(port)).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('a process for pages that could not be started is started later, and ends with who started it', async () => {
  const folder = await mkdtemp(join(inject('runFolder') ?? tmpdir(), 'besides-'))
  const [began, ended] = [join(folder, 'began'), join(folder, 'ended')]
  const { execPath } = process
  const [, script = ''] = process.argv
  onTestFinished(async () => {
    process.argv[1] = script
    await rm(folder, { recursive: true })
  })
  process.argv[1] = join(folder, 'page.mjs')
  await writeFile(
    process.argv[1],
    `import { writeFileSync } from 'node:fs'
    process.on('disconnect', () => { writeFileSync(${JSON.stringify(ended)}, ''); process.exit() })
    writeFileSync(${JSON.stringify(began)}, '')`,
  )
  process.execPath = join(folder, 'no-node')
  const beside = serveBeside(1, 0, pino({ level: 'silent' }))
  process.execPath = execPath
  await expect.poll(() => existsSync(began)).toBe(true)
  await beside.close()
  expect(existsSync(ended)).toBe(true)
})
