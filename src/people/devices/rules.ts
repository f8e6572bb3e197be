import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Locale } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { deviceWords } from './words.ts'

// The first that fits: most browsers call themselves by the names of others too.
const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

const firstOf = (table: [RegExp, string][], text: string): string | undefined => table.find(([pattern]) => pattern.test(text))?.[1]

/** The browser and the system that a browser names, by their own names; what is not known is not guessed. */
export const nameDevice = (userAgent: string | null): { browser: string | undefined; system: string | undefined } => ({
  browser: firstOf(browsers, userAgent ?? ''),
  system: firstOf(systems, userAgent ?? ''),
})

/** What is shown of a browser: `Firefox on Linux`. */
export function describeDevice(userAgent: string | null, locale: Locale = languageNow()): string {
  const words = deviceWords(locale)
  const { browser = words.unknownBrowser, system } = nameDevice(userAgent)
  return system ? words.browserOn({ browser, system }) : browser
}

// A browser that held a session is known again when the session is over: a sealed cookie, which is sent to sign-in alone and opens nothing.
/** A browser that held a session, by a number of its own, and whose. */
export interface Device {
  id: string
  personIds: number[]
}

/** Browsers keep no cookie longer; one that was not seen for so long is a new one. */
export const rememberedDays = 400

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
