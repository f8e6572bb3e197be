import type { Locale } from '../../lib/ui/format.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { type Notice, type NoticeKind, notices } from './catalogue.ts'

const t = textsOf('list', 'notices').errors

type Say = (facts: Record<string, string>) => string

const noticeOf = (kind: NoticeKind): Notice => notices[kind]

/** The words of a notice where a list has its own. */
export interface Template {
  subject: string
  body: string
}

const marks = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `{${name}}`]))

/** What a notice says as Rapport brings it, with its facts as `{names}`. */
export function defaultTemplate(kind: NoticeKind, locale: Locale): Template {
  const { words, subject, text } = noticeOf(kind)
  const said = words(locale)
  return { subject: (said.subject as Say)(marks(subject)), body: (said.text as Say)(marks(text)) }
}

/** The facts that a template of this notice may name. */
export const factsOf = (kind: NoticeKind): string[] => [...new Set([...noticeOf(kind).subject, ...noticeOf(kind).text])]

/** Facts that it must name. */
export const neededBy = (kind: NoticeKind): readonly string[] => noticeOf(kind).needs

const mark = /\{([^{}\n]{0,40})\}/g

/** What is wrong with a template, by field; empty when it can be used. */
export function findTemplateFaults(kind: NoticeKind, { subject, body }: Template): Record<string, string> {
  const known = factsOf(kind)
  const faults: Record<string, string> = {}
  const unknownIn = (text: string) => [...text.matchAll(mark)].map(([, name = '']) => name).find((name) => !known.includes(name))
  for (const [field, text] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    const unknown = unknownIn(text)
    if (unknown !== undefined) faults[field] = t.unknown({ unknown, facts: known.map((name) => `{${name}}`).join(', ') })
  }
  const missing = neededBy(kind).filter((name) => !body.includes(`{${name}}`))
  if (!faults.body && missing.length > 0) faults.body = t.missing({ missing: missing.map((name) => `{${name}}`).join(', ') })
  if (/[\r\n]/.test(subject)) faults.subject = t.oneLine
  return faults
}

/** Puts the facts into a template. A line that would say nothing but a fact that is not there is left out. */
function fill(template: string, facts: Record<string, string>): string {
  const lines = template.split('\n').flatMap((line) => {
    const names = [...line.matchAll(mark)].flatMap(([, name = '']) => (name in facts ? [name] : []))
    if (names.length > 0 && names.every((name) => facts[name] === '')) return []
    return [line.replace(mark, (whole, name: string) => facts[name] ?? whole)]
  })
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A notice with its facts: in the list's own words where it has some, else as Rapport brings it. */
export function sayNotice(
  kind: NoticeKind,
  locale: Locale,
  facts: Record<string, string>,
  own?: Template,
): { subject: string; text: string } {
  if (own) return { subject: oneLine(fill(own.subject, facts)), text: fill(own.body, facts) }
  const said = noticeOf(kind).words(locale)
  return { subject: oneLine((said.subject as Say)(facts)), text: (said.text as Say)(facts) }
}

/** Facts to show a template with before it is used. */
export const sampleFacts: Record<string, string> = {
  list: 'Users-L',
  link: 'https://lists.example.org/…',
  key: 'https://lists.example.org/decide/…',
  address: 'users-l@lists.example.org',
  archive: 'https://lists.example.org/lists/users-l/threads',
  leave: 'users-l-unsubscribe@lists.example.org',
  reason: 'Write from the address that gets the list.',
  inviter: 'Ines Albrecht',
  group: 'Users Working Group',
  words: 'You asked how others prepare the new year. We discuss it on this list.',
  description: 'For everyone who works with the product.',
  post: 'users-l@lists.example.org',
  subscribe: 'users-l-subscribe@lists.example.org',
  unsubscribe: 'users-l-unsubscribe@lists.example.org',
  owner: 'users-l-owner@lists.example.org',
  request: 'users-l-request@lists.example.org',
  page: 'https://lists.example.org/lists/users-l',
  data: 'https://lists.example.org/me#privacy',
  results: '> set digest plain\n  Done.',
  commands: 'set digest plain',
  subject: 'Export of 400 records',
  days: '14',
  until: 'Friday 30 October 2026 at 10:00 Lisbon time',
  from: 'Otto Brandt <otto.brandt@elsewhere.example>',
  count: '2',
  mails: '- Export of 400 records (Otto Brandt)\n- A question (Mei Chen)',
  who: 'Mei Chen',
  name: 'Mei Chen',
  email: 'mei.chen@straits.example',
  question: 'What is your role at your institution?',
}
