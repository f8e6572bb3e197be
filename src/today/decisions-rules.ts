import type { Choice } from '../lib/ui/waits.ts'
import type { Question } from '../waiting.ts'

/** For so long a decision can be taken back; then it is carried out. */
export const undoFor = 10 * 60_000

/** For so long something is put off. */
export const putOffFor = 6.5 * 86_400_000

/** What something that waits is known by: its question, else its page. */
export const keyOf = ({ question, href }: { question?: Pick<Question, 'what' | 'id'>; href: string }): string =>
  question ? `${question.what}:${question.id}` : href

/** When a decision is carried out: in ten minutes, or at once where that would be too late. */
export function runsAt(now: Date, until: Date | undefined): Date {
  const later = new Date(now.getTime() + undoFor)
  return until !== undefined && until <= later ? now : later
}

/** Which words a choice still needs: why it is no, or what a yes says; undefined where it needs none. */
export function whatIsMissing(
  { reason, says }: Pick<Question, 'reason' | 'says'>,
  choice: Choice,
  said: string,
): 'reasonMissing' | 'wordsMissing' | undefined {
  if (said !== '') return undefined
  if (choice === 'no' && reason) return 'reasonMissing'
  return choice === 'yes' && says ? 'wordsMissing' : undefined
}
