import { chromeWords } from '../lib/ui/chrome-words.ts'
import { shorten } from '../lib/ui/excerpt.ts'
import { formatDay, formatNumber, type Locale } from '../lib/ui/format.ts'
import { escapeHtml } from '../lib/ui/jsx-runtime.ts'
import { mailMarkdown, mailPage, mailStyles, mailTag } from '../lib/ui/mail-page.ts'
import { textOfMarkdown } from '../lib/ui/markdown-text.ts'
import { type Addressee, addressed, type Letter } from '../outbox/rules.ts'
import type { Section } from './compose/rules.ts'
import { reportWords } from './compose/words.ts'
import { newsWords, troubleWords } from './words.ts'

/** A mail as a list takes it: always with its text, and the same with a look of its own. */
export interface NewsMail {
  subject: string
  text: string
  html: string
}

export interface MailedItem {
  title: string
  text: string
  path: string
  byline: string
}

export interface MailedIssue {
  number: number
  title: string
  fromOn: string
  toOn: string
  lead: string
  groupName: string
}

export interface MailedLine {
  section: string
  text: string
  amount: number | null
  label: string
  sourcePath: string
}

/** The address of a path of this site; any other stays as it is. */
export const absolute = (baseUrl: string, path: string): string => (path.startsWith('/') ? `${baseUrl}${path}` : path)

const small = `font-family:system-ui,'Source Sans 3',sans-serif;font-size:14px;${mailStyles.soft}`
const heading = 'font-size:30px;line-height:1.15;margin:.2em 0 .6em;letter-spacing:-.02em'
const section = `font-family:system-ui,'Source Sans 3',sans-serif;font-size:15px;font-weight:600;margin:2em 0 .4em;${mailStyles.part}`
const itemHeading = `font-size:21px;line-height:1.25;margin:2em 0 .4em;${mailStyles.part}`

const longestPreview = 140

/** What stands beside the subject in a list of mails: how the text begins, where above it is what everybody knows. */
const previewOf = (markdown: string, baseUrl: string): string =>
  shorten(textOfMarkdown(markdown, baseUrl).replaceAll(/\s+/g, ' ').trim(), longestPreview)

/** News for a list. */
export function itemMail({ title, text, path, byline }: MailedItem, locale: Locale, baseUrl: string): NewsMail {
  const words = newsWords(locale)
  const link = absolute(baseUrl, path)
  const by = byline ? `${words.by({ name: byline })}\n\n` : ''
  return {
    subject: title,
    text: `${title}\n${by || '\n'}${textOfMarkdown(text, baseUrl)}\n\n${words.online}${chromeWords(locale).colon}\n${link}`,
    html: mailPage(
      locale,
      title,
      mailTag('h1', heading, escapeHtml(title)) +
        (byline ? mailTag('p', small, escapeHtml(words.by({ name: byline }))) : '') +
        mailMarkdown(text, baseUrl) +
        mailTag('p', small, `<a href="${escapeHtml(link)}">${escapeHtml(words.online)}</a>`),
      { look: 'serif', preview: previewOf(text, baseUrl) },
    ),
  }
}

/** The newest sentences of a report side by side: what most want to know first. Of several that are called the same, the newest. */
const figuresHtml = (lines: MailedLine[], locale: Locale): string => {
  const counted = lines.filter(({ amount }) => amount !== null)
  const told = counted.filter(({ label }, at) => counted.findIndex((one) => one.label === label) === at).slice(0, 6)
  if (told.length === 0) return ''
  const cells = told.map(
    ({ amount, label }) =>
      `<span style="display:inline-block;min-width:8rem;margin:0 1.4rem 1rem 0;vertical-align:top"><b style="display:block;font-size:26px;line-height:1.1">${formatNumber(locale, amount ?? 0)}</b><span style="${small}">${escapeHtml(label)}</span></span>`,
  )
  return `<p style="margin:1.6em 0 0">${cells.join('')}</p>`
}

/** An issue for a list: the frank paragraph, the report with its sources, the items. */
export function issueMail(issue: MailedIssue, lines: MailedLine[], items: MailedItem[], locale: Locale, baseUrl: string): NewsMail {
  const words = newsWords(locale)
  const titles = reportWords(locale).sections
  const link = `${baseUrl}/news/issues/${issue.number}`
  const period = words.period({ from: formatDay({ locale }, issue.fromOn), to: formatDay({ locale }, issue.toOn) })
  const above = `${issue.groupName} · ${words.number({ n: issue.number })} · ${period}`
  const parts = [...Map.groupBy(lines, (line) => line.section)].map(([name, told]) => ({ title: titles[name as Section] ?? name, told }))
  const text = [
    issue.title,
    above,
    textOfMarkdown(issue.lead, baseUrl),
    ...parts.map(({ title, told }) => [title, ...told.map((line) => `- ${line.text}\n  ${absolute(baseUrl, line.sourcePath)}`)].join('\n')),
    ...items.map((item) => `${item.title}\n\n${textOfMarkdown(item.text, baseUrl)}\n${absolute(baseUrl, item.path)}`),
    `${words.online}${chromeWords(locale).colon}\n${link}`,
  ]
  const html = [
    mailTag('p', small, escapeHtml(above)),
    mailTag('h1', heading, escapeHtml(issue.title)),
    mailMarkdown(issue.lead, baseUrl),
    figuresHtml(lines, locale),
    ...parts.map(
      ({ title, told }) =>
        mailTag('h2', section, escapeHtml(title)) +
        told
          .map(
            (line) =>
              `<p style="margin:.5em 0">${escapeHtml(line.text)} <a href="${escapeHtml(absolute(baseUrl, line.sourcePath))}" style="${small}" aria-label="${escapeHtml(words.sourceOf({ text: line.text }))}">${escapeHtml(words.source)}</a></p>`,
          )
          .join(''),
    ),
    ...items.map(
      (item) =>
        `<h2 style="${itemHeading}"><a href="${escapeHtml(absolute(baseUrl, item.path))}" style="color:inherit;text-decoration:none">${escapeHtml(item.title)}</a></h2>${mailMarkdown(item.text, baseUrl, 2)}`,
    ),
    mailTag('p', `${small};margin-top:2.5em`, `<a href="${escapeHtml(link)}">${escapeHtml(words.online)}</a>`),
  ]
  return {
    subject: issue.title,
    text: text.filter(Boolean).join('\n\n'),
    html: mailPage(locale, issue.title, html.join('\n'), { look: 'serif', preview: previewOf(issue.lead, baseUrl) }),
  }
}

/** Tells who had scheduled something that it could not go out. */
export function notOut(to: Addressee, { title, why, link }: { title: string; why: string; link: string }): Letter {
  const words = troubleWords(to.locale as Locale)
  return {
    kind: 'news.not-out',
    plain: true,
    ...addressed(to),
    subject: words.subject({ title }),
    text: words.text({ name: to.name, title, why, link }),
  }
}
