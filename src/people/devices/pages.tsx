import { getCookie, setCookie } from 'hono/cookie'
import { localeOf } from '../../lib/ui/format.ts'
import { languageCookie } from '../../lib/ui/language.ts'
import type { C } from '../../lib/ui/web.tsx'
import { zoneSaid } from '../../lib/ui/zone-names.ts'
import type { Arrival } from './actions.ts'
import { type Device, noteOn, openDevice, rememberedDays, sealDevice } from './rules.ts'

const cookie = 'rapport-device'

/** What this browser is known by; undefined where nobody has had a session in it. */
export const deviceOf = (c: C): Device | undefined => openDevice(c.var.site.secret, getCookie(c, cookie))

/** What this browser is known by, for who signs in with it now; noted on it, so that it is known again when the session is over. It opens nothing. */
export function arrivalOf(c: C, personId: number, how: string, browserZone: unknown): Arrival {
  const { site, network } = c.var
  const before = deviceOf(c)
  const held = before?.personIds.includes(personId) === true
  const device = noteOn(before, personId)
  const secure = site.baseUrl.startsWith('https:')
  // For the addresses of sign-in alone: to all others they are who is not signed in.
  const kept = { path: '/sign-in', httpOnly: true, sameSite: 'Lax', maxAge: rememberedDays * 86_400, secure } as const
  setCookie(c, cookie, sealDevice(site.secret, device), kept)
  // Chosen by a link of the site, or what the browser asks for.
  const wishes = [getCookie(c, languageCookie) ?? '', ...(c.req.header('accept-language') ?? '').split(',')]
  const asked = wishes.some((tag) => localeOf((tag.split(';')[0] ?? '').trim()))
  const language = asked && c.var.actor.personId === null ? c.var.actor.locale : undefined
  return { personId, how, network, key: device.id, held, userAgent: c.req.header('user-agent'), zone: zoneSaid(browserZone), language }
}
