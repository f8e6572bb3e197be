import { todayOf } from '../time.ts'
import type { Deciders } from '../waiting.ts'
import { setReview } from './clauses/actions.ts'

/** What is decided of charters where it stands: that one was looked at, and is again in a year. */
export const deciders = {
  charterReview: (tx, actor, id) => setReview(tx, actor, id, Temporal.PlainDate.from(todayOf(actor)).add({ years: 1 }).toString()),
} satisfies Deciders
