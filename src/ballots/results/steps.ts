import type { Result } from '../../lib/tally/election.ts'
import { sayWhole } from '../../lib/tally/sentences.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('ballots', 'countSteps')

type Message = string | ((facts: object) => string) | undefined

/** Votes and shares come as exact decimals with a point; the names of options stay as they are. */
function inFigures(facts: Record<string, unknown>): object {
  const separator = Intl.NumberFormat(languageNow()).format(0.5).charAt(1)
  const shown = ([name, fact]: [string, unknown]) => [
    name,
    typeof fact === 'string' && name !== 'name' && /^-?\d+\.\d+$/.test(fact) ? fact.replace('.', separator) : fact,
  ]
  return Object.fromEntries(Object.entries(facts).map(shown))
}

/** The steps of a count, in the language of whoever is answered; those of counts of before are in English alone. */
export function stepsIn({ steps, said }: Pick<Result, 'steps' | 'said'>): { text: string; english: boolean }[] {
  return steps.map(({ text }, place) => {
    const sentence = said?.[place]
    if (!sentence) return { text, english: true }
    const words = (name: string, facts: Record<string, unknown>) => {
      const message = t.sentences[name as keyof typeof t.sentences] as Message
      return typeof message === 'function' ? message(inFigures(facts)) : message
    }
    return { text: sayWhole(sentence, words), english: false }
  })
}
