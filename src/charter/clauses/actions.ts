import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, missing, NotAllowed, NotFound } from '../../errors.ts'
import { addDecision } from '../../groups/actions.ts'
import { recordOf } from '../../journal/actions.ts'
import { idsOf, insertAll, insertNew, insertOne, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import type { ClauseKind } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { mayKeepCharter } from '../../policy.ts'
import { forgetDocuments, indexDocuments } from '../../search/actions.ts'
import { todayOf } from '../../time.ts'
import { type Beginning, type NewClause, readBeginning } from './beginning.ts'
import { listListNames } from './fields-queries.ts'
import { type CharterGroup, getVersionById, listClauses, listVersions } from './queries.ts'
import { type ClauseText, mostClauses, nextNumber, plainText, whyNotAdopt, whyNotClause, whyNotFields, whyNotInForce } from './rules.ts'

const t = textsOf('charter', 'clausesPage')

const refuse = (problems: Record<string, string>): void => {
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.lookAgain, problems)
}

async function insertClause(tx: Tx, groupId: number, versionId: number, clause: NewClause, position: number): Promise<number> {
  const lineId = clause.lineId ?? (await insertOne(tx.insertInto('clauseLine'), { groupId }))
  const { number, kind, text, heading = '', kindGuessed = false } = clause
  const id = await insertOne(tx.insertInto('charterClause'), { versionId, lineId, number, kind, text, heading, kindGuessed, position })
  await insertAll(
    tx.insertInto('clauseMeasure'),
    clause.measures.map(({ kind: measure, subject, everyN, everyUnit, target, graceDays, role, seriesId }, at) => ({
      clauseId: id,
      position: at + 1,
      kind: measure,
      subject,
      everyN,
      everyUnit,
      target,
      graceDays,
      role,
      seriesId,
    })),
  )
  return id
}

/**
 * Begins the next version of a group's charter: from the one in force, our template, a text that was pasted, or nothing.
 * @returns the draft's id
 * @throws NotFound for who does not keep the charter, Conflict where there is a draft already
 */
export async function startDraft(tx: Tx, actor: Actor, group: CharterGroup, beginning: Beginning): Promise<number> {
  if (!mayKeepCharter(actor, group.id)) throw new NotFound(refusals.thereIsNoSuchPage)
  // Two who begin at once: the second finds the draft of the first.
  await tx.selectFrom('sharedWorkingGroup as workingGroup').select('id').where('id', '=', group.id).forNoKeyUpdate().execute()
  const versions = await listVersions(tx, group.id, { drafts: true })
  if (versions.some(({ adoptedAt }) => adoptedAt === null)) throw new Conflict(t.thereIsADraftAlreadyFinish)
  const { preamble, clauses } = await readBeginning(tx, group, beginning, todayOf(actor))
  const number = Math.max(0, ...versions.map((one) => one.number)) + 1
  const id = await insertOne(tx.insertInto('charterVersion'), {
    groupId: group.id,
    number,
    preamble,
    madeAt: actor.at,
    madeBy: actor.personId,
    changedAt: actor.at,
  })
  for (const [at, clause] of clauses.entries()) await insertClause(tx, group.id, id, clause, at + 1)
  await recordOf(tx, actor, 'charter.drafted', { id, groupId: group.id }, { number, from: beginning.from, clauses: clauses.length })
  return id
}

/**
 * A draft that is written at this moment, for who keeps the charter.
 * @throws NotAllowed where it was adopted meanwhile
 */
export async function lockDraft(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('charterVersion').select('id').where('id', '=', id).forUpdate().execute()
  const draft = await getVersionById(tx, actor, id, { keep: true })
  if (draft.adoptedAt !== null) throw new NotAllowed(t.thisVersionIsAdoptedWhatIt)
  return draft
}

/** Notes that a draft was changed. */
export const touch = (tx: Tx, actor: Actor, id: number) =>
  tx
    .updateTable('charterVersion')
    .set((e) => ({ changedAt: actor.at, version: e('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Writes what stands before the clauses of a draft, and what is new in it. */
export async function changeDraft(tx: Tx, actor: Actor, id: number, texts: { preamble?: string; note?: string }): Promise<void> {
  const draft = await lockDraft(tx, actor, id)
  const wrong = texts.preamble && whyNotFields(texts.preamble, await listListNames(tx, draft.groupId))
  if (wrong) throw new Invalid(refusals.lookAgain, { preamble: wrong })
  await updateOne(tx.updateTable('charterVersion'), id, texts)
  await touch(tx, actor, id)
  await recordOf(tx, actor, 'charter.changed', { id, groupId: draft.groupId })
}

// A line of which no version speaks any more, and on which nothing hangs.
const dropLooseLines = (tx: Tx, groupId: number) =>
  tx
    .deleteFrom('clauseLine')
    .where('groupId', '=', groupId)
    .where((e) => e.not(e.exists(e.selectFrom('charterClause').select('id').whereRef('charterClause.lineId', '=', 'clauseLine.id'))))
    .where((e) => e.not(e.exists(e.selectFrom('clauseWaiver').select('id').whereRef('clauseWaiver.lineId', '=', 'clauseLine.id'))))
    .where((e) =>
      e.not(e.exists(e.selectFrom('clauseAttestation').select('id').whereRef('clauseAttestation.lineId', '=', 'clauseLine.id'))),
    )
    .execute()

/** Throws a draft away. */
export async function discardDraft(tx: Tx, actor: Actor, id: number): Promise<void> {
  const draft = await lockDraft(tx, actor, id)
  await tx.deleteFrom('charterVersion').where('id', '=', id).execute()
  await dropLooseLines(tx, draft.groupId)
  await recordOf(tx, actor, 'charter.discarded', { id, groupId: draft.groupId }, { number: draft.number })
}

/**
 * Adds a clause at the end of its kind.
 * @returns its id
 * @throws Invalid with a sentence for `number` or `text`
 */
export async function addClause(
  tx: Tx,
  actor: Actor,
  draftId: number,
  { number, kind, text, measures = [] }: { number?: string; kind: ClauseKind; text: string; measures?: NewClause['measures'] },
): Promise<number> {
  const draft = await lockDraft(tx, actor, draftId)
  const clauses = await listClauses(tx, [draftId])
  if (clauses.length >= mostClauses) throw new Invalid(refusals.lookAgain, { text: t.aCharterHasAtMostClauses({ mostClauses }) })
  const taken = clauses.map((one) => one.number)
  const clause = { number: number ?? nextNumber(kind, taken), kind, text }
  refuse(whyNotClause(clause, taken, await listListNames(tx, draft.groupId)))
  const place = clauses.findLastIndex((one) => one.kind === kind)
  const at = place < 0 ? clauses.length : place + 1
  const id = await insertClause(tx, draft.groupId, draftId, { ...clause, measures }, at + 1)
  await putInOrder(tx, [...idsOf(clauses.slice(0, at)), id, ...idsOf(clauses.slice(at))])
  await touch(tx, actor, draftId)
  await recordOf(tx, actor, 'charter.clause-added', { id: draftId, groupId: draft.groupId }, { number: clause.number })
  return id
}

async function putInOrder(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await updateRows(tx.updateTable('charterClause').where('position', '<>', at + 1), { id }, { position: at + 1 })
}

async function lockClause(tx: Tx, actor: Actor, draftId: number, clauseId: number) {
  const draft = await lockDraft(tx, actor, draftId)
  const clauses = await listClauses(tx, [draftId])
  const clause = clauses.find((one) => one.id === clauseId) ?? missing(t.thereIsNoSuchClause)
  return { draft, clauses, clause }
}

/** What is changed of a clause; its heading where one is given. */
type Changed = ClauseText & { heading?: string }

const isSame = (one: ClauseText & { heading: string }, other: Changed): boolean =>
  one.number === other.number && one.kind === other.kind && one.text === other.text && one.heading === (other.heading ?? one.heading)

/**
 * Changes what a clause of a draft says.
 * @param revision the one that the change was made on; undefined: whatever stands there
 * @throws Invalid with a sentence for `number` or `text`; Conflict where somebody changed it meanwhile
 */
export async function changeClause(tx: Tx, actor: Actor, draftId: number, clauseId: number, changed: Changed, revision?: number) {
  const { draft, clauses, clause } = await lockClause(tx, actor, draftId, clauseId)
  if (revision !== undefined && revision !== clause.revision && !isSame(clause, changed))
    throw new Conflict(t.aColleagueHasChangedThisClause)
  const others = clauses.filter((one) => one.id !== clauseId).map((one) => one.number)
  refuse(whyNotClause(changed, others, await listListNames(tx, draft.groupId)))
  const { number, kind, text, heading = clause.heading } = changed
  await tx
    .updateTable('charterClause')
    .set({ number, kind, text, heading: heading.trim(), kindGuessed: false, revision: clause.revision + 1 })
    .where('id', '=', clauseId)
    .execute()
  await touch(tx, actor, draftId)
  await recordOf(tx, actor, 'charter.clause-changed', { id: draftId, groupId: draft.groupId }, { number })
}

/** Moves a clause of a draft up or down by one. */
export async function moveClause(tx: Tx, actor: Actor, draftId: number, clauseId: number, to: 'up' | 'down'): Promise<void> {
  const { clauses } = await lockClause(tx, actor, draftId, clauseId)
  const ids = idsOf(clauses)
  const at = ids.indexOf(clauseId)
  const next = to === 'up' ? at - 1 : at + 1
  const other = ids[next]
  if (other === undefined) return
  ids[at] = other
  ids[next] = clauseId
  await putInOrder(tx, ids)
  await touch(tx, actor, draftId)
}

/** Takes a clause out of a draft; earlier versions keep it. */
export async function removeClause(tx: Tx, actor: Actor, draftId: number, clauseId: number): Promise<void> {
  const { draft, clause } = await lockClause(tx, actor, draftId, clauseId)
  await tx.deleteFrom('charterClause').where('id', '=', clauseId).execute()
  await dropLooseLines(tx, draft.groupId)
  await touch(tx, actor, draftId)
  await recordOf(tx, actor, 'charter.clause-removed', { id: draftId, groupId: draft.groupId }, { number: clause.number })
}

/** By which decision something is: one of the register, or one that is written down with it. */
export interface ByDecision {
  decisionId?: number
  decisionText?: string
  decidedOn?: string
}

/**
 * The decision that is meant.
 * @throws Invalid with a sentence for `decisionId` or `decisionText`
 */
export async function decisionFor(tx: Tx, actor: Actor, groupId: number, given: ByDecision, path: string): Promise<number> {
  const typed = Boolean(given.decisionText?.trim())
  if (typed === (given.decisionId !== undefined))
    throw new Invalid(refusals.lookAgain, { decisionText: typed ? t.bothDecisions : t.chooseDecisionEnterHere })
  if (given.decisionId !== undefined) {
    const found = await tx
      .selectFrom('sharedDecision as decision')
      .select('id')
      .where('id', '=', given.decisionId)
      .where('groupId', '=', groupId)
      .executeTakeFirstOrThrow(() => new Invalid(refusals.lookAgain, { decisionId: t.groupHasNoSuchDecision }))
    return found.id
  }
  const decidedOn = given.decidedOn ?? todayOf(actor)
  if (decidedOn > todayOf(actor)) throw new Invalid(refusals.lookAgain, { decidedOn: t.enterTodaysDateEarlierOne })
  const { id } = await addDecision(tx, actor, {
    groupId,
    communityId: null,
    text: given.decisionText ?? '',
    decidedOn,
    source: `charter:${path}`,
    sourcePath: path,
  })
  return id
}

export interface Adoption extends ByDecision {
  inForceOn: string
  reviewOn: string | null
}

/**
 * Adopts a draft by a decision: from a day on it is the charter, and what it says stays as it is.
 * @throws Invalid where a day is wrong or the draft is empty, NotAllowed where somebody was faster
 */
export async function adopt(tx: Tx, actor: Actor, draftId: number, { inForceOn: from, reviewOn, ...decision }: Adoption): Promise<void> {
  const draft = await lockDraft(tx, actor, draftId)
  const refusal = whyNotAdopt(draft)
  if (refusal) throw new Invalid(refusal)
  const others = await listVersions(tx, draft.groupId)
  refuse(
    whyNotInForce(
      from,
      reviewOn,
      others.map((one) => one.inForceOn),
    ),
  )
  const path = `/groups/${draft.group.slug}/charter/${draft.number}`
  const decisionId = await decisionFor(tx, actor, draft.groupId, decision, path)
  await tx
    .updateTable('charterVersion')
    .set({ adoptedAt: actor.at, adoptedBy: actor.personId, decisionId, inForceOn: from, reviewOn })
    .where('id', '=', draftId)
    .execute()
  await indexCharter(tx, draft.groupId)
  await recordOf(
    tx,
    actor,
    'charter.adopted',
    { id: draftId, groupId: draft.groupId },
    { number: draft.number, decisionId, inForceOn: from },
  )
}

/** Puts the charter of a group into the index: everyone finds the clauses of the newest version; those before are read at their addresses. */
export async function indexCharter(tx: Tx, groupId: number): Promise<void> {
  const versions = await listVersions(tx, groupId)
  const [newest] = versions
  if (!newest?.adoptedAt) return
  const { adoptedAt: at } = newest
  const { name } = await tx
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select('name')
    .where('id', '=', groupId)
    .executeTakeFirstOrThrow()
  const clauses = await listClauses(tx, idsOf(versions))
  await forgetDocuments(tx, 'clause', idsOf(clauses.filter((one) => one.versionId !== newest.id)))
  await indexDocuments(
    tx,
    clauses
      .filter((one) => one.versionId === newest.id)
      .map(({ id, number, text }) => ({
        kind: 'clause',
        subjectId: id,
        audience: 'public',
        groupId,
        at,
        author: name,
        title: `Charter, ${number}`,
        body: plainText(text),
        language: 'en',
      })),
  )
}

/** Says when a charter is looked at again. @throws Invalid for a day that is not in the future */
export async function setReview(tx: Tx, actor: Actor, versionId: number, reviewOn: string): Promise<void> {
  await tx.selectFrom('charterVersion').select('id').where('id', '=', versionId).forUpdate().execute()
  const version = await getVersionById(tx, actor, versionId, { keep: true })
  if (version.inForceOn === null) throw new NotAllowed(t.versionDraftAdoptBeforeSet)
  if (reviewOn <= todayOf(actor) || reviewOn <= version.inForceOn)
    throw new Invalid(refusals.lookAgain, { reviewOn: t.enterDateFutureLaterThan })
  await updateOne(tx.updateTable('charterVersion'), versionId, { reviewOn })
  await recordOf(tx, actor, 'charter.reviewed', { id: versionId, groupId: version.groupId }, { reviewOn })
}

/** Notes that a reminder of a review goes out. @returns false where it went out before */
export async function noteReview(tx: Tx, at: Date, versionId: number, reviewOn: string, days: number): Promise<boolean> {
  return insertNew(tx.insertInto('charterNotice'), { versionId, reviewOn, days, sentAt: at })
}
