import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { affiliationWords } from './words.ts'

const day = 86_400_000

interface Recipient {
  personId: number
  name: string
  email: string
  locale: string
}

/** The yearly question, or its reminder; with why it comes now, where a login says no longer that they work there. */
export function stillThere(
  to: Recipient,
  { organisation, asks, doubtedAt }: { organisation: string; asks: number; doubtedAt: Date | null },
  link: string,
): Letter {
  const words = affiliationWords(to.locale as Locale)
  const text = doubtedAt === null ? words.text : words.doubtedText
  return {
    kind: 'people.still-there',
    // Somebody whose login has just changed is asked now, not with the week's letter.
    repeats: doubtedAt === null || asks > 0 ? {} : { until: new Date(doubtedAt.getTime() + 2 * day) },
    to: { name: to.name, email: to.email },
    personId: to.personId,
    subject: asks > 0 ? words.reminder({ organisation }) : words.subject({ organisation }),
    text: text({ name: to.name, organisation, link }),
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
