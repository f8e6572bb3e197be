import { serve } from '@hono/node-server'
import type { Ground } from '../../ground.ts'
import { createApp } from './app.tsx'

export interface WebServer {
  port: number
  close(): Promise<void>
}

const patience = 10_000

/** Serves the pages. Closing lets running requests end, for ten seconds at most. */
export async function startWeb(ground: Ground): Promise<WebServer> {
  const { host, port } = ground.config.http
  const app = createApp(ground)
  const server = serve({ fetch: app.fetch, hostname: host, port })
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
