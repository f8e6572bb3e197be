import { Hono } from 'hono'
import { Gauge, Histogram, Registry } from 'prom-client'
import { countStalls } from '../../advocacy/today/queries.ts'
import { inboundState } from '../../archive/inbound/queries.ts'
import { countBallotStalls } from '../../ballots/overdue/queries.ts'
import { countOverdueReviews } from '../../charter/clauses/queries.ts'
import type { ProcessRole } from '../../config.ts'
import { countDocumentStalls } from '../../documents/queries.ts'
import { countEventStalls } from '../../events/queries.ts'
import { countScans } from '../../files/scan/queries.ts'
import { countUploads } from '../../files/uploads/queries.ts'
import type { Ground } from '../../ground.ts'
import { countStalled } from '../../imports/uploads/queries.ts'
import { isAway } from '../../lib/db/away.ts'
import { countConnections } from '../../lib/db/connect.ts'
import { pendingMigrations } from '../../lib/db/migrate.ts'
import { countRecoveries } from '../../lib/db/recoveries.ts'
import { shared } from '../../lib/db/shared.ts'
import { isFilling, readDisk } from '../../lib/disk.ts'
import type { Env } from '../../lib/ui/web.tsx'
import { listLate } from '../../list/digests/queries.ts'
import { countMeetingStalls } from '../../meetings/queries.ts'
import { countOverdue } from '../../news/queries.ts'
import { listDeferrals, measureSite } from '../../operations/watch/queries.ts'
import { alarmKeys, ringing, type SiteState, surroundingsOf } from '../../operations/watch/rules.ts'
import { countDeliveries, mostCounted } from '../../outbox/queries.ts'
import { countTalkStalls } from '../../talks/queries.ts'
import { isNear } from './network.ts'

/** Seconds that the oldest waiting mail has waited; 0 when none waits. */
const ageOf = (oldest: Date | null, now: Date): number => (oldest ? Math.max(0, (now.getTime() - oldest.getTime()) / 1_000) : 0)

/** One figure for each kind of what waits. */
function setEach(gauge: Gauge, counts: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(counts)) gauge.set({ what }, count)
}

/** How long requests took, by what came of them; the app notes each. */
export const requestTimes = () =>
  new Histogram({
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
async function readiness({ config, database, context }: Ground, roles: readonly ProcessRole[]) {
  const [pending, { waiting, oldest }, disk] = await Promise.all([
    pendingMigrations(database.pool),
    inboundState(database.db),
    config.databaseUrl === undefined ? readDisk(config.dataFolder) : null,
  ])
  const able = (role: ProcessRole): boolean => pending === 0 && (role !== 'smtp' || !isFilling(disk))
  return {
    ready: roles.every(able),
    database: true,
    pendingMigrations: pending,
    roles: Object.fromEntries(roles.map((role) => [role, able(role)])),
    mailsWaiting: waiting,
    queueAgeSeconds: Math.round(ageOf(oldest, context.now())),
  }
}

/** Is it alive, is it ready for its roles, and how is it: for the operator's programs, not for people. */
export function operations(ground: Ground, roles: readonly ProcessRole[], times?: Histogram) {
  const { config, database, context } = ground
  const registry = new Registry()
  if (times) registry.registerMetric(times)
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `rapport_${name}`, help, labelNames, registers: [registry] })
  const waiting = gauge('inbound_waiting', 'Mails that wait to be sorted')
  const parked = gauge('inbound_parked', 'Mails that could not be sorted')
  const age = gauge('inbound_oldest_seconds', 'How long the oldest waiting mail has waited')
  const deliveries = gauge('deliveries', `Deliveries by state, counted up to ${mostCounted}`, ['state'])
  const diskFree = gauge('disk_free_bytes', 'What is free on the fullest disk that this process knows of')
  const diskShare = gauge('disk_free_ratio', 'The same as a part of the disk; alarms ring below 0.2 and 0.1')
  const walBytes = gauge('wal_bytes', 'Size of the write-ahead log; 0 where the database does not let us see it')
  const up = gauge('database_up', '1 where the database answered this very question; 0: the figures of it are old')
  const connections = gauge('database_connections', 'Connections of this process by state', ['state'])
  const recoveries = gauge('recoveries', 'What broke and was made whole again since this process started', ['what'])

  const digests = gauge('digests_late', 'Lists whose digest should have gone out more than two hours ago')
  const reviews = gauge('charter_reviews_late', 'Charters in force whose day of review has passed')
  const late = gauge('vendor_answers_late', 'Answers of vendors that are overdue')
  const untold = gauge(
    'telling_waiting',
    'News that those concerned should have heard an hour ago; more than none for long means that nobody tells',
  )

  const openBallots = gauge('ballots_open', 'Ballots that take papers')
  const overdueBallots = gauge('ballots_overdue', 'Phases and ballots that should have turned a quarter of an hour ago')
  const overdue = gauge('documents_overdue', 'Documents whose review is overdue')
  const scans = gauge('files_scan_waiting', 'Files that wait for the virus scanner; they are hidden until then')
  const scanAge = gauge('files_scan_oldest_seconds', 'How long the oldest of them has waited; minutes mean that the scanner is away')
  const infected = gauge('files_infected', 'Files in quarantine')
  const unread = gauge('documents_unread', 'Files brought an hour ago or more whose words are still not read')
  const folders = gauge('document_folders_reading', 'Folders brought an hour ago or more that are still being read')
  const lists = gauge('list_imports_running', 'Imports of lists over the web that were begun an hour ago or more and are not done')
  const openUploads = gauge('uploads_open', 'Files on their way in pieces')
  const uploadBytes = gauge('uploads_bytes', 'How much of them is here; what nobody goes on with is swept after two days')
  const talkStalls = gauge(
    'talks_waiting',
    'Talks: proposals undecided for a month, not turned two hours after their session, speakers who have not heard of a slot for an hour',
    ['what'],
  )
  const eventStalls = gauge(
    'events_waiting',
    'Events: people expected who have not heard of it for an hour, proposals not decided or told a month after their call',
    ['what'],
  )
  const deferred = gauge('deliveries_deferred', 'Deliveries put off, by domain: the twenty with the most', ['domain'])
  const outboxAge = gauge('outbox_oldest_seconds', 'How long the oldest delivery has been due')
  const jobs = gauge('jobs', 'Jobs that are due, and those that fail again and again', ['state'])
  const jobAge = gauge('jobs_oldest_seconds', 'How long the oldest job has been due')
  const unchained = gauge('journal_unchained', 'Lines of the journal without a link of the chain')
  const unindexed = gauge('search_missing', 'Messages of the newest 5,000 that search does not know')
  const backupAge = gauge('backup_age_seconds', 'Age of the newest backup of the schedule; -1 where there is none')
  const newsDue = gauge('news_issues_due', 'Newsletters whose next issue is due')
  const newsDays = gauge('news_issue_late_days', 'How many days the latest of them is late')
  const alarmGauge = gauge('alarm', '1 where an alarm rings', ['alarm'])
  const hooks = gauge('webhooks', 'Webhooks by state', ['state'])
  const hooksWaiting = gauge('webhook_deliveries_waiting', 'What programs elsewhere are still to be told')
  const uninvited = gauge(
    'invitations_waiting',
    'Calendars that lack a change of an hour ago; more than none for long means that nobody tells',
  )
  const unapproved = gauge('minutes_unapproved', 'Minutes that still wait two weeks after they should have been approved')
  const newsLate = gauge('news_overdue', 'Scheduled news and issues that should have gone out a quarter of an hour ago')

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
  const setRoom = ({ disk, wal }: SiteState) => {
    if (disk) diskFree.set(disk.free)
    if (disk) diskShare.set(disk.share / 100)
    if (wal) walBytes.set(wal.bytes)
  }
  const measure = async () => {
    const state = await inboundState(database.db)
    waiting.set(state.waiting)
    parked.set(state.parked)
    age.set(ageOf(state.oldest, context.now()))
    for (const [name, count] of Object.entries(await countDeliveries(database.db))) deliveries.set({ state: name }, count)
    digests.set((await listLate(database.db, context.now())).length)
    const stalls = await countStalls(database.db, context.now())
    reviews.set(await countOverdueReviews(database.db, context.now()))
    late.set(stalls.late)
    untold.set(stalls.untold)
    const ballots = await countBallotStalls(database.db, context.now())
    openBallots.set(ballots.open)
    overdueBallots.set(ballots.overdue)
    const papers = await countDocumentStalls(database.db, context.now())
    overdue.set(papers.overdue)
    unread.set(papers.unread)
    folders.set(papers.folders)
    lists.set(await countStalled(database.db, context.now()))
    const uploads = await countUploads(database.db)
    openUploads.set(uploads.open)
    uploadBytes.set(uploads.bytes)
    setEach(talkStalls, await countTalkStalls(database.db, context.now()))
    setEach(eventStalls, await countEventStalls(database.db, context.now()))
    const scanned = await countScans(database.db)
    scans.set(scanned.waiting)
    scanAge.set(ageOf(scanned.oldest, context.now()))
    infected.set(scanned.infected)
    const site = await measureSite(database.db, context.now(), surroundingsOf(config))
    hooks.set({ state: 'failing' }, site.webhooks.failing)
    hooks.set({ state: 'paused' }, site.webhooks.paused)
    hooksWaiting.set(site.webhooks.waiting)
    outboxAge.set(site.outbox.age)
    jobs.set({ state: 'due' }, site.jobs.waiting)
    jobs.set({ state: 'failing' }, site.jobs.failing)
    jobAge.set(site.jobs.age)
    unchained.set(site.journal.unchained)
    unindexed.set(site.search.missing)
    backupAge.set(site.backup.age ?? -1)
    newsDue.set(site.news.due)
    newsDays.set(site.news.days)
    setRoom(site)
    const rings = ringing(site)
    for (const key of alarmKeys) alarmGauge.set({ alarm: key }, rings.includes(key) ? 1 : 0)
    deferred.reset()
    for (const { domain, count } of await listDeferrals(database.db)) deferred.set({ domain }, count)
    const meetings = await countMeetingStalls(database.db, context.now())
    uninvited.set(meetings.untold)
    unapproved.set(meetings.unapproved)
    newsLate.set(await countOverdue(database.db, context.now()))
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
    setEach(recoveries, countRecoveries())
    for (const [state, count] of Object.entries(countConnections())) connections.set({ state }, count)
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
  return app
}
