import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { ProcessRole } from '../../config.ts'
import type { Listen } from '../../config-values.ts'
import type { Ground } from '../../ground.ts'
import type { Env } from '../../lib/ui/variables.ts'
import { createApp } from './app.tsx'
import { operations } from './operations.ts'

export interface WebServer {
  port: number
  close(): Promise<void>
}

const patience = 10_000

/** Is this a name among headers as they came, where each name stands before its value? */
const isHost = (word: string, at: number): boolean => at % 2 === 0 && word.toLowerCase() === 'host'

/** Serves the pages, and from connections of their own whether all is well. */
export const startWeb = (ground: Ground, watched = ground): Promise<WebServer> =>
  serveAt(ground.config.http, createApp(ground, watched), ground.config.webProcesses > 1)

/** Serves health and metrics of a process, whatever it does. */
export const startHealth = (at: Listen, watched: Ground, roles: readonly ProcessRole[]): Promise<WebServer> =>
  serveAt(at, operations(watched, roles))

/**
 * Closing lets running requests end, for ten seconds at most.
 * @param reusePort other processes of ours listen there too
 */
async function serveAt({ host, port }: Listen, app: { fetch: Hono<Env>['fetch'] }, reusePort = false): Promise<WebServer> {
  const server = createAdaptorServer({
    // Two hosts are none (RFC 9112, 3.2): who stands before us may have heard the other one. One that is not valid is refused before this.
    fetch: (request, env) =>
      env.incoming.rawHeaders.filter(isHost).length > 1 ? new Response(null, { status: 400 }) : app.fetch(request, env),
    hostname: host,
  })
  server.listen({ host, port, reusePort })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => resolve())
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        const timer = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), patience)
        server.close(() => {
          clearTimeout(timer)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}
