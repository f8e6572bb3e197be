import { closedDoor } from './beforehand.ts'
import type { ProcessRole } from './config.ts'
import type { Listen } from './config-values.ts'
import { consequences } from './edges/consequences.ts'
import { serveBeside } from './edges/http/processes.ts'
import { startHealth, startWeb } from './edges/http/server.ts'
import { keepTime } from './edges/jobs/clock.ts'
import { startWorker, type Worker } from './edges/jobs/worker.ts'
import { MailReader } from './edges/smtp/data.ts'
import { defaultLimits } from './edges/smtp/limits.ts'
import { startMailServer } from './edges/smtp/server.ts'
import { type Ground, standOn } from './ground.ts'
import { whenThere } from './lib/db/away.ts'
import type { Database } from './lib/db/connect.ts'
import { Replicas } from './lib/db/replicas.ts'
import { replay } from './privacy/erasure-actions.ts'
import { findLedger } from './privacy/erasure-queries.ts'

export interface Running {
  httpPort?: number
  smtpPort?: number
  lmtpPort?: number
  stop(): Promise<void>
}

/**
 * Starts what this process is to do. Stopping goes in reverse: no new work, then what runs, and the database last.
 * @param beside another process started this one and the others, to serve pages beside it
 */
export async function start(ground: Ground, roles: Set<ProcessRole>, beside = false): Promise<Running> {
  const { config, database, context } = ground
  const { log } = context
  // Whatever way an older copy of the database came back: what was erased since stays erased.
  const ledger = context.ledgerPath ? await findLedger(context.ledgerPath, context.site.secret) : undefined
  const erased = ledger ? await whenThere(() => replay(database.db, database.write, context.site.secret, consequences, ledger)) : 0
  if (erased > 0) log.warn({ erased }, 'erasures of the ledger were done again')
  // Doors before the worker: a port that is taken ends the start before anything else has begun.
  let worker: Worker | undefined
  // Connections of their own: pages that wait for a lock take none from mail that comes in, and nobody takes those of health.
  const [web, mail, health] = [standOn(ground, 'web'), standOn(ground, 'mail'), standOn(ground, 'health')]
  const replicas =
    roles.has('web') && config.replicaUrls.length > 0 ? new Replicas(config.replicaUrls, web.database, health.database, log) : undefined
  const close = async () => {
    await replicas?.close()
    await Promise.all([web, mail, health].map((one) => one.close()))
    await ground.close()
  }
  const wake = roles.has('worker') ? () => worker?.wake('inbound') : notifyFrom(mail.database)
  const opened: { close(): Promise<void> }[] = []
  const open = async <T extends { close(): Promise<void> }>(
    name: string,
    at: Listen | undefined,
    begin: (at: Listen) => Promise<T>,
  ): Promise<T | undefined> => {
    if (!at) return undefined
    try {
      const door = await begin(at)
      opened.push(door)
      return door
    } catch (error) {
      await Promise.all(opened.map((door) => door.close()))
      await close()
      throw closedDoor(name, at, error as NodeJS.ErrnoException)
    }
  }
  const reader = new MailReader(defaultLimits)
  const mailServer = (lmtp: boolean) => (at: Listen) => startMailServer(at, { config, database: mail.database, log, wake, lmtp, reader })
  const smtp = await open('RAPPORT_SMTP', roles.has('smtp') ? config.smtp : undefined, mailServer(false))
  const lmtp = await open('RAPPORT_LMTP', roles.has('smtp') ? config.lmtp : undefined, mailServer(true))
  const pages = await open('RAPPORT_HTTP', roles.has('web') ? config.http : undefined, () =>
    startWeb({ ...web, replicas }, { ...health, replicas }),
  )
  if (pages && !beside && config.webProcesses > 1) opened.push(serveBeside(config.webProcesses - 1, pages.port, log))
  await open('RAPPORT_HEALTH', config.health, (at) => startHealth(at, { ...health, replicas }, [...roles]))
  let leaveTime = (): void => {}
  if (roles.has('worker')) {
    leaveTime = await keepTime(context, async () => {
      const ended = worker
      worker = undefined
      await ended?.stop()
      worker = await startWorker(config, database, context)
    })
    worker = await startWorker(config, database, context)
  }
  return {
    httpPort: pages?.port,
    smtpPort: smtp?.port,
    lmtpPort: lmtp?.port,
    async stop() {
      await Promise.all(opened.map((door) => door.close()))
      leaveTime()
      await worker?.stop()
      await close()
    },
  }
}

/** Wakes workers in other processes, at most every 20 ms: a notice in each commit would halve the intake. */
function notifyFrom({ pool }: Database): () => void {
  let planned = false
  return () => {
    if (planned) return
    planned = true
    setTimeout(() => {
      planned = false
      pool.query("select pg_notify('rapport', 'inbound')").catch(() => {})
    }, 20)
  }
}
