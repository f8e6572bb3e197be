import { visitor } from '../../actor.ts'
import { readFileBytes } from '../../files/queries.ts'
import { whyStopped } from '../../files/rules.ts'
import { lookAfterJob } from '../../lib/db/enqueue.ts'
import { MboxError } from '../../lib/mail/mbox-source.ts'
import { keptOf } from '../../lib/ui/kept.ts'
import { findAddress } from '../../list/queries.ts'
import type { TaskContext } from '../../task.ts'
import { findOwn, takeMailbox } from '../import.ts'
import { closeMailbox, jobOf, noteInterrupted, stopMailbox } from '../undo-actions.ts'
import { takeSoon } from './actions.ts'
import { findWaiting, listUnderWay } from './queries.ts'

const kept = keptOf('correspondence', 'undo')

const minute = 60_000

/** Takes in a mailbox that was brought over the web. Cut off, it begins again, and ends with the same letters and the same balance. */
export async function bring({ importId }: { importId: number }, { db, write, site, now, lastTry }: TaskContext): Promise<void> {
  const waiting = await findWaiting(db, importId)
  const desk = waiting && (await findAddress(db, waiting.addressId))
  if (!waiting || !desk) return
  const { fileId, personId, ownEmails, scan, erasedAt } = waiting
  const actor = { ...visitor(now(), 'web'), personId }
  if (scan === 'waiting') return write((tx) => takeSoon(tx, importId, new Date(now().getTime() + minute)))
  if (scan === 'infected') return write((tx) => closeMailbox(tx, actor, importId, { error: kept('infected') }))
  if (erasedAt !== null) return write((tx) => closeMailbox(tx, actor, importId, { error: kept('fileGone') }))
  const own = await findOwn(db, desk, site.mailDomain, ownEmails)
  try {
    await takeMailbox({ db, write }, actor, desk, readFileBytes(db, fileId), { own, importId })
  } catch (error) {
    // Trying again would find the same.
    if (error instanceof MboxError) return write((tx) => stopMailbox(tx, importId, now(), error.message))
    if (lastTry) await write((tx) => stopMailbox(tx, importId, now(), whyStopped(error)))
    else await noteInterrupted(db, importId)
    throw error
  }
}

/** A mailbox whose last try was cut off says so; one whose job is gone, as after a move to another machine, is taken in. */
export async function keepBringing(_: object, { db, write, now }: TaskContext): Promise<void> {
  for (const { id } of await listUnderWay(db))
    await write((tx) =>
      lookAfterJob(tx, jobOf(id), {
        spent: () => stopMailbox(tx, id, now(), whyStopped(undefined)),
        gone: async () => {
          if (await findWaiting(tx, id)) await takeSoon(tx, id)
        },
      }),
    )
}
