import { chromeWords } from '../../lib/ui/chrome-words.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { escapeHtml } from '../../lib/ui/jsx-runtime.ts'
import { mailLink as linked, mailPage, mailStyles as styles } from '../../lib/ui/mail-page.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import { choices } from '../../lib/ui/waits.ts'
import type { Letter } from '../../outbox/rules.ts'
import type { Waiting } from '../../waiting.ts'
import { whatIsMissing } from '../decisions-rules.ts'
import { todayWords, weekWords } from '../words.ts'
import type { Became } from './actions.ts'
import { numberLine } from './sheet-rules.ts'

/** Whom a letter is for. */
interface Recipient {
  id: number
  name: string
  email: string
  locale: string
}

/** Something that waits, with its number. */
interface Item extends Waiting {
  n: number
  kind: keyof ReturnType<typeof todayWords>['page']['kinds']
  /** For whom the writer of held mail can be taken. */
  warning?: string | undefined
}

/** What was not a letter of its own. */
interface Line {
  subject: string
  /** '' where there is no page. */
  path: string
}

interface Ways {
  baseUrl: string
  replyTo: string
  stop: string
}

type Reader = Recipient & { zone: string; zoneKnown: boolean; at: Date }
type Words = ReturnType<typeof weekWords>

const to = ({ name, email, id }: Recipient) => ({ to: { name, email }, personId: id })

const factsOf = (reader: Reader, { whose, meta, late, until }: Waiting, words: Words): string => {
  const hearer = { locale: reader.locale, zone: reader.zoneKnown ? reader.zone : null }
  const end = until && words.until({ day: sayWhen(hearer, reader.zone, until, 'instant', reader.at) })
  return [late && words.late, whose, meta, end].filter(Boolean).join(' · ')
}

/** The lines that can be filled in, each with its number in the letter. */
const formOf = ({ n, sheet }: Item): string[] => (sheet?.lines ?? []).map((line) => numberLine(line, n))

// Of an address that a mail program is opened with, so much is kept by all.
const longestForm = 1_500

/** The lines as the beginning of an answer: without what they are called where that is too long for a link. */
function formBody(item: Item): string {
  const lines = formOf(item)
  // Half a sign, as a title that was cut off may end with, is none for a link.
  const whole = lines.join('\n').toWellFormed()
  return encodeURIComponent(whole).length <= longestForm ? whole : lines.map((line) => /^\[ *\]\s*\S+/.exec(line)?.[0] ?? '').join('\n')
}

/** What can be answered: `yes = Accept · no = Decline (with a reason) · later`, and what the number alone says. */
function answersOf(item: Item, words: Words): string {
  const { question, sheet } = item
  if (sheet) return [sheet.how, ...formOf(item)].join('\n')
  if (!question) return words.onPage({ button: item.button })
  const offered = choices.flatMap((choice) => {
    const does = item[choice]
    if (does === undefined) return []
    const missing = whatIsMissing(question, choice, '')
    const how = missing === undefined ? words.one : words[missing === 'reasonMissing' ? 'why' : 'say']
    return how({ word: words.said[choice], does })
  })
  return `${[...offered, words.said.later].join(' · ')}\n${words.alone({ n: item.n, word: words.said[question.normal] })}`
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '   ')

function textOf(reader: Reader, item: Item, words: Words, baseUrl: string): string {
  const lines = [factsOf(reader, item, words), item.warning, answersOf(item, words), `${baseUrl}${item.href}`]
  return `${item.n}. ${item.title}\n${indented(lines.filter(Boolean).join('\n'))}`
}

/** An answer that is written with one press: the mail program opens with it. */
const answerAddress = (replyTo: string, subject: string, body: string): string =>
  `mailto:${replyTo}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`

function htmlOf(reader: Reader, item: Item, words: Words, subject: string, { baseUrl, replyTo }: Ways): string {
  const { colon } = chromeWords(reader.locale as Locale)
  // Many of the buttons say the same.
  const button = (href: string, does: string, style = styles.button) => linked(href, does, style, `${does}${colon} ${item.title}`)
  const answer = (body: string, does: string, main = false) =>
    button(answerAddress(replyTo, `Re: ${subject}`, body), does, main ? styles.mainButton : styles.button)
  const { sheet } = item
  const onPage = button(`${baseUrl}${item.href}`, item.button)
  const buttons = item.question
    ? choices.flatMap((choice) => {
        const does = item[choice]
        const why = item.question && whatIsMissing(item.question, choice, '') ? ': ' : ''
        return does === undefined ? [] : answer(`${item.n} ${words.said[choice]}${why}`, does, choice === item.question?.normal)
      })
    : sheet
      ? [answer(formBody(item), words.fillIn), onPage]
      : [onPage]
  const form = sheet
    ? `<div style="margin:8px 0">${escapeHtml(sheet.how)}</div><div>${formOf(item).map(escapeHtml).join('<br>')}</div>\n`
    : ''
  const facts = factsOf(reader, item, words)
  return `<div style="margin:0 0 22px"><div><b>${item.n}.</b> ${linked(`${baseUrl}${item.href}`, item.title, 'font-weight:600')}</div>
${facts ? `<div style="${styles.soft}">${escapeHtml(facts)}</div>\n` : ''}${item.warning ? `<div>${escapeHtml(item.warning)}</div>\n` : ''}${form}<div>${[...buttons, answer(`${item.n} ${words.said.later}`, words.laterButton)].join('')}</div></div>`
}

/** Things by their parts of the work, as they come. */
const byKind = (items: readonly Item[]) => [...Map.groupBy(items, ({ kind }) => kind)]

/**
 * Everything that waits for somebody, as Today shows it, each with its number: an answer to it decides. Below it what else happened, a line each. One
 * click, or one POST of the mail program, ends it. Nothing of what waits stands in the subject.
 */
export function weekLetter(reader: Reader, items: readonly Item[], lines: readonly Line[], ways: Ways): Letter {
  const locale = reader.locale as Locale
  const words = weekWords(locale)
  const { kinds } = todayWords(locale).page
  const { baseUrl, replyTo } = ways
  const stop = `${baseUrl}/unsubscribe/today/${ways.stop}`
  const settings = `${baseUrl}/me/notifications`
  const count = items.length
  const subject = count === 0 ? words.subjectNews : words.subject({ count })
  const asks = items.some(({ question, sheet }) => question ?? sheet)
  const text = [
    words.hello({ name: reader.name }),
    count > 0 && words.intro({ count }),
    asks && words.how({ example: words.example }),
    ...byKind(items).flatMap(([kind, ones]) => [`— ${kinds[kind]} —`, ...ones.map((item) => textOf(reader, item, words, baseUrl))]),
    ...(lines.length > 0
      ? [`— ${words.news} —`, lines.map(({ subject: said, path }) => `- ${said}${path ? `\n  ${baseUrl}${path}` : ''}`).join('\n')]
      : []),
    words.foot({ link: `${baseUrl}/today`, settings, stop }),
  ]
  const body = [
    `<p>${escapeHtml(words.hello({ name: reader.name }))}</p>`,
    count > 0 && `<p>${escapeHtml(words.intro({ count }))}</p>`,
    asks &&
      `<p style="${styles.soft};white-space:pre-line">${escapeHtml(words.how({ example: words.example }))}\n\n${escapeHtml(words.buttons)}</p>`,
    ...byKind(items).flatMap(([kind, ones]) => [
      `<h2 style="font-size:18px;margin:28px 0 12px">${escapeHtml(kinds[kind])}</h2>`,
      ...ones.map((item) => htmlOf(reader, item, words, subject, ways)),
    ]),
    ...(lines.length > 0
      ? [
          `<h2 style="font-size:18px;margin:28px 0 12px">${escapeHtml(words.news)}</h2>`,
          `<ul>${lines.map(({ subject: said, path }) => `<li>${path ? linked(`${baseUrl}${path}`, said) : escapeHtml(said)}</li>`).join('')}</ul>`,
        ]
      : []),
    `<p style="${styles.soft};${styles.part}">${linked(`${baseUrl}/today`, words.toPage)} · ${linked(settings, words.toSettings)} · ${linked(stop, words.toStop)}</p>`,
  ]
  return {
    kind: 'site.week',
    ...to(reader),
    subject,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: mailPage(locale, subject, body.filter(Boolean).join('\n')),
    replyTo,
    headers: { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}

function lineOf({ n, title, as, words: said }: Became, words: Words): string {
  if (as === 'yes' || as === 'no' || as === 'discard') return words.became.done({ n, title, does: said })
  if (as === 'refused') return words.became.refused({ n, title, why: said })
  return as === 'gone' || as === 'range' ? words.became[as]({ n }) : words.became[as]({ n, title })
}

/** Says what an answer has done, number by number, and what was not understood; one link takes all of it back for ten minutes. */
export function weekAnswered(
  reader: Recipient,
  became: readonly Became[],
  unclear: readonly string[],
  { undo, minutes, link, replyTo }: { undo: string; minutes: number; link: string; replyTo: string },
): Letter {
  const words = weekWords(reader.locale as Locale)
  // A vote is changed by another one.
  const undone = became.filter(({ as }) => as === 'yes' || as === 'no' || as === 'discard' || as === 'later').length
  const done = undone + became.filter(({ as }) => as === 'voted').length
  const text = [
    words.hello({ name: reader.name }),
    ...(became.length > 0 ? [became.map((one) => lineOf(one, words)).join('\n')] : []),
    ...(undone > 0 ? [words.undo({ minutes, link: undo })] : []),
    ...(unclear.length > 0 ? [words.unclear({ lines: unclear.map((line) => `> ${line}`).join('\n') })] : []),
    // What was understood and refused says itself why.
    ...(became.length === 0 ? [words.nothing({ example: words.example })] : []),
    words.openPage({ link }),
  ]
  // It names nothing: whoever glances at a screen reads it.
  const subject = done === 0 && became.length > 0 ? words.failedSubject : words.answered({ count: done })
  return { kind: 'site.week-answered', ...to(reader), replyTo, subject, text: `${text.join('\n\n')}\n` }
}

/** Tells somebody that what they decided could not be done any more when it was carried out. */
export function decisionFailed(reader: Recipient, { title, why, link }: { title: string; why: string; link: string }): Letter {
  const words = weekWords(reader.locale as Locale)
  return {
    kind: 'site.decision-failed',
    ...to(reader),
    subject: words.failedSubject,
    text: `${[words.hello({ name: reader.name }), words.failed({ title, why }), words.openPage({ link })].join('\n\n')}\n`,
  }
}
