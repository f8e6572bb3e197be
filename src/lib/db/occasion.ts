import { AsyncLocalStorage } from 'node:async_hooks'

/** The mail because of which something is done, at once or in a job. */
export interface Occasion {
  /** Who wrote it, in lower case. */
  from: string
  subject: string
  /** Message-IDs of its thread, its own last. */
  thread: string[]
  /** Where it can be answered anew, if it was an answer that somebody may give. */
  replyTo?: string
}

// Handed on as an argument through all that may write a letter, the first call that forgets it would begin a new thread.
const occasions = new AsyncLocalStorage<Occasion | undefined>()

/** Does something because of a mail; undefined: because of none. */
export const onOccasion = <T>(occasion: Occasion | undefined, act: () => T): T => occasions.run(occasion, act)

/** The mail because of which something is done just now. */
export const occasionNow = (): Occasion | undefined => occasions.getStore()
