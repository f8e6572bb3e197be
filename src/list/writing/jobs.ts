import type { Actor } from '../../actor.ts'
import { getMessage } from '../../archive/queries.ts'
import { ifFound } from '../../errors.ts'
import { countHeld, findUploadedFile, readFileBytes } from '../../files/queries.ts'
import { isPicture } from '../../files/rules.ts'
import { loadActor } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import type { Db } from '../../lib/db/rows.ts'
import { postHtml } from '../../lib/ui/post-html.ts'
import { mayPost } from '../../policy.ts'
import type { TaskContext } from '../../task.ts'
import { writePost } from '../core/actions.ts'
import { getList } from '../core/queries.ts'
import { dropFiles, holdFiles, keepWritten, lockWritten, takeWritten } from './actions.ts'
import { findListName } from './queries.ts'
import { readFile } from './rules.ts'

/** While the virus scanner has not looked at a file, its post waits so long, in milliseconds. */
const patience = 60_000

/** The files of a post as they are kept, each by the name that the text has for it. */
async function findFiles(db: Db, actor: Actor, files: readonly string[]) {
  const found = await Promise.all(
    files.map(async (file) => {
      const { key, name } = readFile(file)
      const kept = await findUploadedFile(db, actor, key)
      return kept && { id: kept.id, filename: name, type: kept.type ?? 'application/octet-stream' }
    }),
  )
  return found.flatMap((file) => file ?? [])
}

/** Their bytes; what the virus scanner stopped does not go out. */
async function readFiles(db: Db, files: Awaited<ReturnType<typeof findFiles>>) {
  const read = await Promise.all(
    files.map(async ({ id, ...file }) => {
      const pieces = await ifFound(Array.fromAsync(readFileBytes(db, id)))
      return pieces && { ...file, content: Buffer.concat(pieces) }
    }),
  )
  return read.flatMap((file) => file ?? [])
}

/** The list of a post, while its author may write to it. */
async function findWritable(db: Db, actor: Actor, name: string) {
  const list = await ifFound(getList(db, actor, name))
  return list && mayPost(actor, list) ? list : undefined
}

/** A post leaves, unless it was taken back: as text and as HTML, with its files. What may no longer be sent is a draft again. */
export async function leave({ writtenId }: { writtenId: number }, context: TaskContext): Promise<void> {
  const { site, now } = context
  await context.write(async (tx) => {
    const post = await lockWritten(tx, writtenId)
    if (!post) return
    const actor = await loadActor(tx, post.personId, now(), 'web')
    if (!actor) return void (await takeWritten(tx, writtenId))
    const name = await findListName(tx, post.listId)
    const list = await findWritable(tx, actor, name)
    if (!list) return keepWritten(tx, actor, name, post)
    const kept = await findFiles(tx, actor, post.files)
    const ids = kept.map(({ id }) => id)
    if ((await countHeld(tx, ids)) > 0) {
      await holdFiles(tx, actor, post.files)
      return enqueue(tx, 'list.leave', { writtenId }, { runAt: new Date(now().getTime() + patience) })
    }
    await takeWritten(tx, writtenId)
    const files = await readFiles(tx, kept)
    const shown = new Map<string, string>()
    const html = postHtml(post.text, (name) => {
      if (!files.some(({ filename, type }) => filename === name && isPicture(type))) return undefined
      const contentId = shown.get(name) ?? `${writtenId}.${shown.size + 1}@${site.mailDomain}`
      shown.set(name, contentId)
      return `cid:${contentId}`
    })
    await writePost(tx, actor, site, list, {
      subject: post.subject,
      text: post.text,
      html,
      markdown: true,
      // It may be gone by now.
      answered: post.reply === null ? undefined : await ifFound(getMessage(tx, list.id, post.reply)),
      attachments: files.map((file) => ({ ...file, contentId: shown.get(file.filename) })),
    })
    await dropFiles(tx, actor, post.files)
  })
}
