import { formatDate, formatDays, type Locale, locales } from '../lib/ui/format.ts'
import { sayPlaced } from '../lib/ui/placed.ts'
import { wordsOf } from '../lib/ui/words.ts'
import type { Letter, LetterKind } from '../outbox/rules.ts'
import { type CalendarEvent, fileOf } from './calendar.ts'

const eventWords = wordsOf('events', 'letters')

/** Who is written to. */
export interface Addressee {
  personId: number
  name: string
  email: string
  locale: string
}

/** An event as letters tell of it. */
export interface ToldEvent extends CalendarEvent {
  host: string
  cancelledReason: string
}

const localeOf = (text: string): Locale => locales.find((one) => one === text) ?? 'en'

/** What is said of one event, by its page. */
function threadOf(paragraphs: (string | false)[]): Pick<Letter, 'thread'> {
  const slug = /\/events\/([a-z0-9-]+)$/m.exec(paragraphs.filter(Boolean).join('\n'))?.[1]
  return slug ? { thread: `event.${slug}` } : {}
}

/** A letter of an event's hosts: greets its reader, and says what is said of its paragraphs. */
const letter = (kind: LetterKind, to: Addressee, group: string, subject: string, paragraphs: (string | false)[]): Letter => ({
  kind,
  group,
  to: { name: to.name, email: to.email },
  personId: to.personId,
  subject,
  ...threadOf(paragraphs),
  text: `${[eventWords(localeOf(to.locale)).hello({ name: to.name }), ...paragraphs].filter(Boolean).join('\n\n')}\n`,
})

/** Tells somebody of an event: that they are expected, that it has new days, or that it does not take place; with its file. */
export function eventLetter(to: Addressee, event: ToldEvent, kind: 'expected' | 'moved' | 'cancelled', baseUrl: string, at: Date): Letter {
  const locale = localeOf(to.locale)
  const words = eventWords(locale)
  const days = formatDays({ locale }, event.firstOn, event.lastOn)
  const link = `${baseUrl}/events/${event.slug}`
  const opening = { expected: words.openExpected({ host: event.host }), moved: words.openMoved, cancelled: words.openCancelled }[kind]
  const subject = {
    expected: words.expected({ title: event.title, days }),
    moved: words.moved({ title: event.title, days }),
    cancelled: words.cancelled({ title: event.title }),
  }[kind]
  const place = [event.place, event.online ? words.online : ''].filter(Boolean).join(', ')
  const off = kind === 'cancelled'
  const reason = event.cancelledReason && words.reason({ reason: event.cancelledReason })
  return {
    ...letter(`events.${kind}`, to, event.host, subject, [
      `${opening}\n\n  ${event.title}\n  ${days}`,
      off ? reason : words.where({ place }),
      off ? words.page({ link }) : words.answer({ link }),
    ]),
    attachments: [
      {
        filename: `${event.slug}.ics`,
        type: 'text/calendar; method=PUBLISH; charset=utf-8',
        content: Buffer.from(fileOf(event, baseUrl, at)),
      },
    ],
  }
}

/** Tells a proposer what became of their proposal. */
export function proposalDecided(
  to: Addressee,
  facts: { title: string; event: string; host: string; state: 'accepted' | 'waiting' | 'declined'; reason: string; link: string },
): Letter {
  const words = eventWords(localeOf(to.locale))
  const { title, event, state, reason, link } = facts
  const opening = {
    accepted: words.openAccepted({ title, event }),
    waiting: words.openWaiting({ title, event }),
    declined: words.openDeclined({ title, event }),
  }[state]
  // With a yes, it is no reason.
  const said = reason !== '' && state !== 'accepted' ? words.reason({ reason }) : reason
  return letter(`events.${state}`, to, facts.host, words[state]({ title }), [opening, said, words.page({ link })])
}

/** Tells a proposer that their session is in the programme no more. */
export function sessionRemoved(to: Addressee, facts: { title: string; event: string; host: string; link: string }): Letter {
  const words = eventWords(localeOf(to.locale))
  const { title, event, link } = facts
  return letter('events.removed', to, facts.host, words.removed({ title }), [words.openRemoved({ title, event }), words.page({ link })])
}

/** Tells a proposer when their session is, on the clocks of the event: they are there, or read them on its page. */
export function sessionPlaced(
  to: Addressee,
  facts: { title: string; event: string; host: string; startsAt: Date; zone: string; room: string; moved: boolean; link: string },
): Letter {
  const locale = localeOf(to.locale)
  const words = eventWords(locale)
  const { title, event, startsAt, zone, room, moved, link } = facts
  const said = (style: 'date' | 'full') => formatDate({ locale, zone, now: startsAt }, startsAt, style)
  const subject = words[moved ? 'placedAnew' : 'placed']({ title, when: said('date') })
  return letter('events.placed', to, facts.host, subject, [
    `${(moved ? words.openPlacedAnew : words.openPlaced)({ event })}\n\n  ${title}\n  ${sayPlaced(locale, zone, said('full'))}`,
    room && words.where({ place: room }),
    words.page({ link }),
  ])
}

/** Tells those who arrange that a place in their programme is free. */
export function placeFree(to: Addressee, facts: { title: string; event: string; host: string; who: string; link: string }): Letter {
  const words = eventWords(localeOf(to.locale))
  const { title, event, who, link } = facts
  const paragraphs = [words.openGap({ who, title, event }), words.page({ link })]
  return { ...letter('events.gap', to, facts.host, words.gap({ title }), paragraphs), plain: true }
}
