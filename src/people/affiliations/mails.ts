import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { affiliationWords } from './words.ts'

interface Recipient {
  personId: number
  name: string
  email: string
  locale: string
}

/** The yearly question, or its reminder. */
export function stillThere(to: Recipient, organisation: string, link: string, reminder: boolean): Letter {
  const words = affiliationWords(to.locale as Locale)
  return {
    kind: 'people.still-there',
    repeats: {},
    to: { name: to.name, email: to.email },
    personId: to.personId,
    subject: reminder ? words.reminder({ organisation }) : words.subject({ organisation }),
    text: words.text({ name: to.name, organisation, link }),
  }
}

/** Asks the reader of an address to confirm that it is theirs. */
export function claimLetter(to: Recipient, link: string): Letter {
  const words = affiliationWords(to.locale as Locale)
  return {
    kind: 'people.address',
    to: { name: to.name, email: to.email },
    personId: to.personId,
    subject: words.claimSubject,
    text: words.claimText({ name: to.name, link }),
  }
}
