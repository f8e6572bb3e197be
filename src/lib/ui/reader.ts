import type { Locale } from './format.ts'
import type { Refused } from './forms.ts'
import { createContext, useContext } from './jsx-runtime.ts'

/** Who reads the page: in which language, at which place, and when. Every part that shows a time or a number asks it. */
export interface Reader {
  locale: Locale
  /** IANA name, such as `Europe/Lisbon`. */
  zone: string
  /** It is the group's, since their own is not known: times say so, and nothing is reckoned for them. */
  zoneUnknown?: boolean
  now: Date
  /** Absent: the page follows the system. */
  theme?: 'light' | 'dark'
  /** As whom they are signed in (`pageOf`); absent for visitors. A form that changes something says it, so that it is nobody else's. */
  as?: string | undefined
  /** False: single-key shortcuts are off for this person (WCAG 2.2, 2.1.4). */
  keys?: boolean
  /** The section of the help for this page. */
  help?: { href: string; title: string } | undefined
  /** What was refused of what they have just sent. */
  refused?: Refused | undefined
  /** For who is at this place for the first time: a sentence, and its name, by which it is hidden for good. */
  hint?: { name: string; text: string; at: string } | undefined
  /** The only group of the site: nothing needs to say that it is this one's. */
  alone?: string | undefined
  /** The parts that the site does without, by their address: no page leads to them of itself. */
  unused?: readonly string[]
}

/** For pages that anyone may cache: no person, no place. `now` decides only whether a year is shown. */
export const anyone: Reader = { locale: 'en', zone: 'UTC', zoneUnknown: true, now: new Date(0) }

export const ReaderContext = createContext<Reader>(anyone)

/** The reader of the page that is being rendered; the layouts provide it. */
export const useReader = (): Reader => useContext(ReaderContext)

/** What was refused of what the reader has just sent, for what stands around its form; the form itself says what is wrong. */
export const useRefused = (): Refused | undefined => useReader().refused

/** The name of a group, where a page shows what is of several: on a site of one alone nothing says it. */
export const unlessAlone = (name: string | undefined): string | undefined => (name === useReader().alone ? undefined : name)
