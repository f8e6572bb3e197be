import { sealToken } from '../../lib/token/seal.ts'
import { findEmailOf } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { findRequest } from '../core/queries.ts'
import { send } from '../jobs.ts'
import { joinForModerators, requestWaits as waits } from '../mails.ts'
import { admitByPolicy } from './actions.ts'
import { moreAsked as more, vouchAsked as vouch } from './mails.ts'
import { findApprovers, findEvidence, findLocale } from './queries.ts'

const day = 86_400_000

// Nobody's request should wait that long; after it the page says where to ask again.
const pageLasts = 90 * day
const questionLasts = 30 * day

const pageOf = ({ site, now }: TaskContext, requestId: number): string =>
  `${site.baseUrl}/applications/${sealToken(site.secret, 'application', requestId, new Date(now().getTime() + pageLasts))}`

/** A confirmed request goes the way that its list's policy says; where a person decides, they and the applicant are told. */
export async function requestWaits({ requestId }: { requestId: number }, context: TaskContext): Promise<void> {
  if (await context.write((tx) => admitByPolicy(tx, context.now(), requestId))) return
  const request = await findRequest(context.db, requestId)
  if (request?.state !== 'waiting') return
  await send(context, request.listId, (list) => waits(list, request, pageOf(context, requestId)))
  const approvers = await findApprovers(context.db, { id: request.listId, groupId: request.groupId }, context.now())
  for (const approver of approvers)
    await send(context, request.listId, (list) => joinForModerators(list, approver, request.name || request.email, requestId))
}

/** Asks who was named by the applicant, or the referent, at their own address. */
export async function vouchAsked({ evidenceId }: { evidenceId: number }, context: TaskContext): Promise<void> {
  const asked = await findEvidence(context.db, evidenceId)
  if (asked?.kind !== 'vouch' || asked.personId === null || asked.answer !== null) return
  const email = await findEmailOf(context.db, asked.personId)
  const person = await findLocale(context.db, asked.personId)
  if (!email || !person) return
  const token = sealToken(context.site.secret, 'vouch', evidenceId, new Date(context.now().getTime() + questionLasts))
  await send(context, asked.listId, (list) => vouch(list, { ...person, email }, asked, token))
}

export async function moreAsked({ evidenceId }: { evidenceId: number }, context: TaskContext): Promise<void> {
  const asked = await findEvidence(context.db, evidenceId)
  const request = asked && (await findRequest(context.db, asked.requestId))
  if (!asked || !request || asked.kind !== 'question') return
  await send(context, request.listId, (list) => more(list, request, asked.text, pageOf(context, request.id)))
}
