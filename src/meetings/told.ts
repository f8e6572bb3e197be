import type { Site } from '../config.ts'
import { pluck } from '../lib/pluck.ts'
import { sealKeys } from '../lib/token/seal.ts'
import { formatList, type Locale } from '../lib/ui/format.ts'
import type { TellRow } from './core/told-queries.ts'
import { isGuest } from './invitees-rules.ts'
import type { Recipient, ToldMeeting } from './mails.ts'

/** Whom a row is about, as letters need them. */
export const recipientOf = (row: TellRow): Recipient => ({
  personId: row.personId,
  name: row.name,
  email: row.email,
  locale: row.locale,
  zone: row.personZone,
})

/** Whose a meeting is, as a letter says it. */
export const nameHosts = (locale: string, hosts: readonly { name: string }[]): string => formatList(locale as Locale, pluck(hosts, 'name'))

/** A row as letters tell of it, with the keys to answer. */
export function toldOf(row: TellRow, site: Site): ToldMeeting {
  const keys = sealKeys(site.secret, 'calendar', row.id)
  return {
    ...row,
    host: nameHosts(row.locale, row.hosts),
    guest: isGuest(row.roles),
    off: row.state === 'cancelled' || row.withdrawnAt !== null,
    left: row.withdrawnAt !== null && row.state !== 'cancelled',
    reason: row.cancelledReason,
    known: row.toldVersion !== null,
    was: row.was === null ? undefined : { ...row.was, startsAt: new Date(row.was.startsAt) },
    replyTo: `reply+${keys.reply}@${site.mailDomain}`,
    answerLink: `${site.baseUrl}/rsvp/${keys.link}`,
    before: row.before ?? undefined,
  }
}
