import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { letter, type Recipient, type Sender } from '../mails.ts'
import { requestWords } from '../words.ts'

/** Asks somebody who has the same trouble whether their institution is counted. */
export function askSameHere(
  from: Sender,
  to: Recipient,
  { token, ...facts }: { title: string; institution: string; request: string; link: string; token: string },
): Letter {
  const words = requestWords(to.locale as Locale).sameHere
  const { title, institution } = facts
  return letter('same-here', from, to, { subject: words.subject({ institution, title }), text: words.text(facts) }, token)
}
