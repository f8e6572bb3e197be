import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import type { Addressee, Letter } from '../../outbox/rules.ts'

const referentWords = wordsOf('groups', 'referents')

interface Naming {
  name: string
  organisation: string
  community: string
  fromOn: string
  reason: string
  state: string
}

/** Tells those who confirm that an institution has named somebody. */
export function referentNamed(to: Addressee, { name, organisation, community }: Naming, link: string): Letter {
  const words = referentWords(to.locale as Locale)
  const text = words.namedText({ name: to.name, who: name, organisation, community, link })
  return {
    kind: 'people.referent-named',
    repeats: {},
    to,
    personId: to.id,
    group: community,
    subject: words.namedSubject({ organisation }),
    text,
  }
}

/** Tells who named, and who was named, what the user group decided. */
export function referentDecided(to: Addressee, { name, organisation, community, fromOn, reason, state }: Naming): Letter {
  const locale = to.locale as Locale
  const words = referentWords(locale)
  const confirmed = state === 'confirmed'
  return {
    kind: 'people.referent-decided',
    to,
    personId: to.id,
    group: community,
    subject: confirmed ? words.confirmedSubject({ organisation }) : words.refusedSubject({ organisation }),
    text: confirmed
      ? words.confirmedText({ name: to.name, who: name, organisation, community, day: formatDay({ locale }, fromOn) })
      : words.refusedText({ name: to.name, who: name, organisation, community, reason }),
  }
}
