import { createHmac } from 'node:crypto'

const hour = 3_600_000

/** Greylisting holds a mail back for up to an hour; a code that dies sooner never arrives alive. */
export const codeLasts = hour

/**
 * Ten digits, as strangers may try for long without locking anybody out: all that they may type at the three codes of an hour hits one of
 * them with a chance of 6 in a million.
 */
export const digits = 10

/**
 * So many unspent codes of an hour for all browsers that never held a session of the address's person: their letters of an hour, whoever
 * asks.
 */
const mostForStrangers = 3
/** So many for each browser that did: strangers use none of them up. */
const mostForOwn = 6

/** How many unspent codes of an hour a lane has. */
export const mostIn = (lane: string): number => (lane === '' ? mostForStrangers : mostForOwn)

/** Wrong tries at a code from one network, or from one browser that held a session. */
const triesEach = 5
/** Wrong tries at a code from all networks; then it is not taken as typed digits any more, only by its letter's link, which nobody guesses. */
const triesOfAll = 20_000

/** May this code still be typed from here? */
export const mayBeTyped = ({ wrongHere, wrong, own }: { wrongHere: number; wrong: number; own: boolean }): boolean =>
  wrongHere < triesEach && (own || wrong < triesOfAll)

/** What is kept of an address or a code: digits are few, so a plain hash would tell them. */
export const keep = (secret: string, what: 'who' | 'code', text: string): Buffer =>
  createHmac('sha256', secret).update(`sign-in ${what} 1`).update(text).digest()
