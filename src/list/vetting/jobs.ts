import { sealKeys, sealToken } from '../../lib/token/seal.ts'
import { findEmailOf } from '../../people/queries.ts'
import type { TaskContext } from '../../task.ts'
import { likenessesOf } from '../core/alike-queries.ts'
import { findRequest } from '../core/queries.ts'
import { send } from '../jobs.ts'
import { joinForModerators, requestWaits as waits } from '../mails.ts'
import { admitByPolicy } from './actions.ts'
import { askNamedColleagues } from './answers-actions.ts'
import { applicationPage } from './links.ts'
import { applicantAnswered as answered, moreAsked as more, vouchAsked as vouch } from './mails.ts'
import { findApprovers, findEvidence, findLocale } from './queries.ts'

const day = 86_400_000

const questionLasts = 30 * day

const pageOf = ({ site, now }: TaskContext, requestId: number) => applicationPage(site, now(), requestId)

/** A confirmed request goes the way that its list's policy says; where a person decides, they and the applicant are told. */
export async function requestWaits({ requestId }: { requestId: number }, context: TaskContext): Promise<void> {
  if (await context.write((tx) => admitByPolicy(tx, context.now(), requestId))) return
  const request = await findRequest(context.db, requestId)
  if (request?.state !== 'waiting') return
  await context.write((tx) => askNamedColleagues(tx, context.now(), requestId))
  await send(context, request.listId, (list) => waits(list, request, pageOf(context, requestId)))
  const approvers = await findApprovers(context.db, { id: request.listId, groupId: request.groupId }, context.now())
  for (const approver of approvers) await send(context, request.listId, (list) => joinForModerators(list, approver, request, requestId))
}

/** Asks who was named by the applicant, or the referent, at their own address. */
export async function vouchAsked({ evidenceId }: { evidenceId: number }, context: TaskContext): Promise<void> {
  const asked = await findEvidence(context.db, evidenceId)
  if (asked?.kind !== 'vouch' || asked.personId === null || asked.answer !== null) return
  const email = await findEmailOf(context.db, asked.personId)
  const person = await findLocale(context.db, asked.personId)
  if (!email || !person) return
  const likenesses = await likenessesOf(context.db, asked)
  const until = new Date(context.now().getTime() + questionLasts)
  const token = sealToken(context.site.secret, 'vouch', evidenceId, until)
  await send(context, asked.listId, (list) => vouch(list, { ...person, email }, { ...asked, likenesses }, { token, until }))
}

/** Asks an applicant for what is missing. */
export async function moreAsked({ evidenceId }: { evidenceId: number }, context: TaskContext): Promise<void> {
  const asked = await findEvidence(context.db, evidenceId)
  const request = asked && (await findRequest(context.db, asked.requestId))
  if (!asked || !request || asked.kind !== 'question') return
  // The page stays open longer; so long an answer by mail is taken.
  const until = new Date(context.now().getTime() + questionLasts)
  const { reply } = sealKeys(context.site.secret, 'applicant', evidenceId, until)
  await send(context, request.listId, (list) => more(list, request, asked.text, { path: pageOf(context, request.id).path, reply, until }))
}

/** What an applicant answered goes to who asked; where they are gone, to whoever decides. */
export async function applicantAnswered({ evidenceId }: { evidenceId: number }, context: TaskContext): Promise<void> {
  const given = await findEvidence(context.db, evidenceId)
  const request = given && (await findRequest(context.db, given.requestId))
  if (given?.kind !== 'answer' || request?.state !== 'waiting') return
  const approvers = await findApprovers(context.db, { id: request.listId, groupId: request.groupId }, context.now())
  const asker = approvers.filter(({ id }) => id === given.personId)
  for (const approver of asker.length > 0 ? asker : approvers)
    await send(context, request.listId, (list) => answered(list, approver, request, given.text))
}
