import type { Actor } from '../../actor.ts'
import { Conflict, Invalid, NotAllowed } from '../../errors.ts'
import { dropFile, takeUpload } from '../../files/actions.ts'
import { findReadyUpload } from '../../files/queries.ts'
import { record } from '../../journal/actions.ts'
import type { Tx } from '../../lib/db/connect.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { saveDraft } from '../../people/actions.ts'
import { leavesAfter, readFile, whyNotFiles } from './rules.ts'

const t = textsOf('list', 'writing')
const refusal = textsOf('list', 'actions')

/** A post as its form says it. */
interface Post {
  subject: string
  text: string
  /** The Message-ID that it answers. */
  reply?: string | undefined
  /** Finished uploads of its author, by their keys, each with the name that the text has for it. */
  files: { key: string; name: string }[]
}

/**
 * A subscriber sends a post: it leaves a little later, by a job, and can be taken back until then.
 * @returns its number
 * @throws Invalid where a file is gone, or the files are too many or too large
 */
export async function sendLater(tx: Tx, actor: Actor, list: { id: number }, post: Post): Promise<number> {
  const { personId } = actor
  if (personId === null) throw new NotAllowed(refusal.onlySubscribersWriteToThisList)
  const found = await Promise.all(post.files.map(({ key }) => findReadyUpload(tx, actor, key)))
  const ready = found.flatMap((file) => file ?? [])
  const why = ready.length < found.length ? t.fileGone : whyNotFiles(ready)
  if (why) throw new Invalid(why, { text: why })
  const { id } = await tx
    .insertInto('writtenPost')
    .values({
      listId: list.id,
      personId,
      subject: post.subject,
      text: post.text,
      reply: post.reply ?? null,
      files: post.files.map(({ key, name }) => `${key}/${name}`),
      leavesAt: new Date(actor.at.getTime() + leavesAfter),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await enqueue(tx, 'list.leave', { writtenId: id }, { runAt: new Date(actor.at.getTime() + leavesAfter) })
  return id
}

/**
 * Takes a post back before it leaves: it is a draft again.
 * @param place the page on which it is written
 * @throws Conflict where it has left
 */
export async function takeBack(tx: Tx, actor: Actor, list: { id: number; groupId: number }, id: number, place: string): Promise<void> {
  const post = await tx
    .deleteFrom('writtenPost')
    .where('id', '=', id)
    .where('listId', '=', list.id)
    .where('personId', '=', actor.personId ?? 0)
    .returningAll()
    .executeTakeFirst()
  if (!post) throw new Conflict(t.gone)
  const { subject, text, files } = post
  await saveDraft(tx, actor, place, { subject, text, upload: files })
  await record(tx, actor, { action: 'post.takenBack', subject: `list:${list.id}`, groupId: list.groupId })
}

/** A post that waits, so that nobody takes it back meanwhile; undefined where it was taken back. */
export const lockWritten = (tx: Tx, id: number) =>
  tx.selectFrom('writtenPost').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** It waits no more: it leaves, or nobody may send it. */
export const takeWritten = (tx: Tx, id: number) => tx.deleteFrom('writtenPost').where('id', '=', id).execute()

/** The files of a post that has left are in it; their uploads go. */
export async function dropFiles(tx: Tx, actor: Actor, files: readonly string[]): Promise<void> {
  for (const file of files) await dropFile(tx, await takeUpload(tx, actor, readFile(file).key))
}
