import type { Actor } from '../../actor.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { insertNew, insertOne, listRows, type Tx, updateOne } from '../../lib/db/rows.ts'
import type { FindingReaders } from '../../lib/db/schema.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import { isWebAddress } from '../../lib/web-address.ts'
import { isInGroup, mayKeepCharter } from '../../policy.ts'
import { todayOf } from '../../time.ts'
import { type ByDecision, decisionFor } from '../clauses/actions.ts'
import { whyNotWaiver } from '../clauses/rules.ts'
import type { FindingState } from './rules.ts'

const t = textsOf('charter', 'findingsPage')
const clauses = textsOf('charter', 'clausesPage')

async function lockLine(tx: Tx, lineId: number) {
  const line = await tx.selectFrom('clauseLine').selectAll().where('id', '=', lineId).forUpdate().executeTakeFirst()
  if (!line) throw new NotFound(clauses.thereIsNoSuchClause)
  return line
}

async function lockKeptLine(tx: Tx, actor: Actor, lineId: number) {
  const line = await lockLine(tx, lineId)
  if (!mayKeepCharter(actor, line.groupId)) throw new NotFound(clauses.thereIsNoSuchClause)
  return line
}

/** Says who may read what a clause's measures find. */
export async function shareFinding(tx: Tx, actor: Actor, lineId: number, readers: FindingReaders): Promise<void> {
  const line = await lockKeptLine(tx, actor, lineId)
  if (line.readers === readers) return
  await updateOne(tx.updateTable('clauseLine'), lineId, { readers })
  await record(tx, actor, { action: 'charter.finding-shared', subject: `clause:${lineId}`, groupId: line.groupId, details: { readers } })
}

export interface NewWaiver extends ByDecision {
  fromOn: string
  toOn: string
  reason: string
}

/**
 * Waives a clause for some days, by a decision and with its reason.
 * @throws Invalid with a sentence for each field
 */
export async function waive(tx: Tx, actor: Actor, lineId: number, { fromOn, toOn, reason, ...decision }: NewWaiver): Promise<number> {
  const line = await lockKeptLine(tx, actor, lineId)
  const problems = whyNotWaiver({ fromOn, toOn, reason })
  const standing = await listRows(tx.selectFrom('clauseWaiver'), { lineId, endedAt: null }, ['fromOn', 'toOn'])
  if (standing.some((one) => one.fromOn <= toOn && fromOn <= one.toOn)) problems.fromOn ??= clauses.errors.waived
  if (Object.keys(problems).length > 0) throw new Invalid(refusals.lookAgain, problems)
  const decisionId = await decisionFor(tx, actor, line.groupId, decision, `/charter/clauses/${lineId}`)
  const id = await insertOne(tx.insertInto('clauseWaiver'), {
    lineId,
    fromOn,
    toOn,
    reason,
    decisionId,
    madeAt: actor.at,
    madeBy: actor.personId,
  })
  await recordOf(tx, actor, 'charter.waived', { of: 'clause', id: lineId, groupId: line.groupId }, { fromOn, toOn, decisionId })
  return id
}

/** Ends a waiver from today on. @returns the clause that it was of */
export async function endWaiver(tx: Tx, actor: Actor, waiverId: number): Promise<number> {
  const waiver = await tx.selectFrom('clauseWaiver').selectAll().where('id', '=', waiverId).forUpdate().executeTakeFirst()
  if (!waiver) throw new NotFound(t.thereIsNoSuchWaiver)
  const line = await lockKeptLine(tx, actor, waiver.lineId)
  if (waiver.endedAt !== null) return line.id
  await updateOne(tx.updateTable('clauseWaiver'), waiverId, { endedAt: actor.at })
  await record(tx, actor, { action: 'charter.waiver-ended', subject: `clause:${line.id}`, groupId: line.groupId })
  return line.id
}

/**
 * Records what happened elsewhere, with its link. Everyone of the group may.
 * @throws Invalid with a sentence for each field
 */
export async function attest(tx: Tx, actor: Actor, lineId: number, { onDay, title, link }: { onDay: string; title: string; link: string }) {
  const line = await lockLine(tx, lineId)
  const may = mayKeepCharter(actor, line.groupId) || (isInGroup(actor, line.groupId) && !actor.vendorSide)
  if (!may) throw new NotFound(clauses.thereIsNoSuchClause)
  if (onDay > todayOf(actor)) throw new Invalid(refusals.lookAgain, { onDay: t.enterTodaysDateEarlierOne })
  if (!isWebAddress(link)) throw new Invalid(refusals.lookAgain, { link: t.enterWebAddressExampleHttps })
  const id = await insertOne(tx.insertInto('clauseAttestation'), { lineId, onDay, title, link, madeAt: actor.at, madeBy: actor.personId })
  await record(tx, actor, { action: 'charter.attested', subject: `clause:${lineId}`, groupId: line.groupId })
  return id
}

/** Takes a recorded link back: who recorded it, or who keeps the charter. @returns the clause that it was of */
export async function removeAttestation(tx: Tx, actor: Actor, id: number): Promise<number> {
  const kept = tx.selectFrom('clauseAttestation').selectAll().where('id', '=', id).where('removedAt', 'is', null)
  const found = await kept.forUpdate().executeTakeFirst()
  const line = found && (await lockLine(tx, found.lineId))
  const may = line && (mayKeepCharter(actor, line.groupId) || (isInGroup(actor, line.groupId) && found.madeBy === actor.personId))
  if (!found || !line || !may) throw new NotFound(t.thereIsNoSuchRecord)
  await updateOne(tx.updateTable('clauseAttestation'), id, { removedAt: actor.at })
  await record(tx, actor, { action: 'charter.attestation-removed', subject: `clause:${line.id}`, groupId: line.groupId })
  return line.id
}

/** Keeps how a group's clauses stand in a month. @returns false where the month was kept before */
export async function keepDigest(
  tx: Tx,
  at: Date,
  { groupId, month, states, letters }: { groupId: number; month: string; states: Record<string, FindingState>; letters: number },
): Promise<boolean> {
  return insertNew(tx.insertInto('charterDigest'), { groupId, month, states: JSON.stringify(states), letters, madeAt: at })
}
