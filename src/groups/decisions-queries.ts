import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { containing } from '../lib/db/like.ts'
import { type Db, orNoId, pagesOf } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isAtTable, mayArrange } from '../policy.ts'
import { todayOf } from '../time.ts'
import { isVendorSide } from '../vendor-side-queries.ts'

const t = textsOf('groups', 'decisions')

const decisions = (db: Db) =>
  db
    .selectFrom('decision')
    .leftJoin('sharedMeeting as meeting', 'meeting.id', 'decision.meetingId')
    .leftJoin('workingGroup', 'workingGroup.id', 'decision.groupId')
    .leftJoin('community', 'community.id', 'decision.communityId')
    .leftJoin('decision as later', 'later.id', 'decision.supersededBy')
    .selectAll('decision')
    .select(['meeting.slug as meetingSlug', 'meeting.title as meetingTitle', 'later.number as laterNumber'])
    .select(sql<string>`coalesce(working_group.name, community.name)`.as('host'))
    .select(sql<boolean>`decision_open(decision)`.as('open'))
    .select(sql<boolean | null>`decision_open(later)`.as('laterOpen'))

type Row = Awaited<ReturnType<ReturnType<typeof decisions>['executeTakeFirstOrThrow']>>

const hostsOf = ({ groupId, communityId }: Pick<Row, 'groupId' | 'communityId'>) => ({
  groupIds: groupId === null ? [] : [groupId],
  communityIds: communityId === null ? [] : [communityId],
})

/** Those at the table see every decision; others those of public meetings whose minutes are approved, unless it is internal. */
const sees = (actor: Actor, row: Row): boolean => row.open || isAtTable(actor, hostsOf(row))

/** That it was replaced everybody knows who sees it; by which one, those who see that one, too. Both are of the same hosts. */
function shown(actor: Actor, { laterOpen, ...row }: Row) {
  const known = laterOpen === true || isAtTable(actor, hostsOf(row))
  return { ...row, superseded: row.supersededBy !== null, ...(known ? {} : { supersededBy: null, laterNumber: null }) }
}

export const decisionsPerPage = 30

/** So many of the newest are listed. */
export const mostDecisions = 2_000

/** Which decisions a page lists. */
export interface DecisionFilter {
  state: 'standing' | 'review' | 'superseded' | 'all'
  q?: string | undefined
  groupId?: number | undefined
  page: number
  limit?: number | undefined
}

/** The register of decisions, the newest first, as the actor may see it. */
export async function listDecisions(db: Db, actor: Actor, { state, q, page, limit = decisionsPerPage, groupId }: DecisionFilter) {
  let query = decisions(db)
  if (groupId !== undefined) query = query.where('decision.groupId', '=', groupId)
  if (state === 'standing') query = query.where('decision.supersededBy', 'is', null)
  if (state === 'superseded') query = query.where('decision.supersededBy', 'is not', null)
  if (state === 'review') query = query.where('decision.reviewOn', '<=', todayOf(actor)).where('decision.supersededBy', 'is', null)
  if (q) query = query.where(sql<boolean>`decision.text ilike ${containing(q)}`)
  const rows = (await query.orderBy('decision.decidedOn', 'desc').orderBy('decision.id', 'desc').limit(mostDecisions).execute()).filter(
    (row) => sees(actor, row),
  )
  const from = (page - 1) * limit
  const total = rows.length
  return {
    decisions: rows.slice(from, from + limit).map((row) => shown(actor, row)),
    total,
    pages: pagesOf(total, limit),
  }
}

/** One decision. @throws NotFound where there is none that the actor may see */
export async function getDecision(db: Db, actor: Actor, id: number) {
  const row = await decisions(db).where('decision.id', '=', id).executeTakeFirst()
  if (!row || !sees(actor, row)) throw new NotFound(t.decisionNotFound)
  const earlier = (await decisions(db).where('decision.supersededBy', '=', id).execute()).filter((one) => sees(actor, one))
  return { ...shown(actor, row), mayChange: mayArrange(actor, hostsOf(row)), earlier }
}

/** A decision for those who keep the register of its hosts. @throws NotFound to others */
export async function getKeptDecision(db: Db, actor: Actor, id: number) {
  const decision = await getDecision(db, actor, id)
  if (!decision.mayChange) throw new NotFound(t.decisionNotFound)
  return decision
}

/** Decisions of these hosts that are due for review by a day. */
export const listDueForReview = (db: Db, groupIds: number[], communityIds: number[], day: string) =>
  db
    .selectFrom('decision')
    .select(['id', 'number', 'text', 'reviewOn'])
    .where((eb) => eb.or([eb('groupId', 'in', orNoId(groupIds)), eb('communityId', 'in', orNoId(communityIds))]))
    .where('supersededBy', 'is', null)
    .where('reviewOn', '<=', day)
    .orderBy('reviewOn')
    .execute()

/** Those who lead a group today, or steer a user group, with their address: nobody who works for the vendor by now. */
export async function listLeaders(db: Db, { groupId, communityId }: { groupId: number | null; communityId: number | null }, on: Date) {
  const { rows } = await sql<{ personId: number; name: string; email: string; locale: string }>`
    select distinct p.id as "personId", p.name, p.locale,
      (select a.email from shared_address a where a.person_id = p.id and a.verified_at is not null order by a.id limit 1) as email
    from appointment t join shared_person p on p.id = t.person_id
    where p.erased_at is null and t.from_on <= ${on}::date and (t.to_on is null or t.to_on >= ${on}::date)
      and not ${isVendorSide(sql.ref('p.id'), on)}
      and ((t.group_id = ${groupId} and t.role in ('coordinator', 'deputy')) or (t.community_id = ${communityId} and t.role = 'steering'))
    order by p.id`.execute(db)
  return rows.filter(({ email }) => email !== null)
}
