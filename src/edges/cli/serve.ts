import type { Logger } from 'pino'
import { checkBeforehand } from '../../beforehand.ts'
import { readConfig, readRoles } from '../../config.ts'
import { type Ground, openGround } from '../../ground.ts'
import { isLost, whenThere } from '../../lib/db/away.ts'
import { noteRecovery } from '../../lib/db/recoveries.ts'
import { type Running, start } from '../../main.ts'
import { setUpCode } from '../../operations/set-up-rules.ts'
import { isEmpty } from '../../people/queries.ts'
import { besides } from '../http/processes.ts'
import { keepCompiled } from './compiled.ts'
import { Usage } from './inspect.ts'

// A systemd unit or a container host waits about this long before it kills.
const patience = 25_000

/**
 * Resolves at the first SIGTERM or SIGINT; a second one, or patience at its end, ends the process at once. To be called before anything
 * answers: whoever saw that it runs may end it.
 */
export function untilSignalled(): Promise<0> {
  return new Promise((resolve) => {
    const onFirst = () => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.removeListener(signal, onFirst).once(signal, () => process.exit(1))
      setTimeout(() => process.exit(1), patience).unref()
      resolve(0)
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onFirst)
    // Who serves beside another process ends with it.
    process.on('disconnect', onFirst)
    // A terminal that is closed ends what runs in it. Others send it so that settings are read again: certificates are, by themselves.
    process.on('SIGHUP', () => process.stdout.isTTY && onFirst())
  })
}

/**
 * Runs until it is signalled (`untilSignalled`). Also stops in order where nothing else is left: the embedded database does not stay up, or
 * something failed of which nobody knows what it left half done. Answers with the exit code.
 */
export async function runUntilSignal(ground: Ground, running: Running, signalled: Promise<0>): Promise<number> {
  const { log } = ground.context
  // Whoever supervises us starts us again.
  const lost = ground.lost.then((): 1 => {
    log.fatal('the database does not stay up')
    return 1
  })
  const code = await Promise.race([signalled, lost, untilBroken(log)])
  log.info('stopping: no new work, then what runs, then the database')
  const timer = setTimeout(() => {
    log.error('what runs did not end in time')
    process.exit(1)
  }, patience)
  await running.stop()
  clearTimeout(timer)
  // The line to who started it would keep this process.
  if (process.connected) process.disconnect?.()
  return code
}

/**
 * Keeps what nobody waited for from ending the process. A promise that failed unheard leaves nothing half done that a transaction would
 * not roll back, and a lost connection is followed by another one; only what was thrown out of everything resolves this. To be called as
 * soon as there is a log, and again by who waits for it.
 */
export function untilBroken(log: Logger): Promise<1> {
  broken ??= watchForFaults(log)
  return broken
}

let broken: Promise<1> | undefined

function watchForFaults(log: Logger): Promise<1> {
  process.on('unhandledRejection', (error) => {
    noteRecovery('rejection')
    if (isLost(error)) log.warn({ err: error }, 'a lost connection was noticed by nobody else; going on')
    else log.error({ err: error }, 'nobody waited for what failed; going on')
  })
  return new Promise((resolve) => {
    process.on('uncaughtException', (error) => {
      if (isLost(error)) {
        noteRecovery('rejection')
        log.warn({ err: error }, 'a lost connection was noticed by nobody else; going on')
        return
      }
      log.fatal({ err: error }, 'something was thrown that nobody caught')
      resolve(1)
    })
  })
}

/** `rapport serve [--roles web,smtp,worker]` */
export async function serve(args: string[]): Promise<number> {
  const beside = process.connected && args.at(-2) === besides
  const [flag, value, ...more] = beside ? args.slice(0, -2) : args
  if (flag !== undefined && (flag !== '--roles' || value === undefined || more.length > 0))
    throw new Usage('serve takes only --roles web,smtp,worker')
  const roles = readRoles(value)
  const given = readConfig()
  const config = beside ? { ...given, http: { ...given.http, port: Number(args.at(-1)) }, health: undefined } : given
  // Whoever started it has looked already, and listens there.
  if (!beside) await checkBeforehand(config, roles)
  // It may be gone before this one has begun.
  const left = beside ? untilSignalled() : undefined
  const ground = await openGround(config, { purpose: 'work', share: beside })
  void untilBroken(ground.context.log)
  const signalled = left ?? untilSignalled()
  const running = await start(ground, roles, beside)
  keepCompiled()
  const { log } = ground.context
  if (running.httpPort !== undefined) log.info({ url: ground.config.baseUrl }, 'web')
  if (running.smtpPort !== undefined) log.info({ port: running.smtpPort, domain: ground.config.mailDomain }, 'smtp')
  if (running.lmtpPort !== undefined) log.info({ port: running.lmtpPort }, 'lmtp')
  if (!ground.config.relay) log.warn('RAPPORT_RELAY is not set: outgoing mail stays in the outbox')
  // On the terminal as on the log of a container, and never in a request: who reads it runs this machine.
  if (running.httpPort !== undefined && !beside && (await whenThere(() => isEmpty(ground.context.db))))
    process.stdout.write(`\n  Set up this Rapport at ${ground.config.baseUrl}/set-up?code=${setUpCode(ground.context.site.secret)}\n\n`)
  return runUntilSignal(ground, running, signalled)
}
