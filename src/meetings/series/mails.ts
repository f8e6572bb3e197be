import { type NewEvent, writeCalendar } from '../../lib/mail/calendar/write.ts'
import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { attendeeOf, type Recipient, type ToldMeeting, textOf, whenLines } from '../mails.ts'
import { meetingWords } from '../words.ts'
import { deviates } from './rules.ts'

/** One meeting of a series, as its letter tells of it. */
export interface OneOf
  extends Pick<ToldMeeting, 'slug' | 'title' | 'place' | 'startsAt' | 'endsAt' | 'zone' | 'sequence' | 'off' | 'changedAt' | 'partstat'> {
  recursAt: Date
}

/** All that is told of a series as a whole hangs together. */
const threadOf = (slug: string): string => `series.${slug}`

/** A series, as letters tell of it. */
export interface ToldSeries {
  slug: string
  uid: string
  title: string
  host: string
  place: string
  zone: string
  minutes: number
  sequence: number
  /** RFC 5545 §3.3.10. */
  rule: string
  /** Its meetings that are to come, in their order. */
  meetings: OneOf[]
  /** They had it before. */
  known: boolean
  /** The organizer of all its mails. */
  replyTo: string
}

const eventOf = (to: Recipient, series: ToldSeries, one: OneOf, baseUrl: string, at: Date): NewEvent => ({
  uid: series.uid,
  sequence: series.sequence + one.sequence,
  stampedAt: at,
  changedAt: one.changedAt,
  startsAt: one.startsAt,
  endsAt: one.endsAt,
  instead: { of: one.recursAt, zone: series.zone },
  summary: one.title,
  description: `${baseUrl}/meetings/${one.slug}`,
  location: one.place,
  url: `${baseUrl}/meetings/${one.slug}`,
  cancelled: one.off,
  organizer: { name: series.host, address: series.replyTo },
  attendees: [attendeeOf(to, one.partstat)],
  alarmMinutes: 30,
})

/** The series itself: the first of its meetings as the rule has it, what is off, and each that is another than the rule says. */
function eventsOf(to: Recipient, series: ToldSeries, baseUrl: string, at: Date): NewEvent[] {
  const { meetings, minutes, zone, rule, title, place, slug } = series
  const [first] = meetings
  if (!first) return []
  const { instead: _, ...usual } = eventOf(to, series, first, baseUrl, at)
  const said = new Set(meetings.filter(({ off }) => !off).map(({ partstat }) => partstat))
  const master: NewEvent = {
    ...usual,
    ...{ sequence: series.sequence, cancelled: false, summary: title, location: place },
    ...{ description: `${baseUrl}/series/${slug}`, url: `${baseUrl}/series/${slug}` },
    startsAt: first.recursAt,
    endsAt: new Date(+first.recursAt + minutes * 60_000),
    changedAt: new Date(Math.max(...meetings.map(({ changedAt }) => +changedAt))),
    repeats: { zone, rule, except: meetings.filter(({ off }) => off).map(({ recursAt }) => recursAt) },
    attendees: [attendeeOf(to, said.size === 1 ? first.partstat : 'needs-action')],
  }
  const others = meetings.filter((one) => !one.off && (deviates(one, series) || (said.size > 1 && one.partstat !== 'needs-action')))
  return [master, ...others.map((one) => eventOf(to, series, one, baseUrl, at))]
}

/** A whole series in one mail: one entry with its rule, so that calendar programs take all of it at once. */
export function tellSeries(to: Recipient, series: ToldSeries, baseUrl: string, at: Date): Letter {
  const words = meetingWords(to.locale as Locale)
  const { title, host, place, known } = series
  const lines = series.meetings.filter(({ off }) => !off).map((one) => `${whenLines(words, to, one)}\n  ${baseUrl}/meetings/${one.slug}`)
  const text = textOf(to, [
    `${(known ? words.openSeriesChanged : words.openSeries)({ host })}\n\n  ${title}`,
    `${words.nextDates}\n\n${lines.join('\n\n')}`,
    place !== '' && words.place({ place }),
    words.seriesPage({ link: `${baseUrl}/series/${series.slug}` }),
  ])
  return {
    kind: known ? 'meetings.series-changed' : 'meetings.series',
    to,
    personId: to.personId,
    from: { name: host, email: series.replyTo },
    thread: threadOf(series.slug),
    subject: (known ? words.seriesChanged : words.seriesInvited)({ title }),
    text,
    calendar: { method: 'REQUEST', content: writeCalendar(eventsOf(to, series, baseUrl, at), { method: 'REQUEST' }) },
  }
}

/** Says what was noted of an answer in words for all dates of a series, and how it is changed. */
export function seriesNoted(
  to: Omit<Recipient, 'zone'>,
  told: Pick<ToldSeries, 'title' | 'slug' | 'host'> & Pick<OneOf, 'partstat'> & { replyTo: string | undefined },
  baseUrl: string,
): Letter {
  const words = meetingWords(to.locale as Locale)
  const { title, slug, host, partstat, replyTo } = told
  return {
    kind: 'meetings.noted',
    to,
    personId: to.personId,
    group: host,
    thread: threadOf(slug),
    replyTo,
    subject: words.answerNoted({ title }),
    text: textOf(to, [
      `${words.openNoted({ partstat, all: true })}\n\n  ${title}`,
      words.changeAnswer({ link: `${baseUrl}/series/${slug}` }),
    ]),
  }
}

/** A series is over for somebody: their calendar drops all that is to come. */
export function endedSeries(to: Recipient, series: ToldSeries, baseUrl: string, at: Date): Letter {
  const words = meetingWords(to.locale as Locale)
  const [event] = eventsOf(to, { ...series, meetings: series.meetings.slice(0, 1) }, baseUrl, at)
  const method = 'CANCEL'
  const ended = { cancelled: true, sequence: series.sequence + 1 }
  return {
    kind: 'meetings.series-ended',
    to,
    personId: to.personId,
    from: { name: series.host, email: series.replyTo },
    thread: threadOf(series.slug),
    subject: words.seriesEnded({ title: series.title }),
    text: textOf(to, [`${words.openSeriesEnded}\n\n  ${series.title}`]),
    ...(event && { calendar: { method, content: writeCalendar([{ ...event, ...ended }], { method }) } }),
  }
}
