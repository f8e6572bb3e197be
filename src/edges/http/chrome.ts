import { getCookie } from 'hono/cookie'
import type { Flash } from '../../lib/ui/layout.tsx'
import type { C } from '../../lib/ui/web.tsx'

/** What was said by the request before, once. */
export function chromeOf(c: C): { flash: Flash | undefined; headers: [string, string][] } {
  const text = getCookie(c, 'rapport-flash')
  if (!text) return { flash: undefined, headers: [] }
  return { flash: { text }, headers: [['set-cookie', 'rapport-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']] }
}
