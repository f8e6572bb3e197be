import { Hono } from 'hono'
import { Gauge, Histogram, Registry } from 'prom-client'
import { inboundState } from '../../archive/inbound-queries.ts'
import type { ProcessRole } from '../../config.ts'
import { domains } from '../../domains.ts'
import { ageOf } from '../../figure.ts'
import type { Ground } from '../../ground.ts'
import { isAway } from '../../lib/db/away.ts'
import { countConnections } from '../../lib/db/connect.ts'
import { compareSchema } from '../../lib/db/migrate.ts'
import { countRecoveries } from '../../lib/db/recoveries.ts'
import { countMoves } from '../../lib/db/servers.ts'
import { shared } from '../../lib/db/shared.ts'
import { isFilling, readDisk } from '../../lib/disk.ts'
import type { Env } from '../../lib/ui/variables.ts'
import { isNear } from './network.ts'

/** One figure, or one for each value of its label; what cannot be told is left out, as a 0 would say that it is known. */
function setGauge(gauge: Gauge, value: number | Readonly<Record<string, number>> | undefined, label = ''): void {
  gauge.reset()
  if (typeof value === 'number') gauge.set(value)
  else if (value !== undefined) for (const [one, count] of Object.entries(value)) gauge.set({ [label]: one }, count)
  // Without labels there is always one value.
  else if (label === '') gauge.remove()
}

/** How long requests of this process took, by what came of them; the app notes each. */
export const requestTimes = new Histogram({
  name: 'rapport_request_seconds',
  help: 'How long requests took, by method and kind of answer',
  labelNames: ['method', 'answer'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [],
})

/**
 * Can each role of this process do its work? What waits is an alarm and no reason: a web server is not made better by taking it away
 * because mail waits to be sorted.
 */
async function readiness({ config, database, context, replicas }: Ground, roles: readonly ProcessRole[]) {
  const [{ pending, beyond }, { waiting, oldest }, disk] = await Promise.all([
    compareSchema(database.pool),
    inboundState(database.db),
    config.databaseUrl === undefined ? readDisk(config.dataFolder) : null,
  ])
  // What a newer program changed may be what this one relies on: whoever stands in front takes it away until it is replaced.
  const able = (role: ProcessRole): boolean => pending === 0 && beyond === 0 && (role !== 'smtp' || !isFilling(disk))
  return {
    ready: roles.every(able),
    database: true,
    pendingMigrations: pending,
    newerMigrations: beyond,
    roles: Object.fromEntries(roles.map((role) => [role, able(role)])),
    mailsWaiting: waiting,
    queueAgeSeconds: Math.round(ageOf(oldest, context.now())),
    ...(replicas ? { replicas: replicas.state() } : {}),
  }
}

/** Is it alive, is it ready for its roles, and how is it: for the operator's programs, not for people. */
export function operations(ground: Ground, roles: readonly ProcessRole[]) {
  const { config, database, context } = ground
  const registry = new Registry()
  if (roles.includes('web')) registry.registerMetric(requestTimes)
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `rapport_${name}`, help, labelNames, registers: [registry] })
  const waiting = gauge('inbound_waiting', 'Mails that wait to be sorted')
  const parked = gauge('inbound_parked', 'Mails that could not be sorted')
  const age = gauge('inbound_oldest_seconds', 'How long the oldest waiting mail has waited')
  const up = gauge('database_up', '1 where the database answered this very question; 0: the figures of it are old')
  const connections = gauge('database_connections', 'Connections of this process by state', ['state'])
  const followed = gauge('database_moves', 'How often connections went over to another server since this process started')
  const used = gauge('replica_used', '1 where a replica is read from just now', ['replica'])
  const lags = gauge('replica_lag_seconds', 'How far a replica is behind; absent where it does not answer', ['replica'])
  const recoveries = gauge('recoveries', 'What broke and was made whole again since this process started', ['what'])
  const told = domains
    .flatMap((domain) => domain.figures ?? [])
    .map((figures) => ({
      ...figures,
      gauges: Object.entries(figures.told).map(([name, [help, label]]) => [name, gauge(name, help, label ? [label] : []), label] as const),
    }))

  const app = new Hono<Env>()
  // Nobody in between answers with what was so a moment ago.
  for (const path of ['/healthz', '/readyz', '/metrics'])
    app.use(path, async (c, next) => {
      await next()
      c.header('cache-control', 'private, no-store')
    })
  app.get('/healthz', (c) => c.text('alive\n'))
  // One reading for all who ask at a time: strangers who ask without end take no connection from the monitor.
  const read = shared(() => readiness(ground, roles))
  app.get('/readyz', async (c) => {
    try {
      const { ready, database: answers, roles: able, ...figures } = await read()
      // Whether it is ready is said to anybody; how much waits is the operator's, as metrics are.
      return c.json({ ready, database: answers, roles: able, ...(isNear(c) ? figures : {}) }, ready ? 200 : 503)
    } catch (error) {
      context.log.warn({ err: error }, 'not ready')
      return c.json({ ready: false, database: false, roles: Object.fromEntries(roles.map((role) => [role, false])) }, 503)
    }
  })
  const measure = async () => {
    const state = await inboundState(database.db)
    waiting.set(state.waiting)
    parked.set(state.parked)
    age.set(ageOf(state.oldest, context.now()))
    for (const { read, gauges } of told) {
      const values = await read(database.db, context.now(), config)
      for (const [name, one, label] of gauges) setGauge(one, values[name], label)
    }
  }
  app.get('/metrics', async (c) => {
    // For a collector on this machine or its own network; what a proxy hands on comes from outside.
    if (!isNear(c)) return c.text('There is no such page.', 404)
    try {
      await measure()
      up.set(1)
    } catch (error) {
      // What a process knows of itself is told all the same.
      if (!isAway(error)) throw error
      context.log.warn({ err: error }, 'the database was not measured')
      up.set(0)
    }
    setGauge(recoveries, countRecoveries(), 'what')
    setGauge(connections, countConnections(), 'state')
    setGauge(followed, countMoves())
    const states = ground.replicas?.state() ?? []
    setGauge(used, Object.fromEntries(states.map(({ name, used: is }) => [name, is ? 1 : 0])), 'replica')
    setGauge(lags, Object.fromEntries(states.flatMap(({ name, lag }) => (lag === undefined ? [] : [[name, lag]]))), 'replica')
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
  return app
}
