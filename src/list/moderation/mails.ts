import type { Keys } from '../../lib/token/seal.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { type Likeness, sayLikeness } from '../core/alike-words.ts'
import { letter, type Recipient, type Sender, waitsFor } from '../mails.ts'
import type { HoldReason } from '../moderation-rules/fate-rules.ts'
import { listWords } from '../words.ts'
import { moderationWords } from './words.ts'

const emergencyWords = wordsOf('list', 'emergency')

const day = 86_400_000

/** One of those who decide; null: their zone is not known. */
interface Keeper extends Recipient {
  zone: string | null
}

/** How long the list keeps what is held, and where it is at home. */
interface Term {
  days: number
  homeZone: string
}

/** Until when somebody can decide on what is held since then: as a number of days, and as the hour on their clocks. */
const termOf = (to: Keeper, since: Date, { days, homeZone }: Term): { days: string; until: string } => ({
  days: String(days),
  until: sayWhen(to, homeZone, new Date(since.getTime() + days * day)),
})

const heldOf = (list: Sender): string => `${list.baseUrl}/lists/${list.name}/held`
const why = (to: Recipient, reason: HoldReason): string => moderationWords(to.locale as Locale).reasons[reason]

/** Why a writer's mail waits or was rejected, and what they can do instead where that helps. */
function whyTheirs(list: Sender, to: Recipient, reason: HoldReason): string {
  const { hints } = moderationWords(to.locale as Locale)
  const at = (suffix: string) => `${list.name}-${suffix}@${list.mailDomain}`
  const hint =
    reason === 'administrivia'
      ? hints.administrivia({ unsubscribe: at('unsubscribe'), request: at('request') })
      : reason === 'not-subscribed'
        ? hints['not-subscribed']
        : undefined
  return [why(to, reason), hint].filter(Boolean).join(' ')
}

/** As a quotation, so that nothing in it reads as ours. */
const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** A letter to a writer with what they wrote here, of which they have no copy: below it, whatever words the list has of its own. */
const withOwn = (to: Recipient, own: string | undefined, said: Letter): Letter =>
  own ? { ...said, text: `${said.text}\n${moderationWords(to.locale as Locale).yours}\n\n${quoted(own)}\n` } : said

/**
 * Tells a writer that their mail waits; only sent where the mail is proven to be theirs.
 * @param own what they wrote here
 */
export const heldForAuthor = (list: Sender, to: Recipient, subject: string, reason: HoldReason, own?: string): Letter =>
  withOwn(to, own, letter('held-author', list, to, { subject, reason: whyTheirs(list, to, reason) }))

/** Tells a moderator of a held mail. The key decides by one POST without signing in; an answer to the mail decides as well. */
export const heldForModerators = (
  list: Sender,
  to: Keeper,
  mail: {
    id: number
    heldAt: Date
    from: string
    subject: string
    reason: HoldReason
    text: string
    files: string
    likeness: Likeness | undefined
  },
  keys: Keys,
  term: Term,
): Letter =>
  letter(
    'held-moderators',
    list,
    to,
    {
      ...termOf(to, mail.heldAt, term),
      from: mail.from,
      subject: mail.subject,
      reason: [why(to, mail.reason), mail.likeness && sayLikeness(mail.likeness, to.locale as Locale)].filter(Boolean).join('\n'),
      text: quoted(mail.text),
      files: mail.files,
      link: `${heldOf(list)}/${mail.id}`,
      key: `${list.baseUrl}/decide/${keys.link}`,
    },
    { replyTo: `reply+${keys.reply}@${list.mailDomain}`, ...waitsFor(to) },
  )

/** What a moderator or, where nobody has decided, a rule of the list has rejected. */
export const postRejected = (
  list: Sender,
  to: Recipient,
  subject: string,
  { note, rule, own }: { note: string; rule: HoldReason | undefined; own: string | undefined },
): Letter => withOwn(to, own, letter('post-rejected', list, to, { subject, reason: rule ? whyTheirs(list, to, rule) : note }))

/** The letter that tells an author that nobody decided about their mail in time. */
export const heldExpired = (list: Sender, to: Recipient, subject: string, days: number, own?: string): Letter =>
  withOwn(to, own, letter('held-expired', list, to, { subject, days: String(days) }))

// So many are named in a reminder; the page has them all.
const named = 20

/** Reminds a moderator of what waits: in the letter of their week, and at once where the first of it is about to expire. */
export function heldReminder(list: Sender, to: Keeper, mails: { subject: string; fromName: string; heldAt: Date }[], term: Term): Letter {
  const oldest = new Date(Math.min(...mails.map(({ heldAt }) => heldAt.getTime())))
  return letter(
    'held-reminder',
    list,
    to,
    {
      count: String(mails.length),
      mails: [
        ...mails.slice(0, named).map(({ subject, fromName }) => `- ${subject || '–'} (${fromName})`),
        ...(mails.length > named ? ['- …'] : []),
      ].join('\n'),
      link: heldOf(list),
      ...termOf(to, oldest, term),
    },
    { repeats: { until: new Date(oldest.getTime() + term.days * day) } },
  )
}

/** Tells a moderator of a flood: how much of it there is, and what in it is most likely meant. */
export const heldSummary = (
  list: Sender,
  to: Keeper,
  likely: { id: number; subject: string; fromName: string }[],
  { all, oldest }: { all: number; oldest: Date },
  term: Term,
): Letter =>
  letter(
    'held-summary',
    list,
    to,
    {
      count: String(all),
      ...termOf(to, oldest, term),
      mails: likely.map(({ id, subject, fromName }) => `- ${subject || '–'} (${fromName})\n  ${heldOf(list)}/${id}`).join('\n'),
      link: heldOf(list),
    },
    waitsFor(to),
  )

/** The letter that tells a moderator that their answer was not understood. */
export const decisionUnclear = (list: Sender, to: Recipient, subject: string, heldId: number): Letter =>
  letter('decision-unclear', list, to, { subject, link: `${heldOf(list)}/${heldId}` })

/** Whether the emergency mode of a list began or ended, and who said so. */
export interface Emergency {
  on: boolean
  by: string
}

/** Tells whoever looks after a list that all waits there, or no longer does. */
export function emergencyLetter(list: Sender, to: Addressee, { on, by }: Emergency): Letter {
  const locale = to.locale as Locale
  const said = emergencyWords(locale).letters[on ? 'begun' : 'ended']
  const { greeting, sign } = listWords(locale)
  const text = said.text({ by, list: list.title, link: heldOf(list) })
  return {
    kind: 'list.emergency',
    ...addressed(to),
    listId: list.id,
    group: list.group,
    from: { name: list.group, email: `${list.name}-owner@${list.mailDomain}` },
    subject: said.subject({ list: list.title }),
    text: `${greeting({ name: to.name })}\n\n${text}\n\n${sign({ list: list.title })}\n`,
  }
}

/** A colleague was faster, or they themselves had answered before. */
export const decidedBefore = (list: Sender, to: Recipient, subject: string, heldId: number): Letter =>
  letter('decided-before', list, to, { subject, link: `${heldOf(list)}/${heldId}` })
