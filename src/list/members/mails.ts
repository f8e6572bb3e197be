import type { Letter } from '../../outbox/rules.ts'
import { letter, type Recipient, type Sender } from '../mails.ts'

/** Tells somebody that they were taken off a list, and why. */
export const removed = (list: Sender, to: Recipient, reason: string): Letter =>
  letter('removed', list, to, { reason, page: list.page ?? '' })
