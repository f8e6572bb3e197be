import { Invalid } from '../../errors.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'

const t = textsOf('people', 'proposals')

/** What somebody says of a tool: programs may use it, are told to wait until its person said yes, or may not. What drafts always asks. */
export const toolChoices = ['allow', 'ask', 'never'] as const
export type ToolChoice = (typeof toolChoices)[number]

/** A yes to a tool that asks holds for so long, and a question stands for so long, in milliseconds. */
export const yesLasts = 3_600_000
export const askingLasts = 86_400_000

/** So many drafts of programs wait for one person; more would bury the rest of their day. */
export const mostWaiting = 40

/** So many tools of one program wait for an answer of their caller at a time, and one for so long, in milliseconds. */
export const mostQuestions = 4
export const questionLasts = 300_000

/** Of all fields of a draft together, in characters. */
export const longestProposal = 200_000

/** A draft that nobody sends is deleted after so long, and what became of one is forgotten, in milliseconds. */
export const proposalLasts = 60 * 86_400_000

type Sent = string | number | boolean | null

const parameter = /:(\w+)(?:\{[^{}]*\})?/g

/** What the address of a form asks for by name. */
export const parametersOf = (path: string): string[] => [...path.matchAll(parameter)].map(([, name = '']) => name)

/**
 * Where a drafted form is sent: its address with what it is about filled in, each as one piece of it.
 * @throws Invalid with the name of what is missing or is no piece of an address
 */
export function addressOf(path: string, sent: Readonly<Record<string, Sent | Sent[]>>): string {
  return path.replaceAll(parameter, (_, name: string) => {
    const value = sent[name]
    const piece = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    if (piece === '' || piece.length > 1_000 || /^\.{1,2}$/.test(piece))
      throw new Invalid(refusals.pleaseLookAgain, { [name]: t.sayWhichOne })
    return encodeURIComponent(piece)
  })
}
