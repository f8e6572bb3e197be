import { formatList, type Locale } from '../../lib/ui/format.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { workplaceWords } from './words.ts'

/**
 * Asks a subscriber from before there was any basis where they work.
 * @param lists what they are subscribed to: the reason why they are asked
 */
export function whereDoYouWork(
  to: Addressee & { zone: string | null; home: string },
  { link, until, lists }: { link: string; until: Date; lists: readonly string[] },
): Letter {
  const words = workplaceWords(to.locale as Locale)
  return {
    kind: 'people.where-do-you-work',
    ...addressed(to),
    subject: words.subject,
    text: words.text({
      name: to.name,
      link,
      until: sayWhen(to, to.home, until),
      lists: formatList(to.locale as Locale, [...lists]),
      n: lists.length,
    }),
  }
}
