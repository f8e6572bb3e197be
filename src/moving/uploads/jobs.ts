import { visitor } from '../../actor.ts'
import { findListsByName } from '../../list/queries.ts'
import type { TaskContext } from '../../task.ts'
import { sweepItems } from '../actions.ts'
import { SourceError } from '../folder.ts'
import type { Choices } from '../queries.ts'
import { moveIn, planOf, type Step } from '../run.ts'
import { endUpload, noteStep, sweepUploads } from './actions.ts'
import { findRunning } from './queries.ts'
import { withSource } from './unpack.ts'

const second = 1_000
const week = 7 * 86_400_000

/** Carries out an import that was brought over the web. Cut off, it goes on where it was. */
export async function run({ uploadId }: { uploadId: number }, context: TaskContext): Promise<void> {
  const { db, write, now, site, log } = context
  const upload = await findRunning(db, uploadId)
  const [list] = upload ? await findListsByName(db, [upload.listName]) : []
  if (!upload || !list) return
  const actor = { ...visitor(now(), 'web'), personId: upload.personId }
  const choices = upload.choices as unknown as Choices
  let told = 0
  const tell = (step: Step) => {
    if (Date.now() - told < second) return
    told = Date.now()
    noteStep(db, uploadId, step).catch((error: Error) => log.warn({ err: error }, 'the progress of an import could not be noted'))
  }
  try {
    const { moveId } = await withSource(db, upload, (source) =>
      moveIn({ db, write }, actor, list, source, planOf(source, true, choices), { choices, mailDomain: site.mailDomain, tell }),
    )
    await write((tx) => endUpload(tx, uploadId, now(), { moveId }))
  } catch (error) {
    // What the files lack, no second try brings.
    if (!(error instanceof SourceError)) {
      await noteStep(db, uploadId, { what: 'It was interrupted and is tried again; so far', done: 0, of: undefined })
      throw error
    }
    await write((tx) => endUpload(tx, uploadId, now(), { error: error.message }))
  }
}

/** Takes away what was brought and not begun, and the names of whom old imports have left out. */
export async function sweep(_: object, { db, write, now }: TaskContext): Promise<void> {
  await write((tx) => sweepUploads(tx, new Date(now().getTime() - week)))
  await sweepItems(db, new Date(now().getTime() - 12 * week))
}
