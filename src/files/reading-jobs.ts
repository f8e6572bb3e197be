import { readRaw } from '../archive/queries.ts'
import { isLikeMail, shownToStrangers } from '../archive/rules.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { ParserClosed, parseIfAtAll } from '../lib/mail/parse-pool.ts'
import { StoreAway } from '../lib/object-store.ts'
import { largestRead, readWithin } from '../lib/reading/within.ts'
import { keptOf } from '../lib/ui/kept.ts'
import { beginText, noteText, putOffText } from '../search/actions.ts'
import { nextText } from '../search/queries.ts'
import type { TaskContext } from '../task.ts'
import { readContent } from './core-queries.ts'
import { findContent } from './reading-queries.ts'
import { DamagedFile, headSize } from './rules.ts'
import { tellType } from './type.ts'

// So many at once; then other jobs have their turn.
const atOnce = 20

const notes = keptOf('lib', 'reading')

/**
 * Reads what files say that something hangs on which search finds, the newest first; what waits for the virus scanner is passed over, and begun
 * again when it has said something.
 */
export async function read({ before }: { before?: number }, context: TaskContext): Promise<void> {
  let last = before
  for (let n = 0; n < atOnce; n++) {
    const next = await nextText(context.db, last)
    if (!next) return
    last = next.id
    const work = () => readText(next, context)
    await (context.pace ? context.pace.share(work) : work())
  }
  // By a key of its own: in the place of a job that was asked for meanwhile, it would leave out what is newer than this.
  await context.write((tx) => enqueue(tx, 'files.read', { before: last }, { key: 'files.read.older', queue: 'files.read' }))
}

type Content = Awaited<ReturnType<typeof findContent>>

async function readText({ id, sha256 }: { id: number; sha256: Buffer }, context: TaskContext): Promise<void> {
  const { db, write } = context
  const content = await findContent(db, sha256)
  if (content && 'held' in content && content.held) return
  if (!(await write((tx) => beginText(tx, id)))) return
  try {
    const said = await wordsOf(content, sha256, context)
    await write((tx) => noteText(tx, sha256, said))
  } catch (error) {
    if (error instanceof StoreAway || error instanceof ParserClosed) await write((tx) => putOffText(tx, id))
    throw error
  }
}

/** What a content says, or why nobody can tell. */
async function wordsOf(content: Content, sha256: Buffer, context: TaskContext): Promise<{ words: string; note: string }> {
  if (!content || ('stopped' in content && content.stopped)) return { words: '', note: notes('gone') }
  if (content.size > largestRead) return { words: '', note: notes('notRead', { mb: largestRead / 1024 ** 2 }) }
  const found = await bytesOf(content, sha256, context)
  if (!found) return { words: '', note: notes('gone') }
  return readWithin(found.bytes, found.type)
}

async function bytesOf(
  content: NonNullable<Content>,
  sha256: Buffer,
  { db, parser }: TaskContext,
): Promise<{ bytes: Uint8Array; type: string } | undefined> {
  if ('rawId' in content) {
    const mail = await parseIfAtAll(parser, await readRaw(db, content.rawId))
    const attachment = mail?.attachments[content.position]
    // The mail may have been cut since.
    if (attachment?.sha256 !== sha256.toString('hex') || shownToStrangers(attachment) === 'kept') return undefined
    const { content: bytes, filename } = attachment
    return { bytes, type: await tellType(bytes.subarray(0, headSize), filename) }
  }
  try {
    const bytes = Buffer.concat(await Array.fromAsync(readContent(db, content.id)))
    // The same may hang on a mail, where not everybody has it who may read that.
    return isLikeMail(bytes) ? undefined : { bytes, type: content.type }
  } catch (error) {
    if (error instanceof DamagedFile) return undefined
    throw error
  }
}
