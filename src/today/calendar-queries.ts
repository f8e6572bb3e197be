import { createHash } from 'node:crypto'
import type { Actor } from '../actor.ts'
import type { Site } from '../config.ts'
import { eventEntry, listCalendarEvents } from '../events/queries.ts'
import { type Db, findRow } from '../lib/db/rows.ts'
import { type NewEvent, writeCalendar } from '../lib/mail/calendar/write.ts'
import { textsOf } from '../lib/ui/words.ts'
import { listInvitedMeetings, meetingEntry } from '../meetings/queries.ts'
import { utcDay } from '../time.ts'
import type { Waiters } from '../waiting.ts'
import { listDecided } from './decisions-queries.ts'
import { keyOf } from './decisions-rules.ts'
import { listWaiting, type TodayEntry } from './queries.ts'

const t = textsOf('today', 'calendar')

const day = 86_400_000
const halfAnHour = 30 * 60_000

/** What is kept of a calendar address. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** The calendar address that a person has, if they have one; the address itself is known to them alone. */
export const findAddress = (db: Db, personId: number) =>
  findRow(db.selectFrom('calendarFeed'), { personId, revokedAt: null }, ['createdAt', 'usedAt'])

/** Whose calendar a token opens; undefined where it opens none. */
export const findOwner = (db: Db, token: string) =>
  findRow(db.selectFrom('calendarFeed'), { tokenHash: hashOf(token), revokedAt: null }, ['id', 'personId', 'usedAt'])

/** Something that is to be done by then. When it was last changed nobody knows: what is written anew is as of now. */
function deadlineOf(one: TodayEntry, { at, personId }: Actor, baseUrl: string): NewEvent | undefined {
  const { until, dueOn, title, whose, meta, href } = one
  const endsAt = until ?? (dueOn === undefined ? undefined : new Date(`${dueOn}T00:00:00Z`))
  if (!endsAt) return undefined
  const id = createHash('sha256')
    .update(`${personId} ${keyOf(one)}`)
    .digest('base64url')
    .slice(0, 22)
  return {
    uid: `due-${id}@${new URL(baseUrl).host}`,
    sequence: 0,
    stampedAt: at,
    startsAt: new Date(endsAt.getTime() - halfAnHour),
    endsAt,
    ...(until || dueOn === undefined ? {} : { days: { firstOn: dueOn, lastOn: dueOn } }),
    free: true,
    summary: title,
    description: [whose, meta, `${baseUrl}${href}`].filter(Boolean).join('\n'),
    url: `${baseUrl}${href}`,
  }
}

/** Everything with a date that is somebody's: meetings that they are invited to, events that they may see, and what waits for them until a day. */
export async function writeOwnCalendar(db: Db, site: Site, waiters: readonly Waiters[], actor: Actor & { personId: number }) {
  const from = utcDay(new Date(actor.at.getTime() - 400 * day))
  const [meetings, events, waiting, decided] = await Promise.all([
    listInvitedMeetings(db, actor.personId, actor.at),
    listCalendarEvents(db, actor, from),
    listWaiting(db, waiters, actor),
    listDecided(db, actor.personId),
  ])
  // What is there with its own days is not there once more as something to answer by then.
  const known = new Set([...meetings.map(({ slug }) => `/meetings/${slug}`), ...events.map(({ slug }) => `/events/${slug}`)])
  const done = new Set(decided.map(({ what, thingId }) => `${what}:${thingId}`))
  const deadlines = waiting
    .filter((one) => !known.has(one.href) && !done.has(keyOf(one)))
    .flatMap((one) => deadlineOf(one, actor, site.baseUrl) ?? [])
  return writeCalendar(
    [
      ...meetings.map((meeting) => meetingEntry(meeting, site.baseUrl)),
      ...events.map((event) => ({ ...eventEntry(event, site.baseUrl, event.changedAt), free: true })),
      ...deadlines.sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime()),
    ],
    { name: t.calendarOf({ name: actor.name }) },
  )
}
