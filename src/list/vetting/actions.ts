import { sql } from 'kysely'
import { type Actor, program, visitor } from '../../actor.ts'
import { Conflict, Invalid, missing, NotFound } from '../../errors.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, insertRow, type Tx, updateOne } from '../../lib/db/rows.ts'
import { type Statement, staffScopes } from '../../lib/identity/statement.ts'
import { suffixesOf } from '../../lib/mail/domain.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { confirmAffiliation, takeFlow } from '../../people/actions.ts'
import {
  countContractedFor,
  findByStatement,
  findEmailOf,
  findPersonByEmail,
  listOrganisationsAt,
  listOrganisationsOf,
  listReferents,
} from '../../people/queries.ts'
import { todayOf } from '../../time.ts'
import { isBanned } from '../bans/queries.ts'
import { admit, type Given, keepEvidence } from '../core/actions.ts'
import { type Likeness, sayLikeness } from '../core/alike-words.ts'
import { recordList } from '../core/history-actions.ts'
import { findRequest, getModeratedList } from '../core/queries.ts'
import { findEvidence, gatherEvidence, listEvidence, listHosts, listHostsOf, oldRequests } from './queries.ts'
import { type Candidate, chooseHost, type Doubt, doubtsOf, mayApproveAlone, meantBy, provedBy, shownFor, whyNotVouch } from './rules.ts'

const t = textsOf('list', 'vettingPage')

type Request = NonNullable<Awaited<ReturnType<typeof findRequest>>>

/** A request that nobody else changes meanwhile; undefined where there is none. */
export async function lockRequest(tx: Tx, id: number): Promise<Request | undefined> {
  await tx.selectFrom('subscriptionRequest').select('id').where('id', '=', id).forUpdate().execute()
  return findRequest(tx, id)
}

/**
 * Locks a request for who asks to join, while it waits.
 * @throws NotFound; Conflict where it is decided
 */
export async function lockOpen(tx: Tx, id: number): Promise<Request> {
  const request = (await lockRequest(tx, id)) ?? missing(t.applicationNotFound)
  if (request.state !== 'waiting') throw new Conflict(t.applicationAlreadyDecidedHas)
  return request
}

/** Locks a waiting request for an approver of its list. */
async function lockWaiting(tx: Tx, actor: Actor, listName: string, id: number) {
  const list = await getModeratedList(tx, actor, listName)
  const request = await lockRequest(tx, id)
  if (!request || request.listId !== list.id || request.state === 'unconfirmed') throw new NotFound(t.applicationNotFound)
  if (request.state !== 'waiting') throw new Conflict(t.someoneHasAlreadyDecided)
  return { list, request }
}

/** Says that one looks at a request, or no longer. It informs the others and keeps nobody out. */
export async function claimRequest(tx: Tx, actor: Actor, listName: string, id: number, take: boolean): Promise<void> {
  const { list } = await lockWaiting(tx, actor, listName, id)
  const claim = take ? { claimedBy: actor.personId, claimedAt: actor.at } : { claimedBy: null, claimedAt: null }
  await tx.updateTable('subscriptionRequest').set(claim).where('id', '=', id).execute()
  await recordList(tx, actor, list, take ? 'subscription.claimed' : 'subscription.released', { requestId: id })
}

interface Outcome {
  accept: boolean
  reason: string
  decidedBy: number | null
  candidate?: Candidate
  hostId?: number
  proved: string[]
}

/** Settles a request: what was proved is kept, the evidence itself goes. */
async function settle(
  tx: Tx,
  actor: Actor,
  request: Request,
  { accept, reason, decidedBy, candidate, hostId, proved }: Outcome,
): Promise<void> {
  const state = accept ? 'approved' : 'rejected'
  // Whose login said so is asked again at each sign-in by it.
  const said = await listEvidence(tx, request.id)
  const issuer = said.find((one) => one.kind === 'federated' && one.organisationId === candidate?.id)?.issuer
  await updateOne(tx.updateTable('subscriptionRequest'), request.id, {
    state,
    decidedAt: actor.at,
    decidedBy,
    reason,
    proved,
    organisationId: candidate?.id ?? null,
    hostId: hostId ?? null,
  })
  await tx.deleteFrom('requestEvidence').where('requestId', '=', request.id).execute()
  const details = { requestId: request.id, proved: proved.join(' '), organisationId: candidate?.id ?? null }
  await recordList(tx, actor, { id: request.listId, groupId: request.groupId }, `subscription.${state}`, details)
  if (!accept) return enqueue(tx, 'list.requestRejected', { requestId: request.id })
  const personId = await admit(tx, actor, request)
  if (candidate) await confirmAffiliation(tx, actor, { personId, organisationId: candidate.id, basis: proved.join(' '), issuer })
}

export interface Decision {
  accept: boolean
  /** Goes to the applicant when they are rejected. */
  reason: string
  /** Where they work, of the organisations that their domain may belong to. */
  organisationId?: number
  /** The user group that answers for the person’s data. */
  hostId?: number
  /** The approver has read the staff page and found them there. */
  staffPageRead: boolean
  /** The approver has found out in another way that they work there. */
  checkedByHand?: boolean
  /** They have been asked once more, and accept somebody of whom not everything is shown. */
  sure?: boolean
}

/** Asks an approver once more, where something speaks against accepting somebody at once. */
function askOnceMore(likenesses: readonly Likeness[], doubts: readonly Doubt[]): void {
  const said = [...likenesses.map((one) => sayLikeness(one, languageNow())), ...doubts.map((one) => t.doubts[one])]
  if (said.length > 0) throw new Invalid(t.acceptAllTheSame, { sure: said.join(' ') })
}

/**
 * An approver accepts or rejects a request.
 * @throws Conflict when a colleague was faster; Invalid when the reason, or the user group that answers for the data, is missing, or in `sure`
 * with what somebody of whom not everything is shown will not be able to do
 */
export async function decideRequest(tx: Tx, actor: Actor, listName: string, id: number, decision: Decision): Promise<void> {
  const { list, request } = await lockWaiting(tx, actor, listName, id)
  const { accept, reason, organisationId, staffPageRead, checkedByHand = false, sure = false } = decision
  const { evidence, ladder, choices, likenesses } = await gatherEvidence(tx, request, actor.at)
  const staffPage = accept && staffPageRead && evidence.staffPages > 0
  const byHand = accept && checkedByHand && organisationId !== undefined
  const proved = provedBy(ladder, evidence, { staffPage, byHand })
  if (!accept) {
    if (!reason) throw new Invalid(refusals.sayWhy, { reason: t.enterReasonApplicantWillRead })
    return settle(tx, actor, request, { accept, reason, decidedBy: actor.personId, proved })
  }
  const candidate = choices.find((one) => one.id === organisationId)
  if (organisationId !== undefined && !candidate) throw new Invalid(refusals.chooseAgain, { organisationId: t.chooseOrganisationUsesEmail })
  const hosts = (await listHostsOf(tx, actor, list)).map((host) => host.id)
  const hostId = decision.hostId ?? chooseHost(hosts, candidate)
  if (hosts.length > 0 && (hostId === undefined || !hosts.includes(hostId)))
    throw new Invalid(t.chooseWhoResponsibleData, { hostId: t.chooseTheUserGroupThatAnswers })
  if (!sure) {
    const contracted = await countContractedFor(tx, list.groupId, todayOf(actor))
    const shown = shownFor(ladder, evidence, staffPage || byHand ? organisationId : undefined)
    askOnceMore(likenesses, doubtsOf(candidate, shown, contracted > 0))
  }
  await settle(tx, actor, request, { accept, reason, decidedBy: actor.personId, candidate, hostId, proved })
}

/**
 * Lets a request in when the list's policy allows what its ladder proves.
 * @returns false: a person decides
 */
export async function admitByPolicy(tx: Tx, at: Date, id: number): Promise<boolean> {
  const request = await lockRequest(tx, id)
  if (request?.state !== 'waiting') return false
  // Blocked while they waited: what colleagues say of them lets nobody in.
  if (await isBanned(tx, request.listId, request.email, at)) return false
  const { evidence, ladder } = await gatherEvidence(tx, request, at)
  if (!mayApproveAlone(request.approval, ladder, evidence)) return false
  const candidate = meantBy(ladder, evidence)
  const hosts = (await listHosts(tx, request.listId)).map((host) => host.id)
  const hostId = chooseHost(hosts, candidate)
  if (hosts.length > 0 && hostId === undefined) return false
  await settle(tx, program(at), request, {
    accept: true,
    reason: '',
    decidedBy: null,
    candidate,
    hostId,
    proved: provedBy(ladder, evidence),
  })
  return true
}

const mostEvidence = 12
const mostVouches = 3

/**
 * An applicant adds evidence while their request waits. Whether the colleague's address is known here is not told.
 * @throws Conflict when it is decided already, Invalid when it is too much or their own address
 */
export async function addEvidence(tx: Tx, at: Date, id: number, { staffPage, note, colleague }: Given): Promise<void> {
  const request = await lockOpen(tx, id)
  const given = await listEvidence(tx, id)
  const full =
    given.length >= mostEvidence || (colleague !== undefined && given.filter((one) => one.kind === 'vouch').length >= mostVouches)
  if (full) throw new Invalid(t.cannotAddMoreApplication)
  await keepEvidence(tx, id, { staffPage, note }, at)
  if (colleague) await askColleague(tx, at, request, colleague)
  await recordList(tx, visitor(at), { id: request.listId, groupId: request.groupId }, 'subscription.evidence-added', { requestId: id })
}

/**
 * An applicant adds what their institution's own sign-on has just said of them. It may be all that the list's policy asks for.
 * @param browser the one that was signed in there
 * @throws NotAllowed when it is out of time or was said to another browser; Invalid when it says nothing of staff, or is of somebody else
 */
export async function addStatement(tx: Tx, at: Date, id: number, flowId: string, browser: string): Promise<void> {
  const request = await lockOpen(tx, id)
  const flow = await takeFlow(tx, at, ['statement'], flowId, browser)
  const statement = flow.facts as unknown as Statement
  const { affiliations, issuer } = statement
  const [person, applicant] = await Promise.all([findByStatement(tx, at, statement), findPersonByEmail(tx, request.email)])
  if (person && person.id !== applicant?.id) throw new Invalid(t.accountBelongsSomeoneElse)
  const scopes = staffScopes(affiliations)
  if (scopes.length === 0) throw new Invalid(t.yourInstitutionDoesNotSayThat)
  for (const scope of scopes) {
    const [organisationId, ...others] = await listOrganisationsAt(tx, suffixesOf(scope))
    const text = affiliations.find((one) => one.endsWith(`@${scope}`)) ?? scope
    await insertRow(tx.insertInto('requestEvidence'), {
      requestId: id,
      kind: 'federated',
      issuer,
      text,
      givenAt: at,
      organisationId: others.length === 0 ? (organisationId ?? null) : null,
    })
  }
  await recordList(tx, visitor(at), { id: request.listId, groupId: request.groupId }, 'subscription.evidence-added', {
    requestId: id,
    kind: 'federated',
  })
  await admitByPolicy(tx, at, id)
}

/** What decides whether somebody may vouch for an applicant, and for which organisation. */
export async function readVoucher(tx: Tx, at: Date, request: Request, email: string) {
  const [person, applicant, { evidence }] = await Promise.all([
    findPersonByEmail(tx, email),
    findPersonByEmail(tx, request.email),
    gatherEvidence(tx, request, at),
  ])
  const candidateIds = evidence.candidates.map((one) => one.id)
  const voucher = person && {
    personId: person.id,
    verified: person.verifiedAt !== null,
    organisationIds: await listOrganisationsOf(tx, person.id, at),
  }
  const organisationId = voucher?.organisationIds.find((one) => candidateIds.includes(one)) ?? voucher?.organisationIds[0]
  return { voucher, organisationId, applicantId: applicant?.id, refusal: whyNotVouch(voucher, applicant?.id, candidateIds) }
}

async function askColleague(tx: Tx, at: Date, request: Request, email: string): Promise<void> {
  const { voucher, organisationId, applicantId, refusal } = await readVoucher(tx, at, request, email)
  if (email.toLowerCase() === request.email || (voucher && voucher.personId === applicantId))
    throw new Invalid(refusals.pleaseLookAgain, { colleague: t.enterAddressColleagueNotOwn })
  const asked = refusal ? {} : { personId: voucher?.personId, organisationId }
  const id = await insertOne(tx.insertInto('requestEvidence'), {
    requestId: request.id,
    kind: 'vouch',
    text: email.toLowerCase(),
    givenAt: at,
    ...asked,
  })
  if (!refusal) await enqueue(tx, 'list.vouchAsked', { evidenceId: id })
}

/**
 * An approver asks a referent of the applicant's institution to vouch.
 * @throws NotFound when they are none, Conflict when they have been asked already
 */
export async function askReferent(tx: Tx, actor: Actor, listName: string, id: number, personId: number): Promise<void> {
  const { request } = await lockWaiting(tx, actor, listName, id)
  const { evidence, given } = await gatherEvidence(tx, request, actor.at)
  const candidateIds = evidence.candidates.map((one) => one.id)
  const referent = (await listReferents(tx, candidateIds, actor.at)).find((one) => one.id === personId)
  const email = referent && (await findEmailOf(tx, personId))
  if (!email) throw new NotFound(t.referentNotFound)
  if (given.some((one) => one.kind === 'vouch' && one.personId === personId)) throw new Conflict(t.thisPersonHasBeenAskedAlready)
  await askColleague(tx, actor.at, request, email)
}

/** An approver asks the applicant for something more; they get it by mail and find it on their page. */
export async function askApplicant(tx: Tx, actor: Actor, listName: string, id: number, text: string): Promise<void> {
  const { list } = await lockWaiting(tx, actor, listName, id)
  const evidenceId = await insertOne(tx.insertInto('requestEvidence'), {
    requestId: id,
    kind: 'question',
    text,
    personId: actor.personId,
    givenAt: actor.at,
  })
  await recordList(tx, actor, list, 'subscription.questioned', { requestId: id })
  await enqueue(tx, 'list.moreAsked', { evidenceId })
}

/**
 * A colleague or referent says whether the applicant works with them. A yes may be all that the list's policy asks for.
 * @throws NotFound when the request is decided and its evidence gone; Conflict when they have answered already
 */
export async function answerVouch(tx: Tx, at: Date, evidenceId: number, answer: boolean): Promise<void> {
  const asked = await findEvidence(tx, evidenceId)
  const request = asked && (await lockRequest(tx, asked.requestId))
  if (asked?.kind !== 'vouch' || asked.personId === null || request?.state !== 'waiting') throw new NotFound(refusals.thisQuestionIsSettled)
  if (asked.answer !== null) throw new Conflict(refusals.thisQuestionIsSettled)
  // Between the question and the answer they may have left.
  const { refusal, organisationId } = await readVoucher(tx, at, request, asked.text)
  if (refusal) throw new NotFound(refusals.thisQuestionIsSettled)
  await tx.updateTable('requestEvidence').set({ answer, answeredAt: at, organisationId }).where('id', '=', evidenceId).execute()
  const list = { id: request.listId, groupId: request.groupId }
  const said = answer ? 'subscription.vouched' : 'subscription.not-vouched'
  await recordList(tx, { ...visitor(at), personId: asked.personId }, list, said, { requestId: request.id })
  if (answer) await admitByPolicy(tx, at, request.id)
}

/** Says what a list lets in without a person. Only its owners decide that; the page asks. */
export async function setApproval(
  tx: Tx,
  actor: Actor,
  list: { id: number; groupId: number },
  approval: 'never' | 'vouched' | 'recognised',
): Promise<void> {
  await tx.updateTable('list').set({ approval }).where('id', '=', list.id).execute()
  await recordList(tx, actor, list, 'list.changed', { approval })
}

/** Takes name, address and words out of one portion of old requests; the decision stays. Answers with how many there were. */
export async function emptyOldRequests(tx: Tx, before: Date, limit: number): Promise<bigint | undefined> {
  // What was given for an address that nobody confirmed goes as well.
  await sql`delete from request_evidence where request_id in (select t.id ${oldRequests(before)} limit ${limit})`.execute(tx)
  const { numAffectedRows } = await sql`
    update subscription_request set name = '', reason = '', institution = '', occupation = '', network = null, email = 'erased-' || id || '@erased.invalid'
    where ctid in (select t.ctid ${oldRequests(before)} limit ${limit})`.execute(tx)
  return numAffectedRows
}
