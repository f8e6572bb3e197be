import { NotFound } from '../errors.ts'
import { refusals } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { answerOffer } from './elections/actions.ts'
import { findWishOf } from './tasks-queries.ts'
import { answerRewording } from './wishes/actions.ts'

/** What is decided of ballots where it stands: a seat that fell free and was offered, other words for what one put forward. Votes are cast on their paper alone. */
export const deciders = {
  seat: (tx, actor, id, { choice }) => answerOffer(tx, actor, id, choice === 'yes'),
  async rewording(tx, actor, id, { choice }) {
    const wishId = await findWishOf(tx, id)
    if (wishId === undefined) throw new NotFound(refusals.thereIsNoSuchPage)
    await answerRewording(tx, actor, wishId, id, choice === 'yes')
  },
} satisfies Deciders
