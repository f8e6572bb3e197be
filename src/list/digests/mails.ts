import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'

const words = wordsOf('list', 'lateDigests')

/** The operator's alarm: digests that did not go out at their hour. */
export function lateDigests(baseUrl: string, to: Addressee, lists: string[]): Letter {
  const said = words(to.locale as Locale)
  return {
    kind: 'list.digestAlarm',
    plain: true,
    ...addressed(to),
    subject: said.subject,
    text: said.text({ name: to.name, lists: lists.join(', '), link: `${baseUrl}/admin/outbox` }),
  }
}
