import { readConfig, readRoles } from '../../config.ts'
import { type Ground, openGround } from '../../ground.ts'
import { type Running, start } from '../../main.ts'
import { setUpCode } from '../../operations/set-up/rules.ts'
import { isEmpty } from '../../people/queries.ts'
import { Usage } from './inspect.ts'

// A systemd unit or a container host waits about this long before it kills.
const patience = 25_000

/** Runs until SIGTERM or SIGINT; a second signal, or patience at its end, ends it at once. Answers with the exit code. */
export async function runUntilSignal(ground: Ground, running: Running): Promise<number> {
  const { log } = ground.context
  const signalled = new Promise<'signal'>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve('signal'))
  })
  if ((await Promise.race([signalled, ground.lost])) !== 'signal') {
    // Whoever supervises us starts us again, and the next start brings the database up.
    log.fatal('the database ended by itself')
    process.exit(1)
  }
  log.info('stopping: no new work, then what runs, then the database')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))
  const timer = setTimeout(() => {
    log.error('what runs did not end in time')
    process.exit(1)
  }, patience)
  await running.stop()
  clearTimeout(timer)
  return 0
}

/** `rapport serve [--roles web,smtp,worker]` */
export async function serve(args: string[]): Promise<number> {
  const [flag, value, ...more] = args
  if (flag !== undefined && (flag !== '--roles' || value === undefined || more.length > 0))
    throw new Usage('serve takes only --roles web,smtp,worker')
  const roles = readRoles(value)
  const ground = await openGround(readConfig(), { purpose: 'work' })
  const running = await start(ground, roles)
  const { log } = ground.context
  if (running.httpPort !== undefined) log.info({ url: ground.config.baseUrl }, 'web')
  if (running.smtpPort !== undefined) log.info({ port: running.smtpPort, domain: ground.config.mailDomain }, 'smtp')
  if (running.lmtpPort !== undefined) log.info({ port: running.lmtpPort }, 'lmtp')
  if (!ground.config.relay) log.warn('RAPPORT_RELAY is not set: outgoing mail stays in the outbox')
  // On the terminal as on the log of a container, and never in a request: who reads it runs this machine.
  if (running.httpPort !== undefined && (await isEmpty(ground.context.db)))
    process.stdout.write(`\n  Set up this Rapport at ${ground.config.baseUrl}/set-up?code=${setUpCode(ground.context.site.secret)}\n\n`)
  return runUntilSignal(ground, running)
}
