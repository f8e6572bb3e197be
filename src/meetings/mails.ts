import { type NewEvent, type Participant, writeCalendar } from '../lib/mail/calendar/write.ts'
import { chromeWords } from '../lib/ui/chrome-words.ts'
import { formatDate, formatDay, type Locale } from '../lib/ui/format.ts'
import { sayPlaced } from '../lib/ui/placed.ts'
import type { Letter, LetterKind } from '../outbox/rules.ts'
import { dayIn, startOfDay } from '../time.ts'
import { lengthOf } from './lengths.ts'
import { shiftDay, wallShift } from './rules.ts'
import { meetingWords } from './words.ts'

/** Who is written to. */
export interface Recipient {
  personId: number
  name: string
  email: string
  locale: string
  /** Null: it is not known. */
  zone: string | null
}

/** Invitation, reminder, agenda and minutes of a meeting hang together. */
const threadOf = (slug: string): string => `meeting.${slug}`

/** A meeting as letters tell of it. */
export interface ToldMeeting {
  slug: string
  uid: string
  title: string
  host: string
  /** Those whose it is. */
  hosts?: readonly { groupId: number | null }[] | undefined
  startsAt: Date
  endsAt: Date
  zone: string
  place: string
  sequence: number
  /** For them it does not take place (any more). */
  off: boolean
  /** It takes place, without them: they are not invited any more. */
  left: boolean
  reason: string
  /** They were told of it before. */
  known: boolean
  /** What they were told then. */
  was?: { title: string; startsAt: Date; place: string } | undefined
  changedAt: Date
  partstat: 'needs-action' | 'accepted' | 'declined' | 'tentative'
  /** The address that answers to their invitation go to. */
  replyTo: string
  /** They are a guest: their own page says what they may read. */
  guest: boolean
  /** Where they answer without a calendar program. */
  answerLink: string
  /** It is one of a series that their calendar has as one entry. */
  series?: { uid: string; sequence: number; recursAt: Date; zone: string; replyTo: string } | undefined
  /** When their series met before, for the hint about clocks. */
  before?: Date | undefined
}

type Words = ReturnType<typeof meetingWords>

/** Calendars know one organizer of a series, whichever of its meetings they are told of. */
const organizerOf = ({ series, replyTo }: ToldMeeting): string => series?.replyTo ?? replyTo

/** Where they read of it: a guest on the page of their own link. */
const pageOf = ({ guest, answerLink, slug }: ToldMeeting, baseUrl: string): string => (guest ? answerLink : `${baseUrl}/meetings/${slug}`)

const partstats = { 'needs-action': 'NEEDS-ACTION', accepted: 'ACCEPTED', declined: 'DECLINED', tentative: 'TENTATIVE' } as const

/** When it is: where it is at home and, where that differs, for them. */
export function whenLines(words: Words, to: Recipient, meeting: Pick<ToldMeeting, 'startsAt' | 'zone' | 'before'>): string {
  const place = { locale: to.locale as Locale, now: meeting.startsAt }
  const there = formatDate({ ...place, zone: meeting.zone }, meeting.startsAt, 'full')
  // Of who is nobody knows where, the meeting's own hour is all that can be said.
  const zone = to.zone ?? meeting.zone
  const own = formatDate({ ...place, zone }, meeting.startsAt, 'full')
  const shift = meeting.before === undefined ? 0 : wallShift(meeting.before, meeting.startsAt, meeting.zone, zone)
  const day = meeting.before && shiftDay(meeting.before, meeting.startsAt, meeting.zone, zone)
  return [
    `  ${sayPlaced(place.locale, meeting.zone, there)}`,
    ...(own === there ? [] : [`  ${words.forYou({ when: sayPlaced(place.locale, zone, own) })}`]),
    ...(day === undefined
      ? []
      : [`  ${words.shifted({ length: lengthOf(place.locale, shift), later: shift > 0, day: formatDay({ locale: place.locale }, day) })}`]),
  ].join('\n')
}

/** The day on which a meeting begins, in its reader's zone. */
export const shortWhen = (to: Recipient, { startsAt, zone }: Pick<ToldMeeting, 'startsAt' | 'zone'>): string =>
  formatDate({ locale: to.locale as Locale, zone: to.zone ?? zone, now: startsAt }, startsAt, 'date')

/** Whom an event asks. */
export const attendeeOf = (to: Recipient, partstat: keyof typeof partstats): Participant => ({
  name: to.name,
  address: to.email,
  partstat: partstats[partstat],
})

function eventOf(to: Recipient, meeting: ToldMeeting, baseUrl: string, stampedAt: Date): NewEvent {
  const { series } = meeting
  return {
    uid: series?.uid ?? meeting.uid,
    sequence: meeting.sequence + (series?.sequence ?? 0),
    ...(series ? { instead: { of: series.recursAt, zone: series.zone } } : {}),
    stampedAt,
    changedAt: meeting.changedAt,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    summary: meeting.title,
    description: `${baseUrl}/meetings/${meeting.slug}`,
    location: meeting.place,
    url: `${baseUrl}/meetings/${meeting.slug}`,
    cancelled: meeting.off,
    organizer: { name: meeting.host, address: organizerOf(meeting) },
    attendees: [attendeeOf(to, meeting.partstat)],
    alarmMinutes: 30,
  }
}

/** What of a meeting was another when they were last told of it, line by line; nothing where all is as it was. */
function wasLines(words: Words, to: Recipient, { was, title, startsAt, place, zone, known, off }: ToldMeeting): string[] {
  if (!was || !known || off) return []
  const locale = to.locale as Locale
  const when = formatDate({ locale, zone, now: was.startsAt }, was.startsAt, 'full')
  const lines = [
    ...(was.title === title ? [] : [`  ${was.title}`]),
    ...(+was.startsAt === +startsAt ? [] : [`  ${sayPlaced(locale, zone, when)}`]),
    ...(was.place === place || was.place === '' ? [] : [`  ${words.place({ place: was.place })}`]),
  ]
  return lines.length === 0 ? [] : [`${words.before}\n${lines.join('\n')}`]
}

/** How a letter about one meeting begins. Who registered, or speaks there, is not asked whether they come. */
function openingOf(words: Words, { off, left, known, partstat, host }: ToldMeeting): string {
  if (off) return left ? words.openLeft : words.openCancelled
  if (known) return words.openChanged
  return partstat === 'accepted' ? words.openComing : words.openInvited({ host })
}

/** One meeting: an invitation, a change or a cancellation, with the part that their calendar program reads. */
function tellOne(to: Recipient, meeting: ToldMeeting, baseUrl: string, at: Date): Letter {
  const words = meetingWords(to.locale as Locale)
  const when = shortWhen(to, meeting)
  const kind = meeting.off ? 'cancelled' : meeting.known ? 'changed' : 'invited'
  const method = meeting.off ? 'CANCEL' : 'REQUEST'
  return {
    ...aboutMeeting(`meetings.${kind}`, to, meeting, words[meeting.left ? 'left' : kind]({ title: meeting.title, when }), [
      `${openingOf(words, meeting)}\n\n  ${meeting.title}\n${whenLines(words, to, meeting)}`,
      ...wasLines(words, to, meeting),
      meeting.off && meeting.reason !== '' && words.reason({ reason: meeting.reason }),
      !meeting.off && meeting.place !== '' && words.place({ place: meeting.place }),
      !meeting.off && words.answer({ link: meeting.answerLink }),
      !meeting.guest && words.page({ link: `${baseUrl}/meetings/${meeting.slug}` }),
    ]),
    from: { name: meeting.host, email: organizerOf(meeting) },
    // In words somebody answers for this meeting alone.
    ...(meeting.series ? { replyTo: meeting.replyTo } : {}),
    calendar: { method, content: writeCalendar([eventOf(to, meeting, baseUrl, at)], { method }) },
  }
}

/** Several at once, in one letter: a calendar message carries one meeting (RFC 5546 §3.2.2), so each is a file of its own. */
function tellSeveral(to: Recipient, meetings: readonly ToldMeeting[], baseUrl: string, at: Date): Letter {
  const words = meetingWords(to.locale as Locale)
  const host = meetings[0]?.host ?? ''
  const lines = meetings.map(
    (meeting) =>
      `  ${meeting.title}${meeting.off ? `${chromeWords(to.locale as Locale).colon} ${meeting.left ? words.leftIt : words.off}` : ''}\n${whenLines(words, to, meeting)}\n  ${pageOf(meeting, baseUrl)}`,
  )
  const known = meetings.some((meeting) => meeting.known)
  return {
    kind: 'meetings.several',
    to,
    personId: to.personId,
    ...(meetings[0] ? { from: { name: host, email: meetings[0].replyTo } } : {}),
    subject: words.several({ host, count: meetings.length }),
    text: textOf(to, [known ? words.openSeveral({ host }) : words.openSeveralNew({ host }), ...lines]),
    attachments: meetings.map((meeting) => {
      const method = meeting.off ? 'CANCEL' : 'REQUEST'
      return {
        filename: `${meeting.slug}.ics`,
        type: `text/calendar; method=${method}; charset=utf-8`,
        content: Buffer.from(writeCalendar([eventOf(to, meeting, baseUrl, at)], { method })),
      }
    }),
  }
}

/** Tells one person of everything that is new in their calendar, in one letter. */
export const tellMeetings = (to: Recipient, meetings: readonly ToldMeeting[], baseUrl: string, at: Date): Letter => {
  const [first, ...rest] = meetings
  return first && rest.length === 0 ? tellOne(to, first, baseUrl, at) : tellSeveral(to, meetings, baseUrl, at)
}

/** The text of a letter: it greets its reader, and says what is said of its paragraphs. */
export const textOf = ({ name, locale }: Pick<Recipient, 'name' | 'locale'>, paragraphs: (string | false)[]): string =>
  `${[meetingWords(locale as Locale).hello({ name }), ...paragraphs].filter((one) => one !== false).join('\n\n')}\n`

/** What is of one group alone is not heard where that is muted. */
const aboutHost = (hosts: ToldMeeting['hosts'] = []): string[] => {
  const [one, ...more] = hosts
  return one?.groupId && more.length === 0 ? [`group:${one.groupId}`] : []
}

/** A letter about a meeting, in its thread, from its hosts. */
export const aboutMeeting = (
  kind: LetterKind,
  to: Recipient,
  { slug, host, hosts, replyTo }: Pick<ToldMeeting, 'slug' | 'host' | 'hosts' | 'replyTo'>,
  subject: string,
  paragraphs: (string | false)[],
): Letter => ({
  ...{ kind, to, personId: to.personId, from: { name: host, email: replyTo }, thread: threadOf(slug) },
  about: aboutHost(hosts),
  ...{ subject, text: textOf(to, paragraphs) },
})

/** Says what was noted of an answer in words, and how it is changed. */
export function answerNoted(to: Recipient, meeting: ToldMeeting): Letter {
  const words = meetingWords(to.locale as Locale)
  return aboutMeeting('meetings.noted', to, meeting, words.answerNoted({ title: meeting.title }), [
    `${words.openNoted({ partstat: meeting.partstat, all: false })}\n\n  ${meeting.title}\n${whenLines(words, to, meeting)}`,
    meeting.place !== '' && meeting.partstat !== 'declined' && words.place({ place: meeting.place }),
    words.changeAnswer({ link: meeting.answerLink }),
  ])
}

/** The day before: when it is for them, and where. */
export function remindMeeting(to: Recipient, meeting: ToldMeeting, baseUrl: string): Letter {
  const words = meetingWords(to.locale as Locale)
  const unanswered = meeting.partstat === 'needs-action'
  const letter = aboutMeeting('meetings.reminder', to, meeting, words.reminder({ title: meeting.title, when: shortWhen(to, meeting) }), [
    `${unanswered ? words.openReminderUnanswered : words.openReminder}\n\n  ${meeting.title}\n${whenLines(words, to, meeting)}`,
    meeting.place !== '' && words.place({ place: meeting.place }),
    unanswered && words.answer({ link: meeting.answerLink }),
    !(meeting.guest && unanswered) && words.page({ link: pageOf(meeting, baseUrl) }),
  ])
  const zone = to.zone ?? meeting.zone
  // It says “tomorrow”.
  return { ...letter, byDay: { until: startOfDay(dayIn(meeting.startsAt, zone), zone) } }
}
