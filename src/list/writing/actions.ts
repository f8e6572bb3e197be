import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { Conflict, NotAllowed, refuse } from '../../errors.ts'
import { dropFile, holdUploads, takeUpload } from '../../files/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertOne, type Tx } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { returnDraft } from '../../people/actions.ts'
import { recordList } from '../core/history-actions.ts'
import { joinDraft, leavesAfter, placeOf, readFile, whyNotFiles } from './rules.ts'

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
  const keys = post.files.map(({ key }) => key)
  const held = new Map((await holdUploads(tx, actor, keys)).map((file) => [file.key, file]))
  const ready = keys.flatMap((key) => held.get(key) ?? [])
  const gone = ready.length < keys.length || (await areTaken(tx, personId, keys))
  const why = gone ? t.fileGone : whyNotFiles(ready)
  if (why) refuse('text', why)
  const id = await insertOne(tx.insertInto('writtenPost'), {
    listId: list.id,
    personId,
    subject: post.subject,
    text: post.text,
    reply: post.reply ?? null,
    files: post.files.map(({ key, name }) => `${key}/${name}`),
    leavesAt: new Date(actor.at.getTime() + leavesAfter),
  })
  await enqueue(tx, 'list.leave', { writtenId: id }, { runAt: new Date(actor.at.getTime() + leavesAfter) })
  return id
}

/** Does another post of theirs wait with one of these files? It takes them along when it leaves. */
async function areTaken(tx: Tx, personId: number, keys: string[]): Promise<boolean> {
  const { rows } = await sql`select from written_post w, unnest(w.files) f
    where w.person_id = ${personId} and split_part(f, '/', 1) = any(${keys}::text[]) limit 1`.execute(tx)
  return rows.length > 0
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
    .executeTakeFirstOrThrow(() => new Conflict(t.gone))
  await returnDraft(tx, actor, place, (since) => joinDraft(post, since), { returned: false })
  await recordList(tx, actor, list, 'post.takenBack')
}

/** A post that waits, so that nobody takes it back meanwhile; undefined where it was taken back. */
export const lockWritten = (tx: Tx, id: number) =>
  tx.selectFrom('writtenPost').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** It waits no more: it leaves, or its author is gone. */
export const takeWritten = (tx: Tx, id: number) => tx.deleteFrom('writtenPost').where('id', '=', id).execute()

/** A post that its author may no longer send is a draft again, which they hear: the list was closed, or they left it, while it waited. */
export async function keepWritten(
  tx: Tx,
  actor: Actor,
  list: string,
  post: { id: number; subject: string; text: string; reply: string | null; files: string[] },
): Promise<void> {
  await returnDraft(tx, actor, placeOf(list, post.reply), (since) => joinDraft(post, since), { returned: true })
  await takeWritten(tx, post.id)
}

/** The files of a post stay while it waits. */
export const holdFiles = (tx: Tx, actor: Actor, files: readonly string[]) =>
  holdUploads(
    tx,
    actor,
    files.map((file) => readFile(file).key),
  )

/** The files of a post that has left are in it; their uploads go. What its author threw away meanwhile is gone already. */
export async function dropFiles(tx: Tx, actor: Actor, files: readonly string[]): Promise<void> {
  for (const file of await holdFiles(tx, actor, files)) await dropFile(tx, await takeUpload(tx, actor, file.key))
}
