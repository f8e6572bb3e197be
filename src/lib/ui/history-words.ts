import { formatDay } from './format.ts'
import { languageNow } from './language.ts'
import { textsOf } from './words.ts'

const t = textsOf('lib', 'history')

/** Says in the reader’s language that somebody did a thing. */
type Sentence = (told: { who: string }) => string

/** What people do, by the journal’s action: a sentence each. */
export type Verbs = Readonly<Record<string, Sentence>>

type Deeds = Readonly<Record<string, Readonly<Record<string, Sentence>>>>
type VerbsOf<D extends Deeds> = { readonly [Thing in keyof D & string as `${Thing}.${keyof D[Thing] & string}`]: Sentence }

/** The sentences of a domain by the journal’s action: `verbsOf(textsOf('ballots', 'history'))`. Each is said in the language of its reader. */
export const verbsOf = <D extends Deeds>(deeds: D): VerbsOf<D> =>
  Object.fromEntries(
    Object.entries(deeds).flatMap(([thing, done]) =>
      Object.keys(done).map((deed) => [`${thing}.${deed}`, (told: { who: string }) => done[deed]?.(told)]),
    ),
  ) as VerbsOf<D>

/** What happened, as a sentence; an action of long ago that no message says any more reads as its name does. */
export function describeAction(verbs: Verbs, action: string, who: string): string {
  const sentence = Object.hasOwn(verbs, action) ? verbs[action] : undefined
  if (sentence) return sentence({ who })
  const name = action
    .split('.')
    .toReversed()
    .join(' ')
    .replaceAll(/-|_/g, ' ')
    .replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${who}: ${name}`
}

type Value = string | number | boolean
type Said<Facts> = Record<string, ((facts: Facts) => string) | undefined>

// Each fact of a line has a message by its name. What has none is for programs: a reader is spared it.
const counts: Said<{ n: number }> = t.counts
const days: Said<{ day: string }> = t.days
const texts: Said<{ text: string }> = t.texts
const lists: Said<{ what: string[] }> = t.lists
/** What stands in a list has names of its own. */
const listed: Record<string, Record<string, string>> = { proved: t.proved, scopes: t.scopes }
const choices: Record<string, Record<string, string>> = t.choices

const own = <T>(messages: Record<string, T>, name: string): T | undefined => (Object.hasOwn(messages, name) ? messages[name] : undefined)
const words = (value: Value) => String(value).split(' ').filter(Boolean)
const plain = (value: Value) => String(value).replaceAll('_', ' ')

const dayOf = (value: Value) =>
  /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDay({ locale: languageNow() }, String(value)) : String(value)

function describeCount(name: string, value: Value): string | undefined {
  // The settings that were changed stand in one text; how many says enough, the list tells the rest.
  const n = name === 'settings' ? words(value).length || undefined : value
  return typeof n === 'number' ? own(counts, name)?.({ n }) : undefined
}

function describeList(name: string, value: Value): string | undefined {
  const names = own(listed, name)
  const what = names ? words(value).map((word) => own(names, word) ?? plain(word)) : []
  return what.length > 0 ? own(lists, name)?.({ what }) : undefined
}

function describeChoice(name: string, value: Value): string | undefined {
  const chosen = own(choices, name)
  if (!chosen || typeof value === 'number') return undefined
  return own(chosen, String(value)) ?? (typeof value === 'string' ? plain(value) : undefined)
}

const describeFact = (name: string, value: Value): string | undefined =>
  describeCount(name, value) ??
  own(days, name)?.({ day: dayOf(value) }) ??
  own(texts, name)?.({ text: String(value) }) ??
  describeList(name, value) ??
  describeChoice(name, value)

/** The facts of a line of the journal that a reader can use, in their language; numbers of rows and the like are left out. */
export const describeDetails = (details: unknown): string =>
  Object.entries((details ?? {}) as Record<string, unknown>)
    .flatMap(([name, value]) => {
      const said = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : ''
      return said === '' ? [] : (describeFact(name, said) ?? [])
    })
    .join(', ')
