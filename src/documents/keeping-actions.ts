import type { Actor } from '../actor.ts'
import { Conflict, conflictIf, Invalid, NotAllowed, NotFound } from '../errors.ts'
import { eraseContent } from '../files/actions.ts'
import { insertRow, type Tx, updateOne, updateRows } from '../lib/db/rows.ts'
import { formatList } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { forgetDocuments } from '../search/actions.ts'
import { todayOf } from '../time.ts'
import { checkSettings, type DocumentSettings, indexDocument, recordDocument } from './actions.ts'
import { type Document, getDocument, getVersion, listDecisionsOf } from './queries.ts'
import { documentRefusals } from './refusals.ts'
import { addMonths, isKeptLongEnough, roleNames, whyNotApprove } from './rules.ts'

const t = textsOf('documents', 'keeping')

/** How a version is approved: by a decision of a meeting, or by who holds the role. */
export interface Approval {
  number: number
  way: 'meeting' | 'role'
  decisionId?: number | undefined
  on?: string | undefined
}

/** Who keeps a document, each once: the role that owns it, and those who lead the group. */
const sayKeepers = ({ ownerRole }: Document): string =>
  formatList(
    languageNow(),
    [...new Set([ownerRole, 'coordinator' as const, 'deputy' as const])].map((role) => roleNames[role] ?? role),
    'disjunction',
  )

async function lockKept(tx: Tx, actor: Actor, slug: string): Promise<Document> {
  const document = await getDocument(tx, actor, slug, { lock: true })
  if (!document.mayKeep) {
    if (document.mayDraft) throw new NotAllowed(t.onlyPeopleTheseRolesCan({ roles: sayKeepers(document) }))
    throw new NotFound(documentRefusals.document)
  }
  return document
}

async function findGround(tx: Tx, document: Document, { way, decisionId }: Approval) {
  if (way === 'role') return { decisionId: null, meetingId: null, decidedOn: undefined }
  const decision = (await listDecisionsOf(tx, document)).find(({ id }) => id === decisionId)
  if (!decision) throw new Invalid(refusals.pleaseLookAgain, { decisionId: t.chooseTheDecisionThatApprovedIt })
  return { decisionId: decision.id, meetingId: decision.meetingId, decidedOn: decision.decidedOn }
}

const roleOf = (actor: Actor, document: Document): string =>
  actor.grants.find(
    ({ role, groupId, communityId }) =>
      (role === document.ownerRole || role === 'coordinator' || role === 'deputy') &&
      (document.groupId === null ? communityId === document.communityId : groupId === document.groupId),
  )?.role ?? ''

/**
 * Approves a version: from now on it is what everybody else sees.
 * @throws Conflict where somebody has approved it, or a newer one, meanwhile
 */
export async function approveVersion(tx: Tx, actor: Actor, slug: string, approval: Approval): Promise<void> {
  const document = await lockKept(tx, actor, slug)
  const version = await getVersion(tx, document, approval.number)
  conflictIf(
    whyNotApprove({
      ...document,
      number: version.number,
      erased: version.erasedAt !== null || version.fileErased,
      held: version.held,
    }),
  )
  const { decisionId, meetingId, decidedOn } = await findGround(tx, document, approval)
  const on = approval.on ?? decidedOn ?? todayOf(actor)
  if (on > todayOf(actor)) throw new Invalid(refusals.pleaseLookAgain, { on: t.chooseTodayEarlierDate })
  await insertRow(tx.insertInto('documentApproval'), {
    versionId: version.id,
    way: approval.way,
    decisionId,
    meetingId,
    role: roleOf(actor, document),
    readers: document.visibility,
    approvedOn: on,
    at: actor.at,
    personId: actor.personId,
  })
  const reviewOn = document.reviewMonths === null ? document.reviewOn : addMonths(on, document.reviewMonths)
  await updateOne(tx.updateTable('document'), document.id, { approvedNumber: version.number, reviewOn, reviewTold: null })
  await recordDocument(tx, actor, document, 'document.approved', { number: version.number, way: approval.way, decisionId })
  await indexDocument(tx, document.id)
}

/**
 * Says that a document was looked at and nothing had to change.
 * @param nextOn the day of the next review; by its rhythm where nothing is said
 */
export async function reviewUnchanged(
  tx: Tx,
  actor: Actor,
  slug: string,
  { nextOn, note = '' }: { nextOn?: string | undefined; note?: string },
): Promise<void> {
  const document = await lockKept(tx, actor, slug)
  if (document.state !== 'live') throw new NotAllowed(t.documentOutUseRestore)
  const today = todayOf(actor)
  const next = nextOn ?? (document.reviewMonths === null ? null : addMonths(today, document.reviewMonths))
  if (next !== null && next <= today) throw new Invalid(refusals.pleaseLookAgain, { nextOn: t.chooseDateAfterToday })
  await insertRow(tx.insertInto('documentReview'), {
    documentId: document.id,
    number: document.approvedNumber ?? document.latest,
    note,
    nextOn: next,
    at: actor.at,
    personId: actor.personId,
  })
  await tx.updateTable('document').set({ reviewOn: next, reviewTold: null }).where('id', '=', document.id).execute()
  await recordDocument(tx, actor, document, 'document.reviewed')
}

/** What is in force is for those whom the document is for from now on; versions of before stay for those whom they were approved for. */
async function openApproved(tx: Tx, { id, approvedNumber }: Document, readers: DocumentSettings['visibility']): Promise<void> {
  const version = tx
    .selectFrom('documentVersion')
    .select('id')
    .where('documentId', '=', id)
    .where('number', '=', approvedNumber ?? 0)
  await tx.updateTable('documentApproval').set({ readers }).where('versionId', 'in', version).where('readers', '<', readers).execute()
}

type Change = Omit<DocumentSettings, Times> & Partial<Pick<DocumentSettings, Times>>
type Times = 'reviewMonths' | 'reviewOn' | 'keepMonths'

/** Changes the facts of a document, but for the times that are left out; its address stays. */
export async function changeDocument(tx: Tx, actor: Actor, slug: string, change: Change): Promise<void> {
  const document = await lockKept(tx, actor, slug)
  if (document.state === 'removed') throw new NotAllowed(documentRefusals.removed)
  const { reviewMonths = document.reviewMonths, reviewOn: typed = document.reviewOn, keepMonths = document.keepMonths } = change
  const settings = { ...change, reviewMonths, reviewOn: typed, keepMonths }
  checkSettings(settings, document.communityId)
  const reviewOn = settings.reviewMonths === null ? null : (settings.reviewOn ?? addMonths(todayOf(actor), settings.reviewMonths))
  const keptAsBefore = settings.keepMonths === document.keepMonths && settings.datedOn === document.datedOn
  await updateOne(tx.updateTable('document'), document.id, {
    ...settings,
    reviewOn,
    reviewTold: reviewOn === document.reviewOn ? document.reviewTold : null,
    keepUntil: keptAsBefore ? document.keepUntil : settings.keepMonths === null ? null : addMonths(settings.datedOn, settings.keepMonths),
  })
  await openApproved(tx, document, settings.visibility)
  await recordDocument(tx, actor, document, 'document.changed', { visibility: settings.visibility, ownerRole: settings.ownerRole })
  await indexDocument(tx, document.id)
}

/** Puts a document into the archive, withdraws it, or brings it back into use. */
export async function moveDocument(tx: Tx, actor: Actor, slug: string, state: 'live' | 'archived' | 'withdrawn', reason: string) {
  const document = await lockKept(tx, actor, slug)
  if (document.state === 'removed') throw new NotAllowed(documentRefusals.removed)
  if (document.state === state) throw new Conflict(t.someoneHasAlreadyDone)
  if (state === 'withdrawn' && !reason) throw new Invalid(refusals.pleaseLookAgain, { reason: t.enterReasonGroupWillRead })
  await updateOne(tx.updateTable('document'), document.id, { state, stateReason: reason, stateAt: actor.at, reviewTold: null })
  const action = ({ live: 'document.restored', archived: 'document.archived', withdrawn: 'document.withdrawn' } as const)[state]
  await recordDocument(tx, actor, document, action)
  await indexDocument(tx, document.id)
}

/** Keeps a document longer than was said at first. */
export async function keepLonger(tx: Tx, actor: Actor, slug: string, until: string): Promise<void> {
  const document = await lockKept(tx, actor, slug)
  if (until <= todayOf(actor)) throw new Invalid(refusals.pleaseLookAgain, { until: t.chooseDateAfterToday2 })
  await tx.updateTable('document').set({ keepUntil: until }).where('id', '=', document.id).execute()
  await recordDocument(tx, actor, document, 'document.kept')
}

/**
 * Removes a document for good whose time is over: its texts and files go, its name, its history and the hashes stay.
 * @throws NotAllowed before its time
 */
export async function removeDocument(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const document = await lockKept(tx, actor, slug)
  if (document.state === 'removed') throw new Conflict(t.someoneHasAlreadyDone)
  if (!isKeptLongEnough(document, todayOf(actor))) throw new NotAllowed(t.canDeleteDocumentOnlyAfter)
  await eraseVersions(tx, actor, document.id)
  await tx.updateTable('document').set({ state: 'removed', stateAt: actor.at, stateReason: '' }).where('id', '=', document.id).execute()
  await recordDocument(tx, actor, document, 'document.removed')
  await forgetDocuments(tx, 'document', [document.id])
}

async function eraseVersions(tx: Tx, actor: Actor, documentId: number): Promise<void> {
  const versions = await tx.selectFrom('documentVersion').select(['id', 'fileId']).where('documentId', '=', documentId).execute()
  await updateRows(tx.updateTable('documentVersion'), { documentId }, { body: null, words: '', note: '', erasedAt: actor.at })
  for (const { fileId } of versions)
    if (fileId !== null && !(await isUsedElsewhere(tx, fileId, documentId))) await eraseContent(tx, fileId, actor.at)
}

/** Does anything else have the same content? Then that stays: only this document lets go of it. */
async function isUsedElsewhere(tx: Tx, fileId: number, documentId: number): Promise<boolean> {
  const other = await tx
    .selectFrom('sharedFile as file')
    .innerJoin('sharedFile as same', 'same.contentId', 'file.contentId')
    .leftJoin('documentVersion as version', 'version.fileId', 'same.id')
    .select('same.id')
    .where('file.id', '=', fileId)
    .where((e) => e.or([e('version.documentId', 'is', null), e('version.documentId', '<>', documentId)]))
    .where('same.id', '<>', fileId)
    .executeTakeFirst()
  return other !== undefined
}

/** Notes that the holders of the role were reminded of a review. */
export async function markReviewTold(tx: Tx, told: { id: number; days: number }[]): Promise<void> {
  for (const { id, days } of told) await tx.updateTable('document').set({ reviewTold: days }).where('id', '=', id).execute()
}
