import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import type { Db } from '../lib/db/connect.ts'
import { type NewEvent, writeCalendar } from '../lib/mail/calendar/write.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { listPublicMeetings, type Meeting } from './core/queries.ts'
import { pageWords } from './page-words.ts'

const t = textsOf('meetings', 'times')

interface Shown {
  slug: string
  uid: string
  sequence: number
  version: number
  title: string
  startsAt: Date
  endsAt: Date
  place: string
  state: 'planned' | 'held' | 'cancelled'
}

const eventOf = (meeting: Shown, baseUrl: string, at: Date): NewEvent => ({
  uid: meeting.uid,
  sequence: meeting.sequence,
  stampedAt: at,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  summary: meeting.title,
  description: `${baseUrl}/meetings/${meeting.slug}`,
  location: meeting.place,
  url: `${baseUrl}/meetings/${meeting.slug}`,
  cancelled: meeting.state === 'cancelled',
})

/** A meeting as a file to take into a calendar by hand; joining details only for who may have them. */
export const fileOf = (meeting: Meeting, baseUrl: string, at: Date): string =>
  writeCalendar([eventOf(meeting, baseUrl, at)], { method: 'PUBLISH' })

/** A feed: a person's own meetings with joining details, or, without one, the public ones without. */
export async function feedOf(db: Db, site: Site, own: { name: string; meetings: Shown[] } | undefined, actor: Actor): Promise<string> {
  const meetings = own?.meetings ?? (await listPublicMeetings(db, actor.at)).map((meeting) => ({ ...meeting, place: '' }))
  return writeCalendar(
    meetings.map((meeting) => eventOf(meeting, site.baseUrl, actor.at)),
    { name: own ? t.feedOf({ name: own.name }) : pageWords(languageNow()).title },
  )
}
