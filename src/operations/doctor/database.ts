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
      say.wrong(
        `The clocks of this server and of the database differ by ${Math.round(apart / 1_000)} seconds.`,
        'Synchronise both with NTP.',
      ),
    )
  const pending = await pendingMigrations(pool).catch((error: { code?: string }) => {
    // undefined_table: nobody has migrated here.
    if (error.code === '42P01') return undefined
    throw error
  })
  if (pending === undefined)
    return {
      findings: [
        ...findings,
        say.note('The database is empty.', 'Start Rapport. It creates its tables and prints the address of the set-up page.'),
      ],
      usable: false,
    }
  if (pending > 0)
    findings.push(
      say.wrong(`The database lacks ${of(pending, 'update', 'updates')} of this version.`, 'Run rapport migrate, or restart Rapport.'),
    )
  else findings.push(say.ok('The database fits this version of Rapport.'))
  return { findings, usable: pending === 0 }
}

/** Whether the journal is what was written. */
export async function checkJournal({ db }: Pick<Database, 'db'>): Promise<Finding[]> {
  const journal = findingsOf('journal')
  const { chained, unchained, brokenAt } = await verifyJournal(db)
  if (brokenAt !== null)
    return [
      journal.wrong(
        `Entry ${brokenAt} of the activity log was changed, or an entry before it was deleted.`,
        'Find out who changed the database. Compare it with a backup.',
      ),
    ]
  const waiting =
    unchained > 1_000
      ? [
          journal.note(
            `${of(unchained, 'entry is', 'entries are')} not protected against changes yet.`,
            'Check that a process with the role worker runs.',
          ),
        ]
      : []
  return [journal.ok(`All ${of(chained, 'entry', 'entries')} of the activity log are unchanged.`), ...waiting, ...(await checkOlder(db))]
}

/** Where old years of the journal are, and whether the files are still there; what is in them, `rapport journal verify` looks at. */
async function checkOlder(db: Database['db']): Promise<Finding[]> {
  const journal = findingsOf('journal')
  const findings: Finding[] = []
  for (const { name, place, inStore, first, last, size } of await listJournalFiles(db)) {
    const path = inStore ? place : join(place, name)
    const found = inStore ? size : (await stat(path).catch(() => undefined))?.size
    const unseen = inStore ? ' To look into it: rapport journal verify.' : ''
    if (found === size) findings.push(journal.ok(`Entries ${first} to ${last} of the activity log are in ${path}.${unseen}`))
    else
      findings.push(
        journal.note(
          `Entries ${first} to ${last} of the activity log are in ${name}, which is not in ${place}${found === undefined ? '' : ' as it was'}.`,
          `If the file is in another folder, check it there: rapport journal verify --in FOLDER`,
        ),
      )
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
      ? queue.wrong(
          `${of(waiting, 'incoming email waits', 'incoming emails wait')}, the oldest for ${Math.round(age / minute)} minutes.`,
          'Check that a process with the role worker runs, and read its log.',
        )
      : queue.ok(
          waiting === 0 ? 'No incoming email waits.' : `${of(waiting, 'incoming email waits', 'incoming emails wait')} to be processed.`,
        ),
    parked > 0
      ? queue.wrong(
          `${of(parked, 'incoming email', 'incoming emails')} could not be processed.`,
          'Open the page /admin/queue. It shows the error of each email, with a button to process it again.',
        )
      : queue.ok('Every incoming email could be processed.'),
  ]
}

/** What is lost when the primary fails: nothing where a replica confirms each commit, else what it did not have yet. */
export async function checkReplication({ db }: Pick<Database, 'db'>, replicated: boolean): Promise<Finding[]> {
  const { replicas, confirmed } = await readReplication(db)
  if (replicas === 0 && !replicated) return []
  const count = of(replicas, 'replica follows', 'replicas follow')
  if (replicas === 0)
    return [
      say.wrong(
        'No replica follows the database, although the settings name several servers.',
        'Bring the other server back. Until then, everything since the last backup is lost if this one is.',
      ),
    ]
  if (confirmed === 'no')
    return [
      say.note(
        `${count} the database, and commits do not wait for one. If the primary fails, what was saved in the last moments is lost.`,
        'Set synchronous_standby_names (with Patroni: synchronous_mode). See docs/operators/several-machines.md.',
      ),
    ]
  if (confirmed === 'written')
    return [
      say.note(
        `${count} the database. Commits wait until one has received them, not until they are on its disk.`,
        'If both machines lose power at the same moment, the last commits can be lost. Set synchronous_commit to on.',
      ),
    ]
  return [say.ok(`${count} the database. Each commit is on the disk of one before it is confirmed: a failover loses nothing.`)]
}

/** Whether the clock was ahead. */
export async function checkClock({ db }: Pick<Database, 'db'>, now: Date): Promise<Finding[]> {
  const ahead = await countAhead(db, now)
  if (ahead === 0) return []
  return [
    say.wrong(
      `The clock of this server was ahead: ${of(ahead, 'job waits', 'jobs wait')} for a time too far in the future.`,
      'Synchronise the server with NTP. A process with the role worker corrects the jobs within a minute.',
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
      `${of(queued + deferred, 'outgoing email waits', 'outgoing emails wait')}, ${deferred} of them after a failed attempt. ${of(failed, 'email', 'emails')} could not be sent.`,
    ),
  ]
  if (hasRelay && age > 60 * minute)
    findings.push(
      outgoing.wrong(
        `An outgoing email is late by ${Math.round(age / minute)} minutes.`,
        'Check that a process with the role worker runs, and read its log.',
      ),
    )
  if (pause && pause.until > now)
    findings.push(
      outgoing.wrong(
        `The mail server (relay) accepts no email until ${pause.until.toISOString()}: ${pause.reason}`,
        'Ask whoever runs this mail server.',
      ),
    )
  return findings
}
