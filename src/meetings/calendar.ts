import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import type { Db } from '../lib/db/rows.ts'
import { type NewEvent, writeCalendar } from '../lib/mail/calendar/write.ts'
import { pluck } from '../lib/pluck.ts'
import { formatList } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import type { Meeting } from './core/queries.ts'
import { listPublicMeetings } from './core/told-queries.ts'
import { pageWords } from './page-words.ts'
import { isPlaceOpen } from './rules.ts'

type Shown = Pick<
  Meeting,
  'slug' | 'uid' | 'sequence' | 'changedAt' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'state' | 'kind' | 'public' | 'placeOpen'
> &
  Partial<Pick<Meeting, 'hosts' | 'atTable' | 'invited'>>

/** How somebody who is not invited comes to it: the page knows whom to ask today, which a calendar would keep long after. */
function waysIn(meeting: Shown, baseUrl: string): string {
  const { slug, kind, atTable, invited } = meeting
  if (atTable || invited || atTable === undefined) return ''
  const words = pageWords(languageNow()).guests
  if (isPlaceOpen(meeting) && meeting.place !== '') return words.open
  return kind === 'show_and_tell' ? words.register({ url: `${baseUrl}/show-and-tell/sessions/${slug}` }) : words.inCalendar
}

/**
 * A meeting as calendars show it. Without a method DTSTAMP says when it last changed (RFC 5545 §3.8.7.2), so that what did not change is the same to
 * the byte.
 */
export const entryOf = (meeting: Shown, baseUrl: string): NewEvent => ({
  uid: meeting.uid,
  sequence: meeting.sequence,
  stampedAt: meeting.changedAt,
  changedAt: meeting.changedAt,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  summary: meeting.title,
  // Of whom it is, for the calendar of who is in several groups: a feed names no organizer.
  description: [
    formatList(languageNow(), pluck(meeting.hosts ?? [], 'name')),
    meeting.state === 'cancelled' ? '' : waysIn(meeting, baseUrl),
    `${baseUrl}/meetings/${meeting.slug}`,
  ]
    .filter(Boolean)
    .join('\n'),
  location: meeting.place,
  url: `${baseUrl}/meetings/${meeting.slug}`,
  cancelled: meeting.state === 'cancelled',
})

/** A meeting as a file to take into a calendar by hand; joining details only for who may have them. */
export const fileOf = (meeting: Meeting, baseUrl: string): string => writeCalendar([entryOf(meeting, baseUrl)], { method: 'PUBLISH' })

/** A feed: all meetings with joining details, for who takes the site elsewhere, or, without them, the public ones with what everybody reads. */
export async function feedOf(db: Db, site: Site, all: { name: string; meetings: Shown[] } | undefined, actor: Actor): Promise<string> {
  const open = all ? [] : await listPublicMeetings(db, actor.at)
  const meetings =
    all?.meetings ?? open.map((meeting) => ({ ...meeting, place: isPlaceOpen(meeting) ? meeting.place : '', atTable: false }))
  const entries = meetings.map((meeting) => entryOf(meeting, site.baseUrl))
  return writeCalendar(entries, { name: all?.name ?? pageWords(languageNow()).title })
}
