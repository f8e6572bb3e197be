import { enqueue } from '../lib/db/enqueue.ts'
import { takeTurn } from '../lib/db/limit.ts'
import type { Tx } from '../lib/db/rows.ts'

const hour = 3_600

/** Letters that the answers from one address make us write, an hour. */
const lettersPerWriter = 6

/** May one more letter be written because of what this address answers? Counted with all others of the hour. */
export const mayAnswerWriter = (tx: Tx, email: string, at: Date): Promise<boolean> =>
  takeTurn(tx, `answer:${email}`, lettersPerWriter, hour, at)

/** May what this address answered be confirmed to it? Counted apart: who answers many invitations can still send commands. */
export const mayConfirm = (tx: Tx, email: string, at: Date): Promise<boolean> =>
  takeTurn(tx, `confirmed:${email}`, lettersPerWriter, hour, at)

/**
 * Tells who has answered by email why nothing came of it: they cannot see it on a page. A few times an hour at most, as all that an answer
 * makes us write.
 * @param why a sentence in their language
 * @param path the page that their answer was about
 */
export async function tellNotDone(
  tx: Tx,
  { email, why, path, locale }: { email: string; why: string; path: string; locale: string },
  at: Date,
): Promise<void> {
  if (await mayAnswerWriter(tx, email, at)) await enqueue(tx, 'inbound.notDone', { email, why, path, locale })
}
