import type { Locale } from './format.ts'

/** How someone is called whose name was erased: as it is kept, in whatever language it is read. */
export const formerName = 'A former member'

let said: (locale: Locale) => string = () => formerName

/** Where the words for it come from. */
export const sayFormerBy = (say: (locale: Locale) => string): unknown => {
  said = say
  return said
}

/** A name as its reader reads it: only that of someone whose name was erased depends on the language. */
export const nameIn = (locale: Locale, name: string): string => (name === formerName ? said(locale) : name)

// A name stands alone between tags or as a label, or begins a line of facts. What people wrote may say the same words in a sentence.
const alone = new RegExp(`(>\\s*| aria-label=")${formerName}(?=\\s*<|\\s·\\s|")`, 'g')

/** The names on a page in its reader's language. */
export const namesOnPage = (html: string, locale: Locale): string =>
  html.includes(formerName) && said(locale) !== formerName ? html.replace(alone, (_, before: string) => before + said(locale)) : html
