import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { workplaceWords } from './words.ts'

/** Asks a subscriber from before there was any basis where they work. */
export function whereDoYouWork(to: { id: number; name: string; email: string; locale: string }, link: string): Letter {
  const words = workplaceWords(to.locale as Locale)
  return {
    kind: 'people.where-do-you-work',
    to: { name: to.name, email: to.email },
    personId: to.id,
    subject: words.subject,
    text: words.text({ name: to.name, link }),
  }
}
