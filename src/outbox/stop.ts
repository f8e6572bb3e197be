import type { Site } from '../config.ts'
import { mayChooseWay, stopIdOf } from '../letter-subjects.ts'
import { sealToken } from '../lib/token/seal.ts'
import type { Locale } from '../lib/ui/format.ts'
import { wordsOf } from '../lib/ui/words.ts'
import type { Letter } from './rules.ts'

const wordsIn = wordsOf('outbox', 'letters')

/**
 * A letter with the link that ends its kind, which the mail program's own button presses as well (RFC 8058): whatever its reader may have
 * none of. What they may have otherwise says where they choose that; any other stays as it is.
 */
export function withStop(letter: Letter, { baseUrl, secret }: Site, locale: string): Letter {
  const { kind, personId, text, headers } = letter
  const id = personId === undefined ? undefined : stopIdOf(kind, personId)
  const words = wordsIn(locale as Locale)
  const below = (line: string): string => `${text.trimEnd()}\n\n${line}\n`
  if (id === undefined)
    return personId !== undefined && mayChooseWay(kind)
      ? { ...letter, text: below(words.choose({ link: `${baseUrl}/me/notifications` })) }
      : letter
  const link = `${baseUrl}/unsubscribe/letters/${sealToken(secret, 'letters', id)}`
  return {
    ...letter,
    text: below(words.stop({ link })),
    headers: { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', ...headers },
  }
}
