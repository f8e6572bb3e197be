import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { countRows, type Db, orNoId } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import type { PortalSaid } from '../../offers.ts'
import { mayCollate, mayLead } from '../../policy.ts'
import { listTickets } from '../../requests/queries.ts'
import { sameAddress, sameNumber } from './rules.ts'

const t = textsOf('advocacy', 'portal')

const behind = sql<number>`(select count(*) from shared_request r join standing_support s on s.family_id = r.root_id and s.request_id = r.id
  where r.id = portal_case.request_id and s.strength <> 'not_for_us')`

/** The newest of a case is what the portal says now. */
const holds = sql<boolean>`not exists (select from portal_status n
  where n.portal_case_id = portal_status.portal_case_id and n.id > portal_status.id)`

const statuses = (db: Db) =>
  db
    .selectFrom('portalStatus')
    .innerJoin('portalCase', 'portalCase.id', 'portalStatus.portalCaseId')
    .innerJoin('sharedRequest as request', 'request.id', 'portalCase.requestId')
    .select(['portalStatus.id', 'portalStatus.onDay', 'portalStatus.status', 'portalStatus.reason', 'portalStatus.recordedAt'])
    .select(['portalStatus.settledAt', 'portalStatus.answerId', 'portalCase.id as caseId', 'portalCase.groupId', 'portalCase.number'])
    .select(['portalCase.label', 'portalCase.link', 'portalCase.votes', 'portalCase.requestId', 'request.title'])
    .select(behind.as('institutions'))
    .select(holds.as('holds'))

/** What the portal has changed and nobody has looked at, of requests of some groups, the newest first. */
export const listChanges = (db: Db, groupIds: number[], limit = 200) =>
  statuses(db)
    .where('portalCase.groupId', 'in', orNoId(groupIds))
    .where('portalStatus.isChange', '=', true)
    .where('portalStatus.settledAt', 'is', null)
    .where(holds)
    .orderBy('portalStatus.id', 'desc')
    .limit(limit)
    .execute()

export type Change = Awaited<ReturnType<typeof listChanges>>[number]

/**
 * One word of the portal, for who leads its group.
 * @throws NotFound
 */
export async function getChange(db: Db, actor: Actor, id: number): Promise<Change> {
  const change = await statuses(db).where('portalStatus.id', '=', id).executeTakeFirst()
  if (!change || !mayLead(actor, change.groupId) || !mayCollate(actor, change.groupId)) throw new NotFound(t.noChange)
  return change
}

/** Entries that read like a request of the group, and a person has to say so, the newest first. */
export const listProposals = (db: Db, groupId: number, limit = 50) =>
  db
    .selectFrom('portalCase')
    .innerJoin('sharedRequest as request', 'request.id', 'portalCase.proposedId')
    .select(['portalCase.id', 'portalCase.label', 'portalCase.link', 'portalCase.number', 'portalCase.votes', 'portalCase.why'])
    .select(['portalCase.proposedId', 'request.title'])
    .select(
      sql<string>`coalesce((select s.status from portal_status s where s.portal_case_id = portal_case.id
        order by s.id desc limit 1), '')`.as('status'),
    )
    .where('portalCase.groupId', '=', groupId)
    .where('portalCase.requestId', 'is', null)
    .where('portalCase.settledAt', 'is', null)
    .orderBy('portalCase.id', 'desc')
    .limit(limit)
    .execute()

/** How many entries of the portal are known, and how many of them are requests of the group. */
export const countCases = (db: Db, groupId: number) =>
  db
    .selectFrom('portalCase')
    .select((e) => [e.fn.countAll<number>().as('entries'), e.fn.count<number>('requestId').as('joined')])
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow()

/** How many changes of a group's entries were kept since a time. */
export const countChanges = (db: Db, groupId: number, since: Date): Promise<number> =>
  countRows(
    db
      .selectFrom('portalStatus')
      .innerJoin('portalCase', 'portalCase.id', 'portalStatus.portalCaseId')
      .where('portalCase.groupId', '=', groupId)
      .where('portalStatus.isChange', '=', true)
      .where('portalStatus.recordedAt', '>', since),
  )

/** An entry of a group that its leader may join with a request. @throws NotFound */
export async function getCase(db: Db, actor: Actor, id: number) {
  const found = await db.selectFrom('portalCase').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found || !mayLead(actor, found.groupId) || !mayCollate(actor, found.groupId)) throw new NotFound(t.noEntry)
  return found
}

/** Entries of a group by their number, with what the portal said last. */
export async function listKnown(db: Db, groupId: number) {
  const rows = await db
    .selectFrom('portalCase')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('portalStatus')
          .select(['status', 'reason', 'onDay'])
          .whereRef('portalStatus.portalCaseId', '=', 'portalCase.id')
          .orderBy('portalStatus.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['portalCase.id', 'portalCase.number', 'portalCase.label', 'portalCase.link', 'portalCase.votes', 'portalCase.requestId'])
    .select(['portalCase.settledAt', 'last.status', 'last.reason', 'last.onDay'])
    .where('portalCase.groupId', '=', groupId)
    .where('portalCase.number', '<>', '')
    .execute()
  return new Map(rows.map((row) => [row.number, row]))
}

/**
 * The requests of a group by what the vendor calls them: the number and link in its tracker, numbers of support tickets, entries that
 * somebody has typed. What two requests have in common joins neither.
 */
export async function listNames(db: Db, groupId: number): Promise<(entry: { number: string; link: string }) => number | undefined> {
  const tickets = (await listTickets(db, groupId)).map((one) => ({ ...one, link: '' }))
  const { rows } = await sql<{ requestId: number; number: string; link: string }>`
    select i.request_id, i.tracker_number as number, i.tracker_link as link from submission_item i join submission s on s.id = i.submission_id
      where s.group_id = ${groupId} and s.withdrawn_at is null and (i.tracker_number <> '' or i.tracker_link <> '')
    union select c.request_id, c.label, c.link from portal_case c where c.group_id = ${groupId} and c.number = '' and c.request_id is not null`.execute(
    db,
  )
  const named = [...tickets, ...rows]
  const numbers = Map.groupBy(named, ({ number }) => sameNumber(number))
  const links = Map.groupBy(named, ({ link }) => sameAddress(link))
  numbers.delete('')
  links.delete('')
  return ({ number, link }) => {
    const found = [...(links.get(sameAddress(link)) ?? []), ...(numbers.get(sameNumber(number)) ?? [])]
    const ids = new Set(found.map(({ requestId }) => requestId))
    return ids.size === 1 ? [...ids][0] : undefined
  }
}

/** Entries that were not compared with the group's requests yet. */
export const listUncompared = (db: Db, groupId: number, limit: number) =>
  db
    .selectFrom('portalCase')
    .select(['id', 'label as title', 'body as text'])
    .where('groupId', '=', groupId)
    .where('requestId', 'is', null)
    .where('settledAt', 'is', null)
    .where('number', '<>', '')
    .where('why', 'is', null)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** What the portal says of a request, in its own words; for its group alone. */
export async function findPortalSaid(db: Db, actor: Actor, requestId: number): Promise<PortalSaid | undefined> {
  const row = await statuses(db)
    .where('portalCase.requestId', '=', requestId)
    .orderBy('portalStatus.recordedAt', 'desc')
    .orderBy('portalStatus.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || !mayCollate(actor, row.groupId)) return undefined
  const { status, reason, onDay, link, institutions, groupId } = row
  const leads = mayLead(actor, groupId)
  return { status, reason, onDay, link, institutions, ...(leads && row.settledAt === null && row.number ? { changeId: row.id } : {}) }
}

/** The addresses that a group has read, those that are closed last. */
export const listFeeds = (db: Db, groupId: number) =>
  db.selectFrom('portalFeed').selectAll().where('groupId', '=', groupId).where('closedAt', 'is', null).orderBy('id').execute()

export type Feed = Awaited<ReturnType<typeof listFeeds>>[number]

/** Addresses whose time has come, of groups that work. */
export const listDueFeeds = (db: Db, at: Date) =>
  db
    .selectFrom('portalFeed')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'portalFeed.groupId')
    .select('portalFeed.id')
    .where('portalFeed.closedAt', 'is', null)
    .where('workingGroup.closedAt', 'is', null)
    .where('nextAt', '<=', at)
    .orderBy('nextAt')
    .limit(100)
    .execute()

/** An address by its id, for the program itself; undefined where it is not read any more. */
export const findFeed = (db: Db, id: number) =>
  db.selectFrom('portalFeed').selectAll().where('id', '=', id).where('closedAt', 'is', null).executeTakeFirst()
