import { baseSubject } from '../../../lib/mail/subject.ts'
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
  return { kind: 'inbound.not-taken', to, personId: to.id, subject: said.subject, text: said[why]({ name: to.name, from, link }) }
}

/** The answer that a letter is about. */
interface Answered {
  subject: string
  /** Where it can be given anew. */
  replyTo?: string
}

/** What was answered stands in the subject: among a day's mail it says of itself what it is about. */
const subjectOf = (said: { subject: string; subjectOf(facts: { about: string }): string }, answered: Answered | undefined): string => {
  const about = answered && baseSubject(answered.subject)
  return about ? said.subjectOf({ about }) : said.subject
}

/** Tells who has answered why it could not be done. */
export function notDone(to: Recipient, why: string, link: string, answered?: Answered): Letter {
  const said = words(to.locale as Locale).notDone
  const [subject, text] = [subjectOf(said, answered), said.text({ name: to.name, why, link })]
  return { kind: 'inbound.not-done', to, personId: to.id, replyTo: answered?.replyTo, subject, text }
}

/** Tells who wrote that the answer is another's to give. */
export function notYours(to: Recipient, link: string, answered?: Answered): Letter {
  const said = words(to.locale as Locale).notYours
  return { kind: 'inbound.not-yours', to, personId: to.id, subject: subjectOf(said, answered), text: said.text({ name: to.name, link }) }
}
