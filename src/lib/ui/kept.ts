import { formatDay, type Locale } from './format.ts'
import { languageNow, unsaid } from './language.ts'
import type { Messages } from './messages.ts'
import { type Facts, mark } from './unsaid.ts'
import { wordsOf } from './words.ts'

type FactsOf<M> = M extends (facts: infer F) => unknown ? [facts: F] : []

/**
 * Messages of a place for what is kept and said later, to whoever reads it then: `const kept = keptOf('imports', 'plan')`,
 * `kept('recipientsWas', { n: 9 })`. What comes of it goes where a sentence would go, and `sayKept` says it.
 */
export function keptOf<D extends keyof Messages, P extends keyof Messages[D] & string>(domain: D, place: P) {
  const words = wordsOf(domain, place)(unsaid)
  return <N extends keyof Messages[D][P] & string>(name: N, ...facts: FactsOf<Messages[D][P][N]>): string => {
    const message: unknown = words[name]
    return typeof message === 'function' ? message(facts[0]) : (message as string)
  }
}

interface Kept {
  say: string
  with?: Facts
}

function readKept(text: string): Kept | undefined {
  try {
    const kept = JSON.parse(text) as Kept
    return typeof kept.say === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

function messageOf(name: string, locale: Locale): unknown {
  const [, domain, place, path = ''] = /^(\w+)\.(\w+)\.([\w .-]+)$/.exec(name) ?? []
  let found: unknown = domain && place && wordsOf(domain as never, place as never)(locale)
  for (const step of path.split('.'))
    found = typeof found === 'object' && found !== null && Object.hasOwn(found, step) ? found[step as never] : undefined
  return found
}

function said(key: string, fact: Facts[string], locale: Locale): unknown {
  if (Array.isArray(fact)) return fact.map((one) => said(key, one, locale))
  if (typeof fact !== 'string') return fact
  // A calendar day is written as readers write it.
  return key === 'day' && /^\d{4}-\d\d-\d\d$/.test(fact) ? formatDay({ locale }, fact) : sayKept(fact, locale)
}

/** A text that is kept where there is room for so much; a kept message is whole or none. */
export const clipKept = (text: string, most: number): string => (text.startsWith(mark) ? text : text.slice(0, most))

/** Several sentences that are kept in one place. */
export const together = (sentences: readonly string[]): string => sentences.filter(Boolean).join('\n')

/** Says what was kept, in the reader’s language. Any other text, such as what people wrote or an older version kept, is said as it is. */
export function sayKept(text: string, locale: Locale = languageNow()): string {
  if (locale === unsaid || !(text.startsWith(mark) || text.includes(`\n${mark}`))) return text
  return text
    .split('\n')
    .map((one) => sayOne(one, locale))
    .join(' ')
}

function sayOne(text: string, locale: Locale): string {
  const kept = text.startsWith(mark) ? readKept(text) : undefined
  if (!kept) return text
  const facts = Object.fromEntries(Object.entries(kept.with ?? {}).map(([key, fact]) => [key, said(key, fact, locale)]))
  const message = messageOf(kept.say, locale)
  if (typeof message === 'string') return message
  // A message that is no more leaves what it was kept with.
  return typeof message === 'function' ? String(message(facts)) : Object.values(facts).join(' · ')
}
