import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../../lib/ui/web.tsx'
import type { Arrival } from './actions.ts'

const name = 'rapport-device'
// Browsers keep a cookie no longer.
const lasts = 400 * 86_400

/** What this browser is known by, for who signs in with it now; made where it has nothing yet. It opens nothing. */
export function arrivalOf(c: Context<Env>, personId: number, how: string): Arrival {
  const kept = getCookie(c, name)
  const key = kept && /^[\w-]{32}$/.test(kept) ? kept : randomBytes(24).toString('base64url')
  const secure = c.var.site.baseUrl.startsWith('https:')
  setCookie(c, name, key, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: lasts, secure })
  return { personId, how, network: c.var.network, key, userAgent: c.req.header('user-agent') }
}
