import { chromeWords } from '../../lib/ui/chrome-words.ts'
import { formatDate, type Locale } from '../../lib/ui/format.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import type { Letter } from '../../outbox/rules.ts'
import { type Recipient, textOf } from '../mails.ts'
import { meetingWords } from '../words.ts'

/** Who is asked by a poll, with what a letter says of it. */
export interface AskedOne extends Recipient {
  slug: string
  title: string
  host: string
  note: string
  closesAt: Date
  /** The poll's own zone. */
  homeZone: string
  /** In their order, which is the number that each has. */
  slots: Date[]
  /** What they have said to each; null: nothing. */
  answers: ('yes' | 'maybe' | 'no' | null)[]
  /** Where they answer without signing in. */
  link: string
  /** The address that answers in words go to. */
  replyTo: string
}

type Said = 'poll' | 'poll-reminder' | 'poll-noted' | 'poll-unread' | 'poll-closed'

const lettered = (to: AskedOne, kind: Said, subject: string, paragraphs: (string | false)[]): Letter => ({
  kind: `meetings.${kind}`,
  to: { name: to.name, email: to.email },
  personId: to.personId,
  from: { name: to.host, email: to.replyTo },
  thread: `poll.${to.slug}`,
  subject,
  text: textOf(to, paragraphs),
})

const dayOf = (to: AskedOne): string =>
  formatDate({ locale: to.locale as Locale, zone: to.zone ?? to.homeZone, now: to.closesAt }, to.closesAt, 'date')

const numbered = (to: AskedOne, said: (i: number) => string = () => ''): string =>
  to.slots.map((at, i) => `  ${i + 1}. ${sayWhen(to, to.homeZone, at)}${said(i)}`).join('\n')

/** Asks for the times at which somebody can, or reminds of it a day before the poll closes. */
export function askDates(to: AskedOne, { again }: { again: boolean }): Letter {
  const words = meetingWords(to.locale as Locale)
  const facts = { title: to.title, day: dayOf(to) }
  const letter = lettered(to, again ? 'poll-reminder' : 'poll', again ? words.pollAgainSubject(facts) : words.pollSubject(facts), [
    (again ? words.openPollAgain : words.openPoll)({ host: to.host, day: sayWhen(to, to.homeZone, to.closesAt) }),
    to.note !== '' && to.note,
    numbered(to),
    words.pollByMail,
    words.pollPage({ link: to.link }),
  ])
  return again ? { ...letter, byDay: { until: to.closesAt } } : letter
}

/** Says what was understood of an answer by mail, or that it was not understood, or came too late. */
export function datesRead(to: AskedOne, { taken }: { taken: 'noted' | 'unread' | 'closed' }): Letter {
  const words = meetingWords(to.locale as Locale)
  const { colon } = chromeWords(to.locale as Locale)
  const said = (i: number) => `${colon} ${words.availability[to.answers[i] ?? 'none']}`
  const facts = { title: to.title }
  const subject = { noted: words.answerNoted, unread: words.pollUnread, closed: words.pollClosed }[taken](facts)
  return lettered(to, `poll-${taken}`, subject, [
    ...(taken === 'noted' ? [words.openPollNoted, numbered(to, said)] : []),
    ...(taken === 'unread' ? [words.openPollUnread, numbered(to), words.pollByMail] : []),
    ...(taken === 'closed' ? [words.openPollClosed] : []),
    (taken === 'unread' ? words.pollPage : words.pollSee)({ link: to.link }),
  ])
}
