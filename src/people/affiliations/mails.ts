import type { Locale } from '../../lib/ui/format.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import type { Letter } from '../../outbox/rules.ts'
import { affiliationWords } from './words.ts'

const day = 86_400_000

interface Recipient {
  personId: number
  name: string
  email: string
  locale: string
  /** Null: it is not known, and instants are said in that of the site. */
  zone: string | null
  home: string
}

/** A link, and until when it opens. */
interface Link {
  link: string
  until: Date
}

/** The yearly question, or its reminder; with why it comes now, where a login says no longer that they work there. */
export function stillThere(
  to: Recipient,
  { organisation, asks, doubtedAt }: { organisation: string; asks: number; doubtedAt: Date | null },
  { link, until }: Link,
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
    text: text({ name: to.name, organisation, link, until: sayWhen(to, to.home, until) }),
  }
}

/** Asks the reader of an address to confirm that it is theirs. */
export function claimLetter(to: Recipient, { link, until }: Link): Letter {
  const words = affiliationWords(to.locale as Locale)
  return {
    kind: 'people.address',
    to: { name: to.name, email: to.email },
    personId: to.personId,
    subject: words.claimSubject,
    text: words.claimText({ name: to.name, link, until: sayWhen(to, to.home, until) }),
  }
}
