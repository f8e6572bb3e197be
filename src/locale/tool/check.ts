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

/** The code that may name a message, by path. */
export const readSource = (): Map<string, string> =>
  new Map(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('locale') && !/\.test\.tsx?$/.test(path))
      .map((path) => [path, readFileSync(`${source}${path}`, 'utf8')]),
  )

/** What code names: as a property or a text, and what it picks from by a value (`words.states[state]`) or hands on whole. */
function namesIn(code: string): { named: Set<string>; picked: Set<string>; ends: string[] } {
  const all = (pattern: RegExp) => new Set([...code.matchAll(pattern)].map(([, name = '']) => name))
  const indexed = all(/([A-Za-z_$][\w$]*)(?: as [^)]*\))?(?:\?\.)?\[/g)
  const whole = all(/\.([A-Za-z_$][\w$]*)(?=[\s,)}\]])/g)
  // `${key}Name`
  const ends = [...all(/\}([A-Za-z]\w*)`/g)]
  return { named: all(/(?:\.|['"`]|[{,]\s*)([A-Za-z_$][\w$-]*)/g), picked: indexed.union(whole), ends }
}

/** The code in which the messages of a place may be named: what mentions its words, and the domain that has them. */
function codeOf(domain: string, place: string, code: Map<string, string>): string {
  const [path, text] = [...code].find(([, one]) => one.includes(`Of('${domain}', '${place}')`)) ?? []
  if (path === undefined || text === undefined) return ''
  const ours = new RegExp(`(\\w+) = (?:words|waiting)Of\\('${domain}', '${place}'\\)`).exec(text)?.[1] ?? ''
  const hooks = [...text.matchAll(/export const (\w+) = \(\) => (\w+)\(/g)].flatMap(([, hook = '', of]) => (of === ours ? [hook] : []))
  const mentions = new RegExp(`\\b(?:${[ours, ...hooks].join('|')})\\b`)
  const folder = `${path.split('/')[0]}/`
  return [...code]
    .filter(([other, one]) => other.startsWith(folder) || mentions.test(one))
    .map(([, one]) => one)
    .join('\n')
}

/**
 * The messages that no code names. It goes by the last name of a message and the places where its words are used, not by types: what it finds
 * is unused; of what is unused it finds most.
 */
export function unusedOf(english: Tree, code: Map<string, string>): string[] {
  return Object.entries(english).flatMap(([domain, places]) =>
    Object.entries(places as Tree).flatMap(([place, messages]) => {
      const used = codeOf(domain, place, code)
      const { named, picked, ends } = namesIn(used)
      // What waits is said whole: title, line and button.
      const whole = used.includes(`waitingOf('${domain}', '${place}')`)
      const unused = [...flat(messages as Tree).keys()].filter((path) => {
        const names = path.split('.')
        const last = names.at(whole ? -2 : -1) ?? ''
        return !named.has(last) && !ends.some((end) => last.endsWith(end)) && !names.slice(0, -1).some((name) => picked.has(name))
      })
      return unused.map((path) => `${domain}.${place}.${path}`)
    }),
  )
}
