import { type MessageFormatElement, type PluralElement, parse, type SelectElement, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Child } from 'hono/jsx'
import { type DateStyle, formatDate, formatList, formatNumber, type Locale, type Place, pluralForm, type When } from './format.ts'
import { nameIn } from './former.ts'
import { goOn, type Join, joinOf } from './joining.ts'
import { noteEnglish } from './language.ts'
import { type Forms, isForm } from './member-grammar.ts'
import { typeset } from './typography.ts'

/** What stands where a message says `{name}`; several things are joined as the language joins them. */
export type Text = string | number | readonly string[]
/** What a message asks for with `none {…} other {…}`: there may be nothing. */
export type Maybe = Text | null | undefined
/** An instant and who reads it, for `{day, date, full}`: the styles are those of format.ts. */
export interface Moment {
  when: When
  place: Place
}
/** What a page makes of the words between `<link>` and `</link>`; or what stands there, where there are none. */
export type Tag = ((words: Child[]) => Child) | Child
export type { Child }

type Fact = Maybe | boolean | Moment | Tag
type Facts = Readonly<Record<string, Fact>>
/** A part of a message that is ready to be said: literal, or from the facts and the number that `#` stands for. */
type Part = string | ((facts: Facts, count: number) => string | Child[])

/** A message in its language, parsed when it is first said. */
export type Message = (facts: Facts) => string | Child[]

/** A message as its file has it, or several by their names. */
export interface Tree {
  [name: string]: string | Tree
}
export interface Spoken {
  [name: string]: string | Message | Spoken
}

function textOf(fact: Fact, locale: Locale): string {
  if (typeof fact === 'string') return nameIn(locale, fact)
  if (Array.isArray(fact))
    return formatList(
      locale,
      (fact as string[]).map((one) => nameIn(locale, one)),
    )
  return fact === null || fact === undefined ? '' : String(fact)
}

const isNothing = (fact: Fact) => fact === undefined || fact === null || fact === '' || (Array.isArray(fact) && fact.length === 0)

/** `none {…} other {…}` alone asks whether there is something; with other choices, `none` is one of them. */
export const asksForSome = (options: string[]): boolean => options.length === 2 && options.includes('none')

function selecting(element: SelectElement, locale: Locale): Part {
  const options = new Map(Object.entries(element.options).map(([choice, { value }]) => [choice, partsOf(value, locale)]))
  const { value: name } = element
  const join = joinOf(locale)
  const other = options.get('other') ?? []
  const none = options.get('none')
  if (none && asksForSome([...options.keys()])) return (facts, count) => say(isNothing(facts[name]) ? none : other, facts, count, join)
  return (facts, count) => say(options.get(String(facts[name])) ?? other, facts, count, join)
}

function counting(element: PluralElement, locale: Locale): Part {
  const options = new Map(Object.entries(element.options).map(([choice, { value }]) => [choice, partsOf(value, locale)]))
  const { value: name, offset, pluralType } = element
  const join = joinOf(locale)
  const other = options.get('other') ?? []
  return (facts) => {
    const count = Number(facts[name])
    const chosen = options.get(`=${count}`) ?? options.get(pluralForm(locale, count - offset, pluralType)) ?? other
    return say(chosen, facts, count - offset, join)
  }
}

function partOf(element: MessageFormatElement, locale: Locale): Part {
  switch (element.type) {
    case TYPE.literal:
      return typeset(element.value, locale)
    case TYPE.argument:
      return (facts) => textOf(facts[element.value], locale)
    case TYPE.number: {
      const options = typeof element.style === 'object' ? (element.style?.parsedOptions as Intl.NumberFormatOptions) : {}
      return (facts) => formatNumber(locale, Number(facts[element.value]), options)
    }
    case TYPE.date:
    case TYPE.time: {
      const style = (typeof element.style === 'string' ? element.style : element.type === TYPE.time ? 'time' : 'date') as DateStyle
      return (facts) => {
        const { place, when } = facts[element.value] as Moment
        return formatDate({ ...place, locale }, when, style)
      }
    }
    case TYPE.select:
      return selecting(element, locale)
    case TYPE.plural:
      return counting(element, locale)
    case TYPE.pound: {
      // Small numbers look the same in every language that writes them with our digits, and most counts are small.
      const alike = formatNumber(locale, 7) === '7'
      return (_, count) => (alike && count >= 0 && count < 1000 && Number.isInteger(count) ? String(count) : formatNumber(locale, count))
    }
    case TYPE.tag: {
      const inner = partsOf(element.children, locale)
      return (facts, count) => {
        const words = say(inner, facts, count, joinOf(locale))
        const tag = facts[element.value] as Tag
        return [typeof tag === 'function' ? tag(typeof words === 'string' ? [words] : words) : tag]
      }
    }
  }
}

const partsOf = (elements: MessageFormatElement[], locale: Locale): Part[] => elements.map((element) => partOf(element, locale))

/** A text; where tags made something of its words, the pieces in their order. */
function say(parts: Part[], facts: Facts, count: number, join: Join | undefined): string | Child[] {
  let text = ''
  let pieces: Child[] | undefined
  for (const part of parts) {
    const said = typeof part === 'string' ? part : part(facts, count)
    if (typeof part === 'string') text = goOn(text, part)
    else if (typeof said === 'string') text = join ? join(text, said) : text + said
    else {
      pieces = [...(pieces ?? []), text, ...said]
      text = ''
    }
  }
  return pieces ? [...pieces, text].filter((piece) => piece !== '') : text
}

/** A message of text and plain arguments alone, as most are: said in one go. */
function plainly(elements: MessageFormatElement[], locale: Locale): Message | undefined {
  const texts = ['']
  const names: string[] = []
  for (const element of elements) {
    if (element.type === TYPE.literal) texts[names.length] += typeset(element.value, locale)
    else if (element.type === TYPE.argument) texts[names.push(element.value)] = ''
    else return undefined
  }
  const join = joinOf(locale)
  return (facts) => {
    let text = texts[0] as string
    for (let at = 0; at < names.length; at++) {
      const fact = facts[names[at] as string]
      const said = textOf(fact, locale)
      text = goOn(join ? join(text, said) : text + said, texts[at + 1] as string)
    }
    return text
  }
}

function compile(text: string, locale: Locale): Message {
  const elements = parse(text)
  const plain = plainly(elements, locale)
  if (plain) return plain
  const parts = partsOf(elements, locale)
  const join = joinOf(locale)
  return (facts) => say(parts, facts, 0, join)
}

/**
 * A message of a file, ready to be said: a plain one is its text; one with arguments is a function.
 * @throws SyntaxError when it is said, where it is no ICU MessageFormat; the check reads every message
 */
export function readMessage(text: string, locale: Locale): string | Message {
  if (!/[{<']/.test(text)) return typeset(text, locale)
  // An apostrophe quotes where a brace or tag follows; two are one.
  const unquoted = text.replaceAll(/''|'[{}<>][^']*'?/g, '')
  if (!/[{<]/.test(unquoted)) return say(partsOf(parse(text), locale), {}, 0, undefined) as string
  let message: Message | undefined
  return (facts) => {
    message ??= compile(text, locale)
    return message(facts)
  }
}

/** The word for a member in a language as it is right now, in all its forms. */
export type MemberForms = (locale: Locale) => Forms

/** A message that says the word for a member: its forms lie below what it is said with. */
export function withForms(message: Message, locale: Locale, formsNow: MemberForms): Message {
  return (facts) => message(Object.assign(Object.create(formsNow(locale)) as Record<string, Fact>, facts))
}

/** How a message is read off: what the word for a member alone fills in is asked for anew each time. */
function readingOf(text: string, locale: Locale, formsNow: MemberForms): { always: boolean; get(): string | Message } {
  const message = readMessage(text, locale)
  if (typeof message === 'string' || !/\{members?[_,}]/i.test(text)) return { always: true, get: () => message }
  const formed = withForms(message, locale, formsNow)
  return hasFactsOf(text) ? { always: true, get: () => formed } : { always: false, get: () => formed({}) as string }
}

/** Puts a message among others. */
function put(spoken: Spoken, name: string, { always, get }: ReturnType<typeof readingOf>): void {
  if (always) spoken[name] = get()
  else Object.defineProperty(spoken, name, { enumerable: true, get })
}

const hasFacts = (elements: MessageFormatElement[]): boolean =>
  elements.some(
    (element) =>
      (element.type !== TYPE.literal && element.type !== TYPE.pound && !isForm(element.value)) ||
      ('options' in element && Object.values(element.options).some(({ value }) => hasFacts(value))) ||
      ('children' in element && hasFacts(element.children)),
  )

/** Does somebody say it with facts of their own? What cannot be read fails when it is said, as every message does. */
export function hasFactsOf(text: string): boolean {
  try {
    return hasFacts(parse(text))
  } catch {
    return true
  }
}

function noted<T extends string | Child[]>(said: T): T {
  for (const piece of typeof said === 'string' ? [said] : said) if (typeof piece === 'string') noteEnglish(piece)
  return said
}

/** An English message in the place of one that a language lacks; each time that it is said, that is noted. */
function inEnglish(text: string, formsNow: MemberForms): { get(): string | Message } {
  const reading = readingOf(text, 'en', formsNow)
  const heard = (fact: Fact): Fact => (typeof fact === 'function' ? (words: Child[]) => fact(noted(words)) : fact)
  const noting =
    (message: Message): Message =>
    (facts) =>
      noted(message(Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, heard(fact)]))))
  const get = () => {
    const message = reading.get()
    return typeof message === 'string' ? noted(message) : noting(message)
  }
  return { get }
}

/**
 * English is the measure: what a language lacks is said in English.
 * @param formsNow the word for a member, for messages that say `{member}`
 */
export function readMessages(english: Tree, own: Tree | undefined, locale: Locale, formsNow: MemberForms = () => ({})): Spoken {
  const spoken: Spoken = {}
  for (const [name, text] of Object.entries(english)) {
    const ours = own?.[name]
    if (typeof text === 'object') spoken[name] = readMessages(text, typeof ours === 'object' ? ours : undefined, locale, formsNow)
    else if (typeof ours === 'string') put(spoken, name, readingOf(ours, locale, formsNow))
    else Object.defineProperty(spoken, name, { enumerable: true, ...inEnglish(text, formsNow) })
  }
  return spoken
}
