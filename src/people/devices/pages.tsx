import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../../lib/ui/web.tsx'
import { deviceCookie, deviceLasts, noteOn, openDevice, sealDevice } from '../sign-in/device.ts'
import type { Arrival } from './actions.ts'

/** What this browser is known by, for who signs in with it now; noted on it, so that it is known again when the session is over. It opens nothing. */
export function arrivalOf(c: Context<Env>, personId: number, how: string): Arrival {
  const { site, network } = c.var
  const device = noteOn(openDevice(site.secret, getCookie(c, deviceCookie)), personId)
  const secure = site.baseUrl.startsWith('https:')
  // For the addresses of sign-in alone: to all others they are who is not signed in.
  const kept = { path: '/sign-in', httpOnly: true, sameSite: 'Lax', maxAge: deviceLasts, secure } as const
  setCookie(c, deviceCookie, sealDevice(site.secret, device), kept)
  return { personId, how, network, key: device.id, userAgent: c.req.header('user-agent') }
}
