import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Tree } from '../../lib/ui/message.ts'
import { argumentsOf, flat } from './read.ts'

const errorOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** What is wrong with the messages of a language beside English: texts that do not parse, or that say with other arguments. */
export function faultsOf(english: Map<string, string>, own: Map<string, string>, language: string): string[] {
  return [...own].flatMap(([name, text]) => {
    const source = english.get(name)
    if (source === undefined) return [`${language} ${name}: English has no such message`]
    try {
      const [asked, given] = [argumentsOf(text), argumentsOf(source)]
      const wrong = [...asked].filter(([argument, type]) => type !== 'Text' && type !== given.get(argument))
      const foreign = [...asked.keys()].filter((argument) => !given.has(argument))
      const left = [...given.keys()].filter((argument) => !asked.has(argument))
      return [
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

const source = fileURLToPath(new URL('../../', import.meta.url))

/** The code that may name a message, a file each. */
export const readSource = (): string[] =>
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('locale') && !/\.test\.tsx?$/.test(path))
    .map((path) => readFileSync(`${source}${path}`, 'utf8'))

/**
 * The messages that no code names. A message is named by its last name, as a property or a text; one of a group that the code picks from
 * by a value (`words.states[state]`) is named by the group.
 */
export function unusedOf(english: Tree, code: string[]): string[] {
  const named = new Set<string>()
  const picked = new Set<string>()
  for (const text of code) {
    for (const [, name = ''] of text.matchAll(/(?:\.|['"`]|[{,]\s*)([A-Za-z_$][\w$-]*)/g)) named.add(name)
    for (const [, name = ''] of text.matchAll(/([A-Za-z_$][\w$]*)(?: as [^)]*\))?\??\.?\[/g)) picked.add(name)
    // What is handed on whole is picked from elsewhere.
    for (const [, name = ''] of text.matchAll(/\.([A-Za-z_$][\w$]*)(?=[\s,)}\]])/g)) picked.add(name)
  }
  return [...flat(english).keys()].filter((path) => {
    const names = path.split('.')
    return !named.has(names.at(-1) ?? '') && !names.slice(0, -1).some((name) => picked.has(name))
  })
}
