import type { Locale } from '../lib/ui/format.ts'
import { wordsOf } from '../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../outbox/rules.ts'

const signInWords = wordsOf('people', 'codes')

/** The letter that lets somebody in: a link to a page with a button, and a code to type. */
export function signInLetter(baseUrl: string, to: Addressee, { code, key }: { code: string; key: string }, next: string): Letter {
  const words = signInWords(to.locale as Locale)
  const link = `${baseUrl}/sign-in/code?${new URLSearchParams({ email: to.email, code: key, next })}`
  return {
    kind: 'people.sign-in',
    ...addressed(to),
    subject: words.subject,
    text: words.text({ name: to.name, code, link }),
  }
}
