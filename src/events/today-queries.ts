import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { waitingOf } from '../lib/ui/words.ts'
import { groupsOf, isHerself } from '../policy.ts'
import { todayOf } from '../time.ts'
import type { Waiting } from '../waiting.ts'

const eventsWaiting = waitingOf('events', 'waiting')

/** Of those expected at an event whose presence nobody has noted, how many gave one of these answers. */
const countAnswers = (answers: RawBuilder<unknown>) =>
  sql`(select count(*)::int from event_participation p where p.event_id = e.id and p.expected and p.presence is null and p.answer in ${answers})`

/** What waits: reviews that they owe, proposals without a place, whether they come, who was there. */
export async function listEventTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const groups = actor.vendorSide ? [] : groupsOf(actor)
  const led = actor.grants.flatMap(({ groupId, role }) =>
    groupId !== null && (role === 'coordinator' || role === 'deputy') ? [groupId] : [],
  )
  const steered = actor.grants.flatMap(({ communityId, role }) => (communityId !== null && role === 'steering' ? [communityId] : []))
  const today = todayOf(actor)
  const { rows: reviews } = await sql<{ slug: string; title: string; count: number }>`
    select e.slug, e.title, count(*)::int as count from event e join event_proposal p on p.event_id = e.id and p.state = 'proposed'
    where e.cancelled_at is null and e.call_closes_on < ${today}::date and e.first_on >= ${today}::date and p.person_id <> ${actor.personId}
      and not exists (select from event_review r where r.proposal_id = p.id and r.person_id = ${actor.personId})
      and exists (select from event_host h left join shared_group_community gc on gc.community_id = h.community_id
        where h.event_id = e.id and (h.group_id = any(${groups}::bigint[]) or gc.group_id = any(${groups}::bigint[])))
    group by e.id order by e.first_on`.execute(db)
  const answers = await db
    .selectFrom('eventParticipation')
    .innerJoin('event', 'event.id', 'eventParticipation.eventId')
    .select(['event.id', 'event.slug', 'event.title'])
    .where('eventParticipation.personId', '=', actor.personId)
    .where('eventParticipation.expected', '=', true)
    .where('eventParticipation.answer', '=', 'open')
    .where('event.cancelledAt', 'is', null)
    .where('event.firstOn', '>=', today)
    .orderBy('event.firstOn')
    .execute()
  const { rows: unnoted } = await sql<{ id: number; slug: string; title: string; coming: number; declined: number; silent: number }>`
    select e.id, e.slug, e.title, ${countAnswers(sql`('coming', 'online')`)} as coming, ${countAnswers(sql`('not_coming')`)} as declined,
      ${countAnswers(sql`('open')`)} as silent from event e where e.cancelled_at is null and e.last_on < ${today}::date and e.last_on > ${today}::date - 60
      and exists (select from event_host h where h.event_id = e.id and (h.group_id = any(${led}::bigint[]) or h.community_id = any(${steered}::bigint[])))
      and exists (select from event_participation p where p.event_id = e.id and p.expected and p.presence is null)
    order by e.last_on`.execute(db)
  const { rows: unplaced } = await sql<{ slug: string; title: string; count: number }>`
    select e.slug, e.title, count(*)::int as count from event e join event_proposal p on p.event_id = e.id and p.state = 'accepted'
    where p.told_at is not null and p.session_id is null and e.cancelled_at is null and e.first_on >= ${today}::date
      and exists (select from event_host h where h.event_id = e.id and (h.group_id = any(${led}::bigint[]) or h.community_id = any(${steered}::bigint[])))
    group by e.id order by e.first_on`.execute(db)
  const words = eventsWaiting(actor.locale)
  return [
    ...reviews.map(({ slug, title, count }) => ({ ...words.reviews({ count, event: title }), href: `/events/${slug}/proposals` })),
    ...unplaced.map(({ slug, title, count }) => ({ ...words.unplaced({ count, event: title }), href: `/events/${slug}/proposals` })),
    ...answers.map(({ id, slug, title }) => ({
      ...words.coming({ event: title }),
      href: `/events/${slug}`,
      question: { what: 'coming', id, reason: true, normal: 'yes' } as const,
    })),
    ...unnoted.map(({ id, slug, title, coming, declined, silent }) => ({
      ...words.presence({ event: title, coming, declined, silent }),
      href: `/events/${slug}/people`,
      question: { what: 'presence', id, normal: 'later' } as const,
    })),
  ]
}

/** The name of an event in its address. */
export const findEventSlug = async (db: Db, id: number): Promise<string | undefined> =>
  (await db.selectFrom('event').select('slug').where('id', '=', id).executeTakeFirst())?.slug
