import type { Context, MiddlewareHandler } from 'hono'
import type { Config } from '../../config.ts'
import { stsHost, stsPath, stsText } from '../../lib/mail/mta-sts.ts'

const hostOf = (c: Context): string => (c.req.header('host') ?? '').toLowerCase().replace(/\.?(?::\d+)?$/, '')

const nothing = (c: Context): Response => c.text('There is no such file.', 404, { 'cache-control': 'no-store' })

/**
 * The host from which other mail servers read our MTA-STS policy (RFC 8461) serves that policy and nothing else, so that no page, and no
 * sign-in, exists under a second name. It needs no database, because mail still comes in while the database is away.
 */
export const policyHost =
  ({ mailDomain }: Config): MiddlewareHandler =>
  (c, next) => {
    const asks = c.req.path === stsPath && (c.req.method === 'GET' || c.req.method === 'HEAD')
    return asks || hostOf(c) !== stsHost(mailDomain) ? next() : Promise.resolve(nothing(c))
  }

/** The policy, at its own host alone: under another name it would be another domain's. */
export const servePolicy =
  ({ mailDomain, sts }: Config) =>
  (c: Context): Response =>
    sts === undefined || hostOf(c) !== stsHost(mailDomain)
      ? nothing(c)
      : c.text(stsText(sts), 200, { 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' })
