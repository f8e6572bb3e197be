import { AsyncLocalStorage } from 'node:async_hooks'
import { type Purpose, sealReply } from '../token/seal.ts'

/** The mail because of which something is done, at once or in a job. */
export interface Occasion {
  /** Who wrote it, in lower case. */
  from: string
  subject: string
  /** Message-IDs of its thread, its own last. */
  thread: string[]
  /**
   * What it answered, if it was an answer that somebody may give, and until when it can be given anew. The address for that is made as the
   * letter is written: who reads a job in a copy of the database must not answer in somebody's name.
   */
  answered?: { purpose: Purpose; id: number; until: string }
}

// Handed on as an argument through all that may write a letter, the first call that forgets it would begin a new thread.
const occasions = new AsyncLocalStorage<Occasion | undefined>()

/** Does something because of a mail; undefined: because of none. */
export const onOccasion = <T>(occasion: Occasion | undefined, act: () => T): T => occasions.run(occasion, act)

/** The mail because of which something is done just now. */
export const occasionNow = (): Occasion | undefined => occasions.getStore()

/** Where what was answered just now can be answered anew, if it was an answer that somebody may give. */
export function whereToAnswerAgain({ secret, mailDomain }: { secret: string; mailDomain: string }): string | undefined {
  const answered = occasionNow()?.answered
  return answered && `reply+${sealReply(secret, answered.purpose, answered.id, new Date(answered.until))}@${mailDomain}`
}
