import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { reachesSubscriber, subscriptions } from '../core/queries.ts'

const t = textsOf('list', 'receiving')

/**
 * A current subscription of the actor's own, with how they receive.
 * @throws NotFound for another's, and for one that has ended
 */
export async function getMine(db: Db, actor: Actor, subscriptionId: number) {
  return subscriptions(db)
    .selectAll('subscription')
    .select(['list.name as list', 'list.title', 'list.groupId', 'address.email', 'person.locale', 'person.name'])
    .where('subscription.id', '=', subscriptionId)
    .where('subscription.personId', '=', actor.personId ?? 0)
    .where('subscription.endedAt', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound(t.subscriptionNotFound))
}

/** The topics that somebody follows or mutes. */
export const listTopicChoices = (db: Db, subscriptionId: number) =>
  db.selectFrom('subscriptionTopic').select(['topic', 'choice']).where('subscriptionId', '=', subscriptionId).orderBy('topic').execute()

/** The topics of a list with how many messages carry each, most used in the last year first. */
export async function listTopics(db: Db, listId: number, at: Date): Promise<{ topic: string; messages: number }[]> {
  const { rows } = await sql<{ topic: string; messages: number }>`
    select topic, count(*)::int as messages from shared_message m, unnest(m.topics) as topic
    where m.list_id = ${listId} and m.topics <> '{}' and m.sent_at > ${at}::timestamptz - interval '1 year'
    group by topic order by messages desc, topic limit 40`.execute(db)
  return rows
}

/** The addresses of a person at which mail may be received: those that they have confirmed. */
export function listReceivingAddresses(db: Db, personId: number) {
  return db
    .selectFrom('sharedAddress as address')
    .select(['id', 'email'])
    .where('personId', '=', personId)
    .where('verifiedAt', 'is not', null)
    .orderBy('id')
    .execute()
}

/** The newest post of a list; 0 where there is none. */
export async function newestPost(db: Db, listId: number): Promise<number> {
  const row = await db
    .selectFrom('post')
    .select((e) => e.fn.max('messageId').as('id'))
    .where('listId', '=', listId)
    .executeTakeFirst()
  return row?.id ?? 0
}

/**
 * Who gets any message of a list by itself, whatever it is about: not who reads it in digests, pauses, chose or muted a topic, or is its writer
 * and gets no copy of what they send. Who gets one message is decided when it is posted.
 */
export async function findReadersOfAll(
  db: Db,
  listId: number,
  { writerId, at }: { writerId: number | null; at: Date },
): Promise<Set<number>> {
  const readers = await subscriptions(db)
    .select('subscription.personId')
    .where('subscription.listId', '=', listId)
    .where('subscription.receiving', '=', 'each')
    .where('subscription.endedAt', 'is', null)
    .where('subscription.suspendedAt', 'is', null)
    .where((e) => e.or([e('subscription.pausedUntil', 'is', null), e('subscription.pausedUntil', '<=', at)]))
    .where('subscription.onlyTopics', '=', false)
    .where(reachesSubscriber(at))
    .where((e) =>
      e.not(
        e.exists(
          e.selectFrom('subscriptionTopic').select('topic').whereRef('subscriptionId', '=', 'subscription.id').where('choice', '=', 'mute'),
        ),
      ),
    )
    .where((e) => e.or([e('subscription.ownPosts', '=', true), e('subscription.personId', '<>', writerId ?? 0)]))
    .execute()
  return new Set(readers.map(({ personId }) => personId))
}
