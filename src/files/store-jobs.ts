import type { TaskContext } from '../task.ts'
import { DamagedFile } from './rules.ts'
import { dropObject, markObjects, moveIn, moveOut } from './store-actions.ts'
import { findOutside, type Outside } from './store-door.ts'
import { nextContent } from './store-queries.ts'

type Hands = Pick<TaskContext, 'db' | 'write' | 'now'>

/** What a move came to. */
export interface Moved {
  files: number
  bytes: number
  /** What is not as its hash says: it stays where it is. */
  damaged: number[]
}

/**
 * Moves all that are to lie on the other side, one after another. Whatever ends it, it goes on from there when it is begun again.
 * @throws StoreAway where the storage does not answer
 */
export async function moveFiles(
  { db, write, now }: Hands,
  { store }: Outside,
  to: 's3' | 'database',
  progress: (moved: Moved) => void = () => {},
): Promise<Moved> {
  const moved: Moved = { files: 0, bytes: 0, damaged: [] }
  const move = to === 's3' ? moveOut : moveIn
  for (let after = 0; ; ) {
    const content = await nextContent(db, to === 's3' ? 'database' : 's3', after)
    if (!content) return moved
    after = content.id
    try {
      if (!(await move({ db, write, store, at: now() }, content))) continue
      moved.files++
      moved.bytes += content.size
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      moved.damaged.push(content.id)
    }
    progress(moved)
  }
}

/** Brings large files into the storage outside; one that is away is asked again later, and the files stay in the database until then. */
export async function store(_: object, context: TaskContext): Promise<void> {
  const outside = findOutside()
  if (!outside?.takes) return
  const { damaged } = await moveFiles(context, outside, 's3')
  if (damaged.length > 0) throw new Error(`Contents ${damaged.join(', ')} are damaged and stay in the database.`)
}

/** Takes away what lies outside and no file names any more. */
export async function tidyOutside({ write, now }: Hands): Promise<void> {
  const outside = findOutside()
  if (!outside) return
  await write((tx) => markObjects(tx, now()))
  while (await write((tx) => dropObject(tx, outside.store, now(), outside.keepDays)));
}
