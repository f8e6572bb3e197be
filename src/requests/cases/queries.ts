import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { keptByVersion } from '../../lib/db/kept-by-version.ts'
import { containing } from '../../lib/db/like.ts'
import { type Db, idsOf, orNoId, readPage } from '../../lib/db/rows.ts'
import type { ArchiveAccess, CaseState } from '../../lib/db/schema.ts'
import type { Shown } from '../../lib/db/shown.ts'
import { mayCollate, mayReadArchive } from '../../policy.ts'
import { readableBy, visibleTo } from '../core/queries.ts'
import { requestRefusals } from '../refusals.ts'
import { type Audience, mayQuote } from './rules.ts'

/** The archives that the messages of a case stand in; null for a mail that is in none. */
const archives = sql<(ArchiveAccess | null)[]>`array(select l.archive::text from user_case_source s
  left join shared_message m on m.id = s.message_id left join shared_list l on l.id = m.list_id where s.case_id = user_case.id)`

const caseColumns = (db: Db) =>
  db
    .selectFrom('userCase')
    .leftJoin('productArea', 'productArea.id', 'userCase.areaId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'userCase.organisationId')
    .leftJoin('sharedPerson as author', 'author.id', 'userCase.authorId')
    .selectAll('userCase')
    .select(['productArea.name as area', 'organisation.name as organisation', 'organisation.country', 'author.name as person'])
    .select(archives.as('archives'))
    .select(sql<string>`case_audience(user_case)`.as('audience'))

/** A user case by id, whoever may see it: for the program itself. */
export const findCase = (db: Db, id: number) => caseColumns(db).where('userCase.id', '=', id).executeTakeFirst()
export type UserCase = NonNullable<Awaited<ReturnType<typeof findCase>>>

/**
 * Who may see a `user_case`: its author, those who collate, and its readers, which the database tells to pages and search alike. They are never
 * more than it is visible to, which is known at once.
 */
export const readsCase = (actor: Actor): RawBuilder<boolean> =>
  sql<boolean>`(user_case.author_id = ${actor.personId ?? 0} or (${visibleTo(actor, 'userCase')}
    and ${readableBy(actor, sql.ref('userCase.groupId'), sql`case_readers(user_case)`)}))`

/**
 * A user case as this person may see it; `mine` and `mayCollate` say what they may do with it.
 * @throws NotFound
 */
export async function getCase(db: Db, actor: Actor, id: number) {
  const found = await caseColumns(db)
    .where('userCase.id', '=', id)
    .where(readsCase(actor))
    .executeTakeFirstOrThrow(() => new NotFound(requestRefusals.userCase))
  const mine = found.authorId !== null && found.authorId === actor.personId
  return { ...found, mine, mayCollate: mayCollate(actor, found.groupId) }
}

/** A user case for those who collate it. @throws NotFound to others, whatever they may read */
export async function getCollatedCase(db: Db, actor: Actor, id: number) {
  const one = await getCase(db, actor, id)
  if (!one.mayCollate) throw new NotFound(requestRefusals.userCase)
  return one
}

/** The messages and mails of a case, in the order in which they were said, with where they stand. */
export const listSources = (db: Db, caseIds: number[]) =>
  db
    .selectFrom('userCaseSource')
    .leftJoin('sharedMessage as message', 'message.id', 'userCaseSource.messageId')
    .leftJoin('sharedList as list', 'list.id', 'message.listId')
    .selectAll('userCaseSource')
    .select(['message.messageId as mailId', 'message.variant', 'message.subject', 'message.threadId', 'list.name as list', 'list.archive'])
    .select(['list.id as listId', 'list.groupId as listGroupId'])
    .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))
    .where('userCaseSource.caseId', 'in', orNoId(caseIds))
    .orderBy('userCaseSource.saidAt')
    .orderBy('userCaseSource.id')
    .execute()

type Source = Awaited<ReturnType<typeof listSources>>[number]

/** The same for a reader: where a message stands, and what it is called there, is for those who may read that archive. What is quoted of it stays. */
export const sourcesFor = (actor: Actor, sources: readonly Source[]): Source[] =>
  sources.map((one) => {
    const { listId: id, listGroupId: groupId, archive, communityIds } = one
    if (id === null || groupId === null || archive === null) return one
    return mayReadArchive(actor, { id, groupId, archive, communityIds }) ? one : { ...one, list: null, mailId: null, subject: null }
  })

/** What those who collate read of cases: their own group's all, another group's as everybody does. */
export const collatorsRead =
  (actor: Actor) =>
  (groupId: number): Audience =>
    mayCollate(actor, groupId) ? 'group' : 'public'

/**
 * The cases behind a request, its own and those of what is merged into it, as these readers may see them.
 * @param audience by the group that a case was told: a request may have gone to another, and who reads a case was its author's to say
 */
export async function listCasesOf(db: Db, requestId: number, audience: (groupId: number) => Audience) {
  const cases = await caseColumns(db)
    .innerJoin('collatedCase', 'collatedCase.caseId', 'userCase.id')
    .innerJoin('request', 'request.id', 'collatedCase.requestId')
    .where('request.id', '=', requestId)
    .whereRef('collatedCase.familyId', '=', 'request.rootId')
    .orderBy('userCase.saidAt')
    .orderBy('userCase.id')
    .execute()
  const shown = cases.filter((one) => mayQuote(one, audience(one.groupId)))
  const sources = await listSources(db, idsOf(shown))
  return shown.map((one) => ({ ...one, sources: sources.filter(({ caseId }) => caseId === one.id) }))
}

/** How many cases stand behind a request, shown or not. */
export async function countCasesOf(db: Db, requestId: number): Promise<{ cases: number; institutions: number }> {
  const { rows } = await sql<{ cases: number; institutions: number }>`
    select count(distinct c.case_id) as cases, count(distinct u.organisation_id) as institutions
    from request r join collated_case c on c.family_id = r.root_id and c.request_id = r.id join user_case u on u.id = c.case_id
    where r.id = ${requestId}`.execute(db)
  return rows[0] ?? { cases: 0, institutions: 0 }
}

export interface CaseFilter {
  groupId: number
  state?: CaseState
  /** Not in any request yet. */
  loose?: boolean
  areaId?: number
  search?: string
}

/** User cases that this person may see, newest first, a page at a time, with the requests that collate them. */
export async function listCases(db: Db, actor: Actor, options: CaseFilter & { page?: number; limit?: number }) {
  const { page = 1, limit = 30, groupId, state, loose, areaId, search } = options
  const pattern = containing(search ?? '')
  let base = db.selectFrom('userCase').where('userCase.groupId', '=', groupId).where(readsCase(actor))
  base = state ? base.where('userCase.state', '=', state) : base.where('userCase.state', '<>', 'withdrawn')
  if (loose) base = base.where(sql<boolean>`not exists (select from request_case c where c.case_id = user_case.id)`)
  if (areaId !== undefined) base = base.where('userCase.areaId', '=', sql<number>`area_now(${areaId})`)
  if (search)
    base = base.where(sql<boolean>`(lower(user_case.title) like ${pattern} or lower(user_case.problem) like ${pattern}
      or exists (select from user_case_source s where s.case_id = user_case.id and lower(s.excerpt) like ${pattern}))`)
  const newest = base
    .leftJoin('productArea', 'productArea.id', 'userCase.areaId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'userCase.organisationId')
    .select(['userCase.id', 'userCase.title', 'userCase.state', 'userCase.saidAt', 'userCase.authorName', 'userCase.frequency'])
    .select(['productArea.name as area', 'organisation.name as organisation', 'userCase.problem'])
    .select(
      sql<number[]>`array(select request.id::int from request_case c join request on request.id = c.request_id
        where c.case_id = user_case.id and ${visibleTo(actor, 'request')} order by 1)`.as('requests'),
    )
    .orderBy('userCase.saidAt', 'desc')
    .orderBy('userCase.id', 'desc')
  const { rows: cases, ...found } = await readPage(newest, { page, limit })
  return { cases, ...found }
}

/** The case that a message has become already in this group, if it has and was not withdrawn. */
export const findCaseOfMessage = (db: Db, groupId: number, messageId: number) =>
  db
    .selectFrom('userCaseSource')
    .innerJoin('userCase', 'userCase.id', 'userCaseSource.caseId')
    .select(['userCase.id', 'userCase.title'])
    .where('userCaseSource.messageId', '=', messageId)
    .where('userCase.groupId', '=', groupId)
    .where('userCase.state', '<>', 'withdrawn')
    .orderBy('userCase.id')
    .executeTakeFirst()

/** All messages that a user case was made of, whoever may see it; read again where anything of them changed. */
const sourcesOf = keptByVersion(async (db): Promise<ReadonlySet<number>> => {
  const rows = await db.selectFrom('userCaseSource').select('messageId').distinct().execute()
  return new Set(rows.flatMap(({ messageId }) => messageId ?? []))
})

/** Those of some messages that a user case was made of, whoever may see it. */
async function findSources(db: Db, messageIds: number[], shown: Shown | undefined): Promise<number[]> {
  if (shown === undefined || db.isTransaction) return messageIds
  const all = await sourcesOf(db, shown.everywhere)
  return messageIds.filter((id) => all.has(id))
}

/** The user cases and requests that messages have become. */
export async function listCasesFrom(db: Db, actor: Actor, all: number[], shown?: Shown) {
  // Most became nothing, and are asked no more of.
  const messageIds = await findSources(db, all, shown)
  if (messageIds.length === 0) return []
  return db
    .selectFrom('userCaseSource')
    .innerJoin('userCase', 'userCase.id', 'userCaseSource.caseId')
    .leftJoin('requestCase', 'requestCase.caseId', 'userCase.id')
    .leftJoin('request', (join) => join.onRef('request.id', '=', 'requestCase.requestId').on(visibleTo(actor, 'request')))
    .select(['userCaseSource.messageId', 'userCase.id as caseId', 'userCase.title as caseTitle', 'userCase.groupId'])
    .select(['userCase.state', 'userCase.authorId'])
    .select(['request.id as requestId', 'request.title as requestTitle', 'request.stage'])
    .where('userCaseSource.messageId', 'in', orNoId(messageIds))
    .where('userCase.state', '<>', 'withdrawn')
    .where((e) => e.or([readsCase(actor), e('request.id', 'is not', null)]))
    .orderBy('userCase.id')
    .execute()
}

/** The versions of a case, newest first. */
export const listCaseVersions = (db: Db, caseId: number) =>
  db
    .selectFrom('userCaseVersion')
    .leftJoin('sharedPerson as person', 'person.id', 'userCaseVersion.changedBy')
    .selectAll('userCaseVersion')
    .select('person.name as changer')
    .where('caseId', '=', caseId)
    .orderBy('number', 'desc')
    .execute()

/** Somebody whose message, voice or support stands behind a request, with their words. */
export interface Concerned {
  personId: number
  because: 'case' | 'voice' | 'support'
  quote: string
  saidAt: Date
  /** The message, where it stands in an archive. */
  messageId: number | null
}

/**
 * Everyone whose user case, voice or support stands behind a request or what is merged into it: whom to tell what became of it.
 * Each person once, by their own words first; authors without an account are found by their address.
 */
export async function listConcerned(db: Db, requestId: number): Promise<Concerned[]> {
  const { rows } = await sql<Concerned>`
    with family as (select id, root_id from request where id = ${requestId}),
    said as (
      select coalesce(u.author_id, (select a.person_id from shared_address a where a.email = nullif(lower(u.author_email), ''))) as person_id, 'case' as because, 1 as rank,
        coalesce((select s.excerpt from user_case_source s where s.case_id = u.id order by s.said_at limit 1), nullif(u.problem, ''), u.title) as quote,
        u.said_at, (select s.message_id from user_case_source s where s.case_id = u.id order by s.said_at limit 1) as message_id
      from family f join collated_case c on c.family_id = f.root_id and c.request_id = f.id join user_case u on u.id = c.case_id and u.state = 'open'
      union all
      select v.person_id, 'voice', 2, v.reason, v.at, null from family f join request r on r.root_id = f.root_id
        join support_voice v on v.request_id = r.id and v.ended_at is null
        join standing_support s on s.family_id = f.root_id and s.request_id = f.id and s.organisation_id = v.organisation_id
      union all
      select coalesce(s.confirmed_by, s.said_by), 'support', 3, s.reason, s.since, null
      from family f join standing_support s on s.family_id = f.root_id and s.request_id = f.id
    )
    select distinct on (said.person_id) said.person_id, said.because, said.quote, said.said_at, said.message_id
    from said join shared_person p on p.id = said.person_id and p.erased_at is null
    where exists (select from shared_address a where a.person_id = p.id)
    order by said.person_id, said.rank, said.said_at`.execute(db)
  return rows
}

/** A thread in which requests were asked, by its first message that says so. */
export interface AskedIn {
  messageId: string
  refs: string[]
  subject: string
  requestIds: number[]
}

/** Where on a list some requests were asked, each thread once. */
export async function listAskedIn(db: Db, listId: number, requestIds: readonly number[]): Promise<AskedIn[]> {
  const { rows } = await sql<AskedIn>`
    select distinct on (m.thread_id) m.message_id, m.refs, m.subject, array_agg(r.id::int) over (partition by m.thread_id) as request_ids
    from request r join collated_case c on c.family_id = r.root_id and c.request_id = r.id
    join user_case_source s on s.case_id = c.case_id join shared_message m on m.id = s.message_id and m.list_id = ${listId}
    where r.id = any(${requestIds}::bigint[]) order by m.thread_id, m.sent_at, m.id`.execute(db)
  return rows.map((row) => ({ ...row, requestIds: [...new Set(row.requestIds)] }))
}

/** A message with its list, for becoming a case. Who may read it is asked by the action. */
export async function findMessageForCase(db: Db, messageId: number) {
  const row = await db
    .selectFrom('sharedMessage as message')
    .innerJoin('sharedList as list', 'list.id', 'message.listId')
    .select(['message.id', 'message.messageId', 'message.subject', 'message.text', 'message.fromName', 'message.fromEmail'])
    .select(['message.personId', 'message.sentAt', 'message.threadId'])
    .select(['list.id as listId', 'list.name', 'list.groupId', 'list.archive', 'list.language'])
    .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))
    .where('message.id', '=', messageId)
    .executeTakeFirst()
  if (!row) return undefined
  const { listId, name, groupId, archive, language, communityIds, ...message } = row
  return { ...message, list: { id: listId, name, groupId, archive, language, communityIds } }
}

/** Where somebody worked on a day: an institution, the newest of several. */
export const findAffiliationOn = (db: Db, personId: number, on: Date) =>
  db
    .selectFrom('sharedAffiliation as affiliation')
    .innerJoin('sharedOrganisation as organisation', 'organisation.id', 'affiliation.organisationId')
    .select(['organisation.id', 'organisation.name'])
    .where('affiliation.personId', '=', personId)
    .where('organisation.kind', '=', 'institution')
    .where(sql<boolean>`${on}::date between coalesce(affiliation.from_on, '-infinity') and coalesce(affiliation.to_on, 'infinity')`)
    .orderBy('affiliation.id', 'desc')
    .executeTakeFirst()

/**
 * The message of a list that a forwarded mail is: by its Message-ID, else by its writer, its subject and the day.
 * @param base the subject without marks, in lower case
 */
export async function findForwarded(db: Db, listId: number, mail: { messageId?: string; email?: string; base?: string; date?: Date }) {
  const { messageId, email, base, date } = mail
  if (messageId) {
    const row = await db
      .selectFrom('sharedMessage as message')
      .select('id')
      .where('listId', '=', listId)
      .where('messageId', '=', messageId)
      .executeTakeFirst()
    if (row) return row.id
  }
  if (!email || !base) return undefined
  const rows = await db
    .selectFrom('sharedMessage as message')
    .select(['id', 'sentAt'])
    .where('listId', '=', listId)
    .where('fromEmail', '=', email)
    .where(sql<boolean>`position(${base} in lower(subject)) > 0`)
    .orderBy('sentAt', 'desc')
    .limit(20)
    .execute()
  // Without a zone in the forward a day is as exact as it gets.
  const near = rows.find(({ sentAt }) => !date || Math.abs(sentAt.getTime() - date.getTime()) < 36 * 3_600_000)
  return near?.id
}

/** The vendor's support cases that a user case names. */
export const listNumbersOf = (db: Db, caseIds: number[]) =>
  db.selectFrom('caseNumber').select(['caseId', 'number', 'link']).where('caseId', 'in', orNoId(caseIds)).orderBy('id').execute()

/** The requests that collate a case, with who looks after them. */
export const listCollating = (db: Db, caseId: number, reader?: Actor) =>
  db
    .selectFrom('requestCase')
    .innerJoin('request', 'request.id', 'requestCase.requestId')
    .select(['request.id', 'request.title', 'request.stage', 'request.championId', 'requestCase.addedBy'])
    .where('requestCase.caseId', '=', caseId)
    .$if(reader !== undefined, (query) => query.where(visibleTo(reader as Actor, 'request')))
    .orderBy('request.id')
    .execute()

/** The request that the author of a case has in mind, where it can still be added to it. */
export async function findMeant(db: Db, caseId: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('likeness')
    .innerJoin('userCase', 'userCase.id', 'likeness.subjectId')
    .innerJoin('request', 'request.id', 'likeness.requestId')
    .select('request.rootId')
    .where('likeness.kind', '=', 'case')
    .where('likeness.subjectId', '=', caseId)
    .where('likeness.same', '=', true)
    .whereRef('likeness.saidBy', '=', 'userCase.authorId')
    .whereRef('request.groupId', '=', 'userCase.groupId')
    .orderBy('likeness.saidAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.rootId
}
