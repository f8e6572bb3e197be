import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, orNoId } from '../lib/db/rows.ts'
import { waitingOf } from '../lib/ui/words.ts'
import { groupsOf, isHerself, mayArrange } from '../policy.ts'
import type { Waiting } from '../waiting.ts'

const talksWaiting = waitingOf('talks', 'waiting')

const soon = 14 * 86_400_000

/** What waits: proposals for those who decide; slides and consent for those who speak soon. */
export async function listTalkTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  if (!isHerself(actor)) return []
  const led = groupsOf(actor).filter((id) => mayArrange(actor, { groupIds: [id], communityIds: [] }))
  const proposals = await db
    .selectFrom('talk')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'talk.groupId')
    .select(['talk.id', 'talk.slug', 'talk.title', 'workingGroup.name as whose'])
    .where('talk.state', '=', 'proposed')
    .where('talk.groupId', 'in', orNoId(led))
    .orderBy('proposedAt')
    .execute()
  const own = await db
    .selectFrom('talkSpeaker')
    .innerJoin('talk', 'talk.id', 'talkSpeaker.talkId')
    .innerJoin('sharedMeeting as meeting', 'meeting.id', 'talk.meetingId')
    .select(['talk.id', 'talk.slug', 'talk.title', 'talkSpeaker.consent', 'meeting.startsAt'])
    .select(sql<boolean>`exists (select from talk_file f where f.talk_id = talk.id and f.removed_at is null)`.as('hasSlides'))
    .where('talk.state', '=', 'scheduled')
    .where('meeting.startsAt', '>', actor.at)
    .where('talkSpeaker.personId', '=', actor.personId)
    .orderBy('meeting.startsAt')
    .execute()
  const words = talksWaiting(actor.locale)
  return [
    ...proposals.map(({ id, slug, title, whose }) => ({
      ...words.proposed({ title }),
      whose,
      href: `/show-and-tell/${slug}/arrange`,
      question: { what: 'talk', id, reason: true, normal: 'yes' } as const,
    })),
    ...own.flatMap(({ id, slug, title, consent, startsAt, hasSlides }) => [
      consent === 'open' && {
        ...words.consent({ title }),
        href: `/show-and-tell/${slug}`,
        until: startsAt,
        question: { what: 'talkConsent', id, normal: 'yes' } as const,
      },
      !hasSlides &&
        startsAt.getTime() - actor.at.getTime() < soon && { ...words.slides({ title }), href: `/show-and-tell/${slug}/arrange` },
    ]),
  ].filter((waiting) => waiting !== false)
}

/** The name of a talk in its address. */
export const findTalkSlug = async (db: Db, id: number): Promise<string | undefined> =>
  (await db.selectFrom('talk').select('slug').where('id', '=', id).executeTakeFirst())?.slug
