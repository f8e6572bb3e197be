import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { type Db, pagesOf } from '../lib/db/rows.ts'
import { sayThing } from '../lib/ui/history-things.ts'
import { refusals } from '../lib/ui/words.ts'
import { isHerself } from '../policy.ts'
import { visibleTo } from '../requests/queries.ts'
import { writesFor } from './queries.ts'
import { type ContributionKind, kinds } from './record-rules.ts'

/** One thing that somebody gave, with the place where it stands. */
export interface Given {
  personId: number
  kind: ContributionKind
  title: string
  path: string
  at: Date
}

/** What a request is called to this person; nothing where it has gone to another group, or where they have left: it may be called otherwise by now. */
const titleTo = (actor: Actor) => sql`case when ${visibleTo(actor, 'request')} then request.title end`

/**
 * What people gave to a group, from the record alone: each thing once, with the place where it stands. Only what is out or settled
 * counts: a draft is no contribution yet.
 */
const given = (groupIds: ReturnType<typeof writesFor>, actor: Actor) => sql`
  select author_id as person_id, 'item' as kind, title, '/news/' || slug as path, published_at as at from news_item
    where state = 'published' and author_id is not null and group_id = any(${groupIds})
  union all select author_id, 'issue', title, '/news/issues/' || number, published_at from news_issue
    where state = 'published' and author_id is not null and group_id = any(${groupIds})
  union all select c.asked_by, 'elsewhere', coalesce(i.title, n.title), c.appeared_link, c.appeared_on::timestamptz from news_contribution c
    join news_outlet o on o.id = c.outlet_id left join news_item i on i.id = c.item_id left join news_issue n on n.id = c.issue_id
    where c.state = 'appeared' and c.asked_by is not null and o.group_id = any(${groupIds})
  union all select s.person_id, 'talk', t.title, '/show-and-tell/' || t.slug, t.given_on::timestamptz from talk_speaker s join shared_talk t on t.id = s.talk_id
    where t.state = 'given' and t.given_on is not null and s.person_id is not null and t.group_id = any(${groupIds})
  union all select distinct l.person_id, 'minutes', m.title, '/meetings/' || m.slug || '/minutes', m.starts_at from minute_line l
    join shared_meeting m on m.id = l.meeting_id join shared_meeting_host h on h.meeting_id = m.id
    where l.removed_at is null and l.person_id is not null and m.minutes = 'approved' and h.group_id = any(${groupIds})
  union all select captured_by, 'case', title, '/cases/' || id, captured_at from shared_user_case user_case
    where state = 'open' and captured_by is not null and group_id = any(${groupIds})
  union all select created_by, 'request', ${titleTo(actor)}, '/requests/' || id, created_at from shared_request request
    where created_by is not null and group_id = any(${groupIds})
  union all select author_id, 'story', title, '/stories/' || id, said_at from story
    where withdrawn_at is null and author_id is not null and group_id = any(${groupIds})
  union all select c.person_id, 'comment', ${titleTo(actor)}, '/requests/' || request.id, c.at from request_comment c
    join shared_request request on request.id = c.request_id
    where c.removed_at is null and c.person_id is not null and request.group_id = any(${groupIds})
  union all select distinct s.person_id, 'event', e.title, '/events/' || e.slug, e.first_on::timestamptz from event_session_speaker s
    join event_session x on x.id = s.session_id join shared_event e on e.id = x.event_id join event_host h on h.event_id = e.id
    where s.person_id is not null and e.cancelled_at is null and h.group_id = any(${groupIds})`

/** A stretch of days, both ends in it. */
export interface Term {
  fromOn: string
  toOn: string
}

const inTerm = ({ fromOn, toOn }: Term) => sql`g.at >= ${fromOn}::date and g.at < ${toOn}::date + 1`

/**
 * What each member of the actor's groups gave in a term, counted by kind; those who held a seat then, also who gave nothing.
 * @throws NotFound to those outside
 */
export async function countByPerson(db: Db, actor: Actor, term: Term) {
  const groupIds = writesFor(actor)
  const { rows: mine } = await sql<{ any: boolean }>`select cardinality(${groupIds}) > 0 as any`.execute(db)
  if (!mine[0]?.any) throw new NotFound(refusals.thereIsNoSuchPage)
  const { rows } = await sql<{ personId: number; name: string; counts: Partial<Record<ContributionKind, number>> | null; total: number }>`
    with seats as (select distinct person_id from shared_appointment a where a.group_id = any(${groupIds})
        and a.role in ('coordinator', 'deputy', 'member', 'liaison') and (a.from_on is null or a.from_on <= ${term.toOn}::date)
        and (a.to_on is null or a.to_on >= ${term.fromOn}::date)),
      counted as (select g.person_id, g.kind, count(*)::int as n from (${given(groupIds, actor)}) g where ${inTerm(term)} group by 1, 2)
    select p.id as person_id, p.name, (select jsonb_object_agg(c.kind, c.n) from counted c where c.person_id = p.id) as counts,
      coalesce((select sum(c.n)::int from counted c where c.person_id = p.id), 0) as total
    from seats s join shared_person p on p.id = s.person_id where p.erased_at is null order by total desc, p.name`.execute(db)
  return rows.map(({ counts, ...row }) => ({ ...row, counts: counts ?? {} }))
}

/**
 * What one person gave in a term, the newest first, a page at a time; for their group, and for themselves.
 * @throws NotFound to others
 */
export async function listGiven(db: Db, actor: Actor, personId: number, term: Term, { page = 1, limit = 50 } = {}) {
  const own = isHerself(actor) && actor.personId === personId
  // Of themselves they see what they gave to every group, also where their term is over.
  const groupIds = own ? sql<number[]>`array(select id from shared_working_group working_group)` : writesFor(actor)
  const person = await db
    .selectFrom('sharedPerson as person')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .where('erasedAt', 'is', null)
    .where(
      sql<boolean>`(${own} or exists (select from shared_appointment a where a.person_id = person.id and a.group_id = any(${groupIds})))`,
    )
    .executeTakeFirstOrThrow(() => new NotFound(refusals.thereIsNoSuchPage))
  const { rows: counts } = await sql<{ kind: ContributionKind; count: number }>`
    select g.kind, count(*)::int as count from (${given(groupIds, actor)}) g where g.person_id = ${personId} and ${inTerm(term)} group by 1`.execute(
    db,
  )
  const { rows } = await sql<
    Omit<Given, 'title'> & { title: string | null }
  >`select g.* from (${given(groupIds, actor)}) g where g.person_id = ${personId} and ${inTerm(term)}
    order by g.at desc, g.path limit ${limit} offset ${(page - 1) * limit}`.execute(db)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return {
    person,
    given: rows.map((row): Given => ({ ...row, title: row.title ?? sayThing(`request:${row.path.replace(/\D+/, '')}`) })),
    counts: kinds.flatMap((kind) => counts.filter((one) => one.kind === kind)),
    total,
    pages: pagesOf(total, limit),
  }
}
