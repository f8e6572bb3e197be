import type { Locale } from '../../lib/ui/format.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { workplaceWords } from './words.ts'

/** Asks a subscriber from before there was any basis where they work. */
export function whereDoYouWork(to: Addressee, link: string): Letter {
  const words = workplaceWords(to.locale as Locale)
  return {
    kind: 'people.where-do-you-work',
    ...addressed(to),
    subject: words.subject,
    text: words.text({ name: to.name, link }),
  }
}
