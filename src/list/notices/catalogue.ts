import type { Locale } from '../../lib/ui/format.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { commandWords } from '../commands/words.ts'
import { invitationWords } from '../invitations/words.ts'
import { memberWords } from '../members/words.ts'
import { comingsWords } from '../membership-mail/words.ts'
import { moderationWords } from '../moderation/words.ts'
import { vettingWords } from '../vetting/words.ts'
import { listWords } from '../words.ts'

const t = textsOf('list', 'notices').errors

type Say = (facts: Record<string, string>) => string

interface Notice {
  /** Which facts the words say with. */
  subject: readonly string[]
  text: readonly string[]
  /** Facts without which the notice would be of no use. */
  needs: readonly string[]
  words: (locale: Locale) => { subject: (facts: never) => string; text: (facts: never) => string }
}

/** Every notice of a list that its owners may word themselves. */
export const notices = {
  'confirm-join': {
    subject: ['list'],
    text: ['list', 'link'],
    needs: ['link'],
    words: (locale) => listWords(locale).confirmJoin,
  },
  'already-joined': {
    subject: ['list'],
    text: ['list', 'link'],
    needs: [],
    words: (locale) => listWords(locale).alreadyJoined,
  },
  'request-waits': {
    subject: ['list'],
    text: ['list', 'link'],
    needs: ['link'],
    words: (locale) => listWords(locale).waiting,
  },
  welcome: {
    subject: ['list'],
    text: ['list', 'address', 'settings', 'leave', 'archive', 'people', 'dates'],
    needs: ['leave'],
    words: (locale) => listWords(locale).welcome,
  },
  'request-rejected': {
    subject: ['list'],
    text: ['list', 'reason'],
    needs: ['reason'],
    words: (locale) => listWords(locale).rejected,
  },
  invitation: {
    subject: ['list', 'inviter'],
    text: ['list', 'inviter', 'words', 'description', 'link'],
    needs: ['inviter', 'link'],
    words: (locale) => invitationWords(locale),
  },
  'confirm-leave': {
    subject: ['list'],
    text: ['list', 'link'],
    needs: ['link'],
    words: (locale) => listWords(locale).confirmLeave,
  },
  'not-joined': {
    subject: ['list'],
    text: ['list'],
    needs: [],
    words: (locale) => listWords(locale).notJoined,
  },
  left: { subject: ['list'], text: ['list', 'link'], needs: [], words: (locale) => listWords(locale).left },
  removed: {
    subject: ['list'],
    text: ['list', 'reason', 'page'],
    needs: ['reason'],
    words: (locale) => memberWords(locale),
  },
  help: {
    subject: ['list'],
    text: ['list', 'post', 'subscribe', 'unsubscribe', 'owner', 'request', 'page'],
    needs: ['unsubscribe', 'owner'],
    words: (locale) => listWords(locale).help,
  },
  'command-results': {
    subject: ['list'],
    text: ['list', 'results'],
    needs: ['results'],
    words: (locale) => commandWords(locale).results,
  },
  'confirm-commands': {
    subject: ['list'],
    text: ['list', 'commands', 'link'],
    needs: ['commands', 'link'],
    words: (locale) => commandWords(locale).confirm,
  },
  'held-author': {
    subject: ['subject'],
    text: ['list', 'subject', 'reason'],
    needs: [],
    words: (locale) => moderationWords(locale).heldForAuthor,
  },
  'post-rejected': {
    subject: ['subject'],
    text: ['list', 'subject', 'reason'],
    needs: ['reason'],
    words: (locale) => moderationWords(locale).rejectedPost,
  },
  'held-expired': {
    subject: ['subject'],
    text: ['list', 'subject', 'days'],
    needs: [],
    words: (locale) => moderationWords(locale).heldExpired,
  },
  'held-moderators': {
    subject: ['list', 'subject'],
    text: ['list', 'days', 'from', 'subject', 'reason', 'text', 'files', 'link', 'key'],
    needs: ['link'],
    words: (locale) => moderationWords(locale).heldForModerators,
  },
  'held-summary': {
    subject: ['list', 'count'],
    text: ['list', 'count', 'days', 'mails', 'link'],
    needs: ['link'],
    words: (locale) => moderationWords(locale).heldSummary,
  },
  'held-reminder': {
    subject: ['list', 'count'],
    text: ['list', 'mails', 'link', 'days'],
    needs: ['link'],
    words: (locale) => moderationWords(locale).heldReminder,
  },
  'decision-unclear': {
    subject: ['subject'],
    text: ['subject', 'link'],
    needs: ['link'],
    words: (locale) => moderationWords(locale).unclear,
  },
  'decided-before': {
    subject: ['subject'],
    text: ['subject'],
    needs: [],
    words: (locale) => moderationWords(locale).decidedBefore,
  },
  'join-moderators': {
    subject: ['list', 'who'],
    text: ['list', 'who', 'link'],
    needs: ['link'],
    words: (locale) => listWords(locale).joinForModerators,
  },
  'comings-moderators': {
    subject: ['list', 'counts'],
    text: ['list', 'changes', 'link'],
    needs: ['changes'],
    words: (locale) => comingsWords(locale),
  },
  'vouch-asked': {
    subject: ['name'],
    text: ['name', 'email', 'list', 'link'],
    needs: ['email', 'link'],
    words: (locale) => vettingWords(locale).vouch,
  },
  'more-asked': {
    subject: ['list'],
    text: ['question', 'link'],
    needs: ['question', 'link'],
    words: (locale) => vettingWords(locale).more,
  },
  'applicant-answered': {
    subject: ['list', 'who'],
    text: ['who', 'answer', 'list', 'link'],
    needs: ['answer', 'link'],
    words: (locale) => vettingWords(locale).answered,
  },
} satisfies Record<string, Notice>

export type NoticeKind = keyof typeof notices

/** What owners read in the list of notices. */
export const noticeLabels: Record<NoticeKind, string> = textsOf('list', 'notices').labels

const noticeOf = (kind: NoticeKind): Notice => notices[kind]

export const noticeKinds = Object.keys(notices) as NoticeKind[]

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
  words: 'You asked how others prepare the new year. We discuss it on this list.',
  description: 'For everyone who works with the product.',
  post: 'users-l@lists.example.org',
  subscribe: 'users-l-subscribe@lists.example.org',
  unsubscribe: 'users-l-unsubscribe@lists.example.org',
  owner: 'users-l-owner@lists.example.org',
  request: 'users-l-request@lists.example.org',
  page: 'https://lists.example.org/lists/users-l',
  results: '> set digest plain\n  Done.',
  commands: 'set digest plain',
  subject: 'Export of 400 records',
  days: '14',
  from: 'Otto Brandt <otto.brandt@elsewhere.example>',
  count: '2',
  mails: '- Export of 400 records (Otto Brandt)\n- A question (Mei Chen)',
  who: 'Mei Chen',
  name: 'Mei Chen',
  email: 'mei.chen@straits.example',
  question: 'What is your role at your institution?',
}
