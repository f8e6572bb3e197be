import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { letter, type Recipient, type Sender } from '../mails.ts'
import { requestWords } from '../words.ts'

const longest = 600

/** What somebody else has said, as a mail quotes it. */
const quoted = (text: string): string =>
  (text.length > longest ? `${text.slice(0, longest)} …` : text)
    .trim()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** Asks somebody who has the same trouble whether their institution is counted. */
export function askSameHere(
  from: Sender,
  to: Recipient,
  { token, first, ...facts }: { title: string; institution: string; first: string; request: string; link: string; token: string },
): Letter {
  const { subject, text } = requestWords(to.locale as Locale).sameHere
  const said = { subject: subject(facts), text: text({ ...facts, first: quoted(first) }) }
  return letter('same-here', from, to, said, token)
}
