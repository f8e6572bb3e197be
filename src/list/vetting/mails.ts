import type { Letter } from '../../outbox/rules.ts'
import { letter, type Recipient, type Sender } from '../mails.ts'

/** Asks a colleague or referent whether an applicant works with them. */
export const vouchAsked = (list: Sender, to: Recipient, applicant: { name: string; email: string }, token: string): Letter =>
  letter('vouch-asked', list, to, {
    name: applicant.name || applicant.email,
    email: applicant.email,
    link: `${list.baseUrl}/vouch/${token}`,
  })

/** An approver's question to the applicant. */
export const moreAsked = (list: Sender, to: Recipient, question: string, link: string): Letter =>
  letter('more-asked', list, to, { question, link })
