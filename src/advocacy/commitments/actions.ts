import type { Actor } from '../../actor.ts'
import { Conflict, NotFound, refuse } from '../../errors.ts'
import { record, recordOf } from '../../journal/actions.ts'
import { findRow, insertNew, insertOne, type Tx, updateOne, upsertRow } from '../../lib/db/rows.ts'
import type { TellingKind, VendorSide } from '../../lib/db/schema.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { setStage } from '../../requests/actions.ts'
import { todayOf } from '../../time.ts'
import { newestAnswer } from '../answers/queries.ts'
import { checkLeads, claim, findRequestOf } from '../core/actions.ts'
import { getVendorGroup } from '../queries.ts'
import { indexCommitment } from '../search-actions.ts'
import { noteNews } from '../telling/actions.ts'
import { findReaders, getCommitment, listProducts } from './queries.ts'
import { getRelease, suggestFor } from './releases-queries.ts'

const notes = keptOf('advocacy', 'notes')

const t = textsOf('advocacy', 'commitments')

/** What happened to a request is told to those who asked for it, once it is told. */
export async function tell(
  tx: Tx,
  actor: Actor,
  kind: TellingKind,
  { groupId, requestId, subjectId, quiet }: { groupId: number; requestId: number; subjectId: number; quiet?: boolean },
): Promise<void> {
  const shown = await findReaders(tx, groupId, requestId, actor.at)
  await noteNews(tx, { groupId, requestId, kind, subjectId, ...shown, at: actor.at, quiet })
}

/** What the vendor will do in a year for a product, in points; agreed anew it replaces what was, but for a note that is left out. */
export async function setCapacity(
  tx: Tx,
  actor: Actor,
  groupId: number,
  { productId, year, points, note }: { productId: number; year: number; points: number; note?: string },
): Promise<void> {
  checkLeads(actor, groupId)
  await checkProduct(tx, groupId, productId)
  await upsertRow(tx.insertInto('capacity'), { groupId, productId, year }, { points, note })
  await record(tx, actor, { action: 'capacity.agreed', subject: `group:${groupId}`, groupId, details: { productId, year, points } })
}

async function checkProduct(tx: Tx, groupId: number, productId: number): Promise<void> {
  const { vendorId } = await getVendorGroup(tx, groupId)
  if (!(await listProducts(tx, vendorId)).some(({ id }) => id === productId)) refuse('productId', t.chooseProductVendor)
}

export interface NewCommitment {
  requestId: number
  productId: number
  year: number
  points: number
  /** YYYY-MM-DD; the end of the year where nothing else was said. */
  dueOn?: string
  /** What won a ballot, where the commitment comes from its result. */
  optionId?: number
  /** From before Rapport: nobody is told. */
  quiet?: boolean
}

/**
 * The vendor commits itself to a request, as the group says.
 * @returns the commitment's id
 * @throws Conflict when one is open already, Invalid beside the field
 */
export async function commit(tx: Tx, actor: Actor, groupId: number, facts: NewCommitment): Promise<number> {
  checkLeads(actor, groupId)
  return keepCommitment(tx, actor, groupId, facts, 'group')
}

/** The same as one side says it, and the other is asked to sign. Who may is the caller's question. */
export async function keepCommitment(tx: Tx, actor: Actor, groupId: number, facts: NewCommitment, side: VendorSide): Promise<number> {
  await checkProduct(tx, groupId, facts.productId)
  const request = await findRequestOf(tx, groupId, facts.requestId, { lock: true })
  if (!request) return refuse('requestId', t.thereIsNoRequest({ requestId: facts.requestId }))
  if (request.stage === 'merged') refuse('requestId', t.requestMergedUseRequest({ rootId: request.rootId }))
  if (request.stage === 'accepted') refuse('requestId', t.requestAlreadyDone)
  const answer = await newestAnswer(tx, facts.requestId).select('answer.id').executeTakeFirst()
  const { requestId, productId, year, points, dueOn = null, optionId = null, quiet } = facts
  const made = await tx
    .insertInto('commitment')
    .values({
      ...{ groupId, productId, requestId, year, points, dueOn, optionId },
      ...{ answerId: answer?.id ?? null, madeBy: actor.personId, madeAt: actor.at },
    })
    .onConflict((conflict) => conflict.columns(['requestId', 'productId']).where('state', '=', 'committed').doNothing())
    .returning('id')
    .executeTakeFirstOrThrow(() => new Conflict(t.vendorHasAlreadyPromised))
  await claimFor(tx, actor, groupId, made.id, { quiet, side })
  await recordOf(tx, actor, 'commitment.made', { id: made.id, groupId }, { requestId, year, points })
  if (request.stage !== 'delivered') await setStage(tx, actor, requestId, 'committed')
  await tell(tx, actor, 'commitment', { groupId, requestId, subjectId: made.id, quiet })
  await indexCommitment(tx, made.id, actor.at)
  return made.id
}

/** One side has said so, the group where nothing else is named: the other is asked to sign it. */
const claimFor = (
  tx: Tx,
  actor: Actor,
  groupId: number,
  commitmentId: number,
  { quiet = false, side = 'group', ...more }: { quiet?: boolean; side?: VendorSide; note?: string; before?: object },
) => claim(tx, { commitmentId }, { ...more, quiet, groupId, side, personId: actor.personId, at: actor.at })

async function openCommitment(tx: Tx, actor: Actor, id: number) {
  await tx.selectFrom('commitment').select('id').where('id', '=', id).forUpdate().execute()
  const commitment = await getCommitment(tx, actor, id)
  if (!commitment.leads) throw new NotFound(t.promiseNotFound)
  if (commitment.state !== 'committed') throw new Conflict(t.promiseHasAlreadyEnded)
  return commitment
}

/** The vendor drops what it was committed to, with its reason; the request stands where its last answer left it. */
export async function dropCommitment(tx: Tx, actor: Actor, id: number, reason: string, { on = todayOf(actor), quiet = false } = {}) {
  const { groupId, requestId, answerId, stage } = await openCommitment(tx, actor, id)
  await updateOne(tx.updateTable('commitment'), id, { state: 'dropped', settledOn: on, settledBy: actor.personId, reason })
  await claimFor(tx, actor, groupId, id, { quiet, note: reason, before: { state: 'committed' } })
  await recordOf(tx, actor, 'commitment.dropped', { id, groupId }, { requestId })
  // What has come all the same stays delivered: the group says whether it works.
  if (stage !== 'delivered') await setStage(tx, actor, requestId, answerId === null ? 'ready' : 'answered', notes('dropped', { reason }))
  await tell(tx, actor, 'dropped', { groupId, requestId, subjectId: id, quiet })
  await indexCommitment(tx, id, actor.at)
}

/**
 * A commitment goes on in a later year, with its points.
 * @returns the id of the one that goes on
 */
export async function carryOver(
  tx: Tx,
  actor: Actor,
  id: number,
  { year, dueOn, reason, quiet = false }: { year: number; dueOn?: string; reason: string; quiet?: boolean },
) {
  const before = await openCommitment(tx, actor, id)
  if (year <= before.year) refuse('year', t.aYearAfter({ year: before.year }))
  await updateOne(tx.updateTable('commitment'), id, { state: 'carried', settledOn: todayOf(actor), settledBy: actor.personId, reason })
  const { groupId, productId, requestId, answerId, optionId, points } = before
  const made = await insertOne(tx.insertInto('commitment'), {
    ...{ groupId, productId, requestId, answerId, optionId, points, year, dueOn: dueOn ?? null },
    ...{ madeBy: actor.personId, madeAt: actor.at, carriedFrom: id },
  })
  await claimFor(tx, actor, groupId, made, { quiet, note: reason })
  await recordOf(tx, actor, 'commitment.carried', { id, groupId }, { to: made, year })
  await tell(tx, actor, 'commitment', { groupId, requestId, subjectId: made, quiet })
  for (const one of [id, made]) await indexCommitment(tx, one, actor.at)
  return made
}

/**
 * Names an institution that tries first what was promised, or takes it out again; either side may.
 * @throws Invalid for one that there is not
 */
export async function namePilot(tx: Tx, actor: Actor, id: number, organisationId: number, named: boolean): Promise<void> {
  const { leads, guest, groupId } = await getCommitment(tx, actor, id)
  if (!leads && !guest) throw new NotFound(t.promiseNotFound)
  if (!named) await tx.deleteFrom('commitmentPilot').where('commitmentId', '=', id).where('organisationId', '=', organisationId).execute()
  else {
    const known = await tx.selectFrom('sharedOrganisation as organisation').select('id').where('id', '=', organisationId).executeTakeFirst()
    if (!known) refuse('organisationId', t.pilots.choose)
    await insertNew(tx.insertInto('commitmentPilot'), { commitmentId: id, organisationId, namedBy: actor.personId, namedAt: actor.at })
  }
  const action = named ? 'commitment.pilotNamed' : 'commitment.pilotRemoved'
  await record(tx, actor, { action, subject: `commitment:${id}`, groupId, details: { organisationId } })
}

export interface ReleaseFacts {
  productId: number
  name: string
  /** Of a release that is changed, what is left out stays. */
  onDay?: string | null
  notes?: string
  link?: string
}

/**
 * Keeps a release with its notes, new or changed; what its notes seem to deliver is suggested, and a person decides.
 * @returns its id
 */
export async function saveRelease(tx: Tx, actor: Actor, groupId: number, id: number | undefined, facts: ReleaseFacts): Promise<number> {
  checkLeads(actor, groupId)
  await checkProduct(tx, groupId, facts.productId)
  const { productId, name, onDay, notes, link } = facts
  const twin = await findRow(tx.selectFrom('release'), { groupId, productId, name }, ['id'])
  if (twin && twin.id !== id) refuse('name', t.releaseNameTakenChoose)
  if (id !== undefined) {
    const release = await getRelease(tx, actor, id)
    if (release.groupId !== groupId) throw new NotFound(t.releaseNotFound)
    await updateOne(tx.updateTable('release'), id, { productId, name, onDay, notes, link })
  }
  const values = { productId, name, onDay: onDay ?? null, notes: notes ?? '', link: link ?? '' }
  const releaseId = id ?? (await insertOne(tx.insertInto('release'), { ...values, groupId, madeBy: actor.personId, madeAt: actor.at }))
  await recordOf(tx, actor, id === undefined ? 'release.added' : 'release.changed', { id: releaseId, groupId })
  if (facts.notes) await suggest(tx, actor, groupId, releaseId, facts.notes)
  return releaseId
}

/** Keeps the requests that the notes of a release seem to deliver. */
export async function suggest(tx: Tx, actor: Actor, groupId: number, releaseId: number, notes: string): Promise<void> {
  const suggestions = await suggestFor(tx, actor, groupId, notes)
  await insertNew(
    tx.insertInto('releaseSuggestion'),
    suggestions.map((one) => ({ releaseId, ...one })),
  )
}
