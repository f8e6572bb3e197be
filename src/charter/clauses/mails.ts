import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { charterWords } from './words.ts'

/** Tells a coordinator that the charter is to be looked at again, or that its review is late. */
export function reviewDue(
  to: Addressee,
  { group, reviewOn, late }: { group: string; reviewOn: string; late: boolean },
  link: string,
): Letter {
  const locale = to.locale as Locale
  const words = charterWords(locale).letter
  const day = formatDay({ locale }, reviewOn)
  return {
    kind: 'charter.review',
    repeats: { until: new Date(`${reviewOn}T23:59:59Z`) },
    plain: true,
    ...addressed(to),
    group,
    subject: late ? words.lateSubject({ group }) : words.subject({ group, day }),
    text: late ? words.lateText({ name: to.name, group, day, link }) : words.text({ name: to.name, group, day, link }),
  }
}
