import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { inboundState } from '../../archive/queries.ts'
import { listJournalFiles, verifyJournal } from '../../journal/queries.ts'
import { databaseClock } from '../../lib/db/clock.ts'
import type { Database } from '../../lib/db/connect.ts'
import { pendingMigrations } from '../../lib/db/migrate.ts'
import { readReplication } from '../../lib/db/replication.ts'
import { countDeliveries, findPause, oldestDelivery } from '../../outbox/queries.ts'
import { countAhead } from '../watch/queries.ts'
import { type Finding, findingsOf, found } from './finding.ts'

const say = findingsOf('database')
const minute = 60_000
const verifying = 'rapport journal verify'

/** How the database is; `false` when it has no schema that more could be asked of. */
export async function checkDatabase({ pool }: Database): Promise<{ findings: Finding[]; usable: boolean }> {
  const before = Date.now()
  const clock = await databaseClock(pool)
  const after = Date.now()
  const findings = [say.ok(found.database.answers({ version: clock.version }))]
  // Only what the question's own duration cannot explain.
  const apart = Math.max(0, before - clock.now.getTime(), clock.now.getTime() - after)
  if (apart > 2_000) findings.push(say.wrong(found.database.apart({ seconds: Math.round(apart / 1_000) }), found.database.apartTodo))
  const pending = await pendingMigrations(pool).catch((error: { code?: string }) => {
    // undefined_table: nobody has migrated here.
    if (error.code === '42P01') return undefined
    throw error
  })
  if (pending === undefined) return { findings: [...findings, say.note(found.database.empty, found.database.emptyTodo)], usable: false }
  if (pending > 0) findings.push(say.wrong(found.database.lacks({ n: pending }), found.database.lacksTodo))
  else findings.push(say.ok(found.database.fits))
  return { findings, usable: pending === 0 }
}

/** Whether the journal is what was written. */
export async function checkJournal({ db }: Pick<Database, 'db'>): Promise<Finding[]> {
  const journal = findingsOf('journal')
  const { chained, unchained, brokenAt } = await verifyJournal(db)
  if (brokenAt !== null) return [journal.wrong(found.journal.changed({ entry: brokenAt }), found.journal.changedTodo)]
  const waiting = unchained > 1_000 ? [journal.note(found.journal.unchained({ n: unchained }), found.journal.unchainedTodo)] : []
  return [journal.ok(found.journal.unchanged({ n: chained })), ...waiting, ...(await checkOlder(db))]
}

/** Where old years of the journal are, and whether the files are still there; what is in them, `rapport journal verify` looks at. */
async function checkOlder(db: Database['db']): Promise<Finding[]> {
  const journal = findingsOf('journal')
  const findings: Finding[] = []
  for (const { name, place, inStore, first, last, size } of await listJournalFiles(db)) {
    const path = inStore ? place : join(place, name)
    const sizeNow = inStore ? size : (await stat(path).catch(() => undefined))?.size
    const entries = { first, last }
    if (sizeNow === size) findings.push(journal.ok(found.journal[inStore ? 'stored' : 'filed']({ ...entries, path, command: verifying })))
    else {
      const text = found.journal[sizeNow === undefined ? 'missing' : 'otherSize']({ ...entries, name, place })
      findings.push(journal.note(text, found.journal.missingTodo({ command: verifying })))
    }
  }
  return findings
}

/** Whether mail that came in is worked off. */
export async function checkQueue({ db }: Pick<Database, 'db'>, now: Date): Promise<Finding[]> {
  const queue = findingsOf('queue')
  const { waiting, parked, oldest } = await inboundState(db)
  const age = oldest ? now.getTime() - oldest.getTime() : 0
  return [
    age > 5 * minute
      ? queue.wrong(found.queue.late({ n: waiting, minutes: Math.round(age / minute) }), found.queue.worker)
      : queue.ok(found.queue.waiting({ n: waiting })),
    parked > 0 ? queue.wrong(found.queue.parked({ n: parked }), found.queue.parkedTodo) : queue.ok(found.queue.processed),
  ]
}

/** What is lost when the primary fails: nothing where a replica confirms each commit, else what it did not have yet. */
export async function checkReplication({ db }: Pick<Database, 'db'>, replicated: boolean): Promise<Finding[]> {
  const { replicas, confirmed } = await readReplication(db)
  if (replicas === 0 && !replicated) return []
  if (replicas === 0) return [say.wrong(found.database.alone, found.database.aloneTodo)]
  const count = { n: replicas }
  if (confirmed === 'no') return [say.note(found.database.unconfirmed(count), found.database.unconfirmedTodo)]
  if (confirmed === 'written') return [say.note(found.database.written(count), found.database.writtenTodo)]
  return [say.ok(found.database.confirmed(count))]
}

/** Whether the clock was ahead. */
export async function checkClock({ db }: Pick<Database, 'db'>, now: Date): Promise<Finding[]> {
  const ahead = await countAhead(db, now)
  if (ahead === 0) return []
  return [say.wrong(found.database.ahead({ n: ahead }), found.database.aheadTodo)]
}

/** Whether mail leaves. */
export async function checkDeliveries({ db }: Pick<Database, 'db'>, now: Date, hasRelay: boolean): Promise<Finding[]> {
  const outgoing = findingsOf('outgoing')
  const { queued, deferred, failed } = await countDeliveries(db)
  const pause = await findPause(db)
  const oldest = await oldestDelivery(db)
  const age = oldest ? now.getTime() - oldest.getTime() : 0
  const findings = [outgoing.ok(found.outgoing.waiting({ n: queued + deferred, deferred, failed }))]
  if (hasRelay && age > 60 * minute)
    findings.push(outgoing.wrong(found.outgoing.late({ minutes: Math.round(age / minute) }), found.queue.worker))
  if (pause && pause.until > now) {
    const { until, reason } = pause
    findings.push(outgoing.wrong(found.outgoing.paused({ until: until.toISOString(), reason }), found.outgoing.pausedTodo))
  }
  return findings
}
