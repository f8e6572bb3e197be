import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeEach, expect, inject, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../src/config.ts'
import { examine } from '../src/edges/cli/doctor.ts'
import { createApp } from '../src/edges/http/app.tsx'
import { startHealth } from '../src/edges/http/server.ts'
import { keepTime } from '../src/edges/jobs/clock.ts'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { standOn } from '../src/ground.ts'
import { chainJournal } from '../src/journal/actions.ts'
import { lost } from '../src/lib/db/away.ts'
import { boundedClient } from '../src/lib/db/client.ts'
import { connect } from '../src/lib/db/connect.ts'
import type { Write } from '../src/lib/db/rows.ts'
import { shared } from '../src/lib/db/shared.ts'
import { timeouts } from '../src/lib/db/timeouts.ts'
import type { Disk } from '../src/lib/disk.ts'
import { isFilling } from '../src/lib/disk.ts'
import { fixedResolver } from '../src/lib/mail/dns.ts'
import { watch } from '../src/operations/watch/jobs.ts'
import { sendLetter } from '../src/outbox/actions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await makeWorld()
  onTestFinished(() => world.end())
})

const day = 86_400_000

/** Stands before the database; frozen, it takes what comes and answers nothing, as a server whose processes were stopped. */
async function freezer() {
  const folder = new URL(world.url).searchParams.get('host') ?? ''
  let frozen = false
  const sockets = new Set<net.Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(join(folder, '.s.PGSQL.5432'))
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => to.destroy())
      from.on('data', (bytes) => {
        if (!frozen) to.write(bytes)
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const url = new URL(world.url)
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${(server.address() as net.AddressInfo).port}`
  const setFrozen = (now: boolean) => {
    frozen = now
  }
  return { url: url.href, freeze: () => setFrozen(true), thaw: () => setFrozen(false) }
}

/** The site as it stands on connections of its own. */
function site(url: string) {
  const database = { ...world.database, url }
  const [web, health] = (['web', 'health'] as const).map((purpose) => standOn({ ...world.ground, database }, purpose))
  if (!web || !health) throw new Error('there are two')
  onTestFinished(async () => {
    await Promise.all([web.close(), health.close()])
  })
  return { app: createApp(web, health), web, health }
}

const ask = (app: ReturnType<typeof createApp>, path: string, headers: Record<string, string> = {}) =>
  app.request(`http://rapport.test${path}`, { headers })

test('a frozen database gives a page in words, in the language of its reader, and goes on when the database does', async () => {
  const { url, freeze, thaw } = await freezer()
  const { app } = site(url)
  expect((await ask(app, '/sign-in')).status).toBe(200)
  freeze()
  const words = {
    en: 'Not available right now',
    de: 'Gerade nicht verfügbar',
    fr: 'Indisponible pour le moment',
    es: 'No disponible ahora',
  }
  await Promise.all(
    Object.entries(words).map(async ([language, title]) => {
      const answer = await ask(app, '/sign-in', { 'accept-language': language })
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
      expect(await answer.text()).toContain(`<h1>${title}</h1>`)
    }),
  )
  // What keeps pages ready, an address that is not there and the API are no way round it.
  const [kept, missing, api, ready, alive] = await Promise.all(
    ['/', '/nowhere', '/api/v1/groups', '/readyz', '/healthz'].map((path) => ask(app, path)),
  )
  expect([kept?.status, missing?.status, api?.status, ready?.status, alive?.status]).toEqual([503, 503, 503, 503, 200])
  expect(await kept?.text()).toContain('<h1>Not available right now</h1>')
  expect(await api?.json()).toMatchObject({ status: 503, detail: 'The database does not answer just now.' })
  thaw()
  expect((await ask(app, '/sign-in')).status).toBe(200)
  expect((await ask(app, '/readyz')).status).toBe(200)
})

test('thirty who wait for a lock take no page from those who read', async () => {
  const { app } = site(world.url)
  const maria = await world.visit(app, world.context, world.maria)
  const form = Object.fromEntries(
    [
      ...(await (await maria.get('/me')).text()).matchAll(
        /<(?:input|select|textarea)[^>]* name="([^"]+)"[^>]*?(?: value="([^"]*)")?[^>]*>/g,
      ),
    ].map(([, name = '', value = '']) => [name, value]),
  )
  const blocker = new pg.Client({ connectionString: world.url })
  await blocker.connect()
  await blocker.query('begin; lock table person in exclusive mode')
  const posts = Array.from({ length: 30 }, () =>
    maria.post('/me', { ...form, name: 'Maria', zone: 'UTC', locale: 'en', theme: 'system', density: 'normal' }),
  )
  const [page, ready] = await Promise.all([maria.get('/lists/lectio-l/threads'), ask(app, '/readyz')])
  expect([page.status, ready.status]).toEqual([200, 200])
  const answers = await Promise.all(posts)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
  expect(await answers[0]?.text()).toContain('may not have saved')
  await blocker.query('rollback')
  await blocker.end()
})

test('a long statement is not cut while the server is at it; a silent server is found', async () => {
  const { url, freeze } = await freezer()
  const bounds = { ...timeouts.long, silent: 100 }
  const Client = boundedClient(bounds)
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  expect((await client.query('select pg_sleep(1)')).rowCount).toBe(1)
  freeze()
  await expect(client.query('select 1')).rejects.toMatchObject({ code: '08006' })
})

test('a question is no sign of life: silence is counted from it', async () => {
  const Client = boundedClient({ ...timeouts.web, silent: 400 })
  const client = new Client({ connectionString: world.url })
  client.on('error', () => {})
  await client.connect()
  // Answered after one silence, and before a second.
  await expect(client.query('select pg_sleep(0.6)')).rejects.toMatchObject({ code: '08006' })
})

test('who waits behind a reading that the database did not answer does not wait as long again', async () => {
  let reads = 0
  const gate = Promise.withResolvers<void>()
  const read = shared(async () => {
    reads++
    await gate.promise
    throw lost('The database has not answered.')
  })
  const asked = [read()]
  await Promise.resolve()
  asked.push(read(), read())
  gate.resolve()
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(Array(3).fill('rejected'))
  expect(reads).toBe(1)
  await expect(read()).rejects.toThrow()
  expect(reads).toBe(2)
})

test('each purpose has its own bounds, and what may take long has none', async () => {
  const bounds = async (purpose: 'web' | 'long') => {
    const database = connect(world.url, { size: 1, purpose })
    const { rows } = await database.pool.query<{ bound: string }>(
      "select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout') as bound",
    )
    await database.close()
    return rows[0]?.bound
  }
  expect([await bounds('web'), await bounds('long')]).toEqual(['6s 3s', '0 0'])
  expect(timeouts.web.turn + timeouts.web.silent).toBeLessThan(10_000)
})

test('a mail that is put off on purpose makes nobody unready; each process says how it is for its roles', async () => {
  const raw = mail({ from: 'maria@maria.example' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  const now = Date.now()
  await world.db
    .updateTable('inbound')
    .set({ receivedAt: new Date(now - 3 * day), notBefore: new Date(now + 3_600_000) })
    .execute()
  world.clock.now = new Date(now)
  const anybody = await world.as()
  expect(await (await anybody.get('/readyz')).json()).toMatchObject({
    ready: true,
    roles: { web: true },
    mailsWaiting: 1,
    queueAgeSeconds: 0,
  })
  // Nor does anybody count the mail of others from outside, or hear an old answer.
  const far = { 'x-forwarded-for': '203.0.113.9' }
  const answers = await Promise.all(['/healthz', '/readyz', '/metrics'].map((path) => anybody.get(path, far)))
  expect(answers.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual(
    [200, 200, 404].map((status) => [status, 'private, no-store']),
  )
  expect(Object.keys((await answers[1]?.json()) as object).toSorted()).toEqual(['database', 'ready', 'roles'])

  const health = standOn(world.ground, 'health')
  const server = await startHealth({ host: '127.0.0.1', port: 0 }, health, ['smtp', 'worker'])
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`)
  expect(await (await get('/readyz')).json()).toMatchObject({ ready: true, roles: { smtp: true, worker: true } })
  const figures = await (await get('/metrics')).text()
  expect(figures).toContain('rapport_database_up 1')
  expect(figures).toContain('rapport_inbound_waiting 1')
  // Where there is none, no figure says that it ends today, or that it receives nothing.
  expect(figures).not.toMatch(/^rapport_(?:certificate_days|commits_confirmed|wal_archive_\w+) /m)
  expect(figures).not.toContain('rapport_request_seconds')
  expect((await get('/sign-in')).status).toBe(404)
  await server.close()
  // Beside the web it tells of the requests there too.
  const beside = await startHealth({ host: '127.0.0.1', port: 0 }, health, ['web'])
  expect(await (await fetch(`http://127.0.0.1:${beside.port}/metrics`)).text()).toMatch(/^rapport_request_seconds_count\{method="GET"/m)
  await beside.close()
  await health.close()
})

const alarms = async () => (await world.postbox()).filter(({ kind }) => kind === 'site.alarm').map(({ subject }) => subject)

test('a disk that fills is told at a fifth and at a tenth, and when there is room again', async (context) => {
  const folder = mkdtempSync(join(inject('runFolder'), 'disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=10m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return context.skip('only root may make a small disk')
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  const look = async (bytes: number) => {
    writeFileSync(join(folder, 'fills'), Buffer.alloc(bytes))
    await world.write((tx) => chainJournal(tx))
    await watch({}, { ...world.context, disks: [folder] })
    return alarms()
  }
  expect(await look(8_000_000)).toEqual([])
  expect(await look(8_800_000)).toEqual(['Disk space: 16% free'])
  expect((await look(9_800_000)).at(-1)).toBe('Disk space: only 6% free')
  expect(await look(9_800_000)).toHaveLength(2)
  expect((await look(1_000)).at(-1)).toBe('All problems are solved')
})

test('mail is refused while there is still room to sort what was taken', () => {
  const GB = 1024 ** 3
  const disks: [Disk | null, boolean][] = [
    [null, false],
    [{ free: 600 * 1024 ** 2, size: 100 * GB }, false],
    [{ free: 400 * 1024 ** 2, size: 100 * GB }, true],
    [{ free: 0.06 * GB, size: GB }, false],
    [{ free: 0.04 * GB, size: GB }, true],
  ]
  expect(disks.map(([disk]) => isFilling(disk))).toEqual(disks.map(([, filling]) => filling))
})

test('a clock that was set while the database was away is heeded when that is back, until the schedule has begun anew', async () => {
  let away = false
  const write: Write = (act) => (away ? Promise.reject(lost('The server went.')) : world.write(act))
  let begun = 0
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const now = Date.now.bind(Date)
  const wall = vi.spyOn(Date, 'now')
  onTestFinished(() => {
    wall.mockRestore()
    vi.useRealTimers()
  })
  const leave = await keepTime({ ...world.context, write }, async () => {
    if (++begun === 1) throw lost('It went once more.')
  })
  onTestFinished(leave)
  away = true
  wall.mockImplementation(() => now() + day)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(begun).toBe(0)
  away = false
  const later = async () => {
    await vi.advanceTimersByTimeAsync(60_000)
    return begun
  }
  await expect.poll(later).toBe(2)
  await later()
  expect(await later()).toBe(2)
})

test('a clock that was days ahead leaves nothing waiting for days, and the doctor says so', async () => {
  const { clock, write, site } = world
  const now = new Date()
  clock.now = new Date(now.getTime() + 4 * day)
  await write((tx) =>
    sendLetter(tx, site, clock.now, { kind: 'test', to: { email: 'maria@maria.example' }, subject: 'Soon', text: 'Soon' }),
  )
  await sql`insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values ('site.watch', ${now}, ${clock.now})`.execute(world.db)
  // What is to happen on a day far off stays there.
  await sql`select graphile_worker.add_job('site.sweep', run_at => ${clock.now}, job_key => 'far off')`.execute(world.db)
  clock.now = now
  const config = readConfig({ RAPPORT_DATA: '/nonexistent', RAPPORT_SMTP: '0.0.0.0:25', RAPPORT_LOG: 'silent' })
  const wrong = async () =>
    (await examine(config, world.database, fixedResolver({}), now)).flatMap(({ level, text }) => (level === 'wrong' ? [text] : []))
  expect(await wrong()).toContainEqual(expect.stringMatching(/^The clock of this server was ahead: 2 jobs wait/))
  expect(await wrong()).toContainEqual(expect.stringMatching(/^RAPPORT_SMTP listens at 0\.0\.0\.0:25 without TLS/))

  const leave = await keepTime(world.context, async () => {})
  leave()
  expect(await wrong()).not.toContainEqual(expect.stringMatching(/^The clock of this server was ahead/))
  const delivery = await world.db.selectFrom('delivery').select('nextAt').executeTakeFirstOrThrow()
  expect(delivery.nextAt).toEqual(now)
  const { rows } = await sql<{ runAt: Date }>`select run_at from graphile_worker.jobs where key = 'far off'`.execute(world.db)
  expect(rows[0]?.runAt.getTime()).toBe(now.getTime() + 4 * day)
})
