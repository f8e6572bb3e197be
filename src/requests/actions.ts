import { sql } from 'kysely'
import { type Actor, program } from '../actor.ts'
import { Conflict, Invalid, NotAllowed, NotFound, refuse } from '../errors.ts'
import { filesFound } from '../files/queries.ts'
import { record, recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeRow, insertNew, insertOne, insertRow, listRows, orNoId, type Tx, updateOne, upsertRow } from '../lib/db/rows.ts'
import type { RequestKind, RequestStage, Severity, Visibility } from '../lib/db/schema.ts'
import { pluck } from '../lib/pluck.ts'
import { textsOf } from '../lib/ui/words.ts'
import { withSaid } from '../lib/with-said.ts'
import { audienceOf, inside } from '../policy.ts'
import { indexDocument } from '../search/actions.ts'
import { isVendorSide } from '../vendor-side-queries.ts'
import { lockAreas } from './areas-actions.ts'
import { checkChoices } from './core/choices-actions.ts'
import { findRequest, getCollatedGroup, getCollatedRequest } from './core/queries.ts'
import { whyNotStage } from './core/rules.ts'
import { listStillPublic, type Published } from './publishing-queries.ts'

export { ensureArea } from './areas-actions.ts'
export { emptyExcerpts, emptyVersionsOf } from './cases/actions.ts'
export { lockOpenArea } from './core/choices-actions.ts'

const t = textsOf('requests', 'actions')

export interface RequestFacts {
  kind: RequestKind
  title: string
  text: string
  language?: string
  areaId?: number | null
  topicId?: number | null
  visibility: Visibility
  severity?: Severity | null
  versions?: string
  reproduction?: string
  workaround?: string
}

const valuesOf = (facts: RequestFacts) => {
  const { kind, title, text, language = 'en', areaId = null, topicId = null, visibility, versions = '' } = facts
  const { severity = null, reproduction = '', workaround = '' } = kind === 'concern' ? facts : {}
  return { kind, title, text, language, areaId, topicId, visibility, severity, versions, reproduction, workaround }
}

/** Writes down a version of a request's text; the first is what it was made with. */
async function keepVersion(tx: Tx, actor: Actor, id: number, number: number, facts: RequestFacts, note: string): Promise<void> {
  const { title, text, ...fields } = valuesOf(facts)
  await insertRow(tx.insertInto('requestVersion'), {
    requestId: id,
    number,
    title,
    text,
    fields: JSON.stringify(fields),
    note,
    changedBy: actor.personId,
    changedAt: actor.at,
  })
}

/** Puts a request into the index as it stands, for those who may read it. */
export async function indexRequest(tx: Tx, id: number): Promise<void> {
  const request = await findRequest(tx, id)
  if (!request) return
  const numbers = await tx.selectFrom('caseNumber').select('number').where('requestId', '=', id).orderBy('id').execute()
  // Those of comments are not for everybody who may read the request.
  const files = await listRows(tx.selectFrom('requestFile'), { requestId: id, commentId: null, removedAt: null }, ['fileId'])
  const { text, reproduction, workaround, versions, oldNumber, area, topic } = request
  await indexDocument(tx, {
    kind: 'request',
    subjectId: id,
    audience: audienceOf(request.groupId, request.visibility),
    groupId: request.groupId,
    at: request.createdAt,
    author: request.champion ?? '',
    title: request.title,
    body: [text, reproduction, workaround, versions, oldNumber, area, topic, ...pluck(numbers, 'number')].filter(Boolean).join('\n\n'),
    markdown: true,
    language: request.language,
    files: await filesFound(tx, pluck(files, 'fileId')),
  })
}

/**
 * Makes a request of a group; it may collate user cases from the beginning.
 * @returns its id
 * @throws NotFound for who does not collate there, Invalid with a sentence beside the field
 */
export async function makeRequest(
  tx: Tx,
  actor: Actor,
  groupId: number,
  facts: RequestFacts,
  { caseIds = [], at = actor.at }: { caseIds?: number[]; at?: Date } = {},
): Promise<number> {
  await getCollatedGroup(tx, actor, { id: groupId })
  await checkChoices(tx, groupId, facts)
  const id = await insertRequest(tx, actor, groupId, facts, { at, by: actor.personId })
  if (caseIds.length > 0) await collateCases(tx, actor, id, caseIds)
  await indexRequest(tx, id)
  return id
}

/**
 * Makes a request of what somebody put forward in a cycle, who need not collate: what everybody votes on, everybody may read. They follow it.
 * @returns its id
 */
export async function makeRequestForVote(
  tx: Tx,
  at: Date,
  groupId: number,
  { title, text, area, personId }: { title: string; text: string; area: string; personId: number | null },
): Promise<number> {
  await lockAreas(tx, groupId)
  const named = await tx
    .selectFrom('productArea')
    .select(sql<number>`area_now(id)`.as('id'))
    .where('groupId', '=', groupId)
    .where(sql`lower(name)`, '=', area.toLowerCase())
    .executeTakeFirst()
  const facts = { kind: 'idea' as const, title, text: text || title, areaId: named?.id, visibility: 'public' as const }
  const id = await insertRequest(tx, program(at), groupId, facts, { at, by: personId })
  await indexRequest(tx, id)
  return id
}

async function insertRequest(
  tx: Tx,
  actor: Actor,
  groupId: number,
  facts: RequestFacts,
  { at, by }: { at: Date; by: number | null },
): Promise<number> {
  const made = { stageAt: at, createdBy: by, createdAt: at, changedAt: actor.at }
  const id = await insertOne(tx.insertInto('request'), { ...valuesOf(facts), ...made, groupId })
  await keepVersion(tx, { ...actor, at }, id, 1, facts, '')
  await recordOf(tx, actor, 'request.made', { id, groupId }, { kind: facts.kind })
  if (by !== null) await follow(tx, id, by, actor.at)
  return id
}

/** Locks a request for somebody who collates; what is merged keeps its text as it was. */
export async function lockRequest(tx: Tx, actor: Actor, id: number) {
  await getCollatedRequest(tx, actor, id)
  await tx.selectFrom('request').select('id').where('id', '=', id).forUpdate().execute()
  return getCollatedRequest(tx, actor, id)
}

/** How a request is changed. */
interface RequestEdit {
  /** The version that the form showed. */
  seen: number
  note?: string
  /** Where more people may read it from now on: what was said of it until now stays the group's. */
  keepComments?: boolean
}

/**
 * Changes a request's text; the version before stays, and so does what is left out.
 * @param edit with the version that the form showed: who was slower is told instead of overwriting
 * @throws Conflict when somebody changed it meanwhile or it is merged
 */
export async function changeRequest(tx: Tx, actor: Actor, id: number, said: Partial<RequestFacts>, edit: RequestEdit) {
  const { seen, note = '', keepComments = false } = edit
  const request = await lockRequest(tx, actor, id)
  const facts = withSaid<RequestFacts>(valuesOf(request), said)
  if (request.mergedIntoId !== null) throw new Conflict(t.requestMergedSoCannotEdit({ mergedIntoId: request.mergedIntoId }))
  if (request.version !== seen) throw new Conflict(t.someoneChangedFirstCheck)
  await checkChoices(tx, request.groupId, said)
  const version = request.version + 1
  await updateOne(tx.updateTable('request'), id, { ...valuesOf(facts), version, changedAt: actor.at })
  const opens = request.visibility === 'group' && facts.visibility !== 'group'
  if (opens && keepComments) await tx.updateTable('requestComment').set({ within: true }).where('requestId', '=', id).execute()
  await keepVersion(tx, actor, id, version, facts, note)
  await recordOf(tx, actor, 'request.changed', { id, groupId: request.groupId }, { version })
  await indexRequest(tx, id)
  // What the vendor said of it is read by nobody who may not read the request.
  if (facts.visibility !== request.visibility) await enqueue(tx, 'vendor.refind', { requestId: id }, { key: `vendor.refind:r${id}` })
}

/**
 * Everybody may read these requests from now on. What the group said of them until now stays the group's, and each user case its own readers'.
 * @param requests as the actor saw them
 * @returns the versions with which they became public
 * @throws Conflict when somebody changed one meanwhile or it is merged
 */
export async function publishRequests(tx: Tx, actor: Actor, requests: readonly Published[]): Promise<Published[]> {
  for (const { id, version } of requests)
    await changeRequest(tx, actor, id, { visibility: 'public' }, { seen: version, keepComments: true })
  return requests.map(({ id, version }) => ({ id, version: version + 1 }))
}

/**
 * Takes back that requests became public: who could read them before reads them again, and nobody else. What was said of them before that time
 * stays the group's, whoever reads them later.
 * @returns how many were public still
 */
export async function unpublishRequests(tx: Tx, actor: Actor, groupId: number, published: readonly Published[]): Promise<number> {
  for (const { id } of published) await lockRequest(tx, actor, id)
  const still = await listStillPublic(tx, groupId, published)
  for (const { id, version, before } of still) await changeRequest(tx, actor, id, { visibility: before }, { seen: version })
  return still.length
}

/**
 * Says where a request stands. By hand the group's people set what `whyNotStage` lets them; the program sets the rest as it follows
 * from what is handed over, answered, promised and delivered (`setStage`).
 */
export async function setStageByHand(tx: Tx, actor: Actor, id: number, stage: RequestStage, why = ''): Promise<boolean> {
  const request = await lockRequest(tx, actor, id)
  const refusal = whyNotStage(request.stage, stage, why)
  if (refusal) throw new Invalid(refusal, { stage: refusal })
  return setStage(tx, actor, id, stage, why)
}

/**
 * Sets a request's stage as it follows from something that happened; what stands there already, and what is merged, stays.
 * @returns whether that changed anything
 */
export async function setStage(tx: Tx, actor: Actor, id: number, stage: RequestStage, why = ''): Promise<boolean> {
  const changed = await tx
    .updateTable('request')
    .set({ stage, stageAt: actor.at, stageWhy: why, changedAt: actor.at })
    .where('id', '=', id)
    .where('mergedIntoId', 'is', null)
    .where((e) => e.or([e('stage', '<>', stage), e('stageWhy', '<>', why)]))
    .returning('groupId')
    .executeTakeFirst()
  if (changed) await recordOf(tx, actor, 'request.staged', { id, groupId: changed.groupId }, { stage })
  return changed !== undefined
}

/** User cases become part of a request; those that are already, stay. A withdrawn one cannot. */
export async function collateCases(tx: Tx, actor: Actor, id: number, caseIds: number[]): Promise<void> {
  const request = await lockRequest(tx, actor, id)
  if (request.mergedIntoId !== null) throw new Conflict(t.requestMergedAddUserCases({ mergedIntoId: request.mergedIntoId }))
  const cases = await tx
    .selectFrom('userCase')
    .select(['id', 'state', 'authorId'])
    .where('id', 'in', orNoId(caseIds))
    .where('groupId', '=', request.groupId)
    .forUpdate()
    .execute()
  if (cases.length < new Set(caseIds).size) throw new NotFound(t.userCaseDoesNotExist)
  if (cases.some((one) => one.state === 'withdrawn')) throw new Conflict(t.authorWithdrewUserCaseSo)
  const added = await tx
    .insertInto('requestCase')
    .values(cases.map((one) => ({ requestId: id, caseId: one.id, addedBy: actor.personId, addedAt: actor.at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('caseId')
    .execute()
  if (added.length === 0) return
  await tx
    .updateTable('userCase')
    .set({ state: 'open', changedAt: actor.at })
    .where('state', '=', 'draft')
    .where('id', 'in', pluck(added, 'caseId'))
    .execute()
  await touch(tx, actor, id)
  for (const { caseId } of added) {
    await recordOf(tx, actor, 'request.collated', { id, groupId: request.groupId }, { caseId })
    await enqueue(tx, 'requests.collated', { requestId: id, caseId })
  }
}

const touch = (tx: Tx, actor: Actor, id: number) => updateOne(tx.updateTable('request'), id, { changedAt: actor.at })

/** A user case is no part of a request any more. */
export async function releaseCase(tx: Tx, actor: Actor, id: number, caseId: number): Promise<void> {
  const request = await lockRequest(tx, actor, id)
  await tx
    .deleteFrom('requestCase')
    .where('requestId', '=', id)
    .where('caseId', '=', caseId)
    .returning('caseId')
    .executeTakeFirstOrThrow(() => new NotFound(t.userCaseNotPartRequest))
  await touch(tx, actor, id)
  await recordOf(tx, actor, 'request.released', { id, groupId: request.groupId }, { caseId })
}

/** The group's work is given to its own people: never to the vendor's, though they hold a role there. */
async function requireMember(tx: Tx, actor: Actor, groupId: number, field: string, personId: number): Promise<void> {
  const seat = await tx
    .selectFrom('sharedAppointment as appointment')
    .select('id')
    .where('personId', '=', personId)
    .where('groupId', '=', groupId)
    .where('role', 'in', inside)
    .where(sql<boolean>`not ${isVendorSide(sql.ref('appointment.person_id'), actor.at)}`)
    .where(sql<boolean>`from_on <= ${actor.at}::date and (to_on is null or to_on >= ${actor.at}::date)`)
    .executeTakeFirst()
  if (!seat) refuse(field, t.chooseMemberWorkingGroup)
}

/** Who champions a request: one of those who collate; nobody where none is given. */
export async function nameChampion(tx: Tx, actor: Actor, id: number, personId: number | null): Promise<boolean> {
  const request = await lockRequest(tx, actor, id)
  if (request.championId === personId) return false
  if (personId !== null) {
    await requireMember(tx, actor, request.groupId, 'personId', personId)
    await follow(tx, id, personId, actor.at)
  }
  const values = { championId: personId, championSince: personId === null ? null : actor.at, changedAt: actor.at }
  await updateOne(tx.updateTable('request'), id, values)
  await indexRequest(tx, id)
  await recordOf(tx, actor, 'request.championed', { id, groupId: request.groupId }, { personId })
  if (personId !== null && personId !== actor.personId) await enqueue(tx, 'requests.championed', { requestId: id, personId })
  return true
}

/**
 * Somebody hears of comments and changes from now on; who has muted a request stays muted.
 * @returns whether they neither followed it nor muted it before
 */
export const follow = (tx: Tx, requestId: number, personId: number, at: Date): Promise<boolean> =>
  insertNew(tx.insertInto('requestFollower'), { requestId, personId, since: at })

/** A person follows a request, or no longer. */
export async function setFollowing(tx: Tx, actor: Actor, requestId: number, following: boolean): Promise<void> {
  if (actor.personId === null) throw new NotAllowed(t.signInToFollowARequest)
  const mutedAt = following ? null : actor.at
  await upsertRow(tx.insertInto('requestFollower'), { requestId, personId: actor.personId }, { mutedAt }, { since: actor.at })
}

export interface TopicFacts {
  name: string
  /** Of a topic that is changed, what is left out stays. */
  description?: string
  ownerId?: number | null
  closed?: boolean
}

/**
 * Opens a topic of a group, or changes one: a name under which requests are gathered, with somebody who looks after them.
 * @throws Invalid where another topic has the name
 */
export async function saveTopic(tx: Tx, actor: Actor, groupId: number, id: number | undefined, facts: TopicFacts): Promise<number> {
  await getCollatedGroup(tx, actor, { id: groupId })
  const twin = await tx.selectFrom('topic').select('id').where('groupId', '=', groupId).where('name', '=', facts.name).executeTakeFirst()
  if (twin && twin.id !== id) refuse('name', t.topicNameTakenChooseAnother)
  const owner = id === undefined ? undefined : await tx.selectFrom('topic').select('ownerId').where('id', '=', id).executeTakeFirst()
  // Whoever looks after it already may go on to, also after their term.
  if (facts.ownerId != null && facts.ownerId !== owner?.ownerId) await requireMember(tx, actor, groupId, 'ownerId', facts.ownerId)
  const { name, description, ownerId, closed } = facts
  const values = { name, description, ownerId, closedAt: closed ? actor.at : closed === undefined ? undefined : null }
  if (id === undefined) {
    const made = await insertOne(tx.insertInto('topic'), { ...values, groupId, createdAt: actor.at })
    await recordOf(tx, actor, 'topic.opened', { id: made, groupId })
    return made
  }
  if (!(await changeRow(tx.updateTable('topic').returning('id'), { id, groupId }, values))) throw new NotFound(t.topicDoesNotExist)
  // What is found by the topic's name is found by the new one.
  for (const request of await tx.selectFrom('request').select('id').where('topicId', '=', id).execute()) await indexRequest(tx, request.id)
  await recordOf(tx, actor, 'topic.changed', { id, groupId })
  return id
}

/** How a group works with requests: who leads it says so. */
export async function setRequestRule(tx: Tx, actor: Actor, groupId: number, rule: { referentConfirms?: boolean; mergeDays: number }) {
  await upsertRow(tx.insertInto('requestRule'), { groupId }, rule)
  await record(tx, actor, { action: 'request-rule.set', subject: `group:${groupId}`, groupId, details: { ...rule } })
}
