import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { Invalid, NotFound, notAllowedIf, Overtaken } from '../errors.ts'
import { filesFound } from '../files/queries.ts'
import { recorderOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeRow, insertOne, type Tx } from '../lib/db/rows.ts'
import type { DocumentCategory, Role, Visibility } from '../lib/db/schema.ts'
import { isPastLast } from '../lib/typed-day.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { audienceOf, communityAudience, mayDraft } from '../policy.ts'
import { forgetDocuments, indexDocuments } from '../search/actions.ts'
import { todayOf } from '../time.ts'
import { getDocument, getVersion } from './queries.ts'
import { documentRefusals } from './refusals.ts'
import { addMonths, slugOf, whyNotWrite } from './rules.ts'

/** Writes what happened to a document. */
export const recordDocument = recorderOf('document')

const t = textsOf('documents', 'actions')

/** The facts of a document: what it is, whose, for whom, and how long. */
export interface DocumentSettings {
  title: string
  category: DocumentCategory
  visibility: Visibility
  ownerRole: Role
  datedOn: string
  reviewMonths: number | null
  reviewOn: string | null
  keepMonths: number | null
}

/** A document as it begins: its facts, its host, and a first text or file. */
export interface NewDocument extends DocumentSettings {
  groupId: number | null
  communityId: number | null
  language?: string
  content: NewContent
  meetingId?: number | null
}

/** What a version is made of: Markdown, or a file that is kept already. */
export interface NewContent {
  body?: string
  fileId?: number
  /** What the file says, where that is known already. */
  words?: string
  readingNote?: string
  note?: string
}

/** What is set of a document must fit together. */
export function checkSettings(settings: DocumentSettings, communityId: number | null): void {
  const { reviewOn, reviewMonths, visibility, ownerRole, datedOn, keepMonths } = settings
  if (keepMonths !== null && isPastLast(datedOn, { months: keepMonths }))
    throw new Invalid(refusals.pleaseLookAgain, { keepMonths: t.keptTooLong })
  if (reviewOn !== null && reviewMonths === null) throw new Invalid(refusals.pleaseLookAgain, { reviewMonths: t.enterNumberMonthsBetween })
  if (communityId !== null && ownerRole !== 'steering')
    throw new Invalid(refusals.pleaseLookAgain, { ownerRole: t.chooseSteeringCommitteeOnly })
  if (communityId === null && ownerRole === 'steering') throw new Invalid(refusals.pleaseLookAgain, { ownerRole: t.chooseARoleOfTheGroup })
  if (visibility === 'public' && ownerRole === 'vendor_guest')
    throw new Invalid(refusals.pleaseLookAgain, { ownerRole: t.chooseARoleOfTheGroup })
}

/**
 * Begins a document with its first version, a draft.
 * @returns its address
 * @throws NotFound for who is not of its host; Invalid with sentences at the fields
 */
export async function startDocument(
  tx: Tx,
  actor: Actor,
  { content, groupId, communityId, ...given }: NewDocument,
): Promise<{ id: number; slug: string }> {
  if (!mayDraft(actor, { groupId, communityId, ownerRole: given.ownerRole })) throw new NotFound(refusals.noSuchGroup)
  return addDocument(tx, actor, { ...given, content, groupId, communityId })
}

/** Writes a document down with its first version. Who may is the caller's question: a page and an import have different answers. */
export async function addDocument(tx: Tx, actor: Actor, document: NewDocument): Promise<{ id: number; slug: string }> {
  const { content, language = 'en', meetingId = null, ...facts } = document
  checkSettings(facts, facts.communityId)
  // Two who begin the same title at once get two addresses.
  await sql`select pg_advisory_xact_lock(7_284)`.execute(tx)
  const stem = slugOf(facts.title, new Set())
  const taken = await tx
    .selectFrom('document')
    .select('slug')
    .where('slug', 'like', `${stem.replace(/-\d+$/, '')}%`)
    .execute()
  const slug = slugOf(facts.title, new Set(taken.map((one) => one.slug)))
  const reviewOn = facts.reviewOn ?? (facts.reviewMonths === null ? null : addMonths(todayOf(actor), facts.reviewMonths))
  const keepUntil = facts.keepMonths === null ? null : addMonths(facts.datedOn, facts.keepMonths)
  const id = await insertOne(tx.insertInto('document'), {
    ...facts,
    slug,
    reviewOn,
    keepUntil,
    language,
    meetingId,
    createdAt: actor.at,
    createdBy: actor.personId,
  })
  await recordDocument(tx, actor, { id, groupId: facts.groupId }, 'document.started')
  await insertVersion(tx, actor, { id, groupId: facts.groupId }, 1, content)
  return { id, slug }
}

async function insertVersion(
  tx: Tx,
  actor: Actor,
  document: { id: number; groupId: number | null },
  number: number,
  { body, fileId, words, readingNote = '', note = '' }: NewContent,
): Promise<void> {
  if ((body === undefined) === (fileId === undefined)) throw new Invalid(refusals.pleaseLookAgain, { body: t.writeATextOrBringA })
  const known = fileId === undefined || words !== undefined
  const id = await insertOne(tx.insertInto('documentVersion'), {
    documentId: document.id,
    number,
    body: body ?? null,
    fileId: fileId ?? null,
    words: words ?? '',
    reading: !known ? 'waiting' : readingNote && words === '' ? 'none' : 'read',
    readingNote,
    note,
    madeAt: actor.at,
    madeBy: actor.personId,
  })
  await recordDocument(tx, actor, document, 'document.written', { number })
  if (!known) await enqueue(tx, 'documents.read', { versionId: id }, { key: `documents.read:${id}` })
  await indexDocument(tx, document.id)
}

/**
 * Writes a new version of a document.
 * @param base the number of the version that the writer began with
 * @returns its number
 * @throws Overtaken where somebody else has written one meanwhile; NotAllowed where it takes none
 */
export async function writeVersion(tx: Tx, actor: Actor, slug: string, { base, ...content }: NewContent & { base: number }) {
  const document = await getDocument(tx, actor, slug, { lock: true })
  if (!document.mayDraft) throw new NotFound(documentRefusals.document)
  notAllowedIf(whyNotWrite(document.state))
  if (base !== document.latest) throw new Overtaken(t.overtaken({ number: document.latest }))
  if (content.body !== undefined) {
    const last = await getVersion(tx, document, document.latest)
    if (last.body === content.body) throw new Invalid(refusals.pleaseLookAgain, { body: t.changeTextBeforeSaveText })
  }
  const number = document.latest + 1
  await insertVersion(tx, actor, document, number, content)
  return number
}

/** Puts the first version of a document in force that was so before it came here. Who may is the caller's question. */
export async function putInForce(tx: Tx, actor: Actor, documentId: number, on: string): Promise<void> {
  const { id, groupId, readers } = await tx
    .selectFrom('documentVersion as version')
    .innerJoin('document', 'document.id', 'version.documentId')
    .select(['version.id', 'document.groupId', 'document.visibility as readers'])
    .where('version.documentId', '=', documentId)
    .where('version.number', '=', 1)
    .executeTakeFirstOrThrow()
  const role =
    actor.grants.find((grant) => grant.groupId === groupId && (grant.role === 'coordinator' || grant.role === 'deputy'))?.role ?? ''
  await tx
    .insertInto('documentApproval')
    .values({ versionId: id, way: 'role', role, readers, approvedOn: on, at: actor.at, personId: actor.personId })
    .execute()
  await tx.updateTable('document').set({ approvedNumber: 1 }).where('id', '=', documentId).execute()
  await recordDocument(tx, actor, { id: documentId, groupId }, 'document.approved', { number: 1, way: 'role', decisionId: null })
  await indexDocument(tx, documentId)
}

/** Notes what a file says, or why nobody can tell. */
export async function noteWords(tx: Tx, versionId: number, { words, note }: { words: string; note: string }): Promise<void> {
  const row = await changeRow(
    tx.updateTable('documentVersion').returning('documentId'),
    { id: versionId, erasedAt: null },
    { words, reading: note && words === '' ? 'none' : 'read', readingNote: note },
  )
  if (row) await indexDocument(tx, row.documentId)
}

/** Puts what others see of a document into the index: the approved version for its readers, a first draft for those inside. */
export async function indexDocument(tx: Tx, documentId: number): Promise<void> {
  const row = await tx
    .selectFrom('document')
    .innerJoin('documentVersion as version', 'version.documentId', 'document.id')
    .select(['document.groupId', 'document.communityId', 'document.title', 'document.visibility', 'document.language', 'document.state'])
    .select(['document.approvedNumber', 'document.datedOn', 'version.body', 'version.words', 'version.reading', 'version.fileId'])
    .where('document.id', '=', documentId)
    .where(
      sql<boolean>`version.number = coalesce(document.approved_number, (select max(v.number) from document_version v where v.document_id = document.id))`,
    )
    .executeTakeFirst()
  if (!row || row.state === 'removed') return forgetDocuments(tx, 'document', [documentId])
  const seen = row.approvedNumber === null || row.state === 'withdrawn' ? 'group' : row.visibility
  // What was read of it is found as its own; what could not be read then may be by now.
  const [file] = row.fileId === null ? [] : await filesFound(tx, [row.fileId])
  await indexDocuments(tx, [
    {
      kind: 'document',
      subjectId: documentId,
      audience: row.groupId === null ? communityAudience(row.communityId ?? 0, seen) : audienceOf(row.groupId, seen),
      groupId: row.groupId ?? undefined,
      at: new Date(`${row.datedOn}T12:00:00Z`),
      author: '',
      title: row.title,
      body: row.body ?? row.words,
      markdown: row.body !== null,
      language: row.language,
      files: file ? [row.reading === 'none' ? file : { name: file.name }] : [],
    },
  ])
}
