import type { Locale } from './format.ts'

/** Puts what fills in an argument behind what was said so far. */
export type Join = (before: string, said: string) => string

const article = /(?<=^|[\s(«])(il|dal|al|del|nel|sul) $/i
const elided: Record<string, string> = { il: 'l’', dal: 'dall’', al: 'all’', del: 'dell’', nel: 'nell’', sul: 'sull’' }
const bare: Record<string, string> = { il: '', dal: 'da ', al: 'a ', del: 'di ' }
const weekday = /^(?:lun|mar|mer|gio|ven|sab|dom)\p{L}*(?= \d)/u

const likeIts = (model: string, text: string): string =>
  /^\p{Lu}/u.test(model) ? text.slice(0, 1).toLocaleUpperCase('it') + text.slice(1) : text

/** Is a number said with a vowel first? Uno, otto, ottanta, ottocento, undici, undicimila. */
function startsWithVowel(said: string): boolean {
  const digits = /^\d[\d.]*/.exec(said)?.[0].replaceAll('.', '') ?? ''
  return digits.startsWith('8') || (digits.startsWith('11') && digits.length % 3 === 2) || said === '1'
}

/** Italian: `il` and `8 ottobre` are l’8 ottobre, `fino al` and `mercoledì 14 ottobre` are fino a mercoledì 14 ottobre. */
function joinItalian(before: string, said: string): string {
  const found = article.exec(before)?.[1]
  const word = found?.toLowerCase() ?? ''
  if (!found) return before + said
  const start = before.slice(0, -found.length - 1)
  if (startsWithVowel(said)) return start + likeIts(found, elided[word] as string) + said
  if (bare[word] !== undefined && weekday.test(said)) return start + likeIts(found, bare[word] + said)
  return before + said
}

const elides = /(?<=^|[\s(«])(?:de|que|lorsque|puisque) $/i
// Onze and oui keep their e before them, and so does a y that is said as a consonant: de Yann, but d’Yves.
const vowel = /^(?!onze\b|oui\b)(?:[aeiouœæ]|y[^aeiou])/i
const unmarked = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '')

/** French: `de` and `Aoife` are d’Aoife, `que` and `Elsa` are qu’Elsa. An address stays as it can be copied. */
const joinFrench = (before: string, said: string): string =>
  before.endsWith('e ') && elides.test(before) && vowel.test(unmarked(said)) && !said.includes('@')
    ? `${before.slice(0, -2)}’${said}`
    : before + said

const joins: Partial<Record<Locale, Join>> = { fr: joinFrench, it: joinItalian }

/** How a language joins what fills in an argument to the words before it, where that is more than to put it there. */
export const joinOf = (locale: Locale): Join | undefined => joins[locale]

// What goes on after a full stop is no end of a sentence: `.pdf`, `.5`, `...`.
const stop = /^\.(?![\p{L}\p{N}.])/u

/**
 * Puts words of a message behind what filled in an argument: a name that ends with a full stop, as those of companies do (Fluvia S.p.A., Medidor S.L.),
 * ends the sentence with it.
 */
export const goOn = (before: string, words: string): string =>
  before.endsWith('.') && stop.test(words) ? before + words.slice(1) : before + words
