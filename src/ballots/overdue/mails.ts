import { formatDate, type Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import type { Letter } from '../../outbox/rules.ts'
import type { Overdue } from './rules.ts'

const words = wordsOf('ballots', 'overdue')

/** The operator's alarm: phases and ballots that are stuck. */
export function stalled(
  baseUrl: string,
  to: { name: string; email: string; locale: string; zone: string; id: number },
  overdue: Overdue[],
  now: Date,
): Letter {
  const said = words(to.locale as Locale)
  const lines = overdue.map(({ what, href, since }) =>
    said.since({
      title: what,
      since: formatDate({ locale: to.locale as Locale, zone: to.zone, now }, since, 'full'),
      link: `${baseUrl}${href}`,
    }),
  )
  return {
    kind: 'ballots.alarm',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject({ count: overdue.length }),
    text: `${said.text({ lines: lines.join('\n\n') })}\n`,
  }
}
