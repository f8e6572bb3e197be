import type { Letter } from '../outbox/rules.ts'
import type { Locale } from '../ui/format.ts'
import type { HoldReason } from './rules.ts'
import { listWords } from './words.ts'

/** The list that a letter speaks for. */
export interface Sender {
  id: number
  name: string
  title: string
  baseUrl: string
  mailDomain: string
}

/** Whom a letter is for. */
export interface Recipient {
  name: string
  email: string
  locale: string
  personId?: number
}

const addressOf = (list: Sender, suffix = ''): string => `${list.name}${suffix}@${list.mailDomain}`
const pageOf = (list: Sender): string => `${list.baseUrl}/lists/${list.name}`

// Who asks to join types a name that is sent to an address of her choice: what could carry an advertisement is not repeated.
const plainName = /^[\p{L}\p{M}\p{N} .,'’()-]{1,60}$/u
const linkLike = /[\p{L}\p{N}]{2}\.\p{L}{2}/u

const nameFor = (name: string): string => (plainName.test(name) && !linkLike.test(name) ? name : '')

type Notice = { subject: string; text: string }

/** A letter of a list: greeting, text, signature, from its owners' address. */
export function letter(kind: string, list: Sender, to: Recipient, { subject, text }: Notice, extra: Partial<Letter> = {}): Letter {
  const words = listWords(to.locale as Locale)
  return {
    kind: `list.${kind}`,
    to: { name: nameFor(to.name), email: to.email },
    personId: to.personId,
    listId: list.id,
    from: { name: list.title, email: addressOf(list, '-owner') },
    subject,
    text: `${words.greeting(nameFor(to.name))}\n\n${text}\n\n${words.sign(list.title)}\n`,
    ...extra,
  }
}

const wordsOf = (to: Recipient) => listWords(to.locale as Locale)

/** Asks somebody to confirm that she wants to join; answering the mail is enough. */
export function confirmJoin(list: Sender, to: Recipient, token: string): Letter {
  const words = wordsOf(to).confirmJoin
  return letter(
    'confirm-join',
    list,
    to,
    { subject: words.subject(list.title), text: words.text(list.title, `${list.baseUrl}/confirm/${token}`) },
    {
      replyTo: `reply+${token}@${list.mailDomain}`,
    },
  )
}

/** The answer to a request for an address that is subscribed: only its owner learns of it. */
export function alreadyJoined(list: Sender, to: Recipient): Letter {
  const words = wordsOf(to).alreadyJoined
  return letter('already-joined', list, to, { subject: words.subject(list.title), text: words.text(list.title, `${list.baseUrl}/me`) })
}

/** The address is confirmed; `link` leads to the applicant's own page. */
export function requestWaits(list: Sender, to: Recipient, link: string): Letter {
  const words = wordsOf(to).waiting
  return letter('request-waits', list, to, { subject: words.subject(list.title), text: words.text(list.title, link) })
}

export function welcome(list: Sender, to: Recipient): Letter {
  const words = wordsOf(to).welcome
  return letter('welcome', list, to, {
    subject: words.subject(list.title),
    text: words.text(list.title, addressOf(list), `${pageOf(list)}/threads`, addressOf(list, '-unsubscribe')),
  })
}

export function requestRejected(list: Sender, to: Recipient, reason: string): Letter {
  const words = wordsOf(to).rejected
  return letter('request-rejected', list, to, { subject: words.subject(list.title), text: words.text(list.title, reason) })
}

/** Asks somebody who wrote to `-unsubscribe` to confirm: anybody can write in her name. */
export function confirmLeave(list: Sender, to: Recipient, token: string): Letter {
  const words = wordsOf(to).confirmLeave
  return letter(
    'confirm-leave',
    list,
    to,
    { subject: words.subject(list.title), text: words.text(list.title, `${list.baseUrl}/unsubscribe/${token}`) },
    {
      replyTo: `reply+${token}@${list.mailDomain}`,
    },
  )
}

export function notJoined(list: Sender, to: Recipient): Letter {
  const words = wordsOf(to).notJoined
  return letter('not-joined', list, to, { subject: words.subject(list.title), text: words.text(list.title) })
}

export function left(list: Sender, to: Recipient): Letter {
  const words = wordsOf(to).left
  return letter('left', list, to, { subject: words.subject(list.title), text: words.text(list.title, pageOf(list)) })
}

/** Tells a writer that her mail waits; only sent where the mail is proven to be hers. */
export function heldForAuthor(list: Sender, to: Recipient, subject: string, reason: HoldReason): Letter {
  const words = wordsOf(to)
  return letter('held-author', list, to, {
    subject: words.heldForAuthor.subject(subject),
    text: words.heldForAuthor.text(list.title, subject, words.reasons[reason]),
  })
}

export function heldForModerators(
  list: Sender,
  to: Recipient,
  mail: { id: number; from: string; subject: string; reason: HoldReason },
): Letter {
  const words = wordsOf(to)
  return letter('held-moderators', list, to, {
    subject: words.heldForModerators.subject(list.title, mail.subject),
    text: words.heldForModerators.text(list.title, mail.from, mail.subject, words.reasons[mail.reason], `${pageOf(list)}/held/${mail.id}`),
  })
}

export function joinForModerators(list: Sender, to: Recipient, who: string, requestId: number): Letter {
  const words = wordsOf(to).joinForModerators
  return letter('join-moderators', list, to, {
    subject: words.subject(list.title, who),
    text: words.text(list.title, who, `${pageOf(list)}/requests/${requestId}`),
  })
}

export function postRejected(list: Sender, to: Recipient, subject: string, note: string): Letter {
  const words = wordsOf(to).rejectedPost
  return letter('post-rejected', list, to, { subject: words.subject(subject), text: words.text(list.title, subject, note) })
}

/** The answer to any mail to `-request`. */
export function help(list: Sender, to: Recipient): Letter {
  const words = wordsOf(to).help
  return letter('help', list, to, {
    subject: words.subject(list.title),
    text: words.text(
      list.title,
      addressOf(list),
      addressOf(list, '-subscribe'),
      addressOf(list, '-unsubscribe'),
      addressOf(list, '-owner'),
      pageOf(list),
    ),
  })
}
