import type { Config, ProcessRole } from './config.ts'
import type { Database } from './db/connect.ts'
import type { Ground } from './ground.ts'
import { startWeb } from './http/server.ts'
import { startWorker } from './jobs/worker.ts'
import { startMailServer } from './smtp/server.ts'

export interface Running {
  httpPort?: number
  smtpPort?: number
  lmtpPort?: number
  stop(): Promise<void>
}

/** Starts what this process is to do. Stopping goes in reverse: no new work, then what runs, and the database last. */
export async function start(ground: Ground, roles: Set<ProcessRole>): Promise<Running> {
  const { config, database, context } = ground
  const { log } = context
  const worker = roles.has('worker') ? await startWorker(config, database, context) : undefined
  const wake = worker ? () => worker.wake('inbound') : notifyFrom(database)
  const mailServer = (listen: Config['smtp'], lmtp: boolean) =>
    listen && roles.has('smtp') ? startMailServer(listen, { config, database, log, wake, lmtp }) : undefined
  const smtp = await mailServer(config.smtp, false)
  const lmtp = await mailServer(config.lmtp, true)
  const web = roles.has('web') ? await startWeb(ground) : undefined
  return {
    httpPort: web?.port,
    smtpPort: smtp?.port,
    lmtpPort: lmtp?.port,
    async stop() {
      await Promise.all([web?.close(), smtp?.close(), lmtp?.close()])
      await worker?.stop()
      await ground.close()
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
