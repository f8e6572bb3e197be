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

const facts = (names: string): readonly string[] => names.split(' ').filter(Boolean)

const notice = (subject: string, text: string, needs: string, words: Notice['words']): Notice => ({
  ...{ subject: facts(subject), text: facts(text), needs: facts(needs) },
  words,
})

/** Every notice of a list that its owners may word themselves: the facts of its subject, of its text, those it needs, and its words. */
export const notices = {
  'confirm-join': notice('list', 'list link until', 'link', (locale) => listWords(locale).confirmJoin),
  'already-joined': notice('list', 'list link', '', (locale) => listWords(locale).alreadyJoined),
  'request-waits': notice('list', 'list link until', 'link', (locale) => listWords(locale).waiting),
  welcome: notice('list', 'list address settings request leave archive people dates', 'leave', (locale) => listWords(locale).welcome),
  'request-rejected': notice('list', 'list reason', 'reason', (locale) => listWords(locale).rejected),
  invitation: notice('list inviter', 'list group inviter words description link until', 'inviter link', invitationWords),
  'confirm-leave': notice('list', 'list link until', 'link', (locale) => listWords(locale).confirmLeave),
  'not-joined': notice('list', 'list', '', (locale) => listWords(locale).notJoined),
  left: notice('list', 'list link', '', (locale) => listWords(locale).left),
  removed: notice('list', 'list reason page', 'reason', memberWords),
  help: notice('list', 'list post subscribe unsubscribe owner request page data', 'unsubscribe owner', (locale) => listWords(locale).help),
  'command-results': notice('list', 'list results data', 'results', (locale) => commandWords(locale).results),
  'confirm-commands': notice('list', 'list commands link until', 'commands link', (locale) => commandWords(locale).confirm),
  'held-author': notice('subject', 'list subject reason', '', (locale) => moderationWords(locale).heldForAuthor),
  'post-rejected': notice('subject', 'list subject reason', 'reason', (locale) => moderationWords(locale).rejectedPost),
  'held-expired': notice('subject', 'list subject days', '', (locale) => moderationWords(locale).heldExpired),
  'held-moderators': notice(
    'list subject',
    'list until days from subject reason text files link key',
    'link',
    (locale) => moderationWords(locale).heldForModerators,
  ),
  'held-summary': notice('list count', 'list count until days mails link', 'link', (locale) => moderationWords(locale).heldSummary),
  'held-reminder': notice('list count', 'list until mails link days', 'link', (locale) => moderationWords(locale).heldReminder),
  'decision-unclear': notice('subject', 'subject link', 'link', (locale) => moderationWords(locale).unclear),
  'decided-before': notice('subject', 'subject link', '', (locale) => moderationWords(locale).decidedBefore),
  'join-moderators': notice('list who', 'list who email link', 'link', (locale) => listWords(locale).joinForModerators),
  'comings-moderators': notice('list counts', 'list changes link', 'changes', comingsWords),
  'vouch-asked': notice('name', 'name email list link until', 'email link', (locale) => vettingWords(locale).vouch),
  'more-asked': notice('list', 'question link until', 'question link', (locale) => vettingWords(locale).more),
  'applicant-answered': notice('list who', 'who answer list link', 'answer link', (locale) => vettingWords(locale).answered),
}

export type NoticeKind = keyof typeof notices

/** What owners read in the list of notices. */
export const noticeLabels: Record<NoticeKind, string> = textsOf('list', 'notices').labels

export const noticeKinds = Object.keys(notices) as NoticeKind[]
