import { formatDay, type Locale, locales } from '../lib/ui/format.ts'
import type { Letter } from '../outbox/rules.ts'
import { reportWords } from './words.ts'

/** Tells of a report that its group has approved. */
export function reportCame(
  to: { personId: number; name: string; email: string; locale: string },
  facts: { group: string; title: string; fromOn: string; toOn: string; link: string },
): Letter {
  const locale: Locale = locales.find((one) => one === to.locale) ?? 'en'
  const words = reportWords(locale).letter
  const [from, until] = [formatDay({ locale }, facts.fromOn), formatDay({ locale }, facts.toOn)]
  return {
    kind: 'report.approved',
    plain: true,
    to: { name: to.name, email: to.email },
    personId: to.personId,
    group: facts.group,
    subject: words.subject(facts),
    text: words.text({ ...facts, name: to.name, from, to: until }),
  }
}
