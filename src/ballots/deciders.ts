import type { Deciders } from '../waiting.ts'
import { answerOffer } from './elections/actions.ts'

/** What is decided of ballots where it stands: a seat that fell free and was offered. Votes are cast on their paper alone. */
export const deciders = {
  seat: (tx, actor, id, { choice }) => answerOffer(tx, actor, id, choice === 'yes'),
} satisfies Deciders
