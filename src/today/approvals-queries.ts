import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { listGroups } from '../groups/queries.ts'
import { type Db, idsOf } from '../lib/db/rows.ts'
import { listKept, readPlaces } from '../list/queries.ts'
import { answeredBefore, lastAsk, staleBefore } from '../people/rules.ts'
import { mayAdminister, mayAppoint, mayConfirmReferent, mayKeepRegister, mayModerate, moderatesOwn } from '../policy.ts'
import { todayOf } from '../time.ts'
import { type ApprovalKind, type Part, siteItself } from './approvals-rules.ts'

/** Something that waits for a decision of the actor. */
export interface Approval {
  kind: ApprovalKind
  id: number
  /** Who, or what it is about. */
  title: string
  /** An address, a subject, an institution. */
  detail: string
  /** The list, group, user group or institution that it belongs to. */
  place: string
  slug: string | null
  since: Date
  claimer: string | null
  /** Its list is closed: nothing goes there any more. */
  closed: boolean
}

/** For so many days what waits at a list is for those who look after it alone; then administrators see it too. */
const daysForTheirOwn = 7

/**
 * The lists of which the actor has a say: those that are theirs to look after, and all others, as administrators have them. A list that nobody
 * looks after today is theirs.
 */
async function listsOf(db: Db, actor: Actor): Promise<{ own: number[]; others: number[] }> {
  const lists = (await readPlaces(db)).filter((list) => mayModerate(actor, list))
  const kept = new Set(mayAdminister(actor) ? await listKept(db, actor.at) : [])
  const { own = [], others = [] } = Object.groupBy(lists, (list) => (moderatesOwn(actor, list) || !kept.has(list.id) ? 'own' : 'others'))
  return { own: idsOf(own), others: idsOf(others) }
}

/** What else is the actor's to decide: the groups and user groups of which they have a say. */
async function scopeOf(db: Db, actor: Actor) {
  const [groups, communities] = await Promise.all([listGroups(db), db.selectFrom('sharedCommunity as community').select('id').execute()])
  return {
    groups: groups.filter((group) => mayAppoint(actor, group.id)).map((group) => group.id),
    communities: communities.filter(({ id }) => mayConfirmReferent(actor, id)).map(({ id }) => id),
    register: mayKeepRegister(actor),
    site: mayAdminister(actor),
  }
}

// Each part is read by its own index of what waits; what is decided is never met.

const waitingAtLists = ({ own, others }: Awaited<ReturnType<typeof listsOf>>, at: Date) => {
  const before = new Date(at.getTime() - daysForTheirOwn * 86_400_000)
  const theirs = (list: string, since: string) =>
    sql`(${sql.ref(list)} = any(${own}::bigint[]) or (${sql.ref(list)} = any(${others}::bigint[]) and ${sql.raw(since)} <= ${before}))`
  return sql`
    select 'join' as kind, r.id, case when r.name = '' then r.email else r.name end as title, r.email as detail, l.title as place, l.name as slug,
      coalesce(r.confirmed_at, r.asked_at) as since, c.name as claimer, l.closed_at is not null as closed
    from subscription_request r join shared_list l on l.id = r.list_id left join shared_person c on c.id = r.claimed_by
    where r.state = 'waiting' and ${theirs('r.list_id', 'coalesce(r.confirmed_at, r.asked_at)')}
    union all
    select 'held', h.id, h.subject,
      case when h.from_name in ('', h.from_email) then h.from_email else h.from_name || ' <' || h.from_email || '>' end, l.title, l.name, h.held_at, c.name,
      l.closed_at is not null
    from held_mail h join shared_list l on l.id = h.list_id left join shared_person c on c.id = h.claimed_by
    where h.state = 'held' and ${theirs('h.list_id', 'h.held_at')}`
}

function waitingByOffice(actor: Actor, scope: Awaited<ReturnType<typeof scopeOf>>) {
  const day = todayOf(actor)
  return sql`
    select 'referent' as kind, n.id, n.name as title, o.name as detail, u.name as place, null::text as slug, n.named_at as since, null::text as claimer,
      false as closed
    from referent_naming n join shared_organisation o on o.id = n.organisation_id join shared_community u on u.id = n.community_id
    where n.state = 'waiting' and n.community_id = any(${scope.communities}::bigint[])
    union all
    select 'silent', a.id, p.name, o.name, ${siteItself}::text, null, a.asked_at, null, false
    from shared_affiliation a join shared_person p on p.id = a.person_id join shared_organisation o on o.id = a.organisation_id
    where ${scope.register} and a.to_on is null and p.erased_at is null and a.asks >= ${lastAsk} and a.asked_at <= ${answeredBefore(actor.at)}
      and (a.confirmed_at is null or a.confirmed_at <= ${staleBefore(actor.at)})
      and (exists (select from shared_subscription s where s.person_id = a.person_id and s.ended_at is null)
        or exists (select from shared_appointment t where t.person_id = a.person_id and (t.to_on is null or t.to_on >= ${day}::date)))
    union all
    select 'claim', w.id, p.name, concat_ws(' · ', nullif(w.organisation, ''), nullif(w.email, '')), coalesce(nullif(w.organisation, ''), w.email), null, w.asked_at, null, false
    from workplace_claim w join shared_person p on p.id = w.person_id where ${scope.register} and w.settled_at is null and p.erased_at is null
    union all
    select 'offers', v.id, g.name, (select count(*) from volunteer_offer f where f.call_id = v.id and f.withdrawn_at is null)::text, g.name, null,
      v.closes_on::timestamptz, null, false
    from volunteer_call v join shared_working_group g on g.id = v.group_id
    where v.state = 'open' and v.closes_on < ${day}::date and v.group_id = any(${scope.groups}::bigint[])
    union all
    select 'erasure', e.id, p.name, e.scope::text, ${siteItself}::text, null, e.asked_at, null, false
    from erasure_request e join shared_person p on p.id = e.person_id
    where ${scope.site} and e.state = 'waiting' and e.person_id is distinct from ${actor.personId}`
}

/** So many of a kind stand at one place by themselves; the rest is one thing, with the page that has all of them. */
export const mostOfOne = 10

/** What waits for the actor in a part of the work, as SQL; undefined for who has nothing to decide there. */
async function waitingIn(db: Db, actor: Actor, part: Part) {
  if (part === 'lists') {
    const lists = await listsOf(db, actor)
    return lists.own.length + lists.others.length > 0 ? waitingAtLists(lists, actor.at) : undefined
  }
  const scope = await scopeOf(db, actor)
  const decides = scope.register || scope.site || scope.groups.length > 0 || scope.communities.length > 0
  return decides ? waitingByOffice(actor, scope) : undefined
}

/**
 * Everything that waits for a decision of the actor in a part of the work, across lists and groups, the longest wait first: at most ten of a
 * kind at each place.
 * @returns each with how many of its kind wait there; none for who has nothing to decide anywhere
 */
export async function listApprovals(db: Db, actor: Actor, part: Part): Promise<(Approval & { rank: number; total: number })[]> {
  const waiting = await waitingIn(db, actor, part)
  if (!waiting) return []
  const { rows } = await sql<Approval & { rank: number; total: number }>`
    select * from (select w.*, row_number() over (partition by kind, place order by since, id)::int as rank,
      count(*) over (partition by kind, place)::int as total from (${waiting}) w) ranked
    where rank <= ${mostOfOne} order by since, kind, id`.execute(db)
  return rows
}
