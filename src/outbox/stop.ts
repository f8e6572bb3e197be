import type { Site } from '../config.ts'
import { stopIdOf } from '../letter-subjects.ts'
import { sealToken } from '../lib/token/seal.ts'
import type { Locale } from '../lib/ui/format.ts'
import { wordsOf } from '../lib/ui/words.ts'
import type { Letter } from './rules.ts'

const wordsIn = wordsOf('outbox', 'letters')

/**
 * A letter with the link that ends its kind, which the mail program's own button presses as well (RFC 8058): whatever its reader may have
 * none of. Any other stays as it is.
 */
export function withStop(letter: Letter, { baseUrl, secret }: Site, locale: string): Letter {
  const { kind, personId, text, headers } = letter
  const id = personId === undefined ? undefined : stopIdOf(kind, personId)
  if (id === undefined) return letter
  const link = `${baseUrl}/unsubscribe/letters/${sealToken(secret, 'letters', id)}`
  return {
    ...letter,
    text: `${text.trimEnd()}\n\n${wordsIn(locale as Locale).stop({ link })}\n`,
    headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', ...headers },
  }
}
