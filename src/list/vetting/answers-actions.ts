import { visitor } from '../../actor.ts'
import { Conflict, missing } from '../../errors.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, type Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { recordList } from '../core/history-actions.ts'
import { lockOpen, lockRequest, readVoucher } from './actions.ts'
import { listEvidence } from './queries.ts'

const t = textsOf('list', 'vettingPage')

// An applicant's page and reply address are used by who writes by hand.
const mostAnswers = 12

/**
 * An applicant answers what approvers have asked, on their page or by mail: it stands on the card, and who asked last is told.
 * @throws NotFound where nothing was asked; Conflict where it is decided, or was answered over and over
 */
export async function answerQuestion(tx: Tx, at: Date, requestId: number, text: string, via: 'web' | 'mail' = 'web'): Promise<void> {
  const request = await lockOpen(tx, requestId)
  const given = await listEvidence(tx, requestId)
  const asked = given.findLast((one) => one.kind === 'question') ?? missing(t.applicationNotFound)
  if (given.filter((one) => one.kind === 'answer').length >= mostAnswers) throw new Conflict(t.cannotAddMoreApplication)
  // Whom it answers stands with it: they are told.
  const id = await insertOne(tx.insertInto('requestEvidence'), { requestId, kind: 'answer', text, personId: asked.personId, givenAt: at })
  const list = { id: request.listId, groupId: request.groupId }
  await recordList(tx, { ...visitor(at), via }, list, 'subscription.answered', { requestId })
  await enqueue(tx, 'list.applicantAnswered', { evidenceId: id })
}

/** The colleagues whom an applicant named when they asked to join get their question, now that the address is confirmed. */
export async function askNamedColleagues(tx: Tx, at: Date, requestId: number): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (request?.state !== 'waiting') return
  for (const one of await listEvidence(tx, requestId)) {
    if (one.kind !== 'vouch' || one.personId !== null || one.text === request.email) continue
    const { voucher, organisationId, applicantId, refusal } = await readVoucher(tx, at, request, one.text)
    if (refusal || !voucher || voucher.personId === applicantId) continue
    await tx.updateTable('requestEvidence').set({ personId: voucher.personId, organisationId }).where('id', '=', one.id).execute()
    await enqueue(tx, 'list.vouchAsked', { evidenceId: one.id })
  }
}
