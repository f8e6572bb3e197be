import type { Locale } from '../../lib/ui/format.ts'
import type { Letter } from '../../outbox/rules.ts'
import { waysInWords } from './words.ts'

/** The letter that says that an account can be opened in a new way. */
export function newWayInLetter(
  baseUrl: string,
  to: { id: number; name: string; email: string; locale: string },
  way: 'passkey' | 'identity',
  name: string,
): Letter {
  const { letter } = waysInWords(to.locale as Locale)
  return {
    kind: 'people.new-way-in',
    to: { name: to.name, email: to.email },
    personId: to.id,
    subject: letter.subject,
    text: letter.text(to.name, way === 'passkey' ? letter.passkey(name) : letter.identity(name), `${baseUrl}/me/sign-in`),
  }
}
