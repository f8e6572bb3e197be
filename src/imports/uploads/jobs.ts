import { visitor } from '../../actor.ts'
import { whyStopped } from '../../files/rules.ts'
import { lookAfterJob } from '../../lib/db/enqueue.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { findListsByName } from '../../list/queries.ts'
import type { TaskContext } from '../../task.ts'
import { sweepItems } from '../actions.ts'
import { SourceError } from '../folder.ts'
import type { Choices } from '../queries.ts'
import { moveIn, planOf, type Step } from '../run.ts'
import { endUpload, jobOf, noteStep, runSoon, stopUpload, sweepUploads } from './actions.ts'
import { findRunning, listRunning } from './queries.ts'
import { troubleOf, withSource } from './unpack.ts'

const reasons = keptOf('imports', 'reasons')

const second = 1_000
const week = 7 * 86_400_000

/** Carries out an import that was brought over the web. Cut off, it goes on where it was; what it says is kept for whoever looks at its page. */
export const run = (payload: { uploadId: number }, context: TaskContext): Promise<void> =>
  inLanguage(unsaid, () => carryOut(payload, context))

async function carryOut({ uploadId }: { uploadId: number }, context: TaskContext): Promise<void> {
  const { db, write, now, site, log, lastTry } = context
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
      if (lastTry) await write((tx) => stopUpload(tx, uploadId, now(), whyStopped(error)))
      else await noteStep(db, uploadId, { what: reasons('interrupted'), done: 0, of: undefined })
      throw error
    }
    await write((tx) => endUpload(tx, uploadId, now(), { error: troubleOf(error) }))
  }
}

/** An import whose last try was cut off says so; one whose job is gone, as after a move to another machine, is carried out. */
export async function keepRunning(_: object, { db, write, now }: TaskContext): Promise<void> {
  for (const { id } of await listRunning(db))
    await write((tx) =>
      lookAfterJob(tx, jobOf(id), {
        spent: () => stopUpload(tx, id, now(), whyStopped(undefined)),
        gone: async () => {
          if (await findRunning(tx, id)) await runSoon(tx, id)
        },
      }),
    )
}

/** Takes away what was brought and not begun, and the names of whom old imports have left out. */
export async function sweep(_: object, { db, write, now }: TaskContext): Promise<void> {
  await write((tx) => sweepUploads(tx, new Date(now().getTime() - week)))
  await sweepItems(db, new Date(now().getTime() - 12 * week))
}
