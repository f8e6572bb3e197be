import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, idsOf, orNoText } from '../../lib/db/rows.ts'
import { findRegistrable, suffixesOf } from '../../lib/mail/domain.ts'
import { textsOf } from '../../lib/ui/words.ts'
import {
  findNamedHolder,
  findPersonByEmail,
  listDomainHolders,
  listReferents,
  listVerifiedOf,
  suggestByDomain,
} from '../../people/queries.ts'
import { isFreeMail } from '../../people/rules.ts'
import { isAdministrator, mayModerate } from '../../policy.ts'
import { likenessesOf } from '../core/alike-queries.ts'
import { findLeft, findWorkplace } from '../core/applications-queries.ts'
import { findKeepers, findRequest, getModeratedList, listLists, onlyReached } from '../core/queries.ts'
import { climb, type Evidence } from './rules.ts'

const t = textsOf('list', 'vettingPage')

/** Requests to join that wait for a decision, oldest first, with who looks at them. */
export function listWaiting(db: Db, listId: number) {
  return db
    .selectFrom('subscriptionRequest')
    .leftJoin('sharedPerson as claimer', 'claimer.id', 'subscriptionRequest.claimedBy')
    .select(['subscriptionRequest.id', 'subscriptionRequest.email', 'subscriptionRequest.name', 'subscriptionRequest.confirmedAt'])
    .select(['subscriptionRequest.locale', 'subscriptionRequest.askedAt', 'subscriptionRequest.claimedAt', 'claimer.name as claimer'])
    .where('listId', '=', listId)
    .where('state', '=', 'waiting')
    .orderBy('subscriptionRequest.id')
    .limit(200)
    .execute()
}

/** What the applicant, their colleagues and the approvers have added while the request waits. */
export function listEvidence(db: Db, requestId: number) {
  return db
    .selectFrom('requestEvidence')
    .leftJoin('sharedPerson as person', 'person.id', 'requestEvidence.personId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'requestEvidence.organisationId')
    .selectAll('requestEvidence')
    .select(['person.name as person', 'organisation.name as organisation'])
    .where('requestId', '=', requestId)
    .orderBy('requestEvidence.id')
    .execute()
}

/** A piece of evidence by id, with its request; for links in mails. */
export function findEvidence(db: Db, id: number) {
  return db
    .selectFrom('requestEvidence')
    .innerJoin('subscriptionRequest', 'subscriptionRequest.id', 'requestEvidence.requestId')
    .innerJoin('list', 'list.id', 'subscriptionRequest.listId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'requestEvidence.organisationId')
    .selectAll('requestEvidence')
    .select(['subscriptionRequest.email', 'subscriptionRequest.name', 'subscriptionRequest.state', 'subscriptionRequest.listId'])
    .select(['list.title', 'list.name as list', 'list.groupId', 'organisation.name as organisation'])
    .where('requestEvidence.id', '=', id)
    .executeTakeFirst()
}

/** Earlier requests of the same person: of this address, or of another one of theirs. */
function earlierOf(db: Db, request: { id: number; email: string }) {
  return db
    .selectFrom('subscriptionRequest')
    .innerJoin('list', 'list.id', 'subscriptionRequest.listId')
    .leftJoin('sharedPerson as decider', 'decider.id', 'subscriptionRequest.decidedBy')
    .select(['subscriptionRequest.id', 'subscriptionRequest.state', 'subscriptionRequest.askedAt', 'subscriptionRequest.reason'])
    .select(['subscriptionRequest.listId', 'subscriptionRequest.email', 'list.title', 'decider.name as decider'])
    .where('subscriptionRequest.id', '<', request.id)
    .where('subscriptionRequest.state', 'in', ['approved', 'rejected', 'waiting'])
    .where(
      sql<boolean>`subscription_request.email in (select ${request.email}::text union select b.email from shared_address a join shared_address b on b.person_id = a.person_id where a.email = ${request.email})`,
    )
    .orderBy('subscriptionRequest.id', 'desc')
    .limit(20)
    .execute()
}

/** A user group of the list, or of its working group, that leaves addresses that look like a student's to a person. */
const findCheckingHost = (db: Db, { listId, groupId }: { listId: number; groupId: number }) =>
  db
    .selectFrom('sharedCommunity as community')
    .select('id')
    .where('checksStudents', '=', true)
    .where(
      sql<boolean>`community.id in (select community_id from shared_list_community list_community where list_id = ${listId}
        union select community_id from shared_group_community group_community where group_id = ${groupId})`,
    )
    .limit(1)
    .executeTakeFirst()

/** All that is on record about a request, and the ladder that follows from it. */
export async function gatherEvidence(
  db: Db,
  request: { id: number; groupId: number; listId: number; email: string; confirmedAt: Date | null; institution: string },
  on: Date,
) {
  const domain = request.email.slice(request.email.lastIndexOf('@') + 1)
  const registrable = findRegistrable(domain)
  const { productId } = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select('productId')
    .where('id', '=', request.groupId)
    .executeTakeFirstOrThrow()
  const [candidates, given, earlier, checking, named] = await Promise.all([
    listDomainHolders(db, suffixesOf(domain), productId, on),
    listEvidence(db, request.id),
    earlierOf(db, request),
    findCheckingHost(db, request),
    findNamedHolder(db, request.institution, productId, on),
  ])
  const statements = given.filter((one) => one.kind === 'federated' && one.organisationId !== null)
  const scopes = [...new Set(statements.map(({ text }) => text.slice(text.lastIndexOf('@') + 1)))]
  const stated = scopes.length === 0 ? [] : await listDomainHolders(db, scopes.flatMap(suffixesOf), productId, on)
  const pages = given.filter((one) => one.kind === 'staff_page').map(({ text }) => text)
  const evidence: Evidence = {
    confirmed: request.confirmedAt !== null,
    domain,
    freeMail: isFreeMail(registrable ?? domain),
    studentsChecked: checking !== undefined,
    candidates,
    vouchedFor: given.flatMap((one) =>
      one.kind === 'vouch' && one.answer === true && one.organisationId !== null ? [one.organisationId] : [],
    ),
    statedBy: statements.flatMap(({ organisationId }) => (organisationId === null ? [] : [organisationId])),
    stated: stated.filter(({ id }) => statements.some(({ organisationId }) => organisationId === id)),
    staffPages: pages.length,
    rejectedBefore: earlier.some((one) => one.state === 'rejected' && one.listId === request.listId),
  }
  const likenesses = await likenessesOf(db, { email: request.email, pages })
  // What they say themselves proves nothing; an approver may find it right.
  const choices = [...new Map([...candidates, ...evidence.stated, ...(named ? [named] : [])].map((one) => [one.id, one] as const)).values()]
  return { evidence, ladder: climb(evidence), given, earlier, choices, likenesses }
}

/** An application of somebody to a list that waits, under any address that is theirs; the newest. */
export const findWaitingOf = async (db: Db, listId: number, personId: number) =>
  db
    .selectFrom('subscriptionRequest')
    .select('id')
    .where('email', 'in', orNoText(await listVerifiedOf(db, personId)))
    .where('listId', '=', listId)
    .where('state', '=', 'waiting')
    .orderBy('id', 'desc')
    .executeTakeFirst()

/** The user groups that host a list. */
export function listHosts(db: Db, listId: number) {
  return db
    .selectFrom('sharedListCommunity as listCommunity')
    .innerJoin('sharedCommunity as community', 'community.id', 'listCommunity.communityId')
    .select(['community.id', 'community.name'])
    .where('listCommunity.listId', '=', listId)
    .orderBy('community.name')
    .execute()
}

/** The hosts that an approver decides for: a steering member for their own user group, all others for each. */
export async function listHostsOf(db: Db, actor: Actor, list: { id: number; groupId: number }) {
  const hosts = await listHosts(db, list.id)
  const steers = actor.grants.filter((grant) => grant.role === 'steering').map((grant) => grant.communityId)
  const leads = isAdministrator(actor) || actor.grants.some((grant) => grant.groupId === list.groupId)
  return leads ? hosts : hosts.filter((host) => steers.includes(host.id))
}

/**
 * The card of one request: the ladder with its evidence, earlier requests, who looks at it, and what may be decided.
 * @throws NotFound to those who do not approve for the list
 */
export async function getCard(db: Db, actor: Actor, listName: string, requestId: number) {
  const list = await getModeratedList(db, actor, listName)
  const request = await findRequest(db, requestId)
  if (!request || request.listId !== list.id || request.state === 'unconfirmed') throw new NotFound(t.applicationNotFound)
  const [gathered, claimer, decider, host, known, hosts, lists] = await Promise.all([
    gatherEvidence(db, request, actor.at),
    findName(db, request.claimedBy),
    findName(db, request.decidedBy),
    request.hostId === null
      ? undefined
      : db.selectFrom('sharedCommunity as community').select('name').where('id', '=', request.hostId).executeTakeFirst(),
    findPersonByEmail(db, request.email),
    listHostsOf(db, actor, list),
    listLists(db, actor),
  ])
  const moderated = new Set(lists.filter((one) => mayModerate(actor, one)).map((one) => one.id))
  const referents = await listReferents(db, idsOf(gathered.evidence.candidates), actor.at)
  // Who comes back is no stranger: what the directory says of them is seen before anything is asked.
  const [works, left] =
    known && request.state === 'waiting' ? await Promise.all([findWorkplace(db, known.id, actor.at), findLeft(db, list.id, known.id)]) : []
  const suggestions = gathered.ladder.reading === 'unknown' ? await suggestByDomain(db, gathered.evidence.domain) : []
  const organisation =
    request.organisationId === null
      ? undefined
      : await db.selectFrom('sharedOrganisation as organisation').select('name').where('id', '=', request.organisationId).executeTakeFirst()
  return {
    list,
    request,
    ...gathered,
    // What another list's approvers decided is theirs to know.
    earlier: gathered.earlier.filter((one) => moderated.has(one.listId)),
    claimer: claimer?.name,
    decider: decider?.name,
    host: host?.name,
    organisation: organisation?.name,
    knownAs: known && known.name !== request.name ? known.name : undefined,
    works,
    ended: left?.endedAt ? { at: left.endedAt, how: left.endedHow ?? '' } : undefined,
    hosts,
    suggestions,
    referents: referents.filter((one) => one.id !== known?.id),
  }
}

const findName = (db: Db, personId: number | null) =>
  personId === null ? undefined : db.selectFrom('sharedPerson as person').select('name').where('id', '=', personId).executeTakeFirst()

/** Those who decide on requests of a list: who leads or moderates its group, and the steering members of its hosts. */
export async function findApprovers(db: Db, list: { id: number; groupId: number }, on: Date) {
  const holders = await findKeepers(db, list, on)
  const inWeek = holders.some((one) => !one.inWeek)
  const steering = await db
    .selectFrom('sharedAppointment as appointment')
    .innerJoin('sharedListCommunity as listCommunity', 'listCommunity.communityId', 'appointment.communityId')
    .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
    .innerJoin('sharedAddress as address', 'address.personId', 'person.id')
    .select(['person.id', 'person.id as personId', 'person.name', 'person.locale', 'person.zone', 'address.email'])
    .distinctOn('person.id')
    .where('listCommunity.listId', '=', list.id)
    .where('appointment.role', '=', 'steering')
    .where('address.verifiedAt', 'is not', null)
    .where(sql<boolean>`appointment.from_on <= ${on}::date and (appointment.to_on is null or appointment.to_on >= ${on}::date)`)
    .orderBy('person.id')
    .orderBy('address.id')
    .execute()
  const reached = await onlyReached(db, list.id, steering, on)
  return [...new Map([...reached.map((one) => ({ ...one, inWeek })), ...holders].map((person) => [person.id, person])).values()]
}

/** How a person is called and which language they read. */
export function findLocale(db: Db, personId: number) {
  return db
    .selectFrom('sharedPerson as person')
    .select(['name', 'locale', 'zone', 'id as personId'])
    .where('id', '=', personId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
}

/** The user group that answers for a request's data: as decided, or the only host. */
export async function findHostName(db: Db, request: { hostId: number | null; listId: number }): Promise<string | undefined> {
  const hosts = await listHosts(db, request.listId)
  return (hosts.find((host) => host.id === request.hostId) ?? (hosts.length === 1 ? hosts[0] : undefined))?.name
}

/** Requests to join that are settled and old: a condition on the rows `t`. */
export const oldRequests = (before: Date) =>
  sql`from subscription_request t where t.asked_at < ${before} and t.state in ('rejected', 'expired', 'unconfirmed') and t.email not like '%@erased.invalid'`
