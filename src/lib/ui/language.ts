import { AsyncLocalStorage } from 'node:async_hooks'
import type { Locale } from './format.ts'

const languages = new AsyncLocalStorage<Locale>()

/** Does what is done for one reader in their language: a page, the answer to a mail. */
export const inLanguage = <T>(locale: Locale, act: () => T): T => languages.run(locale, act)

/**
 * What is done for nobody yet, and kept to be said to whoever reads it later (ISO 639: no linguistic content): in it, each message is its name
 * and what it is said with, and `sayKept` says it. A job whose refusal is kept runs in it.
 */
export const unsaid = 'zxx' as Locale

/** The language of whoever is answered right now; English where nobody is, as for a program or on the command line. */
export const languageNow = (): Locale => languages.getStore() ?? 'en'
