import { enqueue } from '../lib/db/enqueue.ts'
import type { JobContext } from '../task.ts'
import { tidyTexts } from './files-actions.ts'
import { cutSome, noteCut } from './rebuild-actions.ts'
import { listIds, listUncutKinds } from './rebuild-queries.ts'
import { beginTurn, readWords } from './words-actions.ts'

// So much at once; then other jobs have their turn.
const batches = 20

/**
 * Indexes anew what is not as it should be: words were cut otherwise, or what a file says is known since. Batch by batch, each in a transaction of
 * its own.
 */
export async function cut(_: object, { db, write, gathered, now }: JobContext): Promise<void> {
  let left = batches
  for (const kind of await listUncutKinds(db)) {
    for (const finder of gathered.finders.filter((one) => one.kind === kind)) {
      if (finder.walk === undefined) while (left > 0 && (await write((tx) => cutSome(tx, finder, now()))) > 0) left--
      else await cutAll({ ...finder, walk: finder.walk }, { write, db, now })
    }
  }
  if (left === 0) await write((tx) => enqueue(tx, 'search.cut', {}, { key: 'search.cut' }))
}

/** The same for things of which a row of another table holds many. */
async function cutAll(
  { kind, walk, index }: JobContext['gathered']['finders'][number] & { walk: string },
  { db, write, now }: Pick<JobContext, 'db' | 'write' | 'now'>,
): Promise<void> {
  for (let ids = await listIds(db, walk, 0); ids.length > 0; ids = await listIds(db, walk, ids.at(-1) ?? 0))
    await write(async (tx) => {
      for (const id of ids) await index(tx, id, now())
    })
  await write((tx) => noteCut(tx, kind))
}

/** Takes the words of what is new into the vocabulary. */
export async function words(_: object, { write }: JobContext): Promise<void> {
  for (let batch = 0; batch < batches; batch++) if ((await write(readWords)) === 0) return
  await write((tx) => enqueue(tx, 'search.words'))
}

/** Reads the words of everything anew, so that those of what is gone go too; and forgets what files said that are gone. */
export async function turn(_: object, { write }: JobContext): Promise<void> {
  await write(async (tx) => {
    await tidyTexts(tx)
    await beginTurn(tx)
    await enqueue(tx, 'search.words')
  })
}
