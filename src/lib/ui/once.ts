import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { inLanguage, noteEnglish, saidInEnglish } from './language.ts'
import { useReader } from './reader.ts'

interface Made {
  html: string
  /** What was said in English for want of the reader's language: noted on each page that it stands on. */
  inEnglish: ReadonlySet<string>
}

const made = new WeakMap<object, Map<string, Made>>()

/**
 * A part of a page that is the same for all who read it in a language: made once, and given again as it is.
 * @param of what it is made of, by whose side it is kept: another one, and it is made anew
 * @param key which part, and everything else on which it depends: a few cases, no texts that people send
 */
export function once(of: object, key: string, make: () => Child): ReturnType<typeof raw> {
  const { locale } = useReader()
  const parts = made.get(of) ?? new Map<string, Made>()
  made.set(of, parts)
  const name = `${locale} ${key}`
  const part = parts.get(name) ?? inLanguage(locale, () => ({ html: String(make()), inEnglish: saidInEnglish() }))
  parts.set(name, part)
  for (const text of part.inEnglish) noteEnglish(text)
  return raw(part.html)
}
