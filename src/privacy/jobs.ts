import { rename, writeFile } from 'node:fs/promises'
import { Invalid } from '../errors.ts'
import { findHolders } from '../groups/queries.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findEmailOf, findPerson } from '../people/queries.ts'
import type { JobContext, TaskContext } from '../task.ts'
import * as actions from './erasure-actions.ts'
import { findErasureRequestById, listLedger } from './erasure-queries.ts'
import { writeEntry } from './erasure-rules.ts'
import { expireExports, failExport, makeExport } from './export/actions.ts'
import { keptFor } from './export/rules.ts'
import { erasureAsked as askedLetter, copyFailed, copyReady, erasureRefused } from './mails.ts'
import { applyRetention } from './retention-actions.ts'

async function reach(db: TaskContext['db'], personId: number) {
  const [person, email] = [await findPerson(db, personId), await findEmailOf(db, personId)]
  return person && email ? { ...person, email } : undefined
}

/** Makes the copy of everything about a person, and tells them. */
export async function makeCopy({ exportId }: { exportId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const at = now()
  try {
    await write(async (tx) => {
      const personId = await makeExport(tx, at, exportId)
      const to = personId === undefined ? undefined : await reach(tx, personId)
      if (to) await sendLetter(tx, site, at, copyReady(site.baseUrl, to, keptFor))
    })
  } catch (error) {
    // Larger than a file can be: trying again would be no smaller.
    if (!(error instanceof Invalid)) throw error
    await write(async (tx) => {
      const personId = await failExport(tx, exportId)
      const to = personId === undefined ? undefined : await reach(db, personId)
      if (to) await sendLetter(tx, site, at, copyFailed(to))
    })
  }
}

/** Tells the administrators that somebody asks to be erased. */
export async function erasureAsked(_: { requestId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const administrators = await findHolders(db, null, ['administrator'], now())
  await write(async (tx) => {
    for (const to of administrators) await sendLetter(tx, site, now(), askedLetter(site.baseUrl, to))
  })
}

/** Tells somebody why they were not erased. */
export async function erasureDecided({ requestId }: { requestId: number }, { db, write, site, now }: TaskContext): Promise<void> {
  const request = await findErasureRequestById(db, requestId)
  const to = request?.state === 'refused' ? await reach(db, request.personId) : undefined
  if (request && to) await write((tx) => sendLetter(tx, site, now(), erasureRefused(to, request.reason)))
}

/** Erases what came in while a person was erased. */
export const eraseLate = ({ erasureId }: { erasureId: number }, { write, consequences }: JobContext): Promise<void> =>
  write((tx) => actions.eraseLate(tx, consequences, erasureId))

/** Writes the ledger of erasures beside the database, where a restored backup does not reach it. */
export async function ledger(_: object, { db, site, ledgerPath }: TaskContext): Promise<void> {
  if (!ledgerPath) return
  const lines = (await listLedger(db)).map((entry) => writeEntry(site.secret, entry))
  await writeFile(`${ledgerPath}.partial`, lines.join(''), { mode: 0o600 })
  await rename(`${ledgerPath}.partial`, ledgerPath)
}

/** Takes away what is over: copies that were not fetched, and what is kept for a time only. */
export async function sweep(_: object, { db, write, now }: TaskContext): Promise<void> {
  await write((tx) => expireExports(tx, now()))
  await applyRetention(db, write, now())
}
