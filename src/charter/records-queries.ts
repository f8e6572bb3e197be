import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, pagesOf } from '../lib/db/rows.ts'
import { hideAddresses } from '../lib/ui/hidden.ts'
import { textsOf } from '../lib/ui/words.ts'
import { audiencesOf } from '../policy.ts'
import { type Looked, lookupKey, type Mark } from './findings/rules.ts'
import type { Measure, SubjectName } from './measures/rules.ts'

const t = textsOf('charter', 'records')

/** Which records are looked up: of a group, by subject, with what narrows them down. */
interface Ask {
  key: string
  subject: SubjectName
  role: string | null
  /** One series of meetings; null: all meetings. */
  seriesId: number | null
  lineId: number
  at: Date
}

type Source = (groupId: number, ask: Ask) => RawBuilder<unknown>

const none = sql`null::boolean as ok, null::date as until, null::date as due_on`
/** A title with words of ours, which are said in the language of its reader (`sayRecord`). */
const says = (words: keyof typeof t, facts: Record<string, string>) =>
  sql`jsonb_build_object('says', ${sql.lit(words)}, ${sql.raw(
    Object.entries(facts)
      .map(([name, column]) => `'${name}', ${column}`)
      .join(', '),
  )})`
const day = (column: string) => sql`(${sql.raw(column)} at time zone 'UTC')::date`

// A meeting counts once there is a trace of it: attendance noted, or minutes. What was only planned proves nothing.
const held = sql`m.state <> 'cancelled' and m.kind = 'meeting' and (m.state = 'held' or m.minutes <> 'none'
  or exists (select from shared_meeting_invitation i where i.meeting_id = m.id and i.attendance is not null))`
const meetingOn = sql`(m.starts_at at time zone m.zone)::date`
const meetingsOf = (groupId: number, seriesId: number | null) => sql`meeting m join shared_meeting_host h on h.meeting_id = m.id
  and h.group_id = ${groupId}${seriesId === null ? sql`` : sql` and m.series_id = ${seriesId}`}`
const meetingAudience = (groupId: number) =>
  sql`case when m.public and m.minutes = 'approved' then 'public' else 'group:' || ${groupId}::bigint end`
const seen = (table: string) =>
  sql`case ${sql.raw(table)}.visibility when 'public' then 'public' when 'subscribers' then 'subscribers:' || ${sql.raw(table)}.group_id else 'group:' || ${sql.raw(table)}.group_id end`
const inside = (groupId: number) => sql`'group:' || ${groupId}::bigint`
/** Of a term: who was not asked yet is not named to everybody. */
const namedAudience = (groupId: number) => sql`case when named_to_all(a.person_id, a.group_id) then 'public' else ${inside(groupId)} end`

const requestsOf =
  (kind: 'idea' | 'concern'): Source =>
  (groupId) =>
    sql`select ${day('r.created_at')} as on, ${none}, r.title, '/requests/' || r.id as href, ${seen('r')} as audience
    from shared_request r where r.group_id = ${groupId} and r.kind = ${kind}`

// An event of the group's own, or of one of its user groups.
const hostedFor = (groupId: number) => sql`exists (select from event_host h where h.event_id = e.id and (h.group_id = ${groupId}
  or h.community_id in (select g.community_id from shared_group_community g where g.group_id = ${groupId})))`

/** Those of formal roles who were expected at conferences and calls, and whether they were there. */
const expected = (groupId: number) => sql`
  select e.first_on as on, t.presence in ('in_person', 'online') as ok, null::date as until, null::date as due_on,
    ${says('attended', { name: 'p.name', attendance: 't.presence', reason: 't.reason', title: 'e.title' })} as title,
    '/events/' || e.slug as href, ${inside(groupId)} as audience
  from shared_event e join event_participation t on t.event_id = e.id and t.expected and t.presence is not null join shared_person p on p.id = t.person_id
  where ${hostedFor(groupId)} and e.cancelled_at is null
    and exists (select from shared_appointment a where a.person_id = t.person_id and a.group_id = ${groupId})`

const whoAttended = (role: string | null) => {
  if (role === null) return sql`i.formal`
  return role === 'everyone' ? sql`true` : sql`${role} = any(i.roles)`
}

const attendance: Source = (groupId, { role, seriesId }) => sql`
  select ${meetingOn} as on, i.attendance in ('present', 'late') as ok, null::date as until, null::date as due_on,
    ${says('attended', { name: 'p.name', attendance: 'i.attendance', reason: 'i.reason', title: 'm.title' })} as title,
    '/meetings/' || m.slug as href, ${inside(groupId)} as audience
  from ${meetingsOf(groupId, seriesId)} join shared_meeting_invitation i on i.meeting_id = m.id and i.attendance is not null
    join shared_person p on p.id = i.person_id
  where ${held} and ${whoAttended(role)}
  ${role === null && seriesId === null ? sql`union all ${expected(groupId)}` : sql``}`

const waits: Source = (groupId) => sql`
  select ${day('s.submitted_at')} as on,
    case when exists (select from vendor_question q where q.item_id = i.id and q.answered_at is null) then false end as ok,
    (select min(${day('a.given_at')}) from shared_answer a where a.request_id = i.request_id and (a.item_id = i.id or a.given_at >= s.submitted_at)) as until,
    i.due_on, r.title, '/submissions/' || s.id || '#r' || r.id as href, ${inside(groupId)} as audience
  from submission s join submission_item i on i.submission_id = s.id join shared_request r on r.id = i.request_id
  where s.group_id = ${groupId} and s.withdrawn_at is null`

const promises: Source = (groupId) => sql`
  select ${day('c.made_at')} as on, null::boolean as ok, c.settled_on as until, coalesce(c.due_on, make_date(c.year, 12, 31)) as due_on, r.title,
    '/commitments/' || c.id as href, ${inside(groupId)} as audience
  from commitment c join shared_request r on r.id = c.request_id where c.group_id = ${groupId} and c.state <> 'carried'`

const reasons: Source = (groupId, ask) => sql`
  select w.until as on, true as ok, null::date as until, null::date as due_on, w.title, w.href, w.audience
  from (${waits(groupId, ask)}) w where w.until is not null
  union all
  select w.due_on, false, null, null, w.title, w.href, w.audience
  from (${waits(groupId, ask)}) w where w.until is null and w.due_on < ${ask.at}::date`

const listsOf = (groupId: number) => sql`list l where l.group_id = ${groupId} and l.archive <> 'group'`

/** Where the records of each subject are: when, what, where it can be read, and by whom. */
const sources: Record<SubjectName, Source> = {
  meetings: (groupId, { seriesId }) => sql`
    select ${meetingOn} as on, ${none}, m.title, '/meetings/' || m.slug as href, ${meetingAudience(groupId)} as audience
    from ${meetingsOf(groupId, seriesId)} where ${held}`,
  talks: (groupId) => sql`select t.given_on as on, ${none}, t.title, '/show-and-tell/' || t.slug as href, ${seen('t')} as audience
    from shared_talk t where t.group_id = ${groupId} and t.state = 'given' and t.given_on is not null`,
  events: (groupId, { at }) => sql`select e.first_on as on, ${none}, e.title, '/events/' || e.slug as href,
      case when e.public then 'public' else ${inside(groupId)} end as audience
    from shared_event e where ${hostedFor(groupId)} and e.cancelled_at is null and e.first_on <= ${at}::date
      and exists (select from event_participation t where t.event_id = e.id and t.presence in ('in_person', 'online'))`,
  news: (groupId) => sql`select ${day('n.published_at')} as on, ${none}, n.title, '/news/' || n.slug as href, ${seen('n')} as audience
    from news_item n where n.group_id = ${groupId} and n.state = 'published'`,
  contributions: (groupId) => sql`select c.appeared_on as on, ${none}, coalesce(n.title, i.title) as title, c.appeared_link as href,
      ${inside(groupId)} as audience
    from news_contribution c left join news_item n on n.id = c.item_id left join news_issue i on i.id = c.issue_id
    where coalesce(n.group_id, i.group_id) = ${groupId} and c.appeared_on is not null and c.appeared_link <> ''`,
  documents: (groupId) => sql`
    select a.approved_on as on, ${none}, ${says('approved', { title: 'd.title', number: 'v.number' })} as title,
        '/documents/' || d.slug as href, ${seen('d')} as audience
      from shared_document d join document_version v on v.document_id = d.id join document_approval a on a.version_id = v.id
      where d.group_id = ${groupId} and d.state in ('live', 'archived')
    union all select ${day('r.at')}, ${none}, ${says('reviewed', { title: 'd.title' })}, '/documents/' || d.slug, ${inside(groupId)}
      from shared_document d join document_review r on r.document_id = d.id where d.group_id = ${groupId} and d.state in ('live', 'archived')`,
  documents_current: (groupId, { at }) => sql`
    select d.dated_on as on, d.review_on >= ${at}::date as ok, null::date as until, d.review_on as due_on, d.title, '/documents/' || d.slug as href,
      case when d.approved_number is null then ${inside(groupId)} else ${seen('d')} end as audience
    from shared_document d where d.group_id = ${groupId} and d.state = 'live' and d.review_on is not null`,
  stories: (groupId) => sql`select ${day('s.said_at')} as on, ${none}, s.title, '/stories/' || s.id as href, ${seen('s')} as audience
    from story s where s.group_id = ${groupId} and s.withdrawn_at is null`,
  ideas: requestsOf('idea'),
  concerns: requestsOf('concern'),
  // Whoever else reads a case, its author has said so.
  user_cases: (groupId) => sql`select ${day('c.captured_at')} as on, ${none}, c.title, '/cases/' || c.id as href,
      case when c.state = 'open' and c.consent = 'public' then ${seen('c')} else ${inside(groupId)} end as audience
    from shared_user_case c where c.group_id = ${groupId} and c.state <> 'withdrawn'`,
  messages: (groupId) => sql`select ${day('e.sent_at')} as on, ${none}, e.subject as title,
      '/lists/' || l.name || '/m/' || replace(e.message_id, '@', '%40') as href,
      case l.archive when 'public' then 'public' else 'list:' || l.id end as audience
    from shared_list l join shared_message e on e.list_id = l.id and e.variant = 1 where l.group_id = ${groupId} and l.archive <> 'group'`,
  newcomers: (
    groupId,
  ) => sql`select ${day('s.since')} as on, ${none}, ${says('joined', { title: 'l.title' })} as title, '/lists/' || l.name as href,
      ${inside(groupId)} as audience
    from shared_list l join shared_subscription s on s.list_id = l.id where l.group_id = ${groupId} and l.archive <> 'group'`,
  briefs: (groupId) => sql`
    select ${day('s.submitted_at')} as on, ${none}, b.title, '/submissions/' || s.id as href, ${inside(groupId)} as audience
    from submission s join brief b on b.id = s.brief_id where s.group_id = ${groupId} and s.withdrawn_at is null`,
  answers: (groupId) => sql`select ${day('a.given_at')} as on, ${none}, r.title, '/answers/' || a.id as href, ${inside(groupId)} as audience
    from shared_answer a join shared_request r on r.id = a.request_id where a.group_id = ${groupId}`,
  told: (groupId) => sql`
    select ${day('p.sent_at')} as on, ${none}, p.subject as title, '/telling/' || p.id as href, ${inside(groupId)} as audience
    from telling_post p where p.group_id = ${groupId} and p.sent_at is not null`,
  vendor_contact: (groupId) => sql`
    select ${day('s.submitted_at')} as on, ${none}, b.title, '/submissions/' || s.id as href, ${inside(groupId)} as audience
      from submission s join brief b on b.id = s.brief_id where s.group_id = ${groupId} and s.withdrawn_at is null
    union all select ${day('a.given_at')}, ${none}, r.title, '/answers/' || a.id, ${inside(groupId)}
      from shared_answer a join shared_request r on r.id = a.request_id where a.group_id = ${groupId}
    union all select ${day('d.said_at')}, ${none}, r.title, '/deliveries/' || d.id, ${inside(groupId)}
      from delivery_claim d join shared_request r on r.id = d.request_id where d.group_id = ${groupId}`,
  ballots: (groupId) => sql`
    select ${day('b.closed_at')} as on, ${none}, b.title, '/ballots/' || b.id as href, ${inside(groupId)} as audience
    from shared_ballot b where b.group_id = ${groupId} and b.state = 'counted' and b.closed_at is not null and b.rehearsal_of is null`,
  decisions: (groupId) => sql`
    select d.decided_on as on, ${none}, d.text as title, '/decisions/' || d.id as href, ${inside(groupId)} as audience
    from shared_decision d where d.group_id = ${groupId}`,
  releases: (groupId) => sql`select coalesce(r.on_day, ${day('r.made_at')}) as on, ${none}, r.name as title, '/releases/' || r.id as href,
      ${inside(groupId)} as audience from release r where r.group_id = ${groupId}`,
  letters: (groupId) => sql`
    select ${day('c.sent_at')} as on, ${none}, ${says('letter', { title: 'a.title' })} as title, '/correspondence/' || a.name as href,
      ${inside(groupId)} as audience
    from shared_role_address a join shared_correspondence_mail c on c.address_id = a.id and c.direction = 'out'
    where a.group_id = ${groupId}`,
  attested: (_, { lineId }) => sql`select t.on_day as on, ${none}, t.title, t.link as href,
      case n.readers when 'public' then 'public' else 'group:' || n.group_id end as audience
    from clause_attestation t join clause_line n on n.id = t.line_id where t.line_id = ${lineId} and t.removed_at is null`,

  threads_answered: (groupId, { at }) => sql`
    select ${day('t.first_at')} as on, exists (select from shared_message e where e.thread_id = t.id and e.sent_at <= t.first_at + interval '7 days'
        and e.from_email <> f.from_email) as ok, null::date as until, null::date as due_on,
      t.subject as title, '/lists/' || l.name || '/t/' || replace(t.root, '@', '%40') as href,
      case l.archive when 'public' then 'public' else 'list:' || l.id end as audience
    from shared_list l join shared_thread t on t.list_id = l.id
      join lateral (select e.from_email from shared_message e where e.thread_id = t.id order by e.sent_at, e.id limit 1) f on true
    where l.group_id = ${groupId} and l.archive <> 'group' and t.first_at < ${at}::timestamptz - interval '7 days'
      and t.first_at > ${at}::timestamptz - interval '3 years'`,
  answers_with_reason: reasons,
  minutes_approved: (groupId, { seriesId }) => sql`
    select ${meetingOn} as on, m.minutes = 'approved' as ok, null::date as until, null::date as due_on, m.title,
      '/meetings/' || m.slug as href, ${meetingAudience(groupId)} as audience from ${meetingsOf(groupId, seriesId)} where ${held}`,
  present: attendance,
  members_at_stage: (groupId) => sql`
    select a.from_on as on, case when known.any_stage then u.stage is not null end as ok, a.to_on as until, null::date as due_on,
      ${says('atStage', { name: 'p.name', organisation: 'o.name', stage: 'u.stage' })} as title,
      '/roster' as href, ${namedAudience(groupId)} as audience
    from shared_appointment a join shared_person p on p.id = a.person_id and p.erased_at is null left join shared_organisation o on o.id = a.organisation_id
      join shared_working_group g on g.id = a.group_id left join lateral (select u.stage from product_use u
        where u.organisation_id = o.id and u.product_id = g.product_id limit 1) u on true
      cross join lateral (select exists (select from product_use e where e.product_id = g.product_id) as any_stage) known
    where a.group_id = ${groupId} and a.from_on is not null and a.role in ('coordinator', 'deputy', 'member')`,
  championed: (groupId) => sql`
    select ${day('r.created_at')} as on, r.champion_id is not null as ok, null::date as until, null::date as due_on,
      r.title, '/requests/' || r.id as href, ${seen('r')} as audience
    from shared_request r where r.group_id = ${groupId} and r.stage in ('gathering', 'ready', 'submitted', 'answered', 'committed')`,
  with_basis: (groupId) => sql`
    select ${day('s.since')} as on, exists (select from shared_affiliation f where f.person_id = s.person_id and f.to_on is null
        and f.suspended_at is null) as ok, ${day('s.ended_at')} as until, null::date as due_on,
      ${says('subscriber', { title: 'l.title' })} as title, '/affiliations/basis' as href, ${inside(groupId)} as audience
    from shared_list l join shared_subscription s on s.list_id = l.id where l.group_id = ${groupId} and l.archive <> 'group'`,
  actions_done: (groupId) => sql`select a.due_on as on, a.state = 'done' and ${day('a.settled_at')} <= a.due_on as ok, null::date as until,
      null::date as due_on, a.title, '/actions/' || a.id as href, ${inside(groupId)} as audience
    from action a where a.group_id = ${groupId} and a.due_on is not null and a.state <> 'dropped'`,

  seats: (groupId, { role }) => sql`
    select a.from_on as on, null::boolean as ok, a.to_on as until, null::date as due_on,
      ${says('seat', { name: 'p.name', organisation: 'o.name', formal: 'a.formal' })} as title, '/roster' as href, ${namedAudience(groupId)} as audience
    from shared_appointment a join shared_person p on p.id = a.person_id and p.erased_at is null left join shared_organisation o on o.id = a.organisation_id
    where a.group_id = ${groupId} and a.role = ${role}::role and a.from_on is not null`,

  formal_seats: (groupId, { role }) => sql`
    select a.from_on as on, null::boolean as ok, a.to_on as until, null::date as due_on,
      p.name || coalesce(', ' || o.name, '') as title, '/roster' as href, ${namedAudience(groupId)} as audience
    from shared_appointment a join shared_person p on p.id = a.person_id and p.erased_at is null left join shared_organisation o on o.id = a.organisation_id
    where a.group_id = ${groupId} and a.role = ${role}::role and a.from_on is not null and a.formal`,

  vendor_answers: waits,
  commitments: promises,

  founding: (groupId) => sql`select g.founded_on as on, true as ok, null::date as until,
      null::date as due_on, p.name || ', ' || o.name as title, '/charter' as href, 'public' as audience
    from shared_working_group g join shared_product p on p.id = g.product_id join shared_organisation o on o.id = p.vendor_id where g.id = ${groupId}`,
  list_open: (groupId) => sql`
    select ${day('l.created_at')} as on, l.join_policy <> 'closed' as ok, null::date as until, null::date as due_on,
      l.title, '/lists/' || l.name as href, 'public' as audience from ${listsOf(groupId)}`,
  list_hosts: (groupId) => sql`select ${day('l.created_at')} as on, true as ok, null::date as until, null::date as due_on,
      ${says('hosts', { name: 'c.name', title: 'l.title' })} as title, '/lists/' || l.name as href, 'public' as audience
    from shared_list l join shared_list_community h on h.list_id = l.id join shared_community c on c.id = h.community_id where l.group_id = ${groupId} and l.archive <> 'group'`,
  list_page: (groupId) => sql`select ${day('l.created_at')} as on, true as ok, null::date as until, null::date as due_on,
      l.title, '/lists/' || l.name as href, 'public' as audience from ${listsOf(groupId)}`,
  list_vetted: (groupId) => sql`
    select ${day('l.created_at')} as on, l.join_policy = 'vetted' as ok, null::date as until, null::date as due_on,
      l.title, '/lists/' || l.name as href, 'public' as audience from ${listsOf(groupId)}`,
  register: (groupId) => sql`select c.from_on as on, true as ok, c.to_on as until, null::date as due_on, o.name as title,
      '/organisations/' || o.id as href, ${inside(groupId)} as audience
    from shared_working_group g join contract c on c.product_id = g.product_id join shared_organisation o on o.id = c.organisation_id where g.id = ${groupId}`,
  role_address: (groupId, { role }) => sql`
    select ${day('a.created_at')} as on, true as ok, ${day('a.closed_at')} as until, null::date as due_on,
      a.title, '/roster' as href, 'public' as audience from shared_role_address a where a.group_id = ${groupId} and a.role = ${role}::role`,
  roster: (
    groupId,
  ) => sql`select a.from_on as on, true as ok, a.to_on as until, null::date as due_on, ${says('holds', { name: 'p.name', role: 'a.role' })} as title,
      '/roster' as href, ${namedAudience(groupId)} as audience
    from shared_appointment a join shared_person p on p.id = a.person_id and p.erased_at is null where a.group_id = ${groupId} and a.from_on is not null
      and a.role in ('coordinator', 'deputy', 'liaison', 'member', 'moderator')`,
  past_members: (groupId, { at }) => sql`
    select coalesce(a.to_on, a.from_on, ${at}::date) as on, true as ok, null::date as until, null::date as due_on,
      ${says('holds', { name: 'p.name', role: 'a.role' })} as title, '/roster' as href, ${namedAudience(groupId)} as audience
    from shared_appointment a join shared_person p on p.id = a.person_id and p.erased_at is null
    where a.group_id = ${groupId} and (a.to_on < ${at}::date or a.from_on is null)`,
  public_pages: (groupId) => sql`
    select v.in_force_on as on, true as ok, null::date as until, null::date as due_on, ${says('version', { number: 'v.number' })} as title,
      '/groups/' || g.slug || '/charter/' || v.number as href, 'public' as audience
    from charter_version v join shared_working_group g on g.id = v.group_id where v.group_id = ${groupId} and v.in_force_on is not null`,
}

const askOf = (measure: Pick<Measure, 'subject' | 'kind' | 'role' | 'seriesId'>, lineId: number, at: Date): Ask => ({
  at,
  key: lookupKey(measure, lineId),
  subject: measure.subject as SubjectName,
  role: measure.subject === 'present' && measure.kind === 'share' ? 'everyone' : measure.role,
  seriesId: measure.seriesId,
  lineId,
})

interface Row {
  key: string
  on: string
  ok: boolean | null
  until: string | null
  dueOn: string | null
  n: number
  since: string
}

/**
 * The marks of many measures of a group at once, each kind of record asked once.
 * @returns by `lookupKey`
 */
export async function lookUp(
  db: Db,
  groupId: number,
  at: Date,
  wanted: readonly { measure: Pick<Measure, 'subject' | 'kind' | 'role' | 'seriesId'>; lineId: number }[],
): Promise<Map<string, Looked>> {
  const asks = new Map(wanted.map(({ measure, lineId }) => askOf(measure, lineId, at)).map((ask) => [ask.key, ask]))
  const found = new Map<string, Looked>([...asks.keys()].map((key) => [key, { marks: [] }]))
  if (asks.size === 0) return found
  const parts = [...asks.values()].map(
    (ask) => sql`select ${ask.key}::text as key, r."on", r.ok, r.until, r.due_on from (${sources[ask.subject](groupId, ask)}) r`,
  )
  const { rows } = await sql<Row>`
    with all_records as materialized (${sql.join(parts, sql` union all `)})
    select key, "on"::text as "on", ok, until::text as until, due_on::text as due_on, count(*)::int as n,
      (min("on") over (partition by key))::text as since
    from all_records where "on" is not null
    group by key, "on", ok, until, due_on order by key, all_records."on"`.execute(db)
  for (const [key, of] of Map.groupBy(rows, (row) => row.key))
    found.set(key, { marks: of.map(markOf), ...(of[0] ? { since: of[0].since } : {}) })
  const series = await listSeriesBegins(db, groupId)
  for (const { key, subject, seriesId } of asks.values()) {
    if (subject !== 'meetings') continue
    const began = series
      .filter(({ id }) => seriesId === null || id === seriesId)
      .map(({ firstOn }) => firstOn)
      .sort()[0]
    const meetings = found.get(key)
    if (meetings?.since && began && began < meetings.since) found.set(key, { ...meetings, since: began })
  }
  return found
}

const markOf = ({ on, n, ok, until, dueOn }: Row): Mark => ({
  on,
  n,
  ...(ok === null ? {} : { ok }),
  ...(until === null ? {} : { until }),
  ...(dueOn === null ? {} : { dueOn }),
})

/** Since when the group's meetings are kept here: a series that was begun says so before its first meeting. */
const listSeriesBegins = (db: Db, groupId: number) =>
  db
    .selectFrom('sharedMeetingSeries as meetingSeries')
    .innerJoin('seriesHost', 'seriesHost.seriesId', 'meetingSeries.id')
    .select(['meetingSeries.id', 'meetingSeries.firstOn'])
    .where('seriesHost.groupId', '=', groupId)
    .execute()

/** A record behind a number. */
export interface Evidence {
  on: string
  ok: boolean | null
  until: string | null
  dueOn: string | null
  title: string
  href: string
}

/** A title with words of ours, as `says` makes it. */
type SaidRecord = { says: keyof typeof t } & Record<string, string | number | boolean | null>

const sayRecord = (title: string | SaidRecord): string =>
  typeof title === 'string' ? title : (t[title.says] as (facts: Record<string, unknown>) => string)(title)

export const evidencePerPage = 30

/**
 * The records behind a measure, the newest first, as far as this reader may see them; a page of them.
 * @returns `hidden`: how many there are that they may not see
 */
export async function listEvidence(
  db: Db,
  actor: Actor,
  groupId: number,
  { measure, lineId, page = 1 }: { measure: Pick<Measure, 'subject' | 'kind' | 'role' | 'seriesId'>; lineId: number; page?: number },
): Promise<{ evidence: Evidence[]; total: number; hidden: number; pages: number }> {
  const ask = askOf(measure, lineId, actor.at)
  const lists = await db
    .selectFrom('sharedList as list')
    .select(['list.id', 'list.groupId', 'list.archive'])
    .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))
    .execute()
  const records = sql`(${sources[ask.subject](groupId, ask)}) r`
  const mine = sql`r.audience = any(${audiencesOf(actor, lists)}::text[])`
  const counted = await sql<{ total: number; mine: number }>`
    select count(*)::int as total, count(*) filter (where ${mine})::int as mine from ${records} where r."on" is not null`.execute(db)
  const { total = 0, mine: shown = 0 } = counted.rows[0] ?? {}
  const { rows } = await sql<Omit<Evidence, 'title'> & { title: string | SaidRecord }>`
    select r."on"::text as "on", r.ok, r.until::text as until, r.due_on::text as due_on, r.title, r.href from ${records}
    where r."on" is not null and ${mine} order by r."on" desc, r.title limit ${evidencePerPage} offset ${(page - 1) * evidencePerPage}`.execute(
    db,
  )
  // As on the pages of a list: what a subject tells of addresses is for those who open the mail.
  const isMail = ask.subject === 'messages' || ask.subject === 'threads_answered'
  const titled = (title: string) => (isMail ? hideAddresses(title) : title)
  const evidence = rows.map((row) => ({ ...row, title: titled(sayRecord(row.title)) }))
  return { evidence, total: shown, hidden: total - shown, pages: pagesOf(shown, evidencePerPage) }
}
