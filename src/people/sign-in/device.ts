// A browser that held a session is known again when the session is over: a sealed cookie, which is sent to sign-in alone and opens nothing.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** A browser that held a session, by a number of its own, and whose. */
interface Device {
  id: string
  personIds: number[]
}

export const deviceCookie = 'rapport-device'
/** In seconds; browsers keep no cookie longer. */
export const deviceLasts = 400 * 86_400

// A desk in a library has many readers; the last of them are remembered.
const mostPersons = 8

const macOf = (secret: string, text: string): Buffer => createHmac('sha256', secret).update('rapport device 1').update(text).digest()

/** The cookie's text. */
export function sealDevice(secret: string, { id, personIds }: Device): string {
  const text = `${id}.${personIds.join('-')}`
  return `${text}.${macOf(secret, text).toString('base64url')}`
}

/** The browser of a cookie; undefined where there is none, or somebody else made it. */
export function openDevice(secret: string, cookie: string | undefined): Device | undefined {
  const [, text = '', id = '', persons = '', mac = ''] = /^(([\w-]{22})\.(\d+(?:-\d+)*))\.([\w-]{43})$/.exec(cookie ?? '') ?? []
  const shown = Buffer.from(mac, 'base64url')
  const own = macOf(secret, text)
  if (shown.length !== own.length || !timingSafeEqual(shown, own)) return undefined
  return { id, personIds: persons.split('-').map(Number) }
}

/** The browser once this person has a session in it too. */
export function noteOn(device: Device | undefined, personId: number): Device {
  const others = (device?.personIds ?? []).filter((one) => one !== personId)
  return { id: device?.id ?? randomBytes(16).toString('base64url'), personIds: [...others, personId].slice(-mostPersons) }
}
