import { whyNotPattern } from '../lib/mail/pattern.ts'
import { textsOf } from '../lib/ui/words.ts'

const t = textsOf('list', 'patterns')

/** Why a text is no pattern that can be used, as its reader's language says it; undefined means it is one. */
export function sayWhyNotPattern(pattern: string): string | undefined {
  const problem = whyNotPattern(pattern)
  if (!problem) return undefined
  if (problem.why === 'long') return t.long(problem)
  if (problem.why === 'invalid') return t.invalid(problem)
  return problem.why === 'empty' ? t.empty : t.repeated
}
