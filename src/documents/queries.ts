import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { checkHost } from '../groups/queries.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, orNoId, readPage, type Tx } from '../lib/db/rows.ts'
import type { DocumentCategory, Role, ScanState, Visibility } from '../lib/db/schema.ts'
import { refusals } from '../lib/ui/words.ts'
import { groupsOf, isAdministrator, mayDraft, mayKeepDocument, mayLead, mayPost, steeredBy } from '../policy.ts'
import { todayOf } from '../time.ts'
import { isVendorSide } from '../vendor-side-queries.ts'
import { documentRefusals } from './refusals.ts'

/** Is it of a group or user group whose inner papers this person reads? */
const inside = (actor: Actor): RawBuilder<boolean> => {
  if (actor.personId === null || actor.vendorSide) return sql<boolean>`false`
  if (isAdministrator(actor)) return sql<boolean>`true`
  return sql<boolean>`(document.group_id = any(${groupsOf(actor)}::bigint[]) or document.community_id = any(${steeredBy(actor)}::bigint[]))`
}

/** Is it of a group in which this person is, or for whoever is on one of its lists, as this person is? */
const subscribes = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(document.group_id = any(${groupsOf(actor)}::bigint[])
    or exists (select from shared_list l where l.id = any(${actor.listIds}::bigint[]) and l.archive <> 'group' and (l.group_id = document.group_id
      or exists (select from shared_list_community c where c.list_id = l.id and c.community_id = document.community_id))))`

/** What one may see: everything inside; elsewhere what was approved for one, unless it was withdrawn. */
const visible = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(${inside(actor)} or (document.approved_number is not null
  and document.state in ('live', 'archived')
  and (document.visibility = 'public' or (document.visibility = 'subscribers' and ${subscribes(actor)}))))`.$castTo<boolean>()

/** As whom somebody reads what was approved: as one of those inside, of its subscribers, or as everybody does. */
const reachOf = (actor: Actor): RawBuilder<Visibility> =>
  sql<Visibility>`case when ${inside(actor)} then 'group' when ${subscribes(actor)} then 'subscribers' else 'public' end::visibility`

const documents = (db: Db) =>
  db
    .selectFrom('document')
    .leftJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'document.groupId')
    .leftJoin('sharedCommunity as community', 'community.id', 'document.communityId')
    .selectAll('document')
    .select(sql<string>`coalesce(working_group.name, community.name)`.as('host'))
    .select(sql<number>`(select max(v.number) from document_version v where v.document_id = document.id)`.as('latest'))
    .select(
      sql<number>`(select v.id from document_version v where v.document_id = document.id order by v.number desc limit 1)`.as('latestId'),
    )
    .select(
      sql<string | null>`(select a.approved_on::text from document_version v join document_approval a on a.version_id = v.id
        where v.document_id = document.id and v.number = document.approved_number)`.as('approvedOn'),
    )
    .select(sql<Date>`(select max(v.made_at) from document_version v where v.document_id = document.id)`.as('changedAt'))

/** What a list of documents is narrowed down to. */
export interface DocumentFilter {
  category?: DocumentCategory | undefined
  /** A group's slug. */
  group?: string | undefined
  state?: 'review' | 'approve' | 'removal' | 'archived' | 'withdrawn' | undefined
  q?: string | undefined
}

function narrowed(db: Db, actor: Actor, { category, group, state, q }: DocumentFilter) {
  let query = documents(db).where(visible(actor))
  if (category) query = query.where('document.category', '=', category)
  if (group) query = query.where(sql<boolean>`coalesce(working_group.slug, community.slug) = ${group}`)
  if (q) query = query.where(sql<boolean>`(document.title ilike ${containing(q)} or document.slug ilike ${containing(q)})`)
  if (state === 'archived' || state === 'withdrawn') return query.where('document.state', '=', state)
  if (state === 'removal')
    return query.where(inside(actor)).where('document.state', '<>', 'removed').where('document.keepUntil', '<=', todayOf(actor))
  query = query.where('document.state', '=', 'live')
  if (state === 'review') query = query.where(inside(actor)).where(sql<boolean>`document.review_on <= ${todayOf(actor)}::date + 60`)
  if (state === 'approve') query = query.where(inside(actor)).where(hasDraft)
  return query
}

const hasDraft = sql<boolean>`(select max(v.number) from document_version v where v.document_id = document.id) > coalesce(document.approved_number, 0)`

export const documentsPerPage = 40

/**
 * The documents that the actor may see: key documents first, then the newest.
 * @throws NoSuchGroup
 */
export async function listDocuments(db: Db, actor: Actor, filter: DocumentFilter, { page = 1, limit = documentsPerPage } = {}) {
  await checkHost(db, filter.group)
  const found = narrowed(db, actor, filter)
    .orderBy(sql`document.category <> 'key'`)
    .orderBy(sql`case when document.category = 'key' then document.title end`)
    .orderBy('document.datedOn', 'desc')
    .orderBy('document.id', 'desc')
  const { rows, ...sums } = await readPage(found, { page, limit })
  return { documents: rows.map((row) => ({ ...row, mayDraft: mayDraft(actor, row) })), ...sums }
}

/** How many documents wait in which way, for the filters and the picture of the list. */
export async function countDocuments(db: Db, actor: Actor) {
  const rows = await db
    .selectFrom('document')
    .select(['category'])
    .select((e) => e.fn.countAll<number>().as('count'))
    .where(visible(actor))
    .where('state', '=', 'live')
    .groupBy('category')
    .execute()
  return new Map(rows.map(({ category, count }) => [category, count]))
}

/** The reviews of the coming year, for the picture of the list: those inside see when what is due. */
export const listReviews = (db: Db, actor: Actor) =>
  db
    .selectFrom('document')
    .select(['slug', 'title', 'reviewOn'])
    .where(inside(actor))
    .where('state', '=', 'live')
    .where('reviewOn', 'is not', null)
    .orderBy('reviewOn')
    .limit(200)
    .execute()

/**
 * A document that the actor may see.
 * @throws NotFound
 */
export async function getDocument(db: Db, actor: Actor, slug: string, { lock = false } = {}) {
  if (lock) await db.selectFrom('document').select('id').where('slug', '=', slug).forUpdate().execute()
  const row = await documents(db)
    .leftJoin('sharedMeeting as meeting', 'meeting.id', 'document.meetingId')
    .select(['meeting.slug as meetingSlug', 'meeting.title as meetingTitle', 'meeting.public as meetingPublic'])
    .select(reachOf(actor).as('reach'))
    .where('document.slug', '=', slug)
    .where(visible(actor))
    .executeTakeFirstOrThrow(() => new NotFound(documentRefusals.document))
  return { ...row, mayDraft: mayDraft(actor, row), mayKeep: mayKeepDocument(actor, row) }
}

export type Document = Awaited<ReturnType<typeof getDocument>>

const versions = (db: Db) =>
  db
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .leftJoin('sharedPerson as maker', 'maker.id', 'documentVersion.madeBy')
    .leftJoin('sharedFile as file', 'file.id', 'documentVersion.fileId')
    .leftJoin('sharedFileContent as fileContent', 'fileContent.id', 'file.contentId')
    .leftJoin('documentApproval as approval', 'approval.versionId', 'documentVersion.id')
    .leftJoin('sharedPerson as approver', 'approver.id', 'approval.personId')
    .leftJoin('sharedDecision as decision', 'decision.id', 'approval.decisionId')
    .leftJoin('sharedMeeting as meeting', 'meeting.id', 'approval.meetingId')
    .select([
      ...(['documentVersion.id', 'documentVersion.documentId', 'documentVersion.number', 'documentVersion.note'] as const),
      ...(['documentVersion.fileId', 'documentVersion.reading', 'documentVersion.readingNote', 'documentVersion.madeAt'] as const),
      ...(['documentVersion.madeBy', 'documentVersion.erasedAt', 'maker.name as maker', 'approver.name as approver'] as const),
      ...(['file.name as fileName', 'fileContent.type as fileType', 'fileContent.size as fileSize'] as const),
      ...([
        'approval.approvedOn',
        'approval.way',
        'approval.role as approverRole',
        'approval.decisionId',
        'approval.at as approvedAt',
      ] as const),
      ...(['decision.number as decisionNumber', 'meeting.slug as meetingSlug', 'meeting.title as meetingTitle'] as const),
    ])
    .select(sql<string | null>`encode(file_content.sha256, 'hex')`.as('fileHash'))
    .select(sql<ScanState | null>`file_content.scan`.as('scan'))
    .select(sql<boolean>`file_content.erased_at is not null`.as('fileErased'))

/** Those inside read every version, others those that were approved for them: one of before stays whose it was when later ones are for more. */
const readBy = ({ mayDraft, reach }: Document): RawBuilder<boolean> =>
  mayDraft ? sql<boolean>`true` : sql<boolean>`coalesce(approval.readers >= ${reach}::visibility, false)`

/** The versions of a document that its reader may read, the newest first. */
export const listVersions = (db: Db, document: Document) =>
  versions(db)
    .where('documentVersion.documentId', '=', document.id)
    .where(readBy(document))
    .orderBy('documentVersion.number', 'desc')
    .execute()

/**
 * One version with its text.
 * @param number undefined: the approved one; inside, the newest where none is approved
 * @throws NotFound
 */
export async function getVersion(db: Db, document: Document, number?: number) {
  const wanted = number ?? document.approvedNumber ?? document.latest
  const row = await versions(db)
    .select(['documentVersion.body', 'documentVersion.words'])
    .where('documentVersion.documentId', '=', document.id)
    .where('documentVersion.number', '=', wanted)
    .where(readBy(document))
    .executeTakeFirst()
  if (!row) throw new NotFound(refusals.thereIsNoSuchVersion)
  const held = row.scan === 'waiting' || row.scan === 'infected'
  return { ...row, held }
}

export type Version = Awaited<ReturnType<typeof getVersion>>

/** The reviews that left a document as it was, the newest first. */
export const listPastReviews = (db: Db, documentId: number) =>
  db
    .selectFrom('documentReview')
    .leftJoin('sharedPerson as person', 'person.id', 'documentReview.personId')
    .select(['documentReview.at', 'documentReview.number', 'documentReview.note', 'documentReview.nextOn', 'person.name as by'])
    .where('documentId', '=', documentId)
    .orderBy('documentReview.id', 'desc')
    .limit(30)
    .execute()

/** The groups and user groups whose documents this person may write. */
export async function listHosts(db: Db, actor: Actor) {
  if (actor.personId === null || actor.vendorSide) return []
  const all = isAdministrator(actor)
  const groups = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select(['id', 'slug', 'name'])
    .$if(!all, (query) => query.where('id', 'in', orNoId(groupsOf(actor))))
    .orderBy('id')
    .execute()
  const communities = await db
    .selectFrom('sharedCommunity as community')
    .select(['id', 'slug', 'name'])
    .$if(!all, (query) => query.where('id', 'in', orNoId(steeredBy(actor))))
    .orderBy('id')
    .execute()
  return [
    ...groups.map((one) => ({ ...one, groupId: one.id as number | null, communityId: null as number | null })),
    ...communities.map((one) => ({ ...one, groupId: null, communityId: one.id as number | null })),
  ]
}

export type Host = Awaited<ReturnType<typeof listHosts>>[number]

/** Decisions that may have approved a document: the newest of its group or user group. */
export const listDecisionsOf = (db: Db, { groupId, communityId }: Pick<Document, 'groupId' | 'communityId'>) =>
  db
    .selectFrom('sharedDecision as decision')
    .select(['id', 'number', 'text', 'decidedOn', 'meetingId'])
    .where('groupId', groupId === null ? 'is' : '=', groupId)
    .where('communityId', communityId === null ? 'is' : '=', communityId)
    .orderBy('decidedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(60)
    .execute()

/** Documents of these hosts whose review is due by a day, the longest overdue first. */
export const listDueForReview = (db: Db, groupIds: number[], communityIds: number[], day: string) =>
  db
    .selectFrom('document')
    .select(['id', 'slug', 'title', 'reviewOn'])
    .where((e) => e.or([e('groupId', 'in', orNoId(groupIds)), e('communityId', 'in', orNoId(communityIds))]))
    .where('state', '=', 'live')
    .where('reviewOn', '<=', day)
    .orderBy('reviewOn')
    .orderBy('id')
    .execute()

/** The documents that a role of a group owns, for a handover. */
export const listOwnedBy = (db: Db, groupId: number, role: Role) =>
  db
    .selectFrom('document')
    .select(['slug', 'title', 'reviewOn'])
    .where('groupId', '=', groupId)
    .where('ownerRole', '=', role)
    .where('state', 'in', ['live', 'archived'])
    .where('category', '<>', 'minutes')
    .orderBy('title')
    .execute()

/** What waits for this person by their roles: reviews due, drafts to approve, documents kept long enough. */
export async function listDocumentTasks(db: Db, actor: Actor) {
  if (actor.personId === null || actor.vendorSide) return []
  const rows = await documents(db)
    .where(inside(actor))
    .where('document.state', '<>', 'removed')
    .where(
      sql<boolean>`(document.keep_until <= ${todayOf(actor)}::date
        or document.state = 'live' and (document.review_on <= ${todayOf(actor)}::date + 30 or ${hasDraft}))`,
    )
    .orderBy(sql`document.review_on nulls last`)
    .limit(60)
    .execute()
  // Theirs by their role, or because they lead the group; an administrator's work is elsewhere.
  return rows.filter(
    (row) =>
      actor.grants.some(
        ({ role, groupId, communityId }) =>
          role === row.ownerRole && (row.groupId === null ? communityId === row.communityId : groupId === row.groupId),
      ) ||
      (row.groupId !== null && mayLead(actor, row.groupId)),
  )
}

/** A version by its id, with its document's name; for the program itself. */
export const findVersion = (db: Db, id: number) =>
  db
    .selectFrom('documentVersion')
    .innerJoin('document', 'document.id', 'documentVersion.documentId')
    .select(['document.slug', 'documentVersion.number'])
    .where('documentVersion.id', '=', id)
    .executeTakeFirst()

/** The name of a document in its address. */
export const findSlug = async (db: Db, id: number): Promise<string | undefined> =>
  (await db.selectFrom('document').select('slug').where('id', '=', id).executeTakeFirst())?.slug

/** Live documents whose review comes within sixty days or is over, with the last reminder; locked, so that what is told of them is what is the case. */
export const listToRemind = (tx: Tx, day: string) =>
  tx
    .selectFrom('document')
    .select(['id', 'slug', 'title', 'groupId', 'communityId', 'ownerRole', 'reviewTold'])
    .select(sql<string>`review_on`.as('reviewOn'))
    .where('state', '=', 'live')
    .where(sql<boolean>`review_on <= ${day}::date + 60`)
    .where(sql<boolean>`not exists (select from shared_working_group g where g.id = document.group_id and g.closed_at is not null)`)
    .orderBy('reviewOn')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Who is to look after a document today: the holders of its role; where the role is empty, those who lead the group. */
export async function listKeepers(db: Db, of: { groupId: number | null; communityId: number | null; ownerRole: Role }, on: Date) {
  const holders = (roles: Role[]) =>
    db
      .selectFrom('sharedAppointment as appointment')
      .innerJoin('sharedPerson as person', 'person.id', 'appointment.personId')
      .innerJoin('sharedAddress as address', 'address.personId', 'person.id')
      .select(['person.id', 'person.name', 'person.locale', 'address.email'])
      .distinctOn('person.id')
      .where('appointment.groupId', of.groupId === null ? 'is' : '=', of.groupId)
      .$if(of.groupId === null, (query) => query.where('appointment.communityId', '=', of.communityId))
      .where('appointment.role', 'in', roles)
      .where('person.erasedAt', 'is', null)
      .where('address.verifiedAt', 'is not', null)
      .where(sql<boolean>`not ${isVendorSide(sql.ref('person.id'), on)}`)
      .where(sql<boolean>`appointment.from_on <= ${on}::date and (appointment.to_on is null or appointment.to_on >= ${on}::date)`)
      .orderBy('person.id')
      .orderBy('address.id')
      .execute()
  const found = await holders([of.ownerRole])
  return found.length > 0 || of.groupId === null ? found : holders(['coordinator', 'deputy'])
}

/** How many documents are overdue for review, and how many files wait to be read: for the operator's figures. */
export async function countDocumentStalls(db: Db, now: Date): Promise<{ overdue: number; unread: number; folders: number }> {
  const { rows } = await sql<{ overdue: number; unread: number; folders: number }>`
    select (select count(*) from document where state = 'live' and review_on < ${now}::date) as overdue,
      (select count(*) from document_version where reading = 'waiting' and made_at < ${now}::timestamptz - interval '1 hour') as unread,
      (select count(*) from document_import where state = 'reading' and created_at < ${now}::timestamptz - interval '1 hour') as folders`.execute(
    db,
  )
  return rows[0] ?? { overdue: 0, unread: 0, folders: 0 }
}

/** A file whose words are not read yet; undefined where they are, or it is gone. */
export const findUnread = (db: Db, versionId: number) =>
  db
    .selectFrom('documentVersion')
    .innerJoin('sharedFile as file', 'file.id', 'documentVersion.fileId')
    .innerJoin('sharedFileContent as fileContent', 'fileContent.id', 'file.contentId')
    .select(['fileContent.type', 'fileContent.size', 'fileContent.scan'])
    .select(sql<number>`file.id`.as('fileId'))
    .where('documentVersion.id', '=', versionId)
    .where('documentVersion.reading', '=', 'waiting')
    .where('fileContent.erasedAt', 'is', null)
    .executeTakeFirst()

/** The group's own lists to which this person may write: where a draft that the group alone reads is talked about. */
export async function listOwnLists(db: Db, actor: Actor, { groupId }: Pick<Document, 'groupId'>) {
  if (groupId === null) return []
  const lists = await db
    .selectFrom('sharedList as list')
    .select(['id', 'name', 'title', 'archive', 'closedAt'])
    .where('groupId', '=', groupId)
    .where('archive', '=', 'group')
    .orderBy('title')
    .execute()
  return lists.filter((list) => mayPost(actor, list))
}
