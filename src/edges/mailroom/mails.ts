import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import type { Letter } from '../../outbox/rules.ts'

const words = wordsOf('edges', 'parked')

/** The operator's alarm: mail that could not be sorted. */
export function parkedMails(baseUrl: string, to: { name: string; email: string; locale: string; id: number }, count: number): Letter {
  const said = words(to.locale as Locale)
  return {
    kind: 'inbound.alarm',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject({ count }),
    text: said.text({ count, link: `${baseUrl}/admin/queue` }),
  }
}
