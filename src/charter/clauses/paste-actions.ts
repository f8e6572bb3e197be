import type { Actor } from '../../actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { type Tx, updateOne } from '../../lib/db/rows.ts'
import type { ClauseKind } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { lockDraft, touch } from './actions.ts'
import { listClauses } from './queries.ts'
import { kindLetters, nextNumber } from './rules.ts'

const t = textsOf('charter', 'paste')

/**
 * Says what a heading of a text that was pasted is about: its clauses are of that kind, and those without a number of their own get one
 * of it.
 * @throws NotFound where no clause of the draft stands under it, Conflict where that was said already
 */
export async function chooseKind(tx: Tx, actor: Actor, draftId: number, { heading, kind }: { heading: string; kind: ClauseKind }) {
  const draft = await lockDraft(tx, actor, draftId)
  const clauses = await listClauses(tx, [draftId])
  const headed = clauses.filter((clause) => clause.heading === heading)
  if (headed.length === 0) throw new NotFound(t.thereIsNoSuchHeading)
  const under = headed.filter(({ kindGuessed }) => kindGuessed)
  if (under.length === 0) throw new Conflict(t.someoneHasAlreadyChosenType)
  const taken = clauses.filter((clause) => !under.includes(clause)).map(({ number }) => number)
  for (const clause of under) {
    const given = new RegExp(`^${kindLetters[clause.kind]}\\d+$`, 'i').test(clause.number)
    const number = given && clause.kind !== kind ? nextNumber(kind, taken) : clause.number
    taken.push(number)
    await updateOne(tx.updateTable('charterClause'), clause.id, { number, kind, kindGuessed: false, revision: clause.revision + 1 })
  }
  await touch(tx, actor, draftId)
  await recordOf(tx, actor, 'charter.changed', { id: draftId, groupId: draft.groupId })
}
