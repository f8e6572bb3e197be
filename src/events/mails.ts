import { formatDate, formatDays, type Locale, locales } from '../lib/ui/format.ts'
import { sayPlaced } from '../lib/ui/placed.ts'
import type { Letter } from '../outbox/rules.ts'
import { type CalendarEvent, fileOf } from './calendar.ts'
import { eventWords } from './words.ts'

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
const toOf = ({ name, email, personId }: Addressee) => ({ to: { name, email }, personId })

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
  const parts = [
    words.hello({ name: to.name }),
    `${opening}\n\n  ${event.title}\n  ${days}`,
    ...(kind === 'cancelled' ? (event.cancelledReason ? [words.reason({ reason: event.cancelledReason })] : []) : [words.where({ place })]),
    kind === 'cancelled' ? words.page({ link }) : words.answer({ link }),
  ]
  return {
    kind: `events.${kind}`,
    group: event.host,
    ...toOf(to),
    subject,
    text: `${parts.join('\n\n')}\n`,
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
  const parts = [words.hello({ name: to.name }), opening, ...(reason ? [reason] : []), words.page({ link })]
  return { kind: `events.${state}`, group: facts.host, ...toOf(to), subject: words[state]({ title }), text: `${parts.join('\n\n')}\n` }
}

/** Tells a proposer that their session is in the programme no more. */
export function sessionRemoved(to: Addressee, facts: { title: string; event: string; host: string; link: string }): Letter {
  const words = eventWords(localeOf(to.locale))
  const { title, event, link } = facts
  const parts = [words.hello({ name: to.name }), words.openRemoved({ title, event }), words.page({ link })]
  return { kind: 'events.removed', group: facts.host, ...toOf(to), subject: words.removed({ title }), text: `${parts.join('\n\n')}\n` }
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
  const parts = [
    words.hello({ name: to.name }),
    `${(moved ? words.openPlacedAnew : words.openPlaced)({ event })}\n\n  ${title}\n  ${sayPlaced(locale, zone, said('full'))}`,
    ...(room ? [words.where({ place: room })] : []),
    words.page({ link }),
  ]
  return {
    kind: 'events.placed',
    group: facts.host,
    ...toOf(to),
    subject: words[moved ? 'placedAnew' : 'placed']({ title, when: said('date') }),
    text: `${parts.join('\n\n')}\n`,
  }
}

/** Tells those who arrange that a place in their programme is free. */
export function placeFree(to: Addressee, facts: { title: string; event: string; host: string; who: string; link: string }): Letter {
  const words = eventWords(localeOf(to.locale))
  const { title, event, who, link } = facts
  return {
    kind: 'events.gap',
    plain: true,
    group: facts.host,
    ...toOf(to),
    subject: words.gap({ title }),
    text: `${[words.hello({ name: to.name }), words.openGap({ who, title, event }), words.page({ link })].join('\n\n')}\n`,
  }
}
