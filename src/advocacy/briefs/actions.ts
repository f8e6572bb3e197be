import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Invalid, NotAllowed, NotFound, notAllowedIf } from '../../errors.ts'
import { recordOf } from '../../journal/actions.ts'
import { insertAll, insertOne, orNoId, type Tx, updateOne, updateRows } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { inside, mayCollate } from '../../policy.ts'
import { isVendorSide } from '../../vendor-side-queries.ts'
import { getVendorGroup } from '../queries.ts'
import { indexBrief } from '../search-actions.ts'
import { composeContent, listCasesOf, mayQuote } from './compose-queries.ts'
import { type Brief, getBrief } from './queries.ts'
import { whyNotAdd, whyNotWork } from './rules.ts'

const t = textsOf('advocacy', 'briefs')

const mostRequests = 200
const quotesAtFirst = 4

/** Begins a brief; who begins it is its champion. */
export async function startBrief(tx: Tx, actor: Actor, { groupId, title, purpose }: { groupId: number; title: string; purpose: string }) {
  if (actor.personId === null || !mayCollate(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  const id = await insertOne(tx.insertInto('brief'), { groupId, title, purpose, championId: actor.personId, createdAt: actor.at })
  await recordOf(tx, actor, 'brief.begun', { id, groupId })
  await indexBrief(tx, id)
  return id
}

/** A brief that is still worked on, locked. */
export async function openBrief(tx: Tx, actor: Actor, id: number): Promise<Brief> {
  const brief = await getBrief(tx, actor, id, { lock: true })
  notAllowedIf(whyNotWork(brief))
  return brief
}

/**
 * Title, purpose and champion.
 * @throws Invalid for a champion who is not one of the group today
 */
export async function changeBrief(tx: Tx, actor: Actor, id: number, facts: { title: string; purpose?: string; championId?: number }) {
  const { title, purpose, championId } = facts
  const brief = await openBrief(tx, actor, id)
  const changed = championId !== undefined && championId !== brief.championId
  if (changed) {
    await tx
      .selectFrom('sharedAppointment as appointment')
      .select('id')
      .where('personId', '=', championId)
      .where('groupId', '=', brief.groupId)
      .where('role', 'in', inside)
      .where(sql<boolean>`not ${isVendorSide(sql.ref('appointment.person_id'), actor.at)}`)
      .where(sql<boolean>`from_on <= ${actor.at}::date and (to_on is null or to_on >= ${actor.at}::date)`)
      .executeTakeFirstOrThrow(() => new Invalid(refusals.pleaseLookAgain, { championId: t.chooseMemberWorkingGroup }))
  }
  await updateOne(tx.updateTable('brief'), id, { title, purpose, ...(changed ? { championId } : {}) })
  await recordOf(tx, actor, 'brief.changed', { id, groupId: brief.groupId })
  await indexBrief(tx, id)
}

/** A request begins with the first user cases whose authors let them be quoted. */
export async function quoteFirst(tx: Tx, briefId: number, requestId: number): Promise<void> {
  const quotable = (await listCasesOf(tx, requestId)).filter(({ consent }) => mayQuote(consent)).slice(0, quotesAtFirst)
  await insertAll(
    tx.insertInto('briefQuote'),
    quotable.map((one) => ({ briefId, requestId, caseId: one.id })),
  )
}

/**
 * Takes requests into a brief; those that are in it stay where they are. User cases whose authors agreed are quoted, a few of
 * each: the champion leaves out what does not help.
 * @throws Invalid for what is not the group's, merged, set aside or done
 */
export async function addRequests(tx: Tx, actor: Actor, id: number, requestIds: number[]): Promise<number> {
  const brief = await openBrief(tx, actor, id)
  const wanted = [...new Set(requestIds).difference(new Set(brief.requests.map(({ requestId }) => requestId)))]
  if (wanted.length === 0) return 0
  const found = await tx
    .selectFrom('sharedRequest as request')
    .select(['id', 'stage', 'rootId'])
    .where('id', 'in', orNoId(wanted))
    .where('groupId', '=', brief.groupId)
    .execute()
  const many = brief.requests.length + wanted.length > mostRequests ? t.refused.tooMany({ most: mostRequests }) : undefined
  const byId = new Map(found.map((one) => [one.id, one]))
  const refusal = many ?? wanted.map((id) => whyNotAdd(id, byId.get(id))).find(Boolean)
  if (refusal) throw new Invalid(refusal, { requestId: refusal })
  const last = Math.max(0, ...brief.requests.map(({ position }) => position))
  const added = wanted.map((requestId, i) => ({ briefId: id, requestId, position: last + i + 1 }))
  await insertAll(tx.insertInto('briefRequest'), added)
  for (const requestId of wanted) await quoteFirst(tx, id, requestId)
  await recordOf(tx, actor, 'brief.extended', { id, groupId: brief.groupId }, { requests: wanted.length })
  await indexBrief(tx, id)
  return wanted.length
}

/** Takes a request out of a brief that is worked on; what was handed over stays as it was. */
export async function removeRequest(tx: Tx, actor: Actor, id: number, requestId: number): Promise<void> {
  const brief = await openBrief(tx, actor, id)
  const { numDeletedRows } = await tx
    .deleteFrom('briefRequest')
    .where('briefId', '=', id)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  await recordOf(tx, actor, 'brief.shortened', { id, groupId: brief.groupId }, { requestId })
}

/** What is left out of the page of a request stays. */
export interface PageFacts {
  ask?: string
  evidence?: string
  /** User cases to be quoted. */
  caseIds?: number[]
  /** Its place, from 1. */
  position?: number
}

/**
 * What we ask, the evidence, and which user cases are quoted.
 * @throws Invalid for a user case whose author has not agreed
 */
export async function savePage(tx: Tx, actor: Actor, id: number, requestId: number, facts: PageFacts): Promise<void> {
  const brief = await openBrief(tx, actor, id)
  if (!brief.requests.some((one) => one.requestId === requestId)) throw new NotFound(t.thisRequestIsNotInThe)
  const cases = await listCasesOf(tx, requestId)
  for (const caseId of facts.caseIds ?? []) {
    const found = cases.find((one) => one.id === caseId)
    if (!found) throw new Invalid(refusals.pleaseLookAgain, { caseIds: t.chooseOnlyUserCasesRequest })
    if (!mayQuote(found.consent))
      throw new Invalid(refusals.pleaseLookAgain, { caseIds: t.theAuthorOfHasNotAgreed({ title: found.title }) })
  }
  await updateRows(tx.updateTable('briefRequest'), { briefId: id, requestId }, { ask: facts.ask, evidence: facts.evidence, requestId })
  if (facts.caseIds) {
    await tx.deleteFrom('briefQuote').where('briefId', '=', id).where('requestId', '=', requestId).execute()
    const quotes = [...new Set(facts.caseIds)].map((caseId) => ({ briefId: id, requestId, caseId }))
    await insertAll(tx.insertInto('briefQuote'), quotes)
  }
  if (facts.position !== undefined) await moveTo(tx, brief, requestId, facts.position)
  await recordOf(tx, actor, 'brief.changed', { id, groupId: brief.groupId }, { requestId })
  await indexBrief(tx, id)
}

async function moveTo(tx: Tx, brief: Brief, requestId: number, position: number): Promise<void> {
  const others = brief.requests.filter((one) => one.requestId !== requestId).map((one) => one.requestId)
  const order = others.toSpliced(Math.max(0, Math.min(others.length, position - 1)), 0, requestId)
  await sql`update brief_request r set position = o.place from unnest(${order}::bigint[]) with ordinality as o (id, place)
    where r.brief_id = ${brief.id} and r.request_id = o.id`.execute(tx)
}

/**
 * Keeps the brief as it stands now, unless it stands as the last version kept it.
 * @returns the version's id and number
 */
export async function keepVersion(tx: Tx, actor: Actor, brief: Brief): Promise<{ id: number; number: number }> {
  const content = await composeContent(tx, brief, await getVendorGroup(tx, brief.groupId))
  const last = await tx
    .selectFrom('briefVersion')
    .select(['id', 'number'])
    .select(sql<boolean>`content = ${JSON.stringify(content)}::jsonb`.as('same'))
    .where('briefId', '=', brief.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.same) return { id: last.id, number: last.number }
  const number = (last?.number ?? 0) + 1
  const made = { madeBy: actor.personId, madeAt: actor.at }
  const id = await insertOne(tx.insertInto('briefVersion'), { briefId: brief.id, number, content: JSON.stringify(content), ...made })
  await recordOf(tx, actor, 'brief.kept', brief, { version: number })
  return { id, number }
}

/** Keeps a version by hand, to be read and sent round before it goes out. */
export const keepBrief = async (tx: Tx, actor: Actor, id: number): Promise<number> =>
  (await keepVersion(tx, actor, await openBrief(tx, actor, id))).number

/** Opens a brief again that was closed. */
export async function reopenBrief(tx: Tx, actor: Actor, id: number): Promise<void> {
  const brief = await getBrief(tx, actor, id, { lock: true })
  if (!brief.mayHandOver) throw new NotAllowed(t.onlyChampionCoordinator3)
  if (!brief.closedAt) return
  await updateOne(tx.updateTable('brief'), id, { closedAt: null })
  await recordOf(tx, actor, 'brief.reopened', { id, groupId: brief.groupId })
}

/** Closes a brief: nothing more goes out of it. */
export async function closeBrief(tx: Tx, actor: Actor, id: number): Promise<void> {
  const brief = await openBrief(tx, actor, id)
  if (!brief.mayHandOver) throw new NotAllowed(t.onlyChampionCoordinator3)
  await updateOne(tx.updateTable('brief'), id, { closedAt: actor.at })
  await recordOf(tx, actor, 'brief.closed', { id, groupId: brief.groupId })
}
