import { formatDay, type Locale } from '../lib/ui/format.ts'
import type { Letter } from '../outbox/rules.ts'
import { correspondenceWords } from './words.ts'

interface Recipient {
  id?: number
  name: string
  email: string
  locale: string
}

/** Tells who answered a passed-on mail, and does not hold the role, that nothing was sent. */
export function notSent(to: Recipient, address: string): Letter {
  const words = correspondenceWords(to.locale as Locale)
  return {
    kind: 'office.not-sent',
    to: { name: to.name, email: to.email },
    ...(to.id === undefined ? {} : { personId: to.id }),
    subject: words.notSentSubject({ address }),
    text: words.notSentText({ address }),
  }
}

/** Tells a holder that an answer is late, ours or theirs. */
export function answerLate(
  to: Recipient,
  exchange: { who: string; subject: string; ours: boolean; address: string; dueOn: string },
  link: string,
): Letter {
  const words = correspondenceWords(to.locale as Locale)
  const { who, subject, ours, address, dueOn } = exchange
  const day = formatDay({ locale: to.locale as Locale }, dueOn)
  return {
    kind: 'office.answer-late',
    // Both stand in the week's letter: what we owe with its answer, what they owe in the line of its address.
    repeats: {},
    to: { name: to.name, email: to.email },
    ...(to.id === undefined ? {} : { personId: to.id }),
    subject: words.lateSubject({ who, ours }),
    text: words.lateText({ name: to.name, who, subject, ours, day, address, link }),
  }
}
