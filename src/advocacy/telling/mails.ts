import { shorten } from '../../lib/ui/excerpt.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { type Event, sayEventIn } from './rules.ts'
import { tellingWords } from './words.ts'

const stopWords = wordsOf('outbox', 'letters')

/** Their own words that stand behind a request. */
export interface OwnWords {
  because: 'case' | 'voice' | 'support'
  quote: string
  /** YYYY-MM-DD. */
  on: string
  /** Their message in the archive. */
  link?: string
  /** Its Message-ID. */
  messageId?: string
}

/** What became of one request, for one person. */
export interface Part {
  requestId: number
  title: string
  words?: OwnWords
  events: Event[]
}

const quoted = (text: string): string =>
  shorten(text, 600)
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

function sayPart({ requestId, title, words: own, events }: Part, locale: Locale, baseUrl: string): string {
  const words = tellingWords(locale)
  const lines: string[] = []
  if (own) {
    lines.push(words[own.because]({ day: formatDay({ locale }, own.on) }))
    if (own.quote.trim()) lines.push(quoted(own.quote))
    lines.push(words.about({ title }))
  } else lines.push(title)
  lines.push(...events.map((event) => sayEventIn(locale, event, '\n')))
  lines.push(`${words.request}\n${baseUrl}/requests/${requestId}${own?.link ? `\n\n${words.message}\n${own.link}` : ''}`)
  return lines.join('\n\n')
}

/** What became of what somebody asked for, in one mail that quotes their own words; `weekly` as the summary that they chose. */
export function becameOf(
  to: Addressee,
  parts: Part[],
  baseUrl: string,
  { stop, weekly = false }: { stop: string; weekly?: boolean },
): Letter {
  const locale = to.locale as Locale
  const link = `${baseUrl}/unsubscribe/results/${stop}`
  const words = tellingWords(locale)
  const subject = weekly
    ? words.weekly
    : parts.length === 1
      ? words.subject({ title: parts[0]?.title ?? '' })
      : words.subjects({ count: parts.length })
  // Their mail program shows it where they asked.
  const follows = [...new Set(parts.flatMap(({ words: own }) => own?.messageId ?? []))]
  const text = parts.map((part) => sayPart(part, locale, baseUrl)).join('\n\n* * *\n\n')
  return {
    kind: weekly ? 'telling.weekly' : 'telling.became',
    ...addressed(to),
    ...(weekly ? { byDay: {} } : {}),
    subject,
    follows: follows.length > 0 ? follows : undefined,
    text: `${words.hello({ name: to.name, count: parts.length })}\n\n${text}\n\n${words.choose}\n${baseUrl}/me/telling\n\n${stopWords(locale).stop({ link })}\n`,
    headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}
