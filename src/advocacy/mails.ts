import type { AnswerClass } from '../lib/db/schema.ts'
import { formatDay, type Locale } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import type { Letter, LetterKind } from '../outbox/rules.ts'
import { vendorPageWords } from './page-words.ts'
import { vendorWords } from './words.ts'

/** Somebody who gets a letter. */
export interface Recipient {
  id: number
  name: string
  email: string
  locale: string
}

/** What a letter is about. */
export interface About {
  title: string
  group: string
  /** On the web. */
  link: string
}

const localeOf = (to: Recipient): Locale => to.locale as Locale
const addressed = (kind: LetterKind, to: Recipient): Pick<Letter, 'kind' | 'to' | 'personId'> => ({
  kind,
  to: { name: to.name, email: to.email },
  personId: to.id,
})

/** A letter comes from the group that writes it, and ends with its name. */
const signed = (text: string, { group }: Pick<About, 'group'>): Pick<Letter, 'text' | 'group'> => ({
  text: `${text}\n${text.endsWith('\n') ? '' : '\n'}${group}\n`,
  group,
})

/** Requests, a line each. */
const lines = (to: Recipient, requests: { requestId: number; title: string }[]): string =>
  requests.map(({ requestId, title }) => vendorWords(localeOf(to)).request({ id: requestId, title })).join('\n')

/** A brief goes to a guest of the vendor's, with its files; they may answer by replying. */
export function briefHanded(
  to: Recipient,
  about: About & { note: string; dueOn: string; requests: { requestId: number; title: string }[] },
  replyTo: string,
  attachments: NonNullable<Letter['attachments']>,
): Letter {
  const words = vendorWords(localeOf(to)).handed
  const count = about.requests.length
  const due = formatDay({ locale: localeOf(to) }, about.dueOn)
  const text = words.text({
    name: to.name,
    group: about.group,
    title: about.title,
    count,
    due,
    note: about.note ? `\n${about.note}\n` : '',
    requests: lines(to, about.requests),
    link: about.link,
  })
  return {
    ...addressed('vendor.handed', to),
    subject: words.subject({ count, due, title: about.title }),
    ...signed(`${text}\n${words.how}`, about),
    replyTo,
    attachments,
  }
}

/** Answers are due soon. */
export function answersDue(
  to: Recipient,
  about: About & { dueOn: string; requests: { requestId: number; title: string }[] },
  replyTo: string,
): Letter {
  const words = vendorWords(localeOf(to))
  const due = formatDay({ locale: localeOf(to) }, about.dueOn)
  const text = words.due.text({
    name: to.name,
    group: about.group,
    title: about.title,
    due,
    requests: lines(to, about.requests),
    link: about.link,
  })
  return {
    ...addressed('vendor.due', to),
    subject: words.due.subject({ count: about.requests.length, due, title: about.title }),
    ...signed(`${text}\n${words.handed.how}`, about),
    replyTo,
  }
}

/** What one row of a file or of a mail came to. */
interface Row {
  requestId: number | null
  line: number | null
  title: string
  counts: boolean
  message: string
}

const rowLine = (to: Recipient, { requestId, line, title, message }: Row): string => {
  const words = vendorWords(localeOf(to))
  const about = requestId === null ? words.received.line({ line: line ?? '?' }) : words.request({ id: requestId, title })
  return `${about}\n  ${sayKept(message, localeOf(to))}`
}

/** What the answers of a mail came to: each that counts, and each that stays open with its sentence. */
export function answersReceived(to: Recipient, about: About, rows: Row[], replyTo: string): Letter {
  const words = vendorWords(localeOf(to)).received
  const counts = rows.filter((row) => row.counts).length
  const text = words.text({
    name: to.name,
    title: about.title,
    open: rows.length - counts,
    lines: [...rows.filter((row) => !row.counts), ...rows.filter((row) => row.counts)].map((row) => rowLine(to, row)).join('\n\n'),
    link: about.link,
  })
  const subject = words.subject({ counts, all: rows.length, title: about.title })
  return { ...addressed('vendor.received', to), subject, ...signed(text, about), replyTo }
}

/** A mail could not be taken: nothing was changed, and why. `why` is a sentence, or the sender who is no guest. */
export function answersRefused(
  to: Recipient,
  about: About,
  why: { sentence: string } | { wrongSender: string } | 'no answer',
  replyTo: string,
): Letter {
  const words = vendorWords(localeOf(to)).received
  const said = why === 'no answer' ? words.noAnswer : 'sentence' in why ? why.sentence : words.wrongSender({ from: why.wrongSender })
  return {
    ...addressed('vendor.refused', to),
    subject: words.refusedSubject({ title: about.title }),
    ...signed(words.refused({ name: to.name, title: about.title, why: said, link: about.link }), about),
    replyTo,
  }
}

/** A question of the vendor's, to those who can answer it. */
export function vendorAsks(
  to: Recipient,
  about: About,
  { asker, question }: { asker: string | null; question: string },
  replyTo: string,
): Letter {
  const words = vendorWords(localeOf(to)).asked
  return {
    ...addressed('vendor.asked', to),
    subject: words.subject({ title: about.title }),
    ...signed(words.text({ name: to.name, asker: asker ?? words.someone, title: about.title, question, link: about.link }), about),
    replyTo,
  }
}

/** The group's answer to a question, to the vendor's guests. */
export function groupAnswers(
  to: Recipient,
  about: About,
  { question, answer }: { question: string; answer: string },
  replyTo: string,
): Letter {
  const words = vendorWords(localeOf(to)).told
  return {
    ...addressed('vendor.told', to),
    subject: words.subject({ title: about.title }),
    ...signed(words.text({ name: to.name, title: about.title, question, answer, link: about.link }), about),
    replyTo,
  }
}

/** Answers have come: to the champion and those who lead the group. */
export function answersCame(
  to: Recipient,
  about: About & { telling: string },
  answered: {
    requestId: number
    title: string
    number?: number | undefined
    answer: { class: AnswerClass; releaseName: string; reason: string }
  }[],
  open: { requestId: number; title: string; note: string }[],
  replyTo?: string,
): Letter {
  const words = vendorWords(localeOf(to)).answered
  const { classes, forRelease } = vendorPageWords(localeOf(to))
  const said = ({ class: name, releaseName, reason }: (typeof answered)[number]['answer']) =>
    `${classes[name]}${releaseName ? ` ${forRelease({ release: releaseName })}` : ''}: ${reason}`
  const numbered = ({ number }: { number?: number | undefined }) => (replyTo && number !== undefined ? `${number}. ` : '')
  const openLines = open.map(({ requestId, title, note }) => `#${requestId} ${title}${note ? `\n  ${note}` : ''}`).join('\n')
  return {
    ...addressed('vendor.answered', to),
    subject: words.subject({ title: about.title, answered: answered.length, of: answered.length + open.length }),
    ...signed(
      words.text({
        name: to.name,
        title: about.title,
        lines: answered.map((one) => `${numbered(one)}#${one.requestId} ${one.title}\n  ${said(one.answer)}`).join('\n'),
        sign: replyTo ? words.sign : '',
        open: open.length > 0 ? words.stillOpen({ lines: openLines }) : '',
        link: about.link,
        telling: about.telling,
      }),
      about,
    ),
    // Who signs finds each answer in the week's letter, with the report that follows from them.
    ...(replyTo ? { replyTo, repeats: {} } : {}),
  }
}

/** Answers are late, since yesterday: to the champion and those who lead the group. */
export function answersLate(to: Recipient, about: About, late: { requestId: number; title: string }[]): Letter {
  const words = vendorWords(localeOf(to)).late
  return {
    ...addressed('vendor.late', to),
    repeats: {},
    subject: words.subject({ count: late.length }),
    ...signed(words.text({ name: to.name, lines: lines(to, late), link: about.link }), about),
  }
}

/** Somebody has become a guest. */
export function guestInvited(to: Recipient, group: string, link: string): Letter {
  const words = vendorWords(localeOf(to)).invited
  return {
    ...addressed('vendor.invited', to),
    subject: words.subject({ group }),
    ...signed(words.text({ name: to.name, group, link }), { group }),
  }
}

/** A user case under a brief that was handed over is withdrawn: to its champion. */
export function quoteWithdrawn(to: Recipient, about: About, requestIds: number[]): Letter {
  const words = vendorWords(localeOf(to)).withdrawn
  const requests = requestIds.map((id) => `#${id}`).join(', ')
  return {
    ...addressed('vendor.withdrawn', to),
    subject: words.subject({ title: about.title }),
    ...signed(words.text({ name: to.name, title: about.title, requests, link: about.link }), about),
  }
}
