import type { Actor } from '../actor.ts'
import { Invalid, NotFound, notAllowedIf } from '../errors.ts'
import { takeTextFiles } from '../files/actions.ts'
import type { LookedAt } from '../files/queries.ts'
import { record, recordOf } from '../journal/actions.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { changeRow, findRow, type Tx, updateOne } from '../lib/db/rows.ts'
import { oneByOne, sameSince } from '../lib/db/sent-again.ts'
import { wholly } from '../lib/db/wholly.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { refusals, textsOf } from '../lib/ui/words.ts'
import { mayCollate } from '../policy.ts'
import { follow } from './actions.ts'
import { findComment, getOwnComment } from './comments-queries.ts'
import { namedIn, whyNotEdit } from './comments-rules.ts'
import { getRequest, getRequestGroup, listReadable } from './core/queries.ts'
import { addFile, type Brought } from './record/actions.ts'
import { listNameable } from './record/mentions-queries.ts'
import { requestRefusals } from './refusals.ts'
import { saysSameHere } from './same-here/rules.ts'

const t = textsOf('requests', 'comments')

/** An answer by mail, as it is in the queue and in the store. */
export interface CommentMail {
  inboundId: number
  rawId: number
  text: string
  html: string | null
}

/** What a comment is written under. */
export interface Commented {
  requestId?: number
  storyId?: number
  groupId: number
}

/** The comment that a form has made already which comes again; undefined for a new one. With another number of files it is another. */
async function findSame(
  tx: Tx,
  { personId, at }: Actor,
  { requestId, storyId }: Omit<Commented, 'groupId'>,
  text: string,
  files: number,
): Promise<number | undefined> {
  if (personId === null) return undefined
  const about = requestId === undefined ? { storyId: storyId ?? 0 } : { requestId }
  await oneByOne(tx, `comment ${personId} ${requestId === undefined ? `story:${storyId}` : `request:${requestId}`}`)
  const same = await findRow(
    tx
      .selectFrom('requestComment')
      .where('at', '>', sameSince(at))
      .where((e) =>
        e(
          e.selectFrom('requestFile').select(e.fn.countAll<number>().as('n')).whereRef('requestFile.commentId', '=', 'requestComment.id'),
          '=',
          files,
        ),
      ),
    { ...about, personId, text, inboundId: null, removedAt: null },
    ['id'],
  )
  return same?.id
}

/**
 * Keeps a comment, from the web or a mail, and tells those who follow. The same mail twice is one comment, and so is a form that comes again.
 * @throws Invalid where nothing is said
 */
export async function keepComment(
  tx: Tx,
  actor: Actor,
  { requestId, storyId, groupId }: Commented,
  text: string,
  { inboundId, files = [] }: { inboundId?: number; files?: Brought[] } = {},
): Promise<number | undefined> {
  if (!text.trim()) throw new Invalid(t.saySomething, { text: t.enterCommentField })
  const before = inboundId === undefined ? await findSame(tx, actor, { requestId, storyId }, text.trim(), files.length) : undefined
  if (before !== undefined) return before
  const row = await tx
    .insertInto('requestComment')
    .values({
      ...{ requestId, storyId, inboundId, text: text.trim(), markdown: inboundId === undefined },
      ...{ personId: actor.personId, via: actor.via, at: actor.at },
    })
    .onConflict((conflict) => conflict.column('inboundId').where('inboundId', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return undefined
  const subject = requestId === undefined ? `story:${storyId}` : `request:${requestId}`
  await record(tx, actor, { action: 'comment.written', subject, groupId, details: { commentId: row.id } })
  if (requestId === undefined) {
    await takeTextFiles(tx, actor, `reply:${row.id}`, text)
    return row.id
  }
  for (const looked of files) await addFile(tx, actor, { requestId, groupId, commentId: row.id }, looked)
  if (actor.personId !== null) {
    await follow(tx, requestId, actor.personId, actor.at)
    // Whoever is named hears of it as those do who follow, and can stop it the same way.
    if (text.includes('@'))
      for (const named of namedIn(text, await listNameable(tx, actor, { groupId, id: requestId })))
        await follow(tx, requestId, named, actor.at)
  }
  await enqueue(tx, 'requests.commented', { commentId: row.id })
  if (saysSameHere(text)) await enqueue(tx, 'requests.sameHere', { commentId: row.id })
  return row.id
}

/** Somebody comments on a request that they may see, on the web. @returns the comment; undefined where the same mail has brought it before */
export async function commentOnRequest(
  tx: Tx,
  actor: Actor,
  requestId: number,
  text: string,
  from: { inboundId?: number; files?: Brought[] } = {},
): Promise<number | undefined> {
  const { groupId } = await getRequest(tx, actor, requestId)
  const group = await getRequestGroup(tx, actor, { id: groupId })
  if (!group.mayContribute) throw new NotFound(requestRefusals.request)
  return keepComment(tx, actor, { requestId, groupId }, text, from)
}

/**
 * An answer by mail to a letter about a request: what they say themselves becomes a comment, what they quote does not.
 * @throws Invalid where they said nothing, NotFound where they may not see the request any more
 */
export async function commentByMail(tx: Tx, actor: Actor, requestId: number, mail: CommentMail): Promise<void> {
  const { visible } = trimReply(mail.text, mail.html)
  if (!visible.trim()) throw new Invalid(refusals.noTextOfYourOwn)
  const commentId = await commentOnRequest(tx, actor, requestId, visible.slice(0, 20_000), { inboundId: mail.inboundId })
  if (commentId !== undefined) await enqueue(tx, 'requests.commentFiles', { commentId, rawId: mail.rawId })
}

/**
 * Keeps what was sent along with a comment by mail, once. A file that cannot be taken is left out.
 * @param files looked at before, without a connection
 */
export async function keepCommentFiles(tx: Tx, actor: Actor, commentId: number, files: LookedAt[]): Promise<void> {
  await tx.selectFrom('requestComment').select('id').where('id', '=', commentId).forUpdate().execute()
  const comment = await findComment(tx, commentId)
  const requestId = comment?.requestId ?? null
  if (!comment || comment.removedAt !== null || requestId === null) return
  const has = await tx.selectFrom('requestFile').select('fileId').where('commentId', '=', commentId).executeTakeFirst()
  if (has) return
  // Where its writer may not read the request any more, they bring nothing to it either.
  if ((await listReadable(tx, actor, [requestId])).length === 0) return
  const { groupId } = await getRequest(tx, actor, requestId)
  for (const looked of files) {
    try {
      await wholly(tx, () => addFile(tx, actor, { requestId, groupId, commentId }, looked))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
    }
  }
}

/**
 * Who wrote a comment changes it, within the hour.
 * @throws NotFound where it is not of this request, or another's; NotAllowed where it stays as it is
 */
export async function editComment(tx: Tx, actor: Actor, requestId: number, id: number, text: string): Promise<void> {
  const { groupId } = await getRequest(tx, actor, requestId)
  await tx.selectFrom('requestComment').select('id').where('id', '=', id).forUpdate().execute()
  const comment = await getOwnComment(tx, actor, requestId, id)
  notAllowedIf(whyNotEdit(comment, actor.personId, actor.at))
  if (comment.text === text.trim()) return
  await updateOne(tx.updateTable('requestComment'), id, { text: text.trim(), editedAt: actor.at })
  await record(tx, actor, { action: 'comment.edited', subject: `request:${requestId}`, groupId, details: { commentId: id } })
}

/** Takes a comment back: its writer, or the group. That there was one stays. */
export async function removeComment(tx: Tx, actor: Actor, id: number): Promise<void> {
  const comment = await findComment(tx, id)
  const on = comment?.requestId
  const request = on === null || on === undefined ? undefined : await getRequest(tx, actor, on)
  if (!comment || !request || (comment.personId !== actor.personId && !mayCollate(actor, request.groupId)))
    throw new NotFound(t.commentDoesNotExist)
  const removed = await changeRow(
    tx.updateTable('requestComment').returning('id'),
    { id, removedAt: null },
    { removedAt: actor.at, removedBy: actor.personId, text: '—' },
  )
  if (!removed) return
  await tx.updateTable('requestFile').set({ removedAt: actor.at }).where('commentId', '=', id).where('removedAt', 'is', null).execute()
  await recordOf(tx, actor, 'comment.removed', { ...request, of: 'request' }, { commentId: id })
}
