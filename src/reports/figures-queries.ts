import { sql } from 'kysely'
import { assess, listCharterGroups, tellAssessed } from '../charter/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import type { Role } from '../lib/db/schema.ts'
import { shorten } from '../lib/ui/excerpt.ts'
import { languageNow } from '../lib/ui/language.ts'
import { ofGroup } from '../lib/ui/paths.ts'
import { textsOf } from '../lib/ui/words.ts'
import { roleNames } from '../people/rules.ts'
import { utcDay } from '../time.ts'
import { type Figures, type Item, list, narrowest, number, type Span, share } from './figures-rules.ts'
import { from, readWork, until } from './figures-work-queries.ts'

const t = textsOf('reports', 'records')

/** A role as people say it; who has none is a guest. */
const roleName = (role: string): string => (Object.hasOwn(roleNames, role) ? roleNames[role as Role] : t.guest)

const hour = 3_600_000

/** The last day that has a record: the period's, or today while it runs. */
const lastDay = ({ toOn, at }: Span): string => (toOn < utcDay(at) ? toOn : utcDay(at))

async function readMeetings(db: Db, span: Span): Promise<Figures> {
  const meetings = await sql<{
    on: string
    title: string
    slug: string
    held: boolean
    cancelled: boolean
    approved: boolean
    open: boolean
  }>`
    select (m.starts_at at time zone m.zone)::date::text as "on", m.title, m.slug, m.state = 'cancelled' as cancelled,
      m.state <> 'cancelled' and (m.state = 'held' or m.minutes <> 'none'
        or exists (select from shared_meeting_invitation i where i.meeting_id = m.id and i.attendance is not null)) as held,
      m.minutes = 'approved' as approved, m.public and m.minutes = 'approved' as open
    from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id and h.group_id = ${span.group.id}
    where m.kind = 'meeting' and m.starts_at >= ${from(span)} and m.starts_at < ${until(span)} and m.starts_at < ${span.at}
    order by m.starts_at`.execute(db)
  const decisions = await sql<{ on: string; number: number; id: number; text: string; open: boolean }>`
    select d.decided_on::text as "on", d.number, d.id::int, d.text,
      not d.internal and (d.meeting_id is null or (m.public and m.minutes = 'approved')) as open
    from shared_decision d left join shared_meeting m on m.id = d.meeting_id
    where d.group_id = ${span.group.id} and d.decided_on between ${span.fromOn}::date and ${span.toOn}::date order by d.decided_on, d.number`.execute(
    db,
  )
  const roles = await sql<{ role: string; there: number; invited: number }>`
    select role, count(*) filter (where i.attendance in ('present', 'late'))::int as there, count(*)::int as invited
    from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id and h.group_id = ${span.group.id}
      join shared_meeting_invitation i on i.meeting_id = m.id and i.attendance is not null
      cross join lateral unnest(case when i.roles = '{}' then array['guest'] else i.roles end || array['']) role
    where m.kind = 'meeting' and m.state <> 'cancelled' and m.starts_at >= ${from(span)} and m.starts_at < ${until(span)}
    group by role order by role`.execute(db)
  const held = meetings.rows.filter((one) => one.held)
  const all = roles.rows.find(({ role }) => role === '')
  const there = '/meetings?when=past'
  return {
    'meetings.held': number(held.length, there),
    'meetings.planned': number(meetings.rows.length, there),
    'meetings.cancelled': number(meetings.rows.filter(({ cancelled }) => cancelled).length, there),
    'meetings.minutes': number(held.filter(({ approved }) => approved).length, there),
    'meetings.list': list(
      held.map(({ on, title, slug, approved, open }) => ({
        on,
        title,
        detail: approved ? '' : t.noMinutes,
        href: `/meetings/${slug}`,
        audience: open ? 'public' : 'steering',
      })),
      there,
    ),
    'decisions.made': number(decisions.rows.length, '/decisions'),
    'decisions.list': list(
      decisions.rows.map((one) => ({
        on: one.on,
        title: `D-${one.number}`,
        detail: shorten(one.text, 200),
        href: `/decisions/${one.id}`,
        audience: one.open ? 'public' : 'group',
      })),
      '/decisions',
    ),
    'attendance.share': share(all?.there ?? 0, all?.invited ?? 0, there, 'steering'),
    'attendance.by-role': list(
      roles.rows
        .filter(({ role }) => role !== '')
        .map((one) => ({
          on: null,
          title: roleName(one.role),
          detail: t.share({ n: one.there, all: one.invited }),
          href: '',
          audience: 'steering',
        })),
      there,
      'steering',
    ),
    'picture.meetings': {
      kind: 'series',
      href: there,
      audience: 'public',
      points: meetings.rows.map(({ on, held: was }) => ({ label: on, value: was ? 1 : 0, of: 1 })),
    },
  }
}

async function readLists(db: Db, span: Span): Promise<Figures> {
  const lists = sql`(select l.id from shared_list l where l.group_id = ${span.group.id} and l.archive <> 'group')`
  const { rows } = await sql<{ month: string; messages: number; posters: string[] }>`
    select to_char(m.month, 'YYYY-MM') as month, count(e.id)::int as messages,
      coalesce(array_agg(distinct lower(e.from_email)) filter (where e.id is not null), '{}') as posters
    from generate_series(date_trunc('month', ${span.fromOn}::timestamp), ${lastDay(span)}::timestamp, interval '1 month') m(month)
      left join shared_message e on e.list_id in ${lists} and e.variant = 1 and e.sent_at >= greatest(m.month at time zone 'UTC', ${from(span)})
        and e.sent_at < least((m.month + interval '1 month') at time zone 'UTC', ${until(span)})
    group by m.month order by m.month`.execute(db)
  const threads = await sql<{ threads: number; due: number; answered: number }>`
    select count(*)::int as threads, count(*) filter (where t.first_at < ${new Date(span.at.getTime() - 7 * 24 * hour)})::int as due,
      count(*) filter (where t.first_at < ${new Date(span.at.getTime() - 7 * 24 * hour)} and exists (select from shared_message e
        where e.thread_id = t.id and e.sent_at <= t.first_at + interval '7 days' and e.from_email <> f.from_email))::int as answered
    from shared_thread t join lateral (select e.from_email from shared_message e where e.thread_id = t.id order by e.sent_at, e.id limit 1) f on true
    where t.list_id in ${lists} and t.first_at >= ${from(span)} and t.first_at < ${until(span)}`.execute(db)
  const newcomers = await sql<{ n: number; name: string | null }>`
    select (select count(*)::int from shared_subscription s where s.list_id in ${lists} and s.since >= ${from(span)} and s.since < ${until(span)}) as n,
      (select l.name from shared_list l where l.id in ${lists} order by l.id limit 1) as name`.execute(db)
  const one = threads.rows[0] ?? { threads: 0, due: 0, answered: 0 }
  const name = newcomers.rows[0]?.name
  const there = name ? `/lists/${name}` : '/lists'
  return {
    'list.messages': number(
      rows.reduce((sum, { messages }) => sum + messages, 0),
      there,
    ),
    'list.posters': number(new Set(rows.flatMap(({ posters }) => posters)).size, there),
    'list.threads': number(one.threads, there),
    'list.answered': number(one.answered, there),
    'list.answered-share': share(one.answered, one.due, there, 'public'),
    'list.newcomers': number(newcomers.rows[0]?.n ?? 0, there),
    'picture.messages': {
      kind: 'series',
      href: there,
      audience: 'public',
      points: rows.map(({ month, messages }) => ({ label: month, value: messages })),
    },
  }
}

async function readPeople(db: Db, span: Span): Promise<Figures> {
  const last = lastDay(span)
  const { rows } = await sql<{
    name: string
    role: string
    fromOn: string | null
    toOn: string | null
    began: boolean
    ended: boolean
    toAll: boolean
  }>`
    select p.name, a.role::text as role, named_to_all(a.person_id, a.group_id) as "toAll", a.from_on::text as from_on, a.to_on::text as to_on,
      a.from_on between ${span.fromOn}::date and ${last}::date and not exists (select from shared_appointment b where b.person_id = a.person_id
        and b.group_id = a.group_id and b.role = a.role and b.id <> a.id and b.from_on < a.from_on and b.to_on >= a.from_on - 1) as began,
      a.to_on between ${span.fromOn}::date and ${last}::date and a.to_on < ${utcDay(span.at)}::date and not exists (select from shared_appointment b
        where b.person_id = a.person_id and b.group_id = a.group_id and b.role = a.role and b.id <> a.id and b.from_on <= a.to_on + 1
          and (b.to_on is null or b.to_on > a.to_on)) as ended
    from shared_appointment a join shared_person p on p.id = a.person_id and p.erased_at is null
    where a.group_id = ${span.group.id} and a.role in ('coordinator', 'deputy', 'liaison', 'member', 'moderator')
    order by a.from_on, p.name`.execute(db)
  // Whom the roster does not name to everybody, a report does not either.
  const item = (on: string | null, { name, role, toAll }: { name: string; role: string; toAll: boolean }): Item => ({
    on,
    title: name,
    detail: roleName(role),
    href: '/roster',
    audience: toAll ? 'public' : 'steering',
  })
  const began = rows.filter((one) => one.began)
  const ended = rows.filter((one) => one.ended)
  const now = rows.filter(({ fromOn, toOn }) => fromOn !== null && fromOn <= last && (toOn === null || toOn >= last))
  return {
    // Who only moderates a list is no member, as the charter counts.
    'members.now': number(new Set(now.flatMap(({ name, role }) => (role === 'moderator' ? [] : [name]))).size, '/roster'),
    'members.new': number(began.length, '/roster'),
    'members.new-list': list(
      began.map((one) => item(one.fromOn, one)),
      '/roster',
    ),
    'members.ended': number(ended.length, '/roster'),
    'members.ended-list': list(
      ended.map((one) => item(one.toOn, one)),
      '/roster',
    ),
  }
}

type Readers = 'group' | 'steering' | 'public'

async function readCharter(db: Db, span: Span): Promise<Figures> {
  const group = (await listCharterGroups(db)).find(({ id }) => id === span.group.id)
  // As it stood on the last day: what came afterwards is the next report's.
  const at = new Date(`${lastDay(span)}T12:00:00Z`)
  const found = group && (await assess(db, group, at))
  const place = { locale: languageNow(), zone: 'UTC', now: at }
  const told = tellAssessed(found?.clauses ?? [], place)
  const measured = told.filter(({ state }) => state !== 'not_measured' && state !== 'too_early')
  const audience = measured.length === 0 ? 'group' : narrowest(measured.map(({ readers }) => readers as Readers))
  const there = `/charter/overview?group=${span.group.slug}`
  return {
    'charter.clauses': number(measured.length, there, audience),
    'charter.kept': number(measured.filter(({ state }) => state === 'kept').length, there, audience),
    'charter.findings': list(
      told.map(({ number: clause, lineId, readers, word, sentence }) => ({
        on: null,
        title: `${clause}: ${word}`,
        detail: sentence,
        href: `/charter/clauses/${lineId}`,
        audience: readers as Readers,
      })),
      there,
    ),
  }
}

/** Every figure of a group in a period, each kind of record asked once. */
export async function readFigures(db: Db, span: Span): Promise<Figures> {
  const parts = await Promise.all([
    readMeetings(db, span),
    readLists(db, span),
    readWork(db, span),
    readPeople(db, span),
    readCharter(db, span),
  ])
  const figures = Object.assign({}, ...parts) as Figures
  const { groups } = await db
    .selectFrom('sharedWorkingGroup as workingGroup')
    .select((e) => e.fn.countAll<number>().as('groups'))
    .executeTakeFirstOrThrow()
  if (groups < 2) return figures
  // What is counted is of one group; so is the list that it leads to.
  for (const figure of Object.values(figures)) figure.href = ofGroup(figure.href, span.group.slug)
  return figures
}
