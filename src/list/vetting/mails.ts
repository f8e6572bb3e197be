import type { Letter } from '../../outbox/rules.ts'
import type { Locale } from '../../ui/format.ts'
import { letter, type Recipient, type Sender } from '../mails.ts'
import { vettingWords } from './words.ts'

/** Asks a colleague or referent whether an applicant works with her. */
export function vouchAsked(list: Sender, to: Recipient, applicant: { name: string; email: string }, token: string): Letter {
  const words = vettingWords(to.locale as Locale).vouch
  const name = applicant.name || applicant.email
  return letter('vouch-asked', list, to, {
    subject: words.subject(name),
    text: words.text(name, applicant.email, list.title, `${list.baseUrl}/vouch/${token}`),
  })
}

/** An approver's question to the applicant. */
export function moreAsked(list: Sender, to: Recipient, question: string, link: string): Letter {
  const words = vettingWords(to.locale as Locale).more
  return letter('more-asked', list, to, { subject: words.subject(list.title), text: words.text(question, link) })
}
