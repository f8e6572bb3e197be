import { type RawBuilder, sql } from 'kysely'
import { type Actor, visitor } from '../../actor.ts'
import { NoSuchGroup, NotFound } from '../../errors.ts'
import { type Db, pagesOf } from '../../lib/db/rows.ts'
import type { AnswerClass, SigningAct } from '../../lib/db/schema.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayShowRelationship } from '../../policy.ts'
import { visibleTo } from '../../requests/queries.ts'
import { utcDay } from '../../time.ts'
import { readableBy } from '../answers/queries.ts'
import { signedAs } from '../core/queries.ts'
import { forSomeList } from '../telling/queries.ts'
import { type Crossing, type Moment, type MomentKind, ownWait, picture } from './rules.ts'

/**
 * Each request that was handed over, with what it waited for.
 * @param reader only those that this person may read, answered in a way that they may read or not yet; undefined: all of the group's
 */
export async function listCrossings(db: Db, groupId: number, reader?: Actor): Promise<Crossing[]> {
  const readable = reader
    ? sql`${visibleTo(reader, 'request')} and (a.id is null or ${readableBy(reader, 'a', { guests: false })})`
    : sql`true`
  const { rows } = await sql<{
    submittedOn: Date
    dueOn: string
    answeredAt: Date | null
    class: AnswerClass | null
    signed: SigningAct | null
    toldAt: Date | null
    untold: boolean
    questions: { askedOn: string; answeredOn: string | null }[]
  }>`
    select s.submitted_at as submitted_on, i.due_on, a.given_at as answered_at, a.class, ${signedAs('answer_id', sql`a.id`)} as signed,
      (select min(coalesce(p.sent_at, case when not ${forSomeList} then e.told_at end)) from telling_event e
        left join telling_post_event pe on pe.event_id = e.id left join telling_post p on p.id = pe.post_id
        where e.kind = 'answer' and e.subject_id = a.id) as told_at,
      exists (select from telling_event e where e.kind = 'answer' and e.subject_id = a.id and not e.quiet and (e.told_at is null or ${forSomeList})
        and not exists (select from telling_post_event pe join telling_post p on p.id = pe.post_id where pe.event_id = e.id and p.sent_at is not null)) as untold,
      coalesce((select json_agg(json_build_object('askedOn', q.asked_at::date, 'answeredOn', q.answered_at::date) order by q.id)
        from vendor_question q where q.item_id = i.id), '[]') as questions
    from submission_item i join submission s on s.id = i.submission_id join shared_request request on request.id = i.request_id
    left join lateral (select a.* from answer a where a.request_id = i.request_id and (a.item_id = i.id or a.given_at >= s.submitted_at)
      order by a.given_at, a.id limit 1) a on true
    where s.group_id = ${groupId} and s.withdrawn_at is null and ${readable} order by s.submitted_at, i.position`.execute(db)
  return rows.map((row) => ({
    submittedOn: utcDay(row.submittedOn),
    dueOn: row.dueOn,
    answeredOn: row.answeredAt ? utcDay(row.answeredAt) : undefined,
    class: row.class ?? undefined,
    signed: row.signed ?? undefined,
    toldOn: row.toldAt ? utcDay(row.toldAt) : undefined,
    untold: row.untold,
    questions: row.questions.map((one) => ({ askedOn: one.askedOn, answeredOn: one.answeredOn ?? undefined })),
  }))
}

/** People of the vendor: guests of the group at any time, and those who worked there on the day. */
const ofVendor = (groupId: number, on: RawBuilder<unknown>, person: RawBuilder<unknown>) => sql`(
  exists (select from shared_appointment p where p.person_id = ${person} and p.role = 'vendor_guest' and p.group_id = ${groupId})
  or exists (select from shared_affiliation a join shared_working_group g on g.id = ${groupId} join shared_product d on d.id = g.product_id
    where a.person_id = ${person} and a.organisation_id = d.vendor_id and (a.from_on is null or a.from_on <= ${on}::date) and (a.to_on is null or a.to_on >= ${on}::date)))`

/** The group's meetings with its vendor that have been: where people of the vendor were invited, or that somebody marked so. */
const meetingsWith = (groupId: number, at: Date) => sql`
  select m.id, m.starts_at, m.zone, m.title, m.slug, m.public,
    (select count(*) from shared_meeting_invitation i where i.meeting_id = m.id and i.withdrawn_at is null
      and ${ofVendor(groupId, sql`m.starts_at`, sql`i.person_id`)}) as guests,
    exists (select from vendor_meeting v where v.meeting_id = m.id and v.group_id = ${groupId}) as marked
  from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id and h.group_id = ${groupId}
  where m.state <> 'cancelled' and m.starts_at <= ${at}`

/** Meetings of the past year that nobody of the vendor was invited to: one of them may have been with it all the same. */
export async function listOtherMeetings(db: Db, groupId: number, at: Date) {
  const { rows } = await sql<{
    id: number
    title: string
    startsAt: Date
    zone: string
  }>`select w.id::int as id, w.title, w.starts_at, w.zone
    from (${meetingsWith(groupId, at)}) w where w.guests = 0 and not w.marked and w.starts_at > ${at}::timestamptz - interval '400 days'
    order by w.starts_at desc limit 60`.execute(db)
  return rows
}

/**
 * Days between the meetings with the vendor, the middle of them; undefined for fewer than two.
 * @param open only meetings that everybody may know of
 */
export async function meetingRhythm(
  db: Db,
  groupId: number,
  at: Date,
  { open = false } = {},
): Promise<{ meetings: number; days: number | undefined }> {
  const { rows } = await sql<{
    meetings: number
    days: number | null
  }>`select count(*)::int as meetings, percentile_cont(0.5) within group (order by gap) as days
    from (select extract(epoch from w.starts_at - lag(w.starts_at) over (order by w.starts_at)) / 86400 as gap
      from (${meetingsWith(groupId, at)}) w where (w.guests > 0 or w.marked) and (w.public or not ${open})) g`.execute(db)
  return { meetings: rows[0]?.meetings ?? 0, days: rows[0]?.days ?? undefined }
}

const perPage = 30

/** What happened between a group and its vendor, newest first; a page of it. */
export async function listMoments(
  db: Db,
  groupId: number,
  at: Date,
  { page = 1, kind }: { page?: number; kind?: MomentKind } = {},
): Promise<{ moments: Moment[]; pages: number }> {
  const all = sql`
    select s.submitted_at as at, 'handed' as kind, b.title as title, '/submissions/' || s.id as href,
        (select count(*) from submission_item i where i.submission_id = s.id)::text as detail
      from submission s join brief b on b.id = s.brief_id where s.group_id = ${groupId} and s.withdrawn_at is null
    union all
    select a.given_at, 'answer', r.title, '/answers/' || a.id, a.class::text from answer a join shared_request r on r.id = a.request_id where a.group_id = ${groupId}
    union all
    select q.asked_at, 'question', r.title, '/submissions/' || s.id || '#r' || r.id, ''
      from vendor_question q join submission_item i on i.id = q.item_id join submission s on s.id = i.submission_id join shared_request r on r.id = i.request_id
      where s.group_id = ${groupId}
    union all
    select c.made_at, 'commitment', r.title, '/commitments/' || c.id, c.points || '/' || c.year from commitment c join shared_request r on r.id = c.request_id
      where c.group_id = ${groupId}
    union all
    select c.settled_on::timestamptz, 'dropped', r.title, '/commitments/' || c.id, c.reason from commitment c join shared_request r on r.id = c.request_id
      where c.group_id = ${groupId} and c.state = 'dropped'
    union all
    select d.said_at, 'delivery', r.title, '/deliveries/' || d.id, l.name from delivery_claim d join shared_request r on r.id = d.request_id
      join release l on l.id = d.release_id where d.group_id = ${groupId}
    union all
    select d.closed_at, 'checked', r.title, '/deliveries/' || d.id, d.verdict::text from delivery_claim d join shared_request r on r.id = d.request_id
      where d.group_id = ${groupId} and d.closed_at is not null
    union all
    select w.starts_at, 'meeting', w.title, '/meetings/' || w.slug, w.guests || '/' || case when w.marked then w.id else 0 end
      from (${meetingsWith(groupId, at)}) w where w.guests > 0 or w.marked
    union all
    select p.sent_at, 'told', p.subject, '/telling/' || p.id, l.title from telling_post p join shared_list l on l.id = p.list_id
      where p.group_id = ${groupId} and p.sent_at is not null`
  const chosen = sql`from (${all}) m where ${kind ?? null}::text is null or m.kind = ${kind ?? null}`
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total ${chosen}`.execute(db)
  const { rows } = await sql<Moment>`select m.* ${chosen}
    order by m.at desc, m.kind, m.href limit ${perPage} offset ${(page - 1) * perPage}`.execute(db)
  return { moments: rows, pages: pagesOf(counted[0]?.total ?? 0, perPage) }
}

/**
 * What came of what was promised.
 * @param reader only what this person may hear of; undefined: all of the group's
 */
export async function countPromises(db: Db, groupId: number, at: Date, reader?: Actor) {
  const heard = (subject: RawBuilder<unknown>, kinds: RawBuilder<unknown>) =>
    reader
      ? sql`exists (select from telling_event join shared_request request on request.id = telling_event.request_id
          where telling_event.subject_id = ${subject} and telling_event.kind in (${kinds}) and ${readableBy(reader, 'tellingEvent', { guests: false })})`
      : sql`true`
  const stands = sql`c.state <> 'carried'`
  const signed = signedAs('commitment_id', sql`c.id`)
  const { rows } = await sql<{ commitments: number; delivered: number; open: number; confirmed: number; disputed: number }>`
    select count(*) filter (where ${stands}) as commitments, count(*) filter (where ${stands} and ${signed} = 'confirmed') as confirmed,
      count(*) filter (where ${stands} and ${signed} = 'disputed') as disputed, count(*) filter (where c.state = 'delivered') as delivered,
      count(*) filter (where c.state = 'committed') as open
    from commitment c where c.group_id = ${groupId} and ${heard(sql`c.id`, sql`'commitment', 'dropped'`)}`.execute(db)
  // What was checked counts once that may be heard; what is to be checked, once it may be heard that it was delivered.
  const checks = await sql<{ ended: boolean; days: number }>`
    select d.closed_at is not null as ended, greatest(0, extract(epoch from coalesce(d.closed_at, ${at}::timestamptz) - d.said_at) / 86400)::float8 as days
    from delivery_claim d where d.group_id = ${groupId} and case when d.closed_at is null then ${heard(sql`d.id`, sql`'delivery'`)}
      else ${heard(sql`d.id`, sql`'acceptance'`)} end`.execute(db)
  const daysOf = (ended: boolean) => checks.rows.filter((one) => one.ended === ended).map(({ days }) => days)
  const row = rows[0]
  const counts = {
    ...{ commitments: row?.commitments ?? 0, delivered: row?.delivered ?? 0, open: row?.open ?? 0 },
    ...{ confirmed: row?.confirmed ?? 0, disputed: row?.disputed ?? 0 },
  }
  return { ...counts, checking: ownWait(daysOf(true), daysOf(false)) }
}

/** All groups with their vendors, and whether everybody may see the figures between them; the oldest first. */
export const listPairs = (db: Db) =>
  db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .innerJoin('sharedProduct as product', 'product.id', 'workingGroup.productId')
    .innerJoin('sharedOrganisation as vendor', 'vendor.id', 'product.vendorId')
    .select(['workingGroup.id', 'workingGroup.slug', 'workingGroup.name', 'workingGroup.relationshipPublic', 'vendor.name as vendor'])
    .orderBy('workingGroup.id')
    .execute()

/** The groups that show their figures to everybody. */
export const listShowing = async (db: Db) => (await listPairs(db)).filter(({ relationshipPublic }) => relationshipPublic)

/**
 * The group whose figures this person asks for, and the others that they may ask for: those that show them to everybody, and those for
 * which they decide about it.
 * @param slug the group's address; the first where not given
 * @throws NotFound
 */
export async function findShowing(db: Db, actor: Actor, slug?: string) {
  const pairs = (await listPairs(db)).filter(({ id, relationshipPublic }) => relationshipPublic || mayShowRelationship(actor, id))
  const group = slug ? pairs.find((one) => one.slug === slug) : pairs[0]
  if (!group) throw slug ? new NoSuchGroup(refusals.noSuchGroup) : new NotFound(refusals.thereIsNoSuchPage)
  return { group, others: pairs.filter((one) => one !== group) }
}

/**
 * The relationship in figures, as everybody may know it: of requests that everybody may read, with answers that everybody may read, of
 * commitments that were told to everybody, of public meetings. No title and no text is among them.
 */
export async function readPublicFigures(db: Db, groupId: number, at: Date) {
  const nobody = visitor(at)
  const [crossings, promises, rhythm] = await Promise.all([
    listCrossings(db, groupId, nobody),
    countPromises(db, groupId, at, nobody),
    meetingRhythm(db, groupId, at, { open: true }),
  ])
  return { seen: picture(crossings, utcDay(at)), promises, rhythm }
}

export type PublicFigures = Awaited<ReturnType<typeof readPublicFigures>>
