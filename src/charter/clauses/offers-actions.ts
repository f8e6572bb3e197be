import type { Actor } from '../../actor.ts'
import { missing } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { addClause, lockDraft } from './actions.ts'
import { offerClauses } from './offers-queries.ts'
import { listClauses } from './queries.ts'

const t = textsOf('charter', 'clausesPage')

/**
 * Adds a clause that is offered, with its measures: of the template, and about something of which the group has records.
 * @throws NotFound where it is not offered
 */
export async function addOffered(tx: Tx, actor: Actor, draftId: number, number: string): Promise<number> {
  const { group } = await lockDraft(tx, actor, draftId)
  const clauses = await listClauses(tx, [draftId])
  const offered = (await offerClauses(tx, group, clauses, actor.at)).find((one) => one.number === number) ?? missing(t.thereIsNoSuchClause)
  const { kind, text, measures } = offered
  const free = clauses.every((one) => one.number !== number)
  return addClause(tx, actor, draftId, { number: free ? number : undefined, kind, text, measures })
}
