import type { Actor } from '../actor.ts'
import { NotFound } from '../errors.ts'
import { countRows, type Db, findRow } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { mayCollate } from '../policy.ts'
import { getRequest, visibleTo } from './core/queries.ts'

const t = textsOf('requests', 'comments')

/**
 * What was said of a request or a story, oldest first; what was removed says so and nothing else.
 * @param inside its reader works in the group: to others there is nothing of what was kept within it
 */
export const listComments = (db: Db, of: { requestId: number } | { storyId: number }, inside: boolean) =>
  db
    .selectFrom('requestComment')
    .leftJoin('sharedPerson as person', 'person.id', 'requestComment.personId')
    .select(['requestComment.id', 'requestComment.text', 'requestComment.at', 'requestComment.via', 'requestComment.removedAt'])
    .select(['requestComment.markdown', 'requestComment.editedAt', 'requestComment.personId', 'person.name', 'requestComment.within'])
    .where('requestId' in of ? 'requestId' : 'storyId', '=', 'requestId' in of ? of.requestId : of.storyId)
    .$if(!inside, (query) => query.where('requestComment.within', '=', false))
    .orderBy('requestComment.id')
    .execute()

/** How many comments of a request everybody may read who may read it. */
export const countOpenComments = (db: Db, requestId: number): Promise<number> =>
  countRows(db.selectFrom('requestComment').where('requestId', '=', requestId).where('removedAt', 'is', null).where('within', '=', false))

/** A comment by id, for the letter about it. */
export const findComment = (db: Db, id: number) =>
  db
    .selectFrom('requestComment')
    .leftJoin('sharedPerson as person', 'person.id', 'requestComment.personId')
    .selectAll('requestComment')
    .select('person.name')
    .where('requestComment.id', '=', id)
    .executeTakeFirst()

/**
 * A comment of a request, for who wrote it; to others there is none to edit.
 * @throws NotFound
 */
export async function getOwnComment(db: Db, actor: Actor, requestId: number, id: number) {
  const { groupId } = await getRequest(db, actor, requestId)
  const comment = await findComment(db, id)
  const hidden = comment?.within && !mayCollate(actor, groupId)
  if (!comment || hidden || comment.requestId !== requestId || comment.personId === null || comment.personId !== actor.personId)
    throw new NotFound(t.commentDoesNotExist)
  return comment
}

/** Those who hear of a request, with their place among them, which their answers by mail name. */
export const listFollowers = (db: Db, requestId: number) =>
  db
    .selectFrom('requestFollower')
    .innerJoin('sharedPerson as person', 'person.id', 'requestFollower.personId')
    .select(['requestFollower.id', 'requestFollower.personId', 'person.name'])
    .where('requestId', '=', requestId)
    .where('mutedAt', 'is', null)
    .where('person.erasedAt', 'is', null)
    .orderBy('requestFollower.id')
    .execute()

/** Requests that somebody hears of, as far as they may read them, the latest first. */
export const listFollowed = (db: Db, actor: Actor & { personId: number }) =>
  db
    .selectFrom('requestFollower')
    .innerJoin('request', 'request.id', 'requestFollower.requestId')
    .select(['request.id', 'request.title'])
    .where('requestFollower.personId', '=', actor.personId)
    .where('requestFollower.mutedAt', 'is', null)
    .where(visibleTo(actor, 'request'))
    .orderBy('requestFollower.id', 'desc')
    .limit(200)
    .execute()

/** A follower by id, for the link and the address in their letters. */
export const findFollower = (db: Db, id: number) =>
  db
    .selectFrom('requestFollower')
    .innerJoin('request', 'request.id', 'requestFollower.requestId')
    .selectAll('requestFollower')
    .select('request.title')
    .where('requestFollower.id', '=', id)
    .executeTakeFirst()

/** Does this person follow a request? */
export async function isFollowing(db: Db, requestId: number, personId: number): Promise<boolean> {
  const row = await findRow(db.selectFrom('requestFollower'), { requestId, personId, mutedAt: null }, ['id'])
  return row !== undefined
}
