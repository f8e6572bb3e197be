import { sql } from 'kysely'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { subscribersOf } from '../core/queries.ts'
import type { Failure } from './rules.ts'

const t = textsOf('list', 'bouncesPage')

/** The letter that asks a silent address whether it is alive. */
export const probeKind = 'bounces.probe'

/** Permanent failures of a list's mail that stand in no incident yet, since an instant. */
export async function listFailures(db: Db, listId: number, since: Date): Promise<Failure[]> {
  const { rows } = await sql<Failure>`
    select b.id, b.email, split_part(b.email, '@', 2) as domain, d.message_id, b.class, b.diagnostic as words, b.at
    from shared_bounce b join shared_delivery d on d.id = b.delivery_id
    left join shared_message m on m.id = d.message_id left join shared_letter l on l.id = d.letter_id
    where b.incident_id is null and b.kind = 'bounce' and b.permanent and b.at >= ${since} and coalesce(m.list_id, l.list_id) = ${listId}
      and coalesce(l.kind, '') <> ${probeKind}
    order by b.id limit 20000`.execute(db)
  return rows
}

/** Lists with failures since an instant. */
export async function listFailingLists(db: Db, since: Date) {
  const { rows } = await sql<{ id: number; groupId: number; group: string; name: string; title: string }>`
    select distinct l.id, l.group_id, g.name as "group", l.name, l.title from list l join shared_working_group g on g.id = l.group_id
    where exists (select from shared_bounce b join shared_delivery d on d.id = b.delivery_id left join shared_message m on m.id = d.message_id
        left join shared_letter t on t.id = d.letter_id where b.at >= ${since} and coalesce(m.list_id, t.list_id) = l.id)
      or exists (select from subscription s where s.list_id = l.id and s.probed_at is not null and s.suspended_at is null and s.ended_at is null)`.execute(
    db,
  )
  return rows
}

/** Subscriptions whose address was called dead outside of incidents, or that wait for a probe, with what is known about them. */
export async function listDoubtful(db: Db, listId: number, since: Date) {
  const { rows } = await sql<{
    id: number
    personId: number
    name: string
    email: string
    locale: string
    dead: Date[]
    words: string | null
    probedAt: Date | null
    probeBounced: boolean
  }>`
    select s.id, p.id as person_id, p.name, a.email, p.locale, s.probed_at,
      array(select b.at from shared_bounce b where b.email = a.email and b.class = 'address' and b.permanent and b.incident_id is null
        and b.at >= ${since} and b.at >= s.bounces_from order by b.at) as dead,
      (select b.diagnostic from shared_bounce b where b.email = a.email and b.class = 'address' and b.at >= s.bounces_from order by b.at desc limit 1) as words,
      exists (select from shared_bounce b join shared_delivery d on d.id = b.delivery_id join shared_letter l on l.id = d.letter_id
        where b.email = a.email and b.class = 'address' and b.permanent and l.kind = ${probeKind} and b.at >= s.probed_at) as probe_bounced
    from subscription s join shared_address a on a.id = s.address_id join shared_person p on p.id = s.person_id
    where s.list_id = ${listId} and s.ended_at is null and s.suspended_at is null
      and (s.probed_at is not null or exists (select from shared_bounce b where b.email = a.email and b.class = 'address' and b.permanent
        and b.incident_id is null and b.at >= ${since} and b.at >= s.bounces_from))`.execute(db)
  return rows
}

/** Incidents of a list, open ones first, then the newest. */
export function listIncidents(db: Db, listId: number) {
  return db
    .selectFrom('incident')
    .select(['incident.id', 'incident.kind', 'incident.subject', 'incident.class', 'incident.words', 'incident.failures'])
    .select(['incident.firstAt', 'incident.lastAt', 'incident.closedAt'])
    .select(
      sql<string | null>`(select m.subject from shared_message m where incident.kind = 'post' and m.id = incident.subject::bigint)`.as(
        'post',
      ),
    )
    .select(
      sql<string | null>`(select m.from_email from shared_message m where incident.kind = 'post' and m.id = incident.subject::bigint)`.as(
        'writer',
      ),
    )
    .where('incident.listId', '=', listId)
    .orderBy(sql`incident.closed_at is not null`)
    .orderBy('incident.lastAt', 'desc')
    .limit(100)
    .execute()
}

/** Subscriptions that are suspended, with the server's own words. */
export function listSuspended(db: Db, listId: number) {
  return subscribersOf(db, listId)
    .select(['subscription.id', 'person.name', 'address.email', 'subscription.suspendedAt', 'subscription.suspendedWords'])
    .where('subscription.suspendedAt', 'is not', null)
    .orderBy('subscription.suspendedAt', 'desc')
    .limit(500)
    .execute()
}

/** How many failures of each class a list had since an instant. */
export async function countFailures(db: Db, listId: number, since: Date): Promise<{ class: string; failures: number }[]> {
  const { rows } = await sql<{ class: string; failures: number }>`
    select b.class, count(*)::int as failures from shared_bounce b join shared_delivery d on d.id = b.delivery_id
    left join shared_message m on m.id = d.message_id left join shared_letter l on l.id = d.letter_id
    where b.kind = 'bounce' and b.at >= ${since} and coalesce(m.list_id, l.list_id) = ${listId} group by b.class order by 2 desc`.execute(
    db,
  )
  return rows
}

/**
 * An incident of a list.
 * @throws NotFound
 */
export async function getIncident(db: Db, listId: number, id: number) {
  const incident = await db.selectFrom('incident').selectAll().where('id', '=', id).where('listId', '=', listId).executeTakeFirst()
  if (!incident) throw new NotFound(t.incidentNotFound)
  return incident
}
