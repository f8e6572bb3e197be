import { enqueue } from '../lib/db/enqueue.ts'
import type { JobContext } from '../task.ts'
import { cutMessages, noteCut } from './rebuild-actions.ts'
import { listIds, listUncutKinds } from './rebuild-queries.ts'
import { beginTurn, readWords } from './words-actions.ts'

// So much at once; then other jobs have their turn.
const batches = 20

/** Indexes anew what was indexed before words were cut as they are now, batch by batch, each in a transaction of its own. */
export async function cut(_: object, { db, write, gathered, now }: JobContext): Promise<void> {
  for (const kind of await listUncutKinds(db)) {
    for (const { index, table, walk = table } of gathered.finders.filter((finder) => finder.kind === kind)) {
      for (let ids = await listIds(db, walk, 0); ids.length > 0; ids = await listIds(db, walk, ids.at(-1) ?? 0))
        await write(async (tx) => {
          for (const id of ids) await index(tx, id, now())
        })
      await write((tx) => noteCut(tx, kind))
    }
  }
  for (let batch = 0; batch < batches; batch++) if ((await write(cutMessages)) === 0) return
  await write((tx) => enqueue(tx, 'search.cut'))
}

/** Takes the words of what is new into the vocabulary. */
export async function words(_: object, { write }: JobContext): Promise<void> {
  for (let batch = 0; batch < batches; batch++) if ((await write(readWords)) === 0) return
  await write((tx) => enqueue(tx, 'search.words'))
}

/** Reads the words of everything anew, so that those of what is gone go too. */
export async function turn(_: object, { write }: JobContext): Promise<void> {
  await write(async (tx) => {
    await beginTurn(tx)
    await enqueue(tx, 'search.words')
  })
}
