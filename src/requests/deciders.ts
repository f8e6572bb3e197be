import { NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { refusals } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { carryOutMerge, dropMerge } from './merging-actions.ts'
import { answerSameHere } from './same-here/actions.ts'
import { findSameHere } from './same-here/queries.ts'
import { affirm, answerConfirmation } from './support/actions.ts'
import { findQuestion } from './support/queries.ts'

async function requireOwn(tx: Tx, personId: number, id: number): Promise<void> {
  if ((await findQuestion(tx, id))?.personId !== personId) throw new NotFound(refusals.thisQuestionIsSettled)
}

/** What is decided of requests where it stands: what an institution stands behind, by who speaks for it; and a merge that is ready. */
export const deciders = {
  async support(tx, actor, id, { choice }) {
    await requireOwn(tx, actor.personId, id)
    await answerConfirmation(tx, actor.at, actor.via, id, choice === 'yes')
  },
  async affirm(tx, actor, id) {
    await requireOwn(tx, actor.personId, id)
    await affirm(tx, actor.at, actor.via, id)
  },
  async sameHere(tx, actor, id, { choice }) {
    if ((await findSameHere(tx, id))?.personId !== actor.personId) throw new NotFound(refusals.thisQuestionIsSettled)
    await answerSameHere(tx, actor.at, actor.via, id, choice === 'yes')
  },
  merge: (tx, actor, id, { choice }) => (choice === 'yes' ? carryOutMerge(tx, actor, id) : dropMerge(tx, actor, id)),
} satisfies Deciders
