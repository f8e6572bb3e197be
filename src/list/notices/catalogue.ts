import type { Locale } from '../../lib/ui/format.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { commandWords } from '../commands/words.ts'
import { invitationWords } from '../invitations/words.ts'
import { memberWords } from '../members/words.ts'
import { comingsWords } from '../membership-mail/words.ts'
import { moderationWords } from '../moderation/words.ts'
import { vettingWords } from '../vetting/words.ts'
import { listWords } from '../words.ts'

export interface Notice {
  /** Which facts the words say with. */
  subject: readonly string[]
  text: readonly string[]
  /** Facts without which the notice would be of no use. */
  needs: readonly string[]
  words: (locale: Locale) => { subject: (facts: never) => string; text: (facts: never) => string }
}

/** Every notice of a list that its owners may word themselves. */
export const notices = {
  'confirm-join': { subject: ['list'], text: ['list', 'link'], needs: ['link'], words: (locale) => listWords(locale).confirmJoin },
  'already-joined': { subject: ['list'], text: ['list', 'link'], needs: [], words: (locale) => listWords(locale).alreadyJoined },
  'request-waits': { subject: ['list'], text: ['list', 'link'], needs: ['link'], words: (locale) => listWords(locale).waiting },
  welcome: {
    subject: ['list'],
    text: ['list', 'address', 'settings', 'leave', 'archive', 'people', 'dates'],
    needs: ['leave'],
    words: (locale) => listWords(locale).welcome,
  },
  'request-rejected': { subject: ['list'], text: ['list', 'reason'], needs: ['reason'], words: (locale) => listWords(locale).rejected },
  invitation: {
    subject: ['list', 'inviter'],
    text: ['list', 'group', 'inviter', 'words', 'description', 'link'],
    needs: ['inviter', 'link'],
    words: (locale) => invitationWords(locale),
  },
  'confirm-leave': { subject: ['list'], text: ['list', 'link'], needs: ['link'], words: (locale) => listWords(locale).confirmLeave },
  'not-joined': { subject: ['list'], text: ['list'], needs: [], words: (locale) => listWords(locale).notJoined },
  left: { subject: ['list'], text: ['list', 'link'], needs: [], words: (locale) => listWords(locale).left },
  removed: { subject: ['list'], text: ['list', 'reason', 'page'], needs: ['reason'], words: (locale) => memberWords(locale) },
  help: {
    subject: ['list'],
    text: ['list', 'post', 'subscribe', 'unsubscribe', 'owner', 'request', 'page'],
    needs: ['unsubscribe', 'owner'],
    words: (locale) => listWords(locale).help,
  },
  'command-results': { subject: ['list'], text: ['list', 'results'], needs: ['results'], words: (locale) => commandWords(locale).results },
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
    text: ['subject', 'link'],
    needs: [],
    words: (locale) => moderationWords(locale).decidedBefore,
  },
  'join-moderators': {
    subject: ['list', 'who'],
    text: ['list', 'who', 'email', 'link'],
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

export const noticeKinds = Object.keys(notices) as NoticeKind[]
