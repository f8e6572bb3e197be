import { parseDate } from './date.ts'
import type { MailFault } from './mail-fault.ts'

/** When a message was written, as far as that can be known. */
export interface Dated {
  date: Date | null
  /** What was wrong with the Date field; null where it was taken. */
  repair: MailFault | null
}

const aDay = 86_400_000
// RFC 822; what claims to be older was written by a clock without a battery.
const earliest = Date.UTC(1982, 7, 13)
// Dates that programs write where they know none: public-inbox and Rapport, and git.
const unknownDate = /Thu Jan +1 00:00:00 1970|Mon Sep 17 00:00:00 2001/

/**
 * The date to show and sort a message by: its own where that can be true, else when the first server took it, else the date of
 * its From line in the mailbox. A Date is not true before there was mail, after now, two days after the mail was on its way, or a year before.
 * @param received the Received fields from top to bottom, so the first server's is the last
 * @param now what is later cannot have happened
 */
export function plausibleDate(date: Date | null, envelopeLine: string | null, received: readonly string[], now: Date): Dated {
  const possible = (other: Date | null): Date | null =>
    other && other.getTime() >= earliest && other.getTime() <= now.getTime() + aDay ? other : null
  const first = received.map((field) => possible(parseDate(field.slice(field.lastIndexOf(';') + 1)))).findLast((other) => other !== null)
  const envelope = envelopeLine && !unknownDate.test(envelopeLine) ? possible(parseDate(envelopeLine)) : null
  const repair = whyNot(possible(date), date, first ?? null, envelope)
  return { date: repair === null ? date : (first ?? envelope), repair }
}

function whyNot(possible: Date | null, date: Date | null, first: Date | null, envelope: Date | null): MailFault | null {
  if (date === null) return { fault: 'noDate' }
  const day = date.toISOString().replace(/T.*/, '')
  if (possible === null) return { fault: 'falseDate', day }
  const arrived = first ?? envelope
  if (arrived && date.getTime() > arrived.getTime() + 2 * aDay) return { fault: 'dateTooLate', day }
  // A From line may be of the day that someone copied the mailbox; servers stamp mail as it passes.
  if (first && date.getTime() < first.getTime() - 365 * aDay) return { fault: 'dateTooEarly', day }
  return null
}
