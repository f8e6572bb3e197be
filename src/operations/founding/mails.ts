import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'

const words = wordsOf('operations', 'founding')

/** Tells somebody that they coordinate a new group, what that means, and where they begin. */
export function founded(to: Addressee, { group, baseUrl }: { group: string; baseUrl: string }): Letter {
  const { letter } = words(to.locale as Locale)
  const links = { signIn: `${baseUrl}/sign-in`, firstWeeks: `${baseUrl}/first-weeks` }
  return {
    kind: 'site.founded',
    plain: true,
    ...addressed(to),
    asks: 'site',
    subject: letter.subject({ group }),
    text: letter.text({ name: to.name, group, email: to.email, ...links }),
  }
}
