import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { type Likeness, sayLikeness } from '../core/alike-words.ts'
import { endOf, letter, type Recipient, type Sender } from '../mails.ts'

/** Asks a colleague or referent whether an applicant works with them. */
export const vouchAsked = (
  list: Sender,
  to: Recipient,
  applicant: { name: string; email: string; likenesses: readonly Likeness[] },
  { token, until }: { token: string; until: Date },
): Letter =>
  letter('vouch-asked', list, to, {
    name: applicant.name || applicant.email,
    email: applicant.email,
    careful: applicant.likenesses.map((one) => sayLikeness(one, to.locale as Locale)).join(' '),
    link: `${list.baseUrl}/vouch/${token}`,
    until: endOf(list, to, until),
  })

/** An approver's question to the applicant. */
export const moreAsked = (
  list: Sender,
  to: Recipient,
  question: string,
  { path, reply, until }: { path: string; reply: string; until: Date },
): Letter =>
  letter(
    'more-asked',
    list,
    to,
    { question, link: `${list.baseUrl}${path}`, until: endOf(list, to, until) },
    { replyTo: `reply+${reply}@${list.mailDomain}` },
  )

/** What the applicant answered, for who asked. */
export const applicantAnswered = (
  list: Sender,
  to: Recipient,
  { id, name, email }: { id: number; name: string; email: string },
  answer: string,
): Letter =>
  letter('applicant-answered', list, to, { who: name || email, answer, link: `${list.baseUrl}/lists/${list.name}/requests/${id}` })
