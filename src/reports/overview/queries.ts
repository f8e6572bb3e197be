import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { type Assessed, assessAll, type CharterGroup, listCharterGroups, readableTo, tellAssessed } from '../../charter/queries.ts'
import { countWaitingAnswers } from '../../correspondence/queries.ts'
import { NotFound } from '../../errors.ts'
import { type Db, idsOf, pagesOf } from '../../lib/db/rows.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { refusals } from '../../lib/ui/words.ts'
import { tablesOf } from '../../meetings/queries.ts'
import { oversees } from '../../policy.ts'
import { utcDay } from '../../time.ts'
import { listDue } from '../queries.ts'
import type { Cadence, Vacancy } from './rules.ts'

export const groupsPerPage = 20

/** Terms that end within this time are worth a word. */
const soonDays = 90

interface Meetings {
  groupId: number
  last: string | null
  next: { slug: string; title: string; startsAt: string; zone: string } | null
}

/** The newest meeting that was held and the next that is planned and that the actor may see, of many groups at once. */
async function listMeetings(db: Db, actor: Actor, groupIds: number[]): Promise<Meetings[]> {
  const { at } = actor
  const { all, groupIds: own, communityIds } = tablesOf(actor)
  const seen = sql`(${all} or m.public or exists (select from shared_meeting_host t where t.meeting_id = m.id
    and (t.group_id = any(${own}::bigint[]) or t.community_id = any(${communityIds}::bigint[]))))`
  const { rows } = await sql<Meetings>`
    select g.id::int as group_id,
      (select max((m.starts_at at time zone m.zone)::date)::text from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id and h.group_id = g.id
        where m.kind = 'meeting' and m.state <> 'cancelled' and m.starts_at < ${at} and (m.state = 'held' or m.minutes <> 'none'
          or exists (select from shared_meeting_invitation i where i.meeting_id = m.id and i.attendance is not null))) as last,
      (select json_build_object('slug', m.slug, 'title', m.title, 'startsAt', m.starts_at, 'zone', m.zone)
        from shared_meeting m join shared_meeting_host h on h.meeting_id = m.id and h.group_id = g.id
        where m.kind = 'meeting' and m.state <> 'cancelled' and m.starts_at >= ${at} and ${seen} order by m.starts_at limit 1) as next
    from shared_working_group g where g.id = any(${groupIds}::bigint[])`.execute(db)
  return rows
}

interface Term {
  groupId: number
  name: string
  role: string
  toOn: string | null
}

/** Who holds a role in these groups today, with the end of their term. */
async function listTerms(db: Db, groupIds: number[], at: Date): Promise<Term[]> {
  const { rows } = await sql<Term>`
    select a.group_id::int as group_id, p.name, a.role::text as role, a.to_on::text as to_on
    from shared_appointment a join shared_person p on p.id = a.person_id and p.erased_at is null
    where a.group_id = any(${groupIds}::bigint[]) and a.role in ('coordinator', 'deputy', 'liaison', 'member', 'moderator')
      and a.from_on <= ${at}::date and (a.to_on is null or a.to_on >= ${at}::date)
      and not exists (select from shared_appointment b where b.person_id = a.person_id and b.group_id = a.group_id and b.role = a.role
        and b.from_on <= a.to_on + 1 and (b.to_on is null or b.to_on > a.to_on))
    order by a.to_on nulls last, p.name`.execute(db)
  return rows
}

function cadenceOf(clauses: readonly Assessed[]): Cadence | undefined {
  for (const { clause, found } of clauses)
    for (const { measure, finding } of found)
      if (measure.kind === 'cadence' && measure.subject === 'meetings' && finding.n !== undefined && finding.of !== undefined)
        return { n: Math.min(finding.n, finding.of), of: finding.of, since: finding.from ?? '', lineId: clause.lineId }
  return undefined
}

// What the roster shows to everyone: a group without these is not complete, whatever its charter says.
const needed = ['coordinator', 'liaison']

function vacanciesOf(clauses: readonly Assessed[], terms: readonly Term[]): Vacancy[] {
  const empty = needed.filter((role) => !terms.some((term) => term.role === role)).map((role) => ({ role, n: 0, of: 1 }))
  const seats = clauses.flatMap(({ found }) =>
    found.flatMap(({ measure, finding }) => {
      const { n, of } = finding
      return measure.kind === 'seat' && n !== undefined && of !== undefined && n < of ? [{ role: measure.role ?? 'member', n, of }] : []
    }),
  )
  const all = [...empty, ...seats]
  return all.filter(({ role }, at) => all.findIndex((one) => one.role === role) === at)
}

/** A group as those see it who oversee it. */
function overlook(
  actor: Actor,
  group: CharterGroup,
  shared: {
    terms: Term[]
    meetings: Meetings[]
    due: Awaited<ReturnType<typeof listDue>>
    letters: Letters
    charters: Awaited<ReturnType<typeof assessAll>>
  },
) {
  const place = { locale: languageNow(), zone: 'UTC', now: actor.at }
  const charter = shared.charters.get(group.id)
  const clauses = readableTo(actor, group, charter?.clauses ?? [])
  const terms = shared.terms.filter(({ groupId }) => groupId === group.id)
  const soon = utcDay(new Date(actor.at.getTime() + soonDays * 86_400_000))
  const { last = null, next = null } = shared.meetings.find(({ groupId }) => groupId === group.id) ?? {}
  const mine = shared.letters.filter(({ desk }) => desk.groupId === group.id)
  return {
    group,
    hasCharter: charter !== undefined,
    cadence: cadenceOf(clauses),
    vacancies: vacanciesOf(clauses, terms),
    ending: terms.flatMap(({ name, role, toOn }) => (toOn !== null && toOn <= soon ? [{ name, role, toOn }] : [])),
    due: shared.due.find(({ groupId }) => groupId === group.id),
    findings: tellAssessed(clauses, place),
    unshared: (charter?.clauses.length ?? 0) - clauses.length,
    letters: {
      open: mine.reduce((sum, { open }) => sum + open, 0),
      late: mine.reduce((sum, { late }) => sum + late, 0),
      desk: mine[0]?.desk.name,
    },
    last,
    next: next && { ...next, startsAt: new Date(next.startsAt) },
  }
}

export type Overlooked = ReturnType<typeof overlook>
type Letters = Awaited<ReturnType<typeof countWaitingAnswers>>

/**
 * The groups that the actor oversees, a page of them, and what waits at the addresses of their steering committee.
 * @throws NotFound for who oversees none
 */
export async function readOverview(db: Db, actor: Actor, page = 1, limit = groupsPerPage) {
  const mine = (await listCharterGroups(db)).filter(({ id, communityIds }) => oversees(actor, { groupId: id, communityIds }))
  if (mine.length === 0) throw new NotFound(refusals.thereIsNoSuchPage)
  const shown = mine.slice((page - 1) * limit, page * limit)
  const ids = idsOf(shown)
  const [terms, meetings, due, letters, charters] = await Promise.all([
    listTerms(db, ids, actor.at),
    listMeetings(db, actor, ids),
    listDue(db, actor.at, ids),
    countWaitingAnswers(db, actor),
    assessAll(db, ids, actor.at),
  ])
  return {
    groups: shown.map((group) => overlook(actor, group, { terms, meetings, due, letters, charters })),
    total: mine.length,
    pages: pagesOf(mine.length, limit),
    steering: letters.filter(({ desk }) => desk.groupId === null),
  }
}

export type Overview = Awaited<ReturnType<typeof readOverview>>
