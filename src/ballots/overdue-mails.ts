import type { Locale } from '../lib/ui/format.ts'
import { sayWhen } from '../lib/ui/placed.ts'
import { wordsOf } from '../lib/ui/words.ts'
import type { Letter } from '../outbox/rules.ts'
import type { Overdue } from './overdue-rules.ts'
import { nameInCycle } from './words.ts'

const words = wordsOf('ballots', 'overdue')

/**
 * The operator's alarm: phases and ballots that are stuck.
 * @param home the zone of the site, for who has none of their own
 */
export function stalled(
  baseUrl: string,
  to: { name: string; email: string; locale: string; zone: string | null; id: number },
  overdue: Overdue[],
  home: string,
): Letter {
  const said = words(to.locale as Locale)
  const lines = overdue.map(({ title, phase, href, since }) =>
    said.since({ title: nameInCycle(to.locale, title, phase), since: sayWhen(to, home, since), link: `${baseUrl}${href}` }),
  )
  return {
    kind: 'ballots.alarm',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject({ count: overdue.length }),
    text: `${said.text({ name: to.name, lines: lines.join('\n\n') })}\n`,
  }
}
