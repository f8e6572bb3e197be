import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { formsOf } from '../../src/lib/ui/member-grammar.ts'
import type { Tree } from '../../src/lib/ui/message.ts'
import { argumentsOf, flat, memberFormsOf } from './read.ts'

const errorOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** A `#` that a select within its plural keeps from being the number: it is said as it stands. */
const losesNumber = (elements: readonly MessageFormatElement[], counted = false): boolean =>
  elements.some(
    (element) =>
      (counted && element.type === TYPE.literal && element.value.includes('#')) ||
      ('options' in element &&
        Object.values(element.options).some(({ value }) => losesNumber(value, counted || element.type === TYPE.plural))) ||
      ('children' in element && losesNumber(element.children, counted)),
  )

/** What is wrong with the messages of a language beside English: texts that do not parse, or that say with other arguments. */
export function faultsOf(english: Map<string, string>, own: Map<string, string>, language: string): string[] {
  const forms = formsOf(language, { one: '', many: '', gender: 'f' })
  return [...own].flatMap(([name, text]) => {
    const source = english.get(name)
    if (source === undefined) return [`${language} ${name}: English has no such message`]
    try {
      const [asked, given] = [argumentsOf(text), argumentsOf(source)]
      const wrong = [...asked].filter(([argument, type]) => type !== 'Text' && type !== given.get(argument))
      const foreign = [...asked.keys()].filter((argument) => !given.has(argument))
      const left = [...given.keys()].filter((argument) => !asked.has(argument))
      const unformed = memberFormsOf(parse(text)).filter((form) => !Object.hasOwn(forms, form))
      return [
        ...(losesNumber(parse(text)) ? [`${language} ${name}: # within a select is no number, write {…, number}`] : []),
        ...unformed.map((form) => `${language} ${name}: {${form}} is no form of the word for a member`),
        ...foreign.map((argument) => `${language} ${name}: {${argument}} is not in English`),
        ...wrong
          .filter(([argument]) => given.has(argument))
          .map(([argument, type]) => `${language} ${name}: {${argument}} is ${type}, not ${given.get(argument)}`),
        ...left.map((argument) => `${language} ${name}: {${argument}} is left out`),
      ]
    } catch (error) {
      return [`${language} ${name}: ${errorOf(error)}`]
    }
  })
}

const source = fileURLToPath(new URL('../../src/', import.meta.url))

/** The code that may name a message, by path. */
export const readSource = (): Map<string, string> =>
  new Map(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('/messages.ts') && !/\.test\.tsx?$/.test(path))
      .map((path) => [path, readFileSync(`${source}${path}`, 'utf8')]),
  )

interface Named {
  named: Set<string>
  picked: Set<string>
  ends: string[]
}

/** What code names: as a property or a text, and what it picks from by a value (`words.states[state]`) or hands on whole. */
function namesIn(code: string): Named {
  const all = (pattern: RegExp) => new Set([...code.matchAll(pattern)].map(([, name = '']) => name))
  const indexed = all(/([A-Za-z_$][\w$]*)(?: as [^)]*\))?(?:\?\.)?\[/g)
  const whole = all(/\.([A-Za-z_$][\w$]*)(?=[\s,)}\]])/g)
  // `${key}Name`
  const ends = [...all(/\}([A-Za-z]\w*)`/g)]
  return { named: all(/(?:\.|['"`]|[{,]\s*)([A-Za-z_$][\w$-]*)/g), picked: indexed.union(whole), ends }
}

/** The files in which the messages of a place may be named: those of its domain, and what mentions its words elsewhere. */
function filesOf(domain: string, place: string, code: Map<string, string>): string[] {
  const marks = new RegExp(`(export )?const (\\w+) = (?:words|waiting|texts)Of\\('${domain}', '${place}'\\)`)
  const folders = new Set<string>()
  const words: string[] = []
  for (const [path, text] of code) {
    if (!text.includes(`Of('${domain}', '${place}')`)) continue
    folders.add(`${path.split('/')[0]}/`)
    const [, exported, ours = ''] = marks.exec(text) ?? []
    if (exported) words.push(ours)
    for (const [, hook = '', of] of text.matchAll(/export const (\w+) = \(\) => (\w+)\(/g)) if (of === ours) words.push(hook)
  }
  const mentions = words.length > 0 ? new RegExp(`\\b(?:${words.join('|')})\\b`) : undefined
  return [...code.keys()].filter((path) => folders.has(`${path.split('/')[0]}/`) || mentions?.test(code.get(path) ?? ''))
}

/**
 * The messages that no code names. It goes by the last name of a message and the places where its words are used, not by types: what it finds
 * is unused; of what is unused it finds most.
 */
export function unusedOf(english: Tree, code: Map<string, string>): string[] {
  const names = new Map([...code].map(([path, text]) => [path, namesIn(text)]))
  return Object.entries(english).flatMap(([domain, places]) =>
    Object.entries(places as Tree).flatMap(([place, messages]) => {
      const files = filesOf(domain, place, code)
      const used = files.flatMap((path) => names.get(path) ?? [])
      // What waits is said whole: title, line and button.
      const whole = files.some((path) => code.get(path)?.includes(`waitingOf('${domain}', '${place}')`))
      const unused = [...flat(messages as Tree).keys()].filter((path) => {
        const parts = path.split('.')
        const last = parts.at(whole ? -2 : -1) ?? ''
        const groups = parts.slice(0, -1)
        return !used.some(
          ({ named, picked, ends }) =>
            named.has(last) || ends.some((end) => last.endsWith(end)) || groups.some((group) => picked.has(group)),
        )
      })
      return unused.map((path) => `${domain}.${place}.${path}`)
    }),
  )
}
