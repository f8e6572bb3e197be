import type { Locale } from './format.ts'

const narrow = '\u202f'
const wide = '\u00a0'

const french = (text: string): string =>
  text
    .replace(/ ([;!?»])/g, `${narrow}$1`)
    .replace(/« /g, `«${narrow}`)
    .replace(/ :(?=\s|$)/g, `${wide}:`)

/**
 * The spaces of a language at which no line may break: before `;`, `!`, `?`, `:` and within « » in French, before % in all that have one there.
 * Translators type ordinary ones. What is given is text of a message without its arguments, so that no address and no code of people changes.
 */
export function typeset(text: string, locale: Locale): string {
  if (!text.includes(' ') || locale === 'en') return text
  const spaced = text.replaceAll(' %', `${wide}%`)
  return locale === 'fr' ? french(spaced) : spaced
}
