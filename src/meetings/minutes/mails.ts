import { formatDate, formatDay, type Locale } from '../../lib/ui/format.ts'
import { textOfMarkdown } from '../../lib/ui/markdown-text.ts'
import type { Letter } from '../../outbox/rules.ts'
import { aboutMeeting, type Recipient, shortWhen, type ToldMeeting, textOf, whenLines } from '../mails.ts'
import { meetingWords } from '../words.ts'

/** The agenda, some days before. */
export function agendaOut(
  to: Recipient,
  meeting: ToldMeeting,
  items: { title: string; minutes: number | null; internal: boolean }[],
  { baseUrl, proposeTo }: { baseUrl: string; proposeTo: string },
): Letter {
  const words = meetingWords(to.locale as Locale)
  const lines = items.map(
    ({ title, minutes, internal }, i) => `${i + 1}. ${title}${minutes ? ` (${minutes}′)` : ''}${internal ? ` [${words.internal}]` : ''}`,
  )
  const boxed = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  const letter = aboutMeeting('meetings.agenda', to, meeting, words.agenda({ title: meeting.title, when: shortWhen(to, meeting) }), [
    `${meeting.guest ? words.openAgendaGuest : words.openAgenda}\n\n  ${meeting.title}\n${whenLines(words, to, meeting)}`,
    meeting.place !== '' && words.place({ place: meeting.place }),
    [...lines, ...(boxed > 0 ? [words.boxed({ minutes: boxed })] : [])].join('\n'),
    !meeting.guest && words.addItem({ link: `${baseUrl}/meetings/${meeting.slug}/minutes` }),
  ])
  return meeting.guest ? letter : { ...letter, replyTo: proposeTo }
}

/** Minutes: to check before `silentUntil`, with the address that takes corrections, or approved. */
export function minutesOut(
  to: Recipient,
  meeting: ToldMeeting,
  minutes: { text: string; silentUntil: Date | undefined; correctTo: string | undefined },
  baseUrl: string,
): Letter {
  const words = meetingWords(to.locale as Locale)
  const when = shortWhen(to, meeting)
  const day =
    minutes.silentUntil &&
    formatDate({ locale: to.locale as Locale, zone: to.zone ?? meeting.zone, now: meeting.startsAt }, minutes.silentUntil, 'date')
  const link = `${baseUrl}/meetings/${meeting.slug}/minutes`
  const toCheck = day === undefined ? words.openMinutesNext : words.openMinutes({ day })
  const approved = minutes.correctTo === undefined
  const opening = approved ? words.openPublished : toCheck
  const subject = (approved ? words.published : words.minutes)({ title: meeting.title, when })
  const letter = aboutMeeting(approved ? 'meetings.published' : 'meetings.minutes', to, meeting, subject, [
    opening,
    textOfMarkdown(minutes.text, baseUrl),
    approved ? words.page({ link: `${baseUrl}/meetings/${meeting.slug}` }) : words.correct({ link }),
  ])
  return approved ? letter : { ...letter, replyTo: minutes.correctTo }
}

/** Approved minutes, as a post to a list in its language. */
export function minutesPost(
  meeting: { slug: string; title: string; startsAt: Date; zone: string; text: string },
  locale: Locale,
  baseUrl: string,
): { subject: string; text: string } {
  const words = meetingWords(locale)
  const when = formatDate({ locale, zone: meeting.zone, now: meeting.startsAt }, meeting.startsAt, 'date')
  const link = `${baseUrl}/meetings/${meeting.slug}`
  return {
    subject: words.published({ title: meeting.title, when }),
    text: [words.postPublished, textOfMarkdown(meeting.text, baseUrl), words.page({ link })].join('\n\n'),
  }
}

/** Thanks for an item that came by mail. */
export function itemTaken(to: Recipient, meeting: ToldMeeting, item: { title: string; proposed: boolean }, baseUrl: string): Letter {
  const words = meetingWords(to.locale as Locale)
  const link = `${baseUrl}/meetings/${meeting.slug}`
  const said = (item.proposed ? words.itemProposed : words.itemAdded)({ item: item.title })
  return aboutMeeting('meetings.item-taken', to, meeting, words.itemTaken({ title: meeting.title }), [`${said}\n${link}`])
}

/** Thanks for a correction that came by mail. */
export function correctionTaken(to: Recipient, meeting: ToldMeeting, baseUrl: string): Letter {
  const words = meetingWords(to.locale as Locale)
  const link = `${baseUrl}/meetings/${meeting.slug}/minutes`
  const subject = words.correctionTaken({ title: meeting.title })
  return aboutMeeting('meetings.correction-taken', to, meeting, subject, [words.openCorrectionTaken({ link })])
}

/** Tells whoever asked for a correction what became of it. */
export function correctionAnswered(
  to: Recipient,
  meeting: ToldMeeting,
  { text, state, answer }: { text: string; state: string; answer: string },
  baseUrl: string,
): Letter {
  const words = meetingWords(to.locale as Locale)
  const taken = state === 'taken'
  return aboutMeeting('meetings.correction-settled', to, meeting, words.correctionSettled({ taken, title: meeting.title }), [
    words.openCorrectionSettled({ taken }),
    text.replaceAll(/^/gm, '> '),
    answer !== '' && words.correctionAnswer({ answer }),
    words.page({ link: `${baseUrl}/meetings/${meeting.slug}` }),
  ])
}

/** Tells somebody who leads which decisions are due for another look. */
export function decisionsDue(
  to: Pick<Recipient, 'personId' | 'name' | 'email' | 'locale'>,
  decisions: readonly { id: number; number: number; text: string; reviewOn: string | null; group: string }[],
  baseUrl: string,
): Letter {
  const locale = to.locale as Locale
  const words = meetingWords(locale)
  const [group, ...others] = new Set(decisions.map((one) => one.group))
  const lines = decisions.map((one) => {
    // Decisions of one group come from it; where there are several, each says whose it is: two have the same number.
    const whose = others.length > 0 && one.group
    const facts = [whose, one.reviewOn && words.reviewBy({ day: formatDay({ locale }, one.reviewOn) })].filter(Boolean).join(' · ')
    return `D-${one.number}: ${textOfMarkdown(one.text, baseUrl)}${facts && ` (${facts})`}\n  ${baseUrl}/decisions/${one.id}`
  })
  return {
    kind: 'meetings.decisions-due',
    byDay: {},
    to,
    personId: to.personId,
    ...(group && others.length === 0 ? { group } : {}),
    subject: words.decisionsDue({ count: decisions.length }),
    text: textOf(to, [words.openDecisions({ count: decisions.length }), ...lines]),
  }
}
