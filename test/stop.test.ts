import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, inject, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  server.close()
  return port
}

/** Runs `rapport serve` as it was compiled, on its embedded database. */
async function serve(folder: string, env: Record<string, string>) {
  const child = spawn(join(root, 'bin/rapport'), ['serve'], {
    env: { ...process.env, RAPPORT_DATA: folder, RAPPORT_LOG: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return { child, said: () => said, ended: once(child, 'exit') as Promise<[number | null, string | null]> }
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
