import type { OfferOutcome } from '../../lib/db/schema.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { volunteerWords } from './words.ts'

/** Tells those who decide that a call has closed. */
export function callClosed(to: Addressee, { group, offers }: { group: string; offers: number }, link: string): Letter {
  const words = volunteerWords(to.locale as Locale)
  return {
    kind: 'office.call-closed',
    ...addressed(to),
    group,
    subject: words.closedSubject({ group, offers }),
    text: words.closedText({ name: to.name, group, link }),
  }
}

/** Tells who offered what became of it. */
export function offerDecided(
  to: Addressee,
  { group, outcome, fromOn }: { group: string; outcome: OfferOutcome; fromOn: string },
  link: string,
): Letter {
  const locale = to.locale as Locale
  const words = volunteerWords(locale)
  const text = words[outcome]({ name: to.name, group, day: formatDay({ locale }, fromOn), link })
  return {
    kind: 'office.offer-decided',
    ...addressed(to),
    group,
    subject: words.decidedSubject({ group }),
    text,
  }
}
