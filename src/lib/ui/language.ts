import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from './format.ts'

const answered = new AsyncLocalStorage<{ locale: Locale; inEnglish: Set<string> }>()

/** Does what is done for one reader in their language: a page, the answer to a mail. */
export const inLanguage = <T>(locale: Locale, act: () => T): T => answered.run({ locale, inEnglish: new Set() }, act)

/**
 * What is done for nobody yet, and kept to be said to whoever reads it later (ISO 639: no linguistic content): in it, each message is its name
 * and what it is said with, and `sayKept` says it. A job whose refusal is kept runs in it.
 */
export const unsaid = 'zxx' as Locale

/** The language of whoever is answered right now; English where nobody is, as for a program or on the command line. */
export const languageNow = (): Locale => answered.getStore()?.locale ?? 'en'

/** Notes what is said in English because the reader's language lacks it, so that their page can mark it. */
export const noteEnglish = (text: string): unknown => answered.getStore()?.inEnglish.add(text)

/** What was said in English so far to whoever is answered, for want of their language. */
export const saidInEnglish = (): ReadonlySet<string> => answered.getStore()?.inEnglish ?? new Set()

/** Holds the language that a reader whom we do not know has chosen. */
export const languageCookie = 'rapport-lang'
