import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { chooseLocale, type Locale, locales } from '../../lib/ui/format.ts'
import { languageCookie } from '../../lib/ui/language.ts'

const known = (text: string | undefined): Locale | undefined => locales.find((locale) => locale === text)

/** The language of a reader whom we do not know: the one that they chose here, else the best of those that their browser asks for. */
export const languageOf = (c: Context): Locale =>
  known(c.req.query('lang')) ?? known(getCookie(c, languageCookie)) ?? chooseLocale(c.req.header('accept-language'))

/** Does a request bring no cookie but, perhaps, the one with a language? It tells nothing of who asks. */
export const isAnonymous = (c: Context): boolean => /^(?:rapport-lang=[a-z]{2}(?:-[A-Z]{2})?)?$/.test(c.req.header('cookie') ?? '')

/** Keeps the language that was chosen by a link, for the pages that follow. */
export function rememberLanguage(c: Context): void {
  const chosen = known(c.req.query('lang'))
  if (chosen && getCookie(c, languageCookie) !== chosen)
    setCookie(c, languageCookie, chosen, { path: '/', maxAge: 365 * 24 * 3_600, httpOnly: true, sameSite: 'Lax' })
}
