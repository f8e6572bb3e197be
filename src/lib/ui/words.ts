import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Locale, locales } from './format.ts'
import { sayFormerBy } from './former.ts'
import { languageNow, unsaid } from './language.ts'
import { type Forms, formsOf, type Noun } from './member-grammar.ts'
import { memberWordNow } from './member-word.ts'
import { readMessages, type Tree } from './message.ts'
import type { Messages } from './messages.ts'
import { unsaidMessages } from './unsaid.ts'
import { choices, type Waits } from './waits.ts'

// From src/lib/ui and from dist/lib/ui alike.
const folder = fileURLToPath(new URL('../../../locale/', import.meta.url))

/** The messages of a domain as a language's file has them; none where it has no file. */
function readTree(locale: string, domain: string): Tree | undefined {
  const path = `${folder}${locale}/${domain}.json`
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Tree) : undefined
}

type Make = (english: Tree, domain: string) => Tree
/** Languages that are made from English; they exist for tests. */
const made = new Map<string, Make>()

/** Adds a language that is made from English: what people wrote stays, so that one sees which words are ours. */
export const makeLanguage = (locale: string, make: Make): unknown => made.set(locale, make)

const read = new Map<string, unknown>()
function domainIn(locale: string, domain: string): unknown {
  const key = `${locale} ${domain}`
  const known = read.get(key)
  if (known) return known
  const english = readTree('en', domain) ?? {}
  if (locale === unsaid) {
    const messages = unsaidMessages(english, domain, memberForms)
    read.set(key, messages)
    return messages
  }
  const own = made.get(locale)?.(english, domain) ?? readTree(locale, domain)
  const messages = readMessages(english, own, locale as Locale, memberForms)
  read.set(key, messages)
  return messages
}

/**
 * The messages of a place, from `LANG/DOMAIN.json`.
 * @returns a function that picks the language: `const words = ballotWords(reader.locale)`
 */
export function wordsOf<D extends keyof Messages, P extends keyof Messages[D]>(domain: D, place: P): (locale: Locale) => Messages[D][P] {
  const picked: Partial<Record<string, Messages[D][P]>> = Object.create(null)
  return (locale) => {
    const known = picked[locale]
    if (known) return known
    // A language that somebody's record says and we lack is English: it must not cost readers their page or letter.
    const language = locales.includes(locale) || locale === unsaid || made.has(locale) ? locale : 'en'
    const words = (domainIn(language, domain) as Messages[D])[place]
    picked[language] = words
    return words
  }
}

/**
 * The words by which people answer, in all our languages at once: whoever answers may do so in any. A message gives them parted by commas.
 * @returns them in lower case, each once
 */
export const saidIn = (pick: (locale: Locale) => string): string[] => [
  ...new Set(
    locales
      .flatMap((locale) => pick(locale).toLowerCase().split(','))
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]

/**
 * Tells of a text whether it begins with one of these words, each as a word of its own.
 * @param words as `saidIn` gives them
 */
export function beginningWith(words: string[]): (text: string) => boolean {
  // No \b at the end: a letter with an accent is none to it.
  const pattern = new RegExp(`^(?:${words.join('|')})(?!\\p{L})`, 'iu')
  return (text) => pattern.test(text.replaceAll("'", '’'))
}

const chromeIn = wordsOf('lib', 'chrome')
sayFormerBy((locale) => chromeIn(locale).former)

const nounsIn: (locale: Locale) => Messages['lib']['nouns'] = wordsOf('lib', 'nouns')
const formed = new WeakMap<object, Map<string, Forms>>()

/** What a member is called right now in a language, in all its forms. */
function memberForms(locale: Locale): Forms {
  const { noun, own } = memberWordNow()
  const said = own[locale] ?? (nounsIn(locale)[noun] as Noun)
  const known = formed.get(said) ?? new Map<string, Forms>()
  const forms = known.get(locale) ?? formsOf(locale, said)
  formed.set(said, known.set(locale, forms))
  return forms
}

/** The same names; each is asked for anew when it is read. */
function askedAnew(shape: object, now: () => object): object {
  const texts = {}
  for (const [name, said] of Object.entries(shape)) {
    const own = () => now()[name as never]
    const group = said !== null && typeof said === 'object' ? askedAnew(said, own) : undefined
    Object.defineProperty(texts, name, { enumerable: true, get: group ? () => group : own })
  }
  return texts
}

/**
 * The messages of a place in the language of whoever is answered (`inLanguage`), for pages and refusals. What is written to somebody else, as
 * a letter is, picks their language with `wordsOf`.
 * @returns the messages by name. A name is read where it is said, never when a file is loaded: a group of names may be.
 */
export function textsOf<D extends keyof Messages, P extends keyof Messages[D]>(domain: D, place: P): Messages[D][P] {
  const words = wordsOf(domain, place) as (locale: Locale) => never
  // The compiler knows the names from the messages, and would compare all that there are.
  return askedAnew(words('en'), () => words(languageNow())) as never
}

/** What several domains refuse with. */
export const refusals = textsOf('lib', 'refusals')

type FactsOf<M> = M extends (facts: infer F) => string ? F : unknown
type Kind = Record<'title' | 'meta' | 'button', unknown> & { readonly [C in (typeof choices)[number]]?: string }
type FactsOfAll<K extends Kind> = FactsOf<K['title']> & FactsOf<K['meta']> & FactsOf<K['button']>
/** Something that waits, with what its title, its line below and its button say with. */
type Waiter<K extends Kind> = unknown extends FactsOfAll<K> ? () => Waits : (facts: FactsOfAll<K>) => Waits

const said = (message: unknown, facts: object): string => (typeof message === 'function' ? message(facts) : message) as string

/** What may wait at a domain: of each kind a title, a line below it and a button; and the choices, where it is decided where it stands. */
export function waitingOf<D extends keyof Messages, P extends keyof Messages[D]>(
  domain: D,
  place: P,
): (locale: string) => { [K in keyof Messages[D][P]]: Messages[D][P][K] extends Kind ? Waiter<Messages[D][P][K]> : never } {
  const words = wordsOf(domain, place)
  const picked = new Map<string, never>()
  return (locale) => {
    const known = picked.get(locale)
    if (known) return known
    const kinds = Object.entries(words(locale as Locale) as Record<string, Kind>).map(([name, kind]) => {
      const decided = Object.fromEntries(choices.flatMap((choice) => (kind[choice] === undefined ? [] : [[choice, kind[choice]]])))
      const waiter = (facts: object = {}) => ({
        ...decided,
        title: said(kind.title, facts),
        meta: said(kind.meta, facts),
        button: said(kind.button, facts),
      })
      return [name, waiter]
    })
    // The compiler knows the kinds from the messages; the mark of Waits is for it alone.
    picked.set(locale, Object.fromEntries(kinds) as never)
    return Object.fromEntries(kinds) as never
  }
}
