import type { Locale } from '../../../lib/ui/format.ts'
import { wordsOf } from '../../../lib/ui/words.ts'
import type { Letter } from '../../../outbox/rules.ts'
import type { Refusal } from './rules.ts'

const words = wordsOf('edges', 'gate')

/** Whom a letter of the gate goes to. */
export interface Recipient {
  id?: number
  name: string
  email: string
  locale: string
}

/** Tells the one whose word it would have been that an answer was not taken. */
export function notTaken(to: Recipient, why: Refusal, from: string, link: string): Letter {
  const said = words(to.locale as Locale).notTaken
  return { kind: 'inbound.not-taken', to, personId: to.id, subject: said.subject, text: said[why]({ from, link }) }
}

/** Tells who has answered why it could not be done. */
export function notDone(to: Recipient, why: string, link: string): Letter {
  const said = words(to.locale as Locale).notDone
  return { kind: 'inbound.not-done', to, personId: to.id, subject: said.subject, text: said.text({ why, link }) }
}

/** Tells who wrote that the answer is another's to give. */
export function notYours(to: Recipient, link: string): Letter {
  const said = words(to.locale as Locale).notYours
  return { kind: 'inbound.not-yours', to, personId: to.id, subject: said.subject, text: said.text({ link }) }
}
