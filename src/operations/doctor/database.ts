import { inboundState } from '../../archive/queries.ts'
import { verifyJournal } from '../../journal/queries.ts'
import { databaseClock } from '../../lib/db/clock.ts'
import type { Database } from '../../lib/db/connect.ts'
import { pendingMigrations } from '../../lib/db/migrate.ts'
import { countDeliveries, findPause, oldestDelivery } from '../../outbox/queries.ts'
import { countAhead } from '../watch/queries.ts'
import { type Finding, findingsOf } from './finding.ts'

const say = findingsOf('database')
const minute = 60_000
const of = (n: number, one: string, other: string): string => `${n} ${n === 1 ? one : other}`

/** How the database is; `false` when it has no schema that more could be asked of. */
export async function checkDatabase({ pool }: Database): Promise<{ findings: Finding[]; usable: boolean }> {
  const before = Date.now()
  const clock = await databaseClock(pool)
  const after = Date.now()
  const findings = [say.ok(`PostgreSQL ${clock.version} answers.`)]
  // Only what the question's own duration cannot explain.
  const apart = Math.max(0, before - clock.now.getTime(), clock.now.getTime() - after)
  if (apart > 2_000)
    findings.push(
      say.wrong(`The clocks of this machine and of the database are ${Math.round(apart / 1_000)} s apart.`, 'Let both keep time by NTP.'),
    )
  const pending = await pendingMigrations(pool).catch((error: { code?: string }) => {
    // undefined_table: nobody has migrated here.
    if (error.code === '42P01') return undefined
    throw error
  })
  if (pending === undefined)
    return { findings: [...findings, say.note('It is empty.', 'Start Rapport; it makes its tables and asks for the rest.')], usable: false }
  if (pending > 0)
    findings.push(
      say.wrong(`${of(pending, 'step of the schema is', 'steps of the schema are')} missing.`, 'Run rapport migrate, or restart Rapport.'),
    )
  else findings.push(say.ok('The schema is that of this program.'))
  return { findings, usable: pending === 0 }
}

/** Whether the journal is what was written. */
export async function checkJournal({ db }: Pick<Database, 'db'>): Promise<Finding[]> {
  const journal = findingsOf('journal')
  const { chained, unchained, brokenAt } = await verifyJournal(db)
  if (brokenAt !== null)
    return [
      journal.wrong(
        `Line ${brokenAt} of the journal is not what was written, or a line before it is gone.`,
        'Find out who has changed the database; compare with a backup.',
      ),
    ]
  const waiting =
    unchained > 1_000
      ? [journal.note(`${of(unchained, 'line is', 'lines are')} not chained yet.`, 'See that a process with the role worker runs.')]
      : []
  return [journal.ok(`${of(chained, 'line is', 'lines are')} chained, and the chain holds.`), ...waiting]
}

/** Whether mail that came in is worked off. */
export async function checkQueue({ db }: Pick<Database, 'db'>, now: Date): Promise<Finding[]> {
  const queue = findingsOf('queue')
  const { waiting, parked, oldest } = await inboundState(db)
  const age = oldest ? now.getTime() - oldest.getTime() : 0
  return [
    age > 5 * minute
      ? queue.wrong(
          `${of(waiting, 'mail waits', 'mails wait')}, the oldest for ${Math.round(age / minute)} minutes.`,
          'See that a process with the role worker runs, and what its log says.',
        )
      : queue.ok(`${of(waiting, 'mail waits', 'mails wait')} to be sorted.`),
    parked > 0
      ? queue.wrong(
          `${of(parked, 'mail could not be sorted and is', 'mails could not be sorted and are')} parked.`,
          'See /admin/queue: each has its error, and a button that tries again.',
        )
      : queue.ok('No mail is parked.'),
  ]
}

/** Whether the clock was ahead. */
export async function checkClock({ db }: Pick<Database, 'db'>, now: Date): Promise<Finding[]> {
  const ahead = await countAhead(db, now)
  if (ahead === 0) return []
  return [
    say.wrong(
      `The clock was ahead: ${of(ahead, 'thing waits', 'things wait')} for a day that is further off than anything is put off.`,
      'Let the machine keep time by NTP. A process with the role worker takes it back within a minute.',
    ),
  ]
}

/** Whether mail leaves. */
export async function checkDeliveries({ db }: Pick<Database, 'db'>, now: Date, hasRelay: boolean): Promise<Finding[]> {
  const outgoing = findingsOf('outgoing')
  const { queued, deferred, failed } = await countDeliveries(db)
  const pause = await findPause(db)
  const oldest = await oldestDelivery(db)
  const age = oldest ? now.getTime() - oldest.getTime() : 0
  const findings = [
    outgoing.ok(
      `${of(queued + deferred, 'delivery waits', 'deliveries wait')}, ${deferred} of them after a first try; ${of(failed, 'has', 'have')} failed.`,
    ),
  ]
  if (hasRelay && age > 60 * minute)
    findings.push(
      outgoing.wrong(
        `A delivery that is due has waited for ${Math.round(age / minute)} minutes.`,
        'See that a process with the role worker runs, and what its log says.',
      ),
    )
  if (pause && pause.until > now)
    findings.push(outgoing.wrong(`The relay takes nothing until ${pause.until.toISOString()}: ${pause.reason}`, 'Ask who runs the relay.'))
  return findings
}
