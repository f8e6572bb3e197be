import { sql } from 'kysely'
import { signedAs } from '../advocacy/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import type { AnswerClass, RequestKind, SigningAct, Visibility } from '../lib/db/schema.ts'
import { shorten } from '../lib/ui/excerpt.ts'
import { textsOf } from '../lib/ui/words.ts'
import { isInnerBallot } from '../policy.ts'
import { type Audience, type Figures, type Item, list, number, type Span, share } from './figures-rules.ts'

/** The instants at which a period begins and has ended. */
export const from = ({ fromOn }: Span) => sql`${`${fromOn}T00:00:00Z`}::timestamptz`

/** The end of a span's last day. */
export const until = ({ toOn }: Span) => sql`(${`${toOn}T00:00:00Z`}::timestamptz + interval '1 day')`
const within = (column: string, span: Span) => sql`(${sql.raw(column)} >= ${from(span)} and ${sql.raw(column)} < ${until(span)})`
const onDay = (column: string) => sql`(${sql.raw(column)} at time zone 'UTC')::date::text`

/** What subscribers read is more than the public may, and less than the group's own. */
const seenBy: Record<Visibility, Audience> = { public: 'public', subscribers: 'steering', group: 'group' }

const t = textsOf('reports', 'records')
const classes: Record<AnswerClass, string> = t.classes

// What is carried over is a promise of another year.
type PromiseState = keyof typeof t.promises

const join = (...parts: string[]): string => parts.filter(Boolean).join('; ')

async function readRequests(db: Db, span: Span): Promise<Figures> {
  const raised = await sql<{ id: number; on: string; title: string; kind: RequestKind; visibility: Visibility }>`
    select r.id::int, ${onDay('r.created_at')} as "on", r.title, r.kind::text as kind, r.visibility from shared_request r
    where r.group_id = ${span.group.id} and ${within('r.created_at', span)} order by r.created_at, r.id`.execute(db)
  const { rows } = await sql<{ merged: number; aside: number; done: number; cases: number; stories: number }>`
    select count(*) filter (where r.stage = 'merged')::int as merged, count(*) filter (where r.stage = 'set_aside')::int as aside,
      count(*) filter (where r.stage in ('delivered', 'accepted'))::int as done,
      (select count(*)::int from shared_user_case c where c.group_id = ${span.group.id} and c.state <> 'withdrawn'
        and ${within('c.captured_at', span)}) as cases,
      (select count(*)::int from story s where s.group_id = ${span.group.id} and s.withdrawn_at is null and ${within('s.said_at', span)}) as stories
    from shared_request r where r.group_id = ${span.group.id} and ${within('r.stage_at', span)}`.execute(db)
  const one = rows[0] ?? { merged: 0, aside: 0, done: 0, cases: 0, stories: 0 }
  const there = `/requests?from=${span.fromOn}&to=${span.toOn}`
  return {
    'cases.new': number(one.cases, '/cases/queue', 'steering'),
    'stories.told': number(one.stories, '/stories', 'steering'),
    'requests.raised': number(raised.rows.length, there),
    'requests.merged': number(one.merged, `${there}&stage=merged`),
    'requests.set-aside': number(one.aside, `${there}&stage=set_aside`),
    'requests.done': number(one.done, `${there}&stage=done`),
    'requests.list': list(
      raised.rows.map(({ id, on, title, kind, visibility }) => ({
        on,
        title,
        detail: t.kinds[kind],
        href: `/requests/${id}`,
        audience: seenBy[visibility],
      })),
      there,
    ),
  }
}

async function readBallots(db: Db, span: Span): Promise<Figures> {
  const { rows } = await sql<{
    id: number
    on: string
    title: string
    kind: string
    electorate: string
    voters: number
    voted: number
    silent: boolean
    winners: string | null
  }>`
    select b.id::int, ${onDay('b.closed_at')} as "on", b.title, b.kind::text as kind, b.electorate::text as electorate, b.by_consent as silent,
      (select count(*)::int from voter v where v.ballot_id = b.id) as voters,
      (select count(*)::int from voter v where v.ballot_id = b.id and v.voted_at is not null) as voted,
      (select string_agg(o.title, ', ' order by o.number) from ballot_result r join shared_ballot_option o on o.ballot_id = b.id
        and coalesce(r.result -> 'winners', '[]'::jsonb) @> to_jsonb(o.number::text) where r.ballot_id = b.id and r.chosen) as winners
    from shared_ballot b where b.group_id = ${span.group.id} and b.state = 'counted' and b.rehearsal_of is null and ${within('b.closed_at', span)}
    order by b.closed_at, b.id`.execute(db)
  // To a motion by consent silence is a yes: nobody votes.
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + (row.silent ? 0 : pick(row)), 0)
  const audience = (one: (typeof rows)[number]): Audience =>
    one.kind === 'election' ? 'steering' : one.kind === 'wishes' && !isInnerBallot(one) ? 'public' : 'group'
  return {
    'ballots.held': number(rows.length, '/ballots'),
    'ballots.turnout': share(
      sum(({ voted }) => voted),
      sum(({ voters }) => voters),
      '/ballots',
    ),
    'ballots.list': list(
      rows.map((one) => ({
        on: one.on,
        title: one.title,
        detail: join(one.silent ? '' : t.voted({ n: one.voted, all: one.voters }), one.winners ? t.won({ winners: one.winners }) : ''),
        href: `/ballots/${one.id}/results`,
        audience: audience(one),
      })),
      '/ballots',
    ),
  }
}

interface AnswerRow {
  id: number
  on: string
  title: string
  class: AnswerClass
  reason: string
  signed: SigningAct
  open: boolean
}

async function readAnswers(db: Db, span: Span): Promise<Figures> {
  const { rows } = await sql<AnswerRow>`
    select a.id::int, ${onDay('a.given_at')} as "on", r.title, a.class, a.reason, ${signedAs('answer_id', sql`a.id`)} as signed,
      a.readers = 'public' and a.readers_from <= ${span.at} and r.visibility = 'public' as open
    from shared_answer a join shared_request r on r.id = a.request_id
    where a.group_id = ${span.group.id} and ${within('a.given_at', span)} order by a.given_at, a.id`.execute(db)
  const byClass = (Object.keys(classes) as AnswerClass[]).flatMap((one) => {
    const value = rows.filter((row) => row.class === one).length
    return value > 0 ? [{ label: classes[one], value }] : []
  })
  return {
    'answers.given': number(rows.length, '/answers', 'steering'),
    'answers.confirmed': number(rows.filter((row) => row.signed === 'confirmed').length, '/answers', 'steering'),
    'answers.disputed': number(rows.filter((row) => row.signed === 'disputed').length, '/answers', 'steering'),
    'answers.by-class': list(
      byClass.map(({ label, value }): Item => ({ on: null, title: label, detail: String(value), href: '', audience: 'steering' })),
      '/answers',
      'steering',
    ),
    'answers.list': list(
      rows.map(({ id, on, title, class: of, reason, signed: said, open }) => ({
        on,
        title,
        detail: join(classes[of], t.signed[said], shorten(reason, 240)),
        href: `/answers/${id}`,
        audience: open ? 'public' : 'group',
      })),
      '/answers',
    ),
    'picture.answers': { kind: 'series', href: '/answers', audience: 'steering', points: byClass },
  }
}

async function readPromises(db: Db, span: Span): Promise<Figures> {
  const { rows } = await sql<{
    id: number
    on: string
    title: string
    state: PromiseState
    points: number
    signed: SigningAct
    made: boolean
    settled: boolean
  }>`
    select c.id::int, ${onDay('c.made_at')} as "on", r.title, c.state::text as state, c.points, ${signedAs('commitment_id', sql`c.id`)} as signed,
      ${within('c.made_at', span)} as made, coalesce(c.settled_on between ${span.fromOn}::date and ${span.toOn}::date, false) as settled
    from commitment c join shared_request r on r.id = c.request_id where c.group_id = ${span.group.id} and c.state <> 'carried'
      and (${within('c.made_at', span)} or c.settled_on between ${span.fromOn}::date and ${span.toOn}::date) order by c.made_at, c.id`.execute(
    db,
  )
  const deliveries = await sql<{ claimed: number; accepted: number }>`
    select count(*) filter (where ${within('d.said_at', span)})::int as claimed,
      count(*) filter (where d.verdict = 'full' and ${within('d.closed_at', span)})::int as accepted
    from delivery_claim d where d.group_id = ${span.group.id}`.execute(db)
  const made = rows.filter((one) => one.made)
  const settled = (state: string) => rows.filter((one) => one.settled && one.state === state).length
  const there = '/commitments'
  return {
    'commitments.made': number(made.length, there, 'steering'),
    'commitments.points': number(
      made.reduce((sum, { points }) => sum + points, 0),
      there,
      'steering',
    ),
    'commitments.confirmed': number(made.filter((one) => one.signed === 'confirmed').length, there, 'steering'),
    'commitments.disputed': number(made.filter((one) => one.signed === 'disputed').length, there, 'steering'),
    'commitments.delivered': number(settled('delivered'), there, 'steering'),
    'commitments.dropped': number(settled('dropped'), there, 'steering'),
    'commitments.list': list(
      made.map(({ id, on, title, state, points, signed: said }) => ({
        on,
        title,
        detail: join(t.points({ n: points }), t.promises[state], t.signed[said]),
        href: `/commitments/${id}`,
        audience: 'group',
      })),
      there,
      'steering',
    ),
    'deliveries.claimed': number(deliveries.rows[0]?.claimed ?? 0, there, 'steering'),
    'deliveries.accepted': number(deliveries.rows[0]?.accepted ?? 0, there, 'steering'),
  }
}

/** Talks, events, documents and news: what the group shows. */
async function readShown(db: Db, span: Span): Promise<Figures> {
  const { rows } = await sql<{
    kind: 'talk' | 'event' | 'document' | 'news' | 'issue'
    on: string
    title: string
    version: number | null
    href: string
    visibility: Visibility
  }>`
    select 'talk' as kind, t.given_on::text as "on", t.title, null::int as version, '/show-and-tell/' || t.slug as href, t.visibility from shared_talk t
    where t.group_id = ${span.group.id} and t.state = 'given' and t.given_on between ${span.fromOn}::date and ${span.toOn}::date
    union all
    select 'event', e.first_on::text, e.title, null, '/events/' || e.slug, (case when e.public then 'public' else 'group' end)::visibility from shared_event e
    where e.cancelled_at is null and e.first_on between ${span.fromOn}::date and ${span.toOn}::date and e.first_on <= ${span.at}::date
      and exists (select from event_host h left join shared_group_community g on g.community_id = h.community_id
        where h.event_id = e.id and (h.group_id = ${span.group.id} or g.group_id = ${span.group.id}))
    union all
    select 'document', a.approved_on::text, d.title, v.number::int, '/documents/' || d.slug, d.visibility
    from shared_document d join document_version v on v.document_id = d.id join document_approval a on a.version_id = v.id
    where d.group_id = ${span.group.id} and d.state = 'live' and a.approved_on between ${span.fromOn}::date and ${span.toOn}::date
    union all
    select 'news', ${onDay('n.published_at')}, n.title, null, '/news/' || n.slug, n.visibility from news_item n
    where n.group_id = ${span.group.id} and n.state = 'published' and ${within('n.published_at', span)}
    union all
    select 'issue', ${onDay('i.published_at')}, i.title, null, '/news/issues/' || i.number, i.visibility from news_issue i
    where i.group_id = ${span.group.id} and i.state = 'published' and ${within('i.published_at', span)}
    order by "on", title`.execute(db)
  const of = (kind: (typeof rows)[number]['kind']): Item[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ on, title, version, href, visibility }) => ({
        on,
        title: version === null ? title : t.version({ title, number: version }),
        detail: '',
        href,
        audience: seenBy[visibility],
      }))
  const [talks, events, documents, news, issues] = [of('talk'), of('event'), of('document'), of('news'), of('issue')]
  return {
    'talks.given': number(talks.length, '/show-and-tell'),
    'talks.list': list(talks, '/show-and-tell'),
    'events.held': number(events.length, '/events'),
    'events.list': list(events, '/events'),
    'documents.approved': number(documents.length, '/documents'),
    'documents.list': list(documents, '/documents'),
    'news.items': number(news.length, '/news'),
    'news.issues': number(issues.length, '/news'),
    'news.list': list([...issues, ...news], '/news'),
  }
}

/** What the group worked on: requests, ballots, the vendor's answers and promises, what it showed. */
export async function readWork(db: Db, span: Span): Promise<Figures> {
  const parts = await Promise.all([
    readRequests(db, span),
    readBallots(db, span),
    readAnswers(db, span),
    readPromises(db, span),
    readShown(db, span),
  ])
  return Object.assign({}, ...parts) as Figures
}
