import type { AnswerClass } from '../lib/db/schema.ts'
import { chromeWords } from '../lib/ui/chrome-words.ts'
import { formatDay, type Locale } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import { type Addressee, addressed, type Letter, type LetterKind } from '../outbox/rules.ts'
import { vendorPageWords } from './page-words.ts'
import { vendorWords } from './words.ts'

/** What a letter is about. */
export interface About {
  title: string
  group: string
  /** On the web. */
  link: string
}

const localeOf = (to: Addressee): Locale => to.locale as Locale

type Said = Partial<Letter> & Pick<Letter, 'subject' | 'text'>

/** A letter comes from the group that writes it, and ends with its name. */
export const letter = (kind: LetterKind, to: Addressee, group: string, { text, ...said }: Said): Letter => ({
  kind,
  ...addressed(to),
  text: `${text}\n${text.endsWith('\n') ? '' : '\n'}${group}\n`,
  group,
  ...said,
})

/** Requests, a line each. */
const lines = (to: Addressee, requests: { requestId: number; title: string }[]): string =>
  requests.map(({ requestId, title }) => vendorWords(localeOf(to)).request({ id: requestId, title })).join('\n')

/** How to answer by email, by the example of one of these, or in the spreadsheet: the one that is attached, or that of the page. */
const howTo = (to: Addressee, [first]: { requestId: number }[], attached: boolean): string =>
  vendorWords(localeOf(to)).handed.how({ id: first?.requestId ?? 1, attached })

/** A brief goes to a guest of the vendor's, with its files; they may answer by replying. */
export function briefHanded(
  to: Addressee,
  about: About & { note: string; dueOn: string; requests: { requestId: number; title: string }[] },
  replyTo: string,
  attachments: NonNullable<Letter['attachments']>,
): Letter {
  const words = vendorWords(localeOf(to)).handed
  const count = about.requests.length
  const due = formatDay({ locale: localeOf(to) }, about.dueOn)
  const note = about.note ? `\n${about.note}\n` : ''
  const text = words.text({ ...about, name: to.name, count, due, note, requests: lines(to, about.requests) })
  const subject = words.subject({ ...about, count, due })
  return letter('vendor.handed', to, about.group, {
    subject,
    text: `${text}\n${howTo(to, about.requests, attachments.length > 0)}`,
    replyTo,
    attachments,
  })
}

/** Answers are due soon. */
export function answersDue(
  to: Addressee,
  about: About & { dueOn: string; requests: { requestId: number; title: string }[] },
  replyTo: string,
): Letter {
  const words = vendorWords(localeOf(to))
  const due = formatDay({ locale: localeOf(to) }, about.dueOn)
  const text = words.due.text({ ...about, name: to.name, count: about.requests.length, due, requests: lines(to, about.requests) })
  const subject = words.due.subject({ ...about, count: about.requests.length, due })
  return letter('vendor.due', to, about.group, { subject, text: `${text}\n${howTo(to, about.requests, false)}`, replyTo, byDay: {} })
}

/** What one row of a file or of a mail came to. */
export interface ReturnLine {
  requestId: number | null
  line: number | null
  title: string
  counts: boolean
  message: string
}

const rowLine = (to: Addressee, { requestId, line, title, message }: ReturnLine): string => {
  const words = vendorWords(localeOf(to))
  const said = sayKept(message, localeOf(to))
  if (requestId === null && line === null) return said
  const about = requestId === null ? words.received.line({ line: line ?? '?' }) : words.request({ id: requestId, title })
  return `${about}\n  ${said}`
}

/**
 * What the answers of a mail came to: each that counts, and each that stays open with its sentence.
 * @param about with how many requests of the package wait for an answer now
 */
export function answersReceived(to: Addressee, about: About & { open: number }, rows: ReturnLine[], replyTo: string): Letter {
  const words = vendorWords(localeOf(to)).received
  const [taken, open] = [rows.filter((row) => row.counts), rows.filter((row) => !row.counts)]
  const said = [...open, ...taken].map((row) => rowLine(to, row)).join('\n\n')
  const text = words.text({ ...about, name: to.name, lines: said })
  // A number that is no request of the package is said, and is not one of those that were asked.
  const all = rows.filter(({ requestId }) => requestId !== null).length
  const subject = words.subject({ ...about, counts: taken.length, all })
  return letter('vendor.received', to, about.group, { subject, text, replyTo })
}

/** A mail could not be taken: nothing was changed, and why. `why` is a sentence, or the sender who is no guest. */
export function answersRefused(
  to: Addressee,
  about: About,
  why: { sentence: string } | { wrongSender: string } | 'no answer',
  replyTo: string,
): Letter {
  const words = vendorWords(localeOf(to)).received
  const said = why === 'no answer' ? words.noAnswer : 'sentence' in why ? why.sentence : words.wrongSender({ from: why.wrongSender })
  const text = words.refused({ ...about, name: to.name, why: said })
  return letter('vendor.refused', to, about.group, { subject: words.refusedSubject(about), text, replyTo })
}

/** A question of the vendor's, to those who can answer it. */
export function vendorAsks(to: Addressee, about: About, { asker, question }: { asker: string | null; question: string }, replyTo: string) {
  const words = vendorWords(localeOf(to)).asked
  const text = words.text({ ...about, name: to.name, asker: asker ?? words.someone, question })
  return letter('vendor.asked', to, about.group, { subject: words.subject(about), text, replyTo })
}

/** The group's answer to a question, to the vendor's guests. */
export function groupAnswers(to: Addressee, about: About, { question, answer }: { question: string; answer: string }, replyTo: string) {
  const words = vendorWords(localeOf(to)).told
  const text = words.text({ ...about, name: to.name, question, answer })
  return letter('vendor.told', to, about.group, { subject: words.subject(about), text, replyTo })
}

/** Answers have come: to the champion and those who lead the group. */
export function answersCame(
  to: Addressee,
  about: About & { telling: string },
  answered: {
    requestId: number
    title: string
    number?: number
    answer: { class: AnswerClass; releaseName: string; reason: string }
  }[],
  open: { requestId: number; title: string; note: string }[],
  replyTo?: string,
): Letter {
  const words = vendorWords(localeOf(to)).answered
  const { classes, forRelease } = vendorPageWords(localeOf(to))
  const { colon } = chromeWords(localeOf(to))
  const said = ({ class: name, releaseName, reason }: (typeof answered)[number]['answer']) =>
    `${classes[name]}${releaseName ? ` ${forRelease({ release: releaseName })}` : ''}${colon} ${reason}`
  const numbered = ({ number }: { number?: number }) => (replyTo && number !== undefined ? `${number}. ` : '')
  const openLines = open
    .map(({ requestId, title, note }) => `#${requestId} ${title}${note ? `\n  ${sayKept(note, localeOf(to))}` : ''}`)
    .join('\n')
  return letter('vendor.answered', to, about.group, {
    subject: words.subject({ title: about.title, answered: answered.length, of: answered.length + open.length }),
    text: words.text({
      ...about,
      name: to.name,
      lines: answered.map((one) => `${numbered(one)}#${one.requestId} ${one.title}\n  ${said(one.answer)}`).join('\n'),
      sign: replyTo ? words.sign : '',
      open: open.length > 0 ? words.stillOpen({ lines: openLines }) : '',
    }),
    // Who signs finds each answer in the week's letter, with the report that follows from them.
    ...(replyTo ? { replyTo, repeats: {} } : {}),
  })
}

/** Answers are late: to the champion and those who lead the group. Each with its day, as jobs may run later, and letters be read later still. */
export function answersLate(to: Addressee, about: About, late: { requestId: number; title: string; dueOn: string }[]): Letter {
  const locale = localeOf(to)
  const { late: words, request } = vendorWords(locale)
  const said = late.map(
    ({ requestId, title, dueOn }) => `${request({ id: requestId, title })}\n  ${words.due({ day: formatDay({ locale }, dueOn) })}`,
  )
  const text = words.text({ name: to.name, count: late.length, lines: said.join('\n'), link: about.link })
  return letter('vendor.late', to, about.group, { subject: words.subject({ count: late.length, title: about.title }), text, repeats: {} })
}

/**
 * Somebody has become a guest.
 * @param about how many requests wait for the vendor today, and how many of these are late
 */
export function guestInvited(to: Addressee, about: { group: string; link: string; waiting: number; late: number }): Letter {
  const words = vendorWords(localeOf(to)).invited
  const text = words.text({ ...about, name: to.name, email: to.email })
  return letter('vendor.invited', to, about.group, { subject: words.subject(about), text })
}

/** For whom somebody stands in among the guests, and on which days. */
interface StandingIn {
  group: string
  guest: string
  standIn: string
  fromOn: string
  toOn: string
  link: string
}

const daysOf = (to: Addressee, { fromOn, toOn }: StandingIn) => {
  const [first, last] = [fromOn, toOn].map((day) => formatDay({ locale: localeOf(to) }, day))
  return { first: first ?? '', last: last ?? '' }
}

/** A guest is away, and a colleague stands in: to that one, to the guest, or to those who lead the group. */
export function standsIn(to: Addressee, reader: 'standIn' | 'guest' | 'group', about: StandingIn): Letter {
  const words = vendorWords(localeOf(to)).standsIn
  const facts = { ...about, ...daysOf(to, about), reader, name: to.name, email: to.email }
  return letter('vendor.stand-in', to, about.group, { subject: words.subject(facts), text: words.text(facts) })
}

/** A guest asks for a colleague to be invited in their place: to those who lead the group. */
export function standInAsked(to: Addressee, about: StandingIn & { email: string }): Letter {
  const words = vendorWords(localeOf(to)).standInAsked
  const facts = { ...about, ...daysOf(to, about), name: to.name }
  return letter('vendor.stand-in-asked', to, about.group, { subject: words.subject(facts), text: words.text(facts) })
}

/** A user case under a brief that was handed over is withdrawn: to its champion. */
export function quoteWithdrawn(to: Addressee, about: About, requestIds: number[]): Letter {
  const words = vendorWords(localeOf(to)).withdrawn
  const requests = requestIds.map((id) => `#${id}`).join(', ')
  const text = words.text({ ...about, name: to.name, requests })
  return letter('vendor.withdrawn', to, about.group, { subject: words.subject(about), text })
}

/** What was handed over is taken back: to the guests who got it and may be at work on it. */
export function packageWithdrawn(to: Addressee, about: About): Letter {
  const words = vendorWords(localeOf(to)).takenBack
  return letter('vendor.taken-back', to, about.group, {
    subject: words.subject(about),
    text: words.text({ ...about, name: to.name }),
    // It leads nowhere, as there is nothing left to answer, and belongs to what came with the package.
    thread: new URL(about.link).pathname.slice(1).replaceAll('/', '.'),
  })
}
