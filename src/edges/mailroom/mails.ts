import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'

const words = wordsOf('edges', 'parked')

/** The operator's alarm: mail that could not be sorted. */
export function parkedMails(baseUrl: string, to: Addressee, count: number): Letter {
  const said = words(to.locale as Locale)
  return {
    kind: 'inbound.alarm',
    plain: true,
    ...addressed(to),
    subject: said.subject({ count }),
    text: said.text({ name: to.name, link: `${baseUrl}/admin/queue` }),
  }
}
