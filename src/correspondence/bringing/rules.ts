import { Invalid } from '../../errors.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'

const t = textsOf('correspondence', 'bringing')

/** Of addresses that were a role's own, as many as one file may need. */
const mostOwn = 50

/**
 * Addresses as somebody types them: with commas, semicolons, spaces or on lines of their own; in lower case, each once.
 * @throws Invalid with the sentence at `own` where one is none
 */
export function readOwn(text: string): string[] {
  const words = [...new Set(text.toLowerCase().split(/[\s,;]+/))].filter((word) => word !== '')
  const wrong = words.find((word) => !/^[^\s@<>"]+@[^\s@<>"]+$/.test(word))
  if (wrong !== undefined) throw new Invalid(refusals.pleaseLookAgain, { own: t.notEmailAddressEnter({ wrong }) })
  if (words.length > mostOwn) throw new Invalid(refusals.pleaseLookAgain, { own: t.enterUpToAddresses({ mostOwn }) })
  return words
}
