import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { checkBeforehand } from '../../src/beforehand.ts'
import { readConfig } from '../../src/config.ts'
import { openGround } from '../../src/ground.ts'
import { isLost } from '../../src/lib/db/away.ts'
import { boundedClient } from '../../src/lib/db/client.ts'
import { connect } from '../../src/lib/db/connect.ts'
import { timeouts } from '../../src/lib/db/timeouts.ts'
import { start } from '../../src/main.ts'
import { checkReplication } from '../../src/operations/doctor/database.ts'
import { Clerk } from '../crash/clerk.ts'
import { Feeder } from '../crash/feeder.ts'
import { found, seatCoordinator, writer } from '../crash/site.ts'
import { mail } from '../mail.ts'
import { freePort } from '../ports.ts'
import { startSink } from '../sink.ts'
import { startPair } from './pair.ts'

const subscribers = ['one@library.example', 'two@library.example']
const numberOf = (data: Buffer) => /^Message-ID: <(\d+)@pair\.example>/im.exec(data.toString('latin1', 0, 8_000))?.[1]

test('a failover loses nothing that was said yes to, sends nothing twice, and visitors read on', async () => {
  const folder = join(inject('runFolder'), 'pair')
  mkdirSync(folder, { recursive: true })
  const { primary, replica, end } = await startPair(folder)
  onTestFinished(end)
  const copies = new Map<string, number>()
  const sink = await startSink({
    answer({ to, data }) {
      for (const one of to) copies.set(`${numberOf(data)} ${one}`, (copies.get(`${numberOf(data)} ${one}`) ?? 0) + 1)
      return undefined
    },
  })
  onTestFinished(() => sink.close())
  writeFileSync(join(folder, 'dns.json'), '{}')
  const [http, smtp] = [await freePort(), await freePort()]
  const site = `http://127.0.0.1:${http}`
  const config = readConfig({
    RAPPORT_DATA: folder,
    RAPPORT_DATABASE_URL: `postgres://rapport@${primary.host},${replica.host}/rapport?target_session_attrs=read-write`,
    RAPPORT_DATABASE_REPLICA_URLS: `${primary.url} ${replica.url}`,
    RAPPORT_HTTP: `127.0.0.1:${http}`,
    RAPPORT_SMTP: `127.0.0.1:${smtp}`,
    RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}`,
    RAPPORT_DNS: `file:${join(folder, 'dns.json')}`,
    RAPPORT_SECRET: 'a secret for tests, long enough',
    RAPPORT_LOG: 'silent',
  })
  await checkBeforehand(config, new Set(['web', 'smtp', 'worker']))
  const ground = await openGround(config, { purpose: 'work' })
  const { cookie } = await seatCoordinator(ground, await found(ground, subscribers))
  expect(await checkReplication(ground.database, config.replicated)).toEqual([expect.objectContaining({ level: 'ok' })])
  const running = await start(ground, new Set(['web', 'smtp', 'worker']))
  onTestFinished(() => running.stop())

  /** What a monitor on this machine sees of the replicas. */
  const used = async () =>
    ((await (await fetch(`${site}/readyz`)).json()) as { replicas: { name: string; used: boolean }[] }).replicas.filter((one) => one.used)
  await expect.poll(used).toEqual([expect.objectContaining({ name: replica.host })])
  const visit = async (path = '/', headers: Record<string, string> = {}) => (await fetch(`${site}${path}`, { headers })).status
  /** A setting of the replica that each of its statements would tell of. */
  const reads = async () =>
    Number((await replica.ask(`select count(*) from pg_stat_activity where application_name = 'rapport'`))[0]?.count)
  expect(await visit()).toBe(200)
  expect(await reads()).toBeGreaterThan(0)

  // Who has just sent a form reads what they wrote.
  const sent = await fetch(`${site}/sign-in`, {
    ...{ method: 'POST', headers: { origin: site }, body: new URLSearchParams({ email: 'nobody@nowhere.example' }), redirect: 'manual' },
  })
  expect(sent.headers.get('set-cookie')).toContain('rapport-wrote=1')

  // A commit that no replica has confirmed is none, though the server calls it one once its wait is cut short.
  await primary.ask("alter system set synchronous_standby_names = 'nobody'")
  await primary.ask('select pg_reload_conf()')
  const Bounded = boundedClient(timeouts.web)
  const client = new Bounded({ connectionString: primary.url, options: '-c statement_timeout=300' })
  client.on('error', () => {})
  await client.connect()
  await expect(client.query('create table unconfirmed ()')).rejects.toSatisfy(isLost)
  expect(await checkReplication(ground.database, config.replicated)).toEqual([expect.objectContaining({ level: 'ok' })])
  await primary.ask("alter system set synchronous_standby_names = ''")
  await primary.ask('select pg_reload_conf()')
  await expect.poll(() => checkReplication(ground.database, true)).toEqual([expect.objectContaining({ level: 'note' })])
  await primary.ask("alter system set synchronous_standby_names = 'second'")
  await primary.ask('select pg_reload_conf()')

  // A server that takes no writes any more is left by its connections.
  const one = connect(primary.url, { size: 1, purpose: 'web' })
  await one.pool.query('set default_transaction_read_only = on')
  await expect(one.write((tx) => tx.insertInto('relayPause').values({ until: new Date(), reason: '' }).execute())).rejects.toSatisfy(isLost)
  expect((await one.pool.query('show default_transaction_read_only')).rows).toEqual([{ default_transaction_read_only: 'off' }])
  await one.close()
  await client.end()

  const feeder = new Feeder(smtp, (number) => ({
    from: writer,
    data: mail({ from: writer, subject: `Mail ${number}`, id: `${number}@pair.example`, text: 'We see the same.' }),
  }))
  const clerk = new Clerk(site, cookie)
  clerk.keepDoing('form', (number) =>
    clerk.post('/requests', { kind: 'idea', title: `Idea ${number}.`, text: 'A need.', visibility: 'subscribers' }),
  )
  const since = (count: number) => feeder.acknowledged.size - count
  await expect.poll(() => since(0)).toBeGreaterThan(20)
  await expect.poll(() => clerk.done.form?.length).toBeGreaterThan(2)

  await primary.end('SIGQUIT')
  // Nobody takes writes now; pages for everybody are read from the replica.
  for (let visits = 0; visits < 10; visits++) expect(await visit(`/?visit=${visits}`)).toBe(200)
  const [before, forms] = [feeder.acknowledged.size, clerk.done.form?.length ?? 0]
  await replica.ask('select pg_promote()')
  await replica.ask("alter system set synchronous_standby_names = ''")
  await replica.ask('select pg_reload_conf()')
  await expect.poll(() => since(before)).toBeGreaterThan(20)
  await expect.poll(() => clerk.done.form?.length).toBeGreaterThan(forms + 2)
  await Promise.all([feeder.stop(), clerk.stop()])

  const wanted = [...feeder.acknowledged].flatMap((number) => [writer, ...subscribers].map((to) => `${number} ${to}`))
  const missing = () => wanted.filter((one) => !copies.has(one))
  await expect.poll(missing).toEqual([])
  const kept = await replica.ask('select message_id as id, count(*)::int as count from message group by 1')
  expect(kept).toHaveLength(feeder.acknowledged.size)
  expect(kept.filter(({ count }) => count !== 1)).toEqual([])
  const ideas = (await replica.ask('select title from request')).map(({ title }) => Number(/\d+/.exec(String(title))?.[0]))
  expect(clerk.done.form?.filter((number) => !ideas.includes(number))).toEqual([])
  expect([...copies].filter(([, count]) => count > 1)).toEqual([])
})
