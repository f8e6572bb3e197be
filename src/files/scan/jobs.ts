import { findHolders } from '../../groups/queries.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { sendLetter } from '../../outbox/actions.ts'
import { readOn } from '../../search/actions.ts'
import { nextText } from '../../search/queries.ts'
import type { TaskContext } from '../../task.ts'
import { readContent } from '../core-queries.ts'
import { findOutside } from '../store-door.ts'
import { tidyOutside } from '../store-jobs.ts'
import { sweepUploads } from '../uploads-actions.ts'
import { askAgain, noteVerdict } from './actions.ts'
import { scanStream } from './clamd.ts'
import { infectedFile } from './mails.ts'
import { findWaiting, listFilesOf } from './queries.ts'

const hour = 3_600_000

/** Has the virus scanner look at a content; until it has said so, nobody else can have it. A scanner that is away is asked again later. */
export async function scan({ contentId }: { contentId: number }, { db, write, now, site, scanner }: TaskContext): Promise<void> {
  if (!(await findWaiting(db, contentId))) return
  if (scanner === undefined) throw new Error('A file waits for the virus scanner, but RAPPORT_CLAMD is not set.')
  const verdict = await scanStream(scanner, readContent(db, contentId))
  await write(async (tx) => {
    if (!(await noteVerdict(tx, contentId, verdict, now())) || verdict.clean) return
    const files = await listFilesOf(tx, contentId)
    for (const one of await findHolders(tx, null, ['administrator'], now()))
      await sendLetter(tx, site, now(), infectedFile(one, files, verdict.found))
  })
}

/**
 * Takes away uploads that nobody went on with, asks the scanner again for what has waited for an hour, goes on reading what still waits to be read,
 * and sees to what lies outside, or is to go there and could not.
 */
export async function sweep(_: object, context: TaskContext): Promise<void> {
  const { write, now } = context
  while ((await write((tx) => sweepUploads(tx, now()))) > 0);
  await write((tx) => askAgain(tx, new Date(now().getTime() - hour)))
  if (findOutside()?.takes) await write((tx) => enqueue(tx, 'files.store', {}, { key: 'files.store' }))
  // After a restore nothing leads to those that wait.
  if (await nextText(context.db)) await write(readOn)
  await tidyOutside(context)
}
