import { hasFactsOf, type MemberForms, readMessage, type Spoken, type Tree, withForms } from './message.ts'

/** How a kept message begins. */
export const mark = '{"say":"'

const longest = 500

type Fact = string | number | boolean | null
/** What a message is kept with; a text may be a kept message itself. */
export type Facts = Readonly<Record<string, Fact | readonly Fact[]>>

const isPlain = (fact: unknown): boolean => fact === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof fact)
const isKeepable = (fact: unknown): boolean => isPlain(fact) || (Array.isArray(fact) && fact.every(isPlain))

// Cut, a kept message would be none.
const clipped = (fact: unknown): unknown => {
  if (typeof fact === 'string' && !fact.startsWith(mark)) return fact.slice(0, longest)
  return Array.isArray(fact) ? fact.map(clipped) : fact
}

/** A message by its name and with what it is said, as JSON; English where that is nothing to keep, such as an instant in the reader's zone. */
function keep(name: string, facts: object, english: (facts: never) => unknown): string {
  const given = Object.entries(facts)
  if (!given.every(([, fact]) => isKeepable(fact))) return String(english(facts as never))
  return JSON.stringify({ say: name, with: Object.fromEntries(given.map(([key, fact]) => [key, clipped(fact)])) })
}

/**
 * Messages as they are kept to be said later, to whoever reads them then: each is its name and what it is said with. What a member is called is
 * filled in then, too.
 */
export function unsaidMessages(tree: Tree, path: string, formsNow: MemberForms): Spoken {
  return Object.fromEntries(
    Object.entries(tree).map(([name, text]) => {
      const at = `${path}.${name}`
      if (typeof text === 'object') return [name, unsaidMessages(text, at, formsNow)]
      const english = readMessage(text, 'en')
      if (typeof english === 'string' || !hasFactsOf(text)) return [name, JSON.stringify({ say: at })]
      return [name, (facts: object) => keep(at, facts, withForms(english, 'en', formsNow))]
    }),
  )
}
