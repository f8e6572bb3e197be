import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { isForm } from '../../src/lib/ui/member-grammar.ts'
import { asksForSome, type Tree } from '../../src/lib/ui/message.ts'

/** Where the languages stand: a folder each. */
export const home = fileURLToPath(new URL('../', import.meta.url))

export const languages = (): string[] =>
  readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2}(-[A-Z]{2})?$/.test(entry.name))
    .map(({ name }) => name)
    .sort()

/** The domains that a language has messages of; none of a language that has yet to begin. */
export const domainsOf = (language: string): string[] =>
  existsSync(`${home}${language}`)
    ? readdirSync(`${home}${language}`)
        .filter((name) => name.endsWith('.json') && name !== 'state.json')
        .map((name) => name.slice(0, -'.json'.length))
        .sort()
    : []

/** All messages of a language: domain, place, names. */
export const treeOf = (language: string): Tree =>
  Object.fromEntries(domainsOf(language).map((domain) => [domain, JSON.parse(readFileSync(`${home}${language}/${domain}.json`, 'utf8'))]))

/** Each message with its whole name: `ballots.letters.opened.subject`. */
export function flat(tree: Tree, before = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [name, text] of Object.entries(tree)) {
    if (typeof text === 'string') all.set(`${before}${name}`, text)
    else for (const [inner, said] of flat(text, `${before}${name}.`)) all.set(inner, said)
  }
  return all
}

/** What a message says with: the TypeScript type of each argument, in the order in which they stand. */
export type Arguments = Map<string, string>

/** A number that may be missing. */
export const maybeNumber = 'number | null | undefined'

/** Two uses of one argument: text says no more than that it stands there. */
function both(one: string, other: string): string | undefined {
  if (one === other || other === 'Text') return one
  if (one === 'Text') return other === 'Tag' ? undefined : other
  const pair = [one, other]
  if (pair.includes('Maybe') && pair.some((type) => type === 'number' || type === maybeNumber)) return maybeNumber
  if (pair.includes('number') && pair.includes(maybeNumber)) return maybeNumber
  if (pair.includes('Maybe') && pair.includes('string')) return 'Maybe'
  return undefined
}

function note(all: Arguments, name: string, type: string): void {
  const known = all.get(name)
  const agreed = known === undefined ? type : both(known, type)
  if (agreed === undefined) throw new SyntaxError(`{${name}} is once ${known} and once ${type}`)
  all.set(name, agreed)
}

/** The choices of a select as a type: an empty `other` says that there are no others. */
function choiceOf(options: Record<string, { value: MessageFormatElement[] }>): string {
  const choices = Object.keys(options)
  if (asksForSome(choices)) return 'Maybe'
  const named = choices.filter((choice) => choice !== 'other')
  if (named.length > 0 && named.every((choice) => choice === 'true' || choice === 'false')) return 'boolean'
  const open = options.other?.value.length !== 0 || named.length === 0
  return open
    ? 'string'
    : named
        .sort()
        .map((choice) => `'${choice}'`)
        .join(' | ')
}

/** What an element says with, as a type; none where it is text alone. */
function typeOf(element: MessageFormatElement): string | undefined {
  switch (element.type) {
    case TYPE.argument:
      return 'Text'
    case TYPE.number:
    case TYPE.plural:
      return 'number'
    case TYPE.date:
    case TYPE.time:
      return 'Moment'
    case TYPE.select:
      return choiceOf(element.options)
    case TYPE.tag:
      return 'Tag'
    default:
      return undefined
  }
}

function collect(elements: MessageFormatElement[], all: Arguments): void {
  for (const element of elements) {
    const type = typeOf(element)
    // What a member is called, nobody says it with: it is filled in.
    if (type && element.type !== TYPE.pound && !isForm(element.value)) note(all, element.value, type)
    if ('options' in element) for (const { value } of Object.values(element.options)) collect(value, all)
    if ('children' in element) collect(element.children, all)
  }
}

/** The forms of the word for a member that a message says. */
export function memberFormsOf(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => [
    ...('value' in element && element.type !== TYPE.literal && isForm(element.value) ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap(({ value }) => memberFormsOf(value)) : []),
    ...('children' in element ? memberFormsOf(element.children) : []),
  ])
}

/** The arguments of a message. Throws SyntaxError where it is no ICU MessageFormat, or uses one of them in two ways. */
export function argumentsOf(text: string): Arguments {
  const all: Arguments = new Map()
  collect(parse(text), all)
  return all
}
