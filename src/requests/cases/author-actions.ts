import { type Actor, program } from '../../actor.ts'
import { Conflict, NotAllowed } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertRow, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { indexCase, lockCase, lockForAuthor } from './actions.ts'
import { excerptOf } from './excerpt.ts'

const t = textsOf('requests', 'cases')

/** The author acts, as the holder of their link or signed in. */
const authorActor = (at: Date, via: Actor['via'], authorId: number | null): Actor => ({ ...program(at), via, personId: authorId })

/** Says who may quote the author's words. They decide, by their link or signed in. */
export async function setConsent(tx: Tx, at: Date, via: Actor['via'], id: number, consent: 'no' | 'vendor' | 'public'): Promise<void> {
  const found = await lockForAuthor(tx, id)
  if (found.state === 'withdrawn') throw new Conflict(t.userCaseWithdrawn)
  if (found.consent === consent) return
  await updateOne(tx.updateTable('userCase'), id, { consent, consentAt: at, changedAt: at })
  const actor = authorActor(at, via, found.authorId)
  await recordOf(tx, actor, 'case.consent', { id, groupId: found.groupId }, { consent })
  await indexCase(tx, id)
}

/**
 * Its author takes a case back; what collates it goes on without it. Withdrawing twice changes nothing. Their messages stay where they
 * are: the archive has rules of its own.
 */
export async function withdrawCase(tx: Tx, at: Date, via: Actor['via'], id: number, why = ''): Promise<void> {
  const found = await lockForAuthor(tx, id)
  if (found.state === 'withdrawn') return
  await updateOne(tx.updateTable('userCase'), id, { state: 'withdrawn', withdrawnAt: at, withdrawnWhy: why, changedAt: at })
  await recordOf(tx, authorActor(at, via, found.authorId), 'case.withdrawn', { id, groupId: found.groupId })
  await indexCase(tx, id)
  await enqueue(tx, 'requests.caseWithdrawn', { caseId: id })
}

/** Signed in, its author takes their case back. */
export async function withdrawOwnCase(tx: Tx, actor: Actor, id: number, why: string): Promise<void> {
  const found = await lockCase(tx, actor, id)
  if (!found.mine) throw new NotAllowed(t.onlyAuthorCanWithdrawUser)
  await withdrawCase(tx, actor.at, actor.via, id, why)
}

/** The words that an author sends in answer to our letter are theirs too: they join the case. A mail that comes twice adds them once. @throws Conflict once it is withdrawn */
export async function addAuthorsWords(tx: Tx, at: Date, id: number, rawId: number, text: string): Promise<void> {
  const found = await lockForAuthor(tx, id)
  const excerpt = excerptOf(text)
  if (found.state === 'withdrawn') throw new Conflict(t.userCaseWithdrawn)
  if (!excerpt) return
  const twin = await tx
    .selectFrom('userCaseSource')
    .select('id')
    .where('caseId', '=', id)
    .where((e) => e.or([e('rawId', '=', rawId), e('excerpt', '=', excerpt)]))
    .executeTakeFirst()
  if (twin) return
  await insertRow(tx.insertInto('userCaseSource'), {
    caseId: id,
    rawId,
    excerpt,
    saidBy: found.authorName,
    saidAt: at,
    addedBy: found.authorId,
    addedAt: at,
  })
  await updateRows(tx.updateTable('userCase').where('consent', '<>', 'public'), { id }, { changedAt: at, visibility: 'group' })
  await recordOf(tx, authorActor(at, 'mail', found.authorId), 'case.source-added', { id, groupId: found.groupId })
  await indexCase(tx, id)
}

/** The letter to the author has left: they are asked now. */
export async function markTold(tx: Tx, at: Date, id: number): Promise<void> {
  await updateOne(tx.updateTable('userCase'), id, { toldAt: at })
  await tx.updateTable('userCase').set({ consent: 'asked' }).where('id', '=', id).where('consent', '=', 'unasked').execute()
}
