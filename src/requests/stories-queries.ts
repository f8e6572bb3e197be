import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { type Db, readPage } from '../lib/db/rows.ts'
import type { ProductStage, StoryKind } from '../lib/db/schema.ts'
import { mayCollate, mayKnowList } from '../policy.ts'
import type { TextKind } from '../texts.ts'
import { findComment } from './comments-queries.ts'
import { getRequestGroup, visibleTo } from './core/queries.ts'
import { requestRefusals } from './refusals.ts'

const storyColumns = (db: Db) =>
  db
    .selectFrom('story')
    .leftJoin('productArea', 'productArea.id', 'story.areaId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'story.organisationId')
    .leftJoin('sharedPerson as person', 'person.id', 'story.authorId')
    .leftJoin('sharedMessage as message', 'message.id', 'story.messageId')
    .leftJoin('sharedList as list', 'list.id', 'message.listId')
    .selectAll('story')
    .select(['productArea.name as area', 'organisation.name as organisation', 'person.name as person'])
    .select(['message.messageId as mailId', 'message.variant', 'list.name as list', 'list.archive', 'list.id as listId'])
    .select('list.groupId as listGroupId')
    .select(sql<number[]>`array(select c.community_id::int from shared_list_community c where c.list_id = list.id)`.as('communityIds'))

/**
 * A story as this person may see it.
 * @throws NotFound
 */
export async function getStory(db: Db, actor: Actor, id: number) {
  const story = await storyColumns(db)
    .where('story.id', '=', id)
    .where('story.withdrawnAt', 'is', null)
    .where((e) => e.or([visibleTo(actor, 'story'), e('story.authorId', '=', actor.personId ?? 0)]))
    .executeTakeFirstOrThrow(() => new NotFound(requestRefusals.story))
  const mine = story.authorId !== null && story.authorId === actor.personId
  const { listId: from, listGroupId: groupId, archive, communityIds } = story
  // The list of the message that it is made of is named to those who may know of it.
  const known = from !== null && groupId !== null && archive !== null && mayKnowList(actor, { id: from, groupId, archive, communityIds })
  return { ...story, ...(known ? {} : { list: null, mailId: null }), mine, mayEdit: mine || mayCollate(actor, story.groupId) }
}

export interface StoryFilter {
  groupId: number
  kind?: StoryKind
  areaId?: number
  stage?: ProductStage
}

/** Stories that this person may see, newest first, a page at a time; and how many each product area has. */
export async function listStories(db: Db, actor: Actor, options: StoryFilter & { page?: number; limit?: number }) {
  const { page = 1, limit = 20, groupId, kind, areaId, stage } = options
  const all = db
    .selectFrom('story')
    .where('story.groupId', '=', groupId)
    .where('story.withdrawnAt', 'is', null)
    .where(visibleTo(actor, 'story'))
  let base = all
  if (kind) base = base.where('story.kind', '=', kind)
  if (areaId !== undefined) base = base.where('story.areaId', '=', sql<number>`area_now(${areaId})`)
  if (stage) base = base.where('story.stage', '=', stage)
  const newest = base
    .leftJoin('productArea', 'productArea.id', 'story.areaId')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'story.organisationId')
    .select(['story.id', 'story.kind', 'story.title', 'story.outcome', 'story.text', 'story.stage', 'story.saidAt', 'story.authorName'])
    .select(['productArea.name as area', 'organisation.name as organisation'])
    .select(sql<number>`(select count(*) from request_comment c where c.story_id = story.id and c.removed_at is null)`.as('comments'))
    .orderBy('story.saidAt', 'desc')
    .orderBy('story.id', 'desc')
  const [{ rows: stories, ...found }, areas] = await Promise.all([
    readPage(newest, { page, limit }),
    all
      .innerJoin('productArea', 'productArea.id', 'story.areaId')
      .select((e) => ['productArea.id' as const, 'productArea.name' as const, e.fn.countAll<number>().as('count')])
      .groupBy(['productArea.id', 'productArea.name'])
      .orderBy('productArea.name')
      .execute(),
  ])
  return { stories, areas, ...found }
}

/** Stories and what is said to them, as far as somebody reads them: files stand in them. */
export const storyTexts: readonly TextKind[] = [
  {
    kind: 'story',
    async read(db, actor, id) {
      const { text, outcome } = await getStory(db, actor, id)
      return `${text}\n\n${outcome}`
    },
  },
  {
    kind: 'reply',
    async read(db, actor, id) {
      const reply = await findComment(db, id)
      if (!reply || reply.storyId === null || reply.removedAt !== null) return undefined
      const { groupId } = await getStory(db, actor, reply.storyId)
      const { mayContribute } = await getRequestGroup(db, actor, { id: groupId })
      return mayContribute ? reply.text : undefined
    },
  },
]
