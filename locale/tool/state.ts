import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { flat, home, treeOf } from './read.ts'

/** Of each translated message: the English that it was made from, and itself, as short hashes. */
export type State = Record<string, string>

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)

const pathOf = (language: string) => `${home}${language}/state.json`

export const stateOf = (language: string): State =>
  existsSync(pathOf(language)) ? (JSON.parse(readFileSync(pathOf(language), 'utf8')) as State) : {}

export function writeState(language: string, state: State): void {
  const sorted = Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(pathOf(language), `${JSON.stringify(sorted, null, 2)}\n`)
}

/** How a language stands to English. */
export interface Standing {
  missing: string[]
  /** The English has moved since it was translated. */
  changed: string[]
  /** English has no such message. */
  unused: string[]
  /** The state as it is now: what was translated anew belongs to today's English. */
  state: State
}

export function standingOf(english: Map<string, string>, own: Map<string, string>, before: State): Standing {
  const standing: Standing = { missing: [], changed: [], unused: [], state: {} }
  for (const [name, text] of english) {
    const said = own.get(name)
    if (said === undefined) {
      standing.missing.push(name)
      continue
    }
    const [source, translated] = (before[name] ?? '').split(' ')
    const current = hashOf(text)
    const anew = translated !== hashOf(said)
    if (!anew && source !== current) standing.changed.push(name)
    standing.state[name] = `${anew ? current : source} ${hashOf(said)}`
  }
  for (const name of own.keys()) if (!english.has(name)) standing.unused.push(name)
  return standing
}

/** Says of some translations that they fit the English of today, though they did not change. */
export function confirm(language: string, names: string[]): void {
  const english = flat(treeOf('en'))
  const own = flat(treeOf(language))
  const state = stateOf(language)
  for (const name of names) state[name] = `${hashOf(english.get(name) ?? '')} ${hashOf(own.get(name) ?? '')}`
  writeState(language, state)
}
