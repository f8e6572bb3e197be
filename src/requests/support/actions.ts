import { sql } from 'kysely'
import { type Actor, program } from '../../actor.ts'
import { Conflict, Invalid, missing, NotFound } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import {
  changeRow,
  findRow,
  insertNew,
  insertNewRow,
  insertOne,
  insertRow,
  listRows,
  orNoId,
  type Tx,
  updateOne,
} from '../../lib/db/rows.ts'
import type { SupportStrength } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { listReferents } from '../../people/queries.ts'
import { mayContribute, mayLead } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { follow } from '../actions.ts'
import { findRequest, getRequest, getRequestGroup, type RequestGroup } from '../core/queries.ts'
import { isOpen } from '../core/rules.ts'
import { requestRefusals } from '../refusals.ts'
import { findQuestion, listInstitutionsOf, listSpeakers } from './queries.ts'
import { institutionSays } from './rules.ts'

const t = textsOf('requests', 'support')

export interface Word {
  strength: SupportStrength
  reason: string
}

/** What somebody says for an institution, theirs where they say no other. */
type VoiceSaid = Pick<Word, 'strength'> & { reason?: string; organisationId?: number }

interface Current extends Word {
  id: number
  state: 'proposed' | 'standing'
  confirmedBy: number | null
}

const findCurrent = async (tx: Tx, requestId: number, organisationId: number) =>
  (await tx
    .selectFrom('support')
    .select(['id', 'strength', 'reason', 'state', 'confirmedBy'])
    .where('requestId', '=', requestId)
    .where('organisationId', '=', organisationId)
    .where('endedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()) as Current | undefined

/** Where a word about a request counts: with what it is merged into, unless it stays with the merged text. */
async function lockTarget(tx: Tx, actor: Actor, requestId: number) {
  const seen = await getRequest(tx, actor, requestId)
  // A merge locks both texts: the one that was read may go into another while it is waited for.
  await tx.selectFrom('request').select('id').where('id', 'in', [seen.id, seen.rootId]).orderBy('id').forUpdate().execute()
  const { rootId } = await getRequest(tx, actor, requestId)
  if (rootId !== seen.rootId) await tx.selectFrom('request').select('id').where('id', '=', rootId).forUpdate().execute()
  const request = await getRequest(tx, actor, rootId)
  const group = await getRequestGroup(tx, actor, { id: request.groupId })
  if (!mayContribute(actor, group)) throw new NotFound(requestRefusals.request)
  if (!isOpen(request.stage)) throw new Conflict(t.thisRequestAsksForNothingAny)
  return { request, group }
}

/** Ends the word that stands and begins another one; the same word again changes nothing. */
async function say(
  tx: Tx,
  actor: Actor,
  requestId: number,
  organisationId: number,
  { strength, reason, state, confirmedBy = null }: Word & { state: 'proposed' | 'standing'; confirmedBy?: number | null },
): Promise<number> {
  const current = await findCurrent(tx, requestId, organisationId)
  if (current && current.strength === strength && current.state === state && current.confirmedBy === confirmedBy) {
    if (reason && reason !== current.reason) await updateOne(tx.updateTable('support'), current.id, { reason })
    return current.id
  }
  if (current) await updateOne(tx.updateTable('support'), current.id, { state: 'replaced', endedAt: actor.at })
  return insertOne(tx.insertInto('support'), {
    ...{ requestId, organisationId, strength, reason, state, confirmedBy, confirmedAt: confirmedBy === null ? null : actor.at },
    ...{ saidBy: actor.personId, since: actor.at, affirmedAt: actor.at },
  })
}

const isReferent = async (tx: Tx, at: Date, organisationId: number, personId: number): Promise<boolean> =>
  (await listReferents(tx, [organisationId], at)).some((one) => one.id === personId)

/** What an institution says follows from the voices of its people, until its referent has spoken. */
async function settleInstitution(tx: Tx, actor: Actor, requestId: number, organisationId: number, group: RequestGroup): Promise<void> {
  const current = await findCurrent(tx, requestId, organisationId)
  if (current && current.confirmedBy !== null) return
  const voices = await listRows(tx.selectFrom('supportVoice').orderBy('at', 'desc'), { requestId, organisationId, endedAt: null }, [
    'strength',
    'reason',
    'personId',
  ])
  const strength = institutionSays(voices.map((voice) => voice.strength))
  if (strength === undefined) {
    if (current) await updateOne(tx.updateTable('support'), current.id, { state: 'withdrawn', endedAt: actor.at })
    return
  }
  const reason = voices.find((voice) => voice.strength === strength && voice.reason)?.reason ?? ''
  const state = group.referentConfirms ? 'proposed' : 'standing'
  const supportId = await say(tx, actor, requestId, organisationId, { strength, reason, state })
  if (group.referentConfirms && supportId !== current?.id) await enqueue(tx, 'requests.confirmSupport', { supportId })
}

/** While a merge is proposed, who comes to the first request is asked, too. */
async function joinOpenProposal(tx: Tx, requestId: number, organisationId: number): Promise<void> {
  const proposal = await findRow(tx.selectFrom('mergeProposal'), { sourceId: requestId, state: 'open' }, ['id'])
  if (!proposal) return
  if (await insertNew(tx.insertInto('mergeParty'), { proposalId: proposal.id, organisationId }))
    await enqueue(tx, 'requests.mergeProposed', { proposalId: proposal.id })
}

/**
 * A person raises their voice for their institution. Of several voices of one institution each counts once and together they are one.
 * A referent's voice is their institution's word. A reason that is left out stays the one that they gave before.
 * @param organisationId where they work at several
 * @returns whether they follow the request from now on, because of this
 * @throws Invalid for who has no institution, or says another's
 */
export async function raiseVoice(tx: Tx, actor: Actor, requestId: number, word: VoiceSaid): Promise<boolean> {
  const { strength, organisationId } = word
  const { request, group } = await lockTarget(tx, actor, requestId)
  const personId = actor.personId as number
  const mine = await listInstitutionsOf(tx, personId, actor.at)
  const institution = organisationId === undefined ? mine[0] : mine.find((one) => one.id === organisationId)
  if (!institution)
    throw new Invalid(refusals.pleaseLookAgain, { organisationId: mine.length === 0 ? t.addInstitution : t.chooseInstitution })
  const before = await changeRow(
    tx.updateTable('supportVoice').returning(['organisationId', 'reason']),
    { requestId: request.id, personId, endedAt: null },
    { endedAt: actor.at },
  )
  const reason = word.reason ?? before?.reason ?? ''
  await insertRow(tx.insertInto('supportVoice'), {
    requestId: request.id,
    organisationId: institution.id,
    personId,
    strength,
    reason,
    at: actor.at,
  })
  if (await isReferent(tx, actor.at, institution.id, personId))
    await say(tx, actor, request.id, institution.id, { strength, reason, state: 'standing', confirmedBy: personId })
  else await settleInstitution(tx, actor, request.id, institution.id, group)
  // One voice makes one institution's word: where they work at several, it goes with it. What was said where they worked before stays said.
  if (before && before.organisationId !== institution.id && mine.some(({ id }) => id === before.organisationId))
    await settleInstitution(tx, actor, request.id, before.organisationId, group)
  const follows = await follow(tx, request.id, personId, actor.at)
  await joinOpenProposal(tx, request.id, institution.id)
  await recordOf(tx, actor, 'support.voiced', { ...request, of: 'request' }, { organisationId: institution.id, strength })
  return follows
}

/** A person takes their voice back; their institution says what its other people say. */
export async function withdrawVoice(tx: Tx, actor: Actor, requestId: number): Promise<void> {
  const { request, group } = await lockTarget(tx, actor, requestId)
  const ended = await changeRow(
    tx.updateTable('supportVoice').where('personId', '=', actor.personId).returning('organisationId'),
    { requestId: request.id, endedAt: null },
    { endedAt: actor.at },
  )
  if (!ended) throw new NotFound(t.youHaveNoVoiceHere)
  const current = await findCurrent(tx, request.id, ended.organisationId)
  // Only while they speak for it: what a referent confirmed stays their institution's word when another one has come.
  if (current?.confirmedBy === actor.personId && (await isReferent(tx, actor.at, ended.organisationId, actor.personId ?? 0)))
    await updateOne(tx.updateTable('support'), current.id, { state: 'withdrawn', endedAt: actor.at })
  await settleInstitution(tx, actor, request.id, ended.organisationId, group)
  await recordOf(tx, actor, 'support.withdrawn', { ...request, of: 'request' }, { organisationId: ended.organisationId })
}

/** An import or a ballot says what an institution stood behind; nothing is asked of anybody. */
export async function recordSupport(
  tx: Tx,
  actor: Actor,
  requestId: number,
  organisationId: number,
  word: Word,
  { since = actor.at }: { since?: Date } = {},
): Promise<void> {
  await say(tx, { ...actor, at: since, personId: null }, requestId, organisationId, { ...word, state: 'standing' })
}

/** Locks the question of a letter for the person it was sent to. */
async function lockQuestion(tx: Tx, id: number) {
  await tx.selectFrom('supportQuestion').select('id').where('id', '=', id).forUpdate().execute()
  return (await findQuestion(tx, id)) ?? missing(refusals.thisQuestionIsSettled)
}

/**
 * A referent says whether their institution stands behind a request as its people say. Saying it again changes nothing; no longer a
 * referent, they decide nothing.
 * @throws NotFound when the support was said anew meanwhile
 */
export async function answerConfirmation(tx: Tx, at: Date, via: Actor['via'], questionId: number, yes: boolean): Promise<void> {
  const question = await lockQuestion(tx, questionId)
  if (question.supportId === null) throw new NotFound(refusals.thisQuestionIsSettled)
  const support = await tx.selectFrom('support').selectAll().where('id', '=', question.supportId).forUpdate().executeTakeFirst()
  if (!support || !(await isReferent(tx, at, support.organisationId, question.personId))) throw new NotFound(refusals.thisQuestionIsSettled)
  if (support.state !== 'proposed') return
  const { id, requestId, organisationId } = support
  const { personId } = question
  const confirmed = { confirmedBy: personId, confirmedAt: at }
  const said = yes ? ({ state: 'standing' } as const) : ({ state: 'withdrawn', endedAt: at } as const)
  await updateOne(tx.updateTable('support'), id, { ...confirmed, ...said })
  await updateOne(tx.updateTable('supportQuestion'), questionId, { answeredAt: at })
  const subject = { of: 'request', id: requestId, groupId: (await findRequest(tx, requestId))?.groupId } as const
  await recordOf(tx, { ...program(at), via, personId }, yes ? 'support.confirmed' : 'support.refused', subject, { organisationId })
}

/**
 * Support is said anew: everyone who speaks for an institution gets one mail with a button. Who leads the group begins it.
 * @param closesOn the day after which what was not affirmed is history
 */
export async function openAffirmation(tx: Tx, actor: Actor, groupId: number, { name, closesOn }: { name: string; closesOn: string }) {
  if (!mayLead(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
  if (closesOn <= todayOf(actor)) throw new Invalid(refusals.pleaseLookAgain, { closesOn: t.giveADayToCome })
  // Two who begin one at once: the second hears that one goes on.
  await tx.selectFrom('sharedWorkingGroup as workingGroup').select('id').where('id', '=', groupId).forUpdate().execute()
  const running = await tx
    .selectFrom('affirmation')
    .select(['id', 'name', 'closedAt'])
    .where('groupId', '=', groupId)
    .where((e) => e.or([e('closedAt', 'is', null), e('name', '=', name)]))
    .executeTakeFirst()
  if (running) throw new Conflict(running.closedAt === null ? t.goesOnStillOneIsEnough({ name: running.name }) : t.thereWasOneOfThisName)
  const id = await insertOne(tx.insertInto('affirmation'), { groupId, name, closesOn, openedBy: actor.personId, openedAt: actor.at })
  await recordOf(tx, actor, 'affirmation.opened', { id, groupId })
  await enqueue(tx, 'requests.askAffirmation', { affirmationId: id })
  return id
}

/**
 * One click affirms what an institution stands behind. Affirming twice changes nothing.
 * @param supportIds these alone; all of its support in the group where not given
 * @returns how many were affirmed
 * @throws NotFound for who speaks for the institution no longer
 */
export async function affirm(tx: Tx, at: Date, via: Actor['via'], questionId: number, supportIds?: number[]): Promise<number> {
  const question = await lockQuestion(tx, questionId)
  const affirmation =
    question.affirmationId === null
      ? undefined
      : await tx.selectFrom('affirmation').selectAll().where('id', '=', question.affirmationId).executeTakeFirst()
  if (!affirmation || affirmation.closedAt !== null) throw new NotFound(refusals.thisQuestionIsSettled)
  const speakers = await listSpeakers(tx, question.organisationId, undefined, at)
  if (!speakers.includes(question.personId)) throw new NotFound(refusals.thisQuestionIsSettled)
  const affirmed = await tx
    .updateTable('support')
    .from('request')
    .set({ affirmedAt: at, affirmationId: affirmation.id })
    .whereRef('request.id', '=', 'support.requestId')
    .where('request.groupId', '=', affirmation.groupId)
    .where('support.organisationId', '=', question.organisationId)
    .where('support.state', '=', 'standing')
    .where((e) => e.or([e('support.affirmationId', 'is', null), e('support.affirmationId', '<>', affirmation.id)]))
    .$if(supportIds !== undefined, (query) => query.where('support.id', 'in', orNoId(supportIds ?? [])))
    .returning('support.id')
    .execute()
  await updateOne(tx.updateTable('supportQuestion'), questionId, { answeredAt: at })
  const count = affirmed.length
  const { personId, organisationId } = question
  const by = { ...program(at), via, personId }
  if (count > 0) await recordOf(tx, by, 'support.affirmed', { ...affirmation, of: 'affirmation' }, { organisationId, count })
  return count
}

/** Ends the affirmations whose day has passed: what was said before and not affirmed is history. */
export async function closeAffirmations(tx: Tx, at: Date): Promise<number> {
  const due = await tx
    .selectFrom('affirmation')
    .selectAll()
    .where('closedAt', 'is', null)
    .where(sql<boolean>`closes_on < ${at}::date`)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id, groupId, openedAt } of due) {
    const ended = await tx
      .updateTable('support')
      .from('request')
      .set({ state: 'history', endedAt: at })
      .whereRef('request.id', '=', 'support.requestId')
      .where('request.groupId', '=', groupId)
      .where('request.stage', 'not in', ['accepted', 'set_aside'])
      .where('support.state', 'in', ['standing', 'proposed'])
      .where('support.affirmedAt', '<', openedAt)
      .returning('support.id')
      .execute()
    await updateOne(tx.updateTable('affirmation'), id, { closedAt: at })
    await recordOf(tx, program(at), 'affirmation.closed', { id, groupId }, { ended: ended.length })
  }
  return due.length
}

/** Somebody was asked by letter; asking again is one question. @returns its id, for the link */
export async function askQuestion(
  tx: Tx,
  question: { affirmationId?: number; supportId?: number; organisationId: number; personId: number },
  at: Date,
): Promise<number | undefined> {
  const row = await insertNewRow(tx.insertInto('supportQuestion').returning('id'), { ...question, askedAt: at })
  return row?.id
}
