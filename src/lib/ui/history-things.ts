import { textsOf } from './words.ts'

const t = textsOf('lib', 'history')

const things: Record<string, string> = t.things
// People know these by their number.
const numbered: Record<string, ((facts: { id: string }) => string) | undefined> = t.numbered

/** What a subject of the journal is called by people: `request:33` is request 33, `appointment:2` a term in a role. */
export function sayThing(subject: string): string {
  const [kind = '', id = ''] = subject.split(':')
  const number = Object.hasOwn(numbered, kind) ? numbered[kind] : undefined
  if (number) return number({ id })
  return Object.hasOwn(things, kind) ? (things[kind] ?? '') : `${kind} ${id}`.replaceAll(/[-_]/g, ' ').trim()
}
