import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { acceptMail } from '../src/edges/mailroom/actions.ts'
import { chainJournal } from '../src/journal/actions.ts'
import { checkBackup } from '../src/lib/db/restore.ts'
import { backup, watch } from '../src/operations/watch/jobs.ts'
import { measureSite, postgresVersion } from '../src/operations/watch/queries.ts'
import { daysBehind } from '../src/operations/watch/versions.ts'
import { mail } from './mail.ts'
import { makeWorld, type World } from './world.ts'

async function newWorld(): Promise<World> {
  const world = await makeWorld()
  onTestFinished(() => world.end())
  return world
}

const day = 86_400_000

async function look(world: World, more: object = {}) {
  await world.write((tx) => chainJournal(tx))
  await watch({}, { ...world.context, ...more })
  return (await world.postbox()).filter((one) => one.kind === 'site.alarm').map(({ email, subject }) => [email, subject])
}

test('what stalls is told to the administrators once, again after a day, and when it is over', async () => {
  const world = await newWorld()
  expect(await look(world)).toEqual([])
  const raw = mail({ from: 'Maria <maria@maria.example>', subject: 'Waits', id: 'waits@maria.example', text: 'Hello' })
  await acceptMail(world.write, { raw, mailFrom: 'maria@maria.example', rcptTo: ['lectio-l@lists.localhost'], via: 'cli' })
  const began = new Date(Date.now())
  world.clock.now = new Date(began.getTime() + 20 * 60_000)
  const first = await look(world)
  expect(first.map(([email]) => email)).toEqual(['ada@ada.example'])
  expect(first[0]?.[1]).toMatch(/^Incoming email waiting for \d+ minutes$/)
  expect(await look(world)).toHaveLength(1)

  const ada = await world.as(world.ada)
  const stands = await (await ada.get('/admin')).text()
  expect(stands).toContain('Check these parts: Incoming email.')
  const order = [...stands.matchAll(/class="state (late|wait|good)"/g)].map(([, mood]) => mood ?? '')
  expect(order.length).toBeGreaterThan(8)
  expect(order).toEqual(['late', 'wait', 'good'].flatMap((mood) => order.filter((one) => one === mood)))
  expect(await (await ada.ask('GET', '/api/v1/site/state')).json()).toMatchObject({
    // The disk of this machine may be rather full.
    rings: expect.arrayContaining(['inbound']),
    inbound: { waiting: 1 },
  })
  expect(await (await ada.get('/metrics')).text()).toMatch(/rapport_alarm\{alarm="inbound"\} 1/)

  world.clock.now = new Date(world.clock.now.getTime() + day)
  expect(await look(world)).toHaveLength(2)
  await world.settle()
  const all = await look(world)
  expect(all.at(-1)).toEqual(['ada@ada.example', 'All problems are solved'])
  expect(await world.db.selectFrom('alarm').selectAll().execute()).toEqual([])
  expect(await (await ada.get('/admin')).text()).not.toMatch(/Check these parts[^<]*Incoming email/)
})

test('a backup is made each night, taken off the site by a command, and as many stay as were wanted', async () => {
  const world = await newWorld()
  const [folder, away] = ['backups', 'away'].map((name) => mkdtempSync(join(inject('runFolder'), `${name}-`))) as [string, string]
  const plan = { folder, keep: 2, command: `cp -t '${away}'`, url: world.url, secret: world.site.secret, withSecret: false }
  for (let night = 0; night < 3; night++) {
    await backup({}, { ...world.context, backups: plan })
    world.clock.now = new Date(world.clock.now.getTime() + day)
  }
  const files = readdirSync(folder)
  expect([files.length, readdirSync(away).length]).toEqual([2, 3])
  const checked = await checkBackup(join(away, readdirSync(away)[0] ?? ''), world.site.secret)
  expect(checked.manifest.entries.length).toBeGreaterThan(50)
  expect(await look(world, { backups: plan })).toEqual([])

  // Nobody makes any for two days.
  world.clock.now = new Date(world.clock.now.getTime() + 2 * day)
  const told = await look(world, { backups: plan })
  expect(told).toEqual([['ada@ada.example', 'Newest scheduled backup is 72 hours old']])
})

test('a certificate that ends and a release that is missing are told, while there is time', async () => {
  const world = await newWorld()
  const certificate = join(import.meta.dirname, 'identity/idp.crt.pem')
  const end = new X509Certificate(readFileSync(certificate)).validToDate
  world.clock.now = new Date(end.getTime() - 15 * day)
  expect(await look(world, { certificate })).toEqual([])
  world.clock.now = new Date(end.getTime() - 3.5 * day)
  expect((await look(world, { certificate })).map(([, subject]) => subject)).toEqual(['Certificate for incoming email: expires in 3 days'])
  // What runs here has no newer one, or has: either way the numbers are those of the rules.
  const running = { node: process.versions.node, postgres: await postgresVersion(world.db) }
  const state = await measureSite(world.db, world.clock.now, { sends: false, backups: false, versions: true })
  expect(state.versions).toEqual({ days: daysBehind(running, world.clock.now) })
})

test('a new site is spared the versions of what it runs on, until its first group is two weeks old', async () => {
  const world = await newWorld()
  const { createdAt } = await world.db.selectFrom('workingGroup').select('createdAt').orderBy('createdAt').executeTakeFirstOrThrow()
  const after = (days: number) => new Date(createdAt.getTime() + days * day)
  const versionsAt = async (at: Date) => (await measureSite(world.db, at, { sends: false, backups: false, versions: true })).versions
  expect(await versionsAt(new Date(after(14).getTime() - 1))).toBeNull()
  expect(await versionsAt(after(14))).toEqual({ days: expect.any(Number) })
})

test('a backup that cannot be written is said, and the older ones stay', async () => {
  const world = await newWorld()
  const folder = join(mkdtempSync(join(inject('runFolder'), 'blocked-')), 'file')
  writeFileSync(folder, 'no folder')
  const plan = { folder, keep: 2, url: world.url, secret: world.site.secret, withSecret: false }
  await backup({}, { ...world.context, backups: plan })
  const [run] = await world.db.selectFrom('backupRun').selectAll().execute()
  expect(run?.error).toContain('EEXIST')
  expect((await look(world, { backups: plan })).map(([, subject]) => subject)).toEqual(['Newest scheduled backup is 0 hours old'])
  // A schedule that was set just now begins at once.
  await world.db.deleteFrom('backupRun').execute()
  await watch({}, { ...world.context, backups: plan })
  const { rows } = await world.database.pool.query(
    "select count(*)::int as n from graphile_worker.jobs where task_identifier = 'site.backup'",
  )
  expect(rows).toEqual([{ n: 1 }])
})
