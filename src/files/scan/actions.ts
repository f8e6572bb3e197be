import { program } from '../../actor.ts'
import { record } from '../../journal/actions.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { changeRow, type Tx } from '../../lib/db/rows.ts'
import { cutAnew, readOn, stopTexts } from '../../search/actions.ts'
import type { Verdict } from './clamd.ts'

/** Says for all processes whether a scanner is set up: what is kept from now on waits for it, or does not. */
export async function setScanning(tx: Tx, scanning: boolean): Promise<void> {
  await tx.updateTable('fileGuard').set({ scanning }).where('scanning', '<>', scanning).execute()
}

/** Makes a new content wait for the scanner, where there is one. */
export async function holdForScan(tx: Tx, contentId: number): Promise<void> {
  const guard = await tx.selectFrom('fileGuard').select('scanning').executeTakeFirst()
  if (!guard?.scanning) return
  await tx.updateTable('fileContent').set({ scan: 'waiting' }).where('id', '=', contentId).execute()
  await enqueue(tx, 'files.scan', { contentId }, { key: `files.scan:${contentId}` })
}

/**
 * Notes what the scanner said. What is infected stays in quarantine: kept as evidence, given to nobody.
 * @returns is this news?
 */
export async function noteVerdict(tx: Tx, contentId: number, { clean, found }: Verdict, at: Date): Promise<boolean> {
  const row = await changeRow(
    tx.updateTable('fileContent').returning('sha256'),
    { id: contentId, scan: 'waiting' },
    { scan: clean ? 'clean' : 'infected', scannedAt: at, scanFound: found },
  )
  if (!row) return false
  if (row.sha256) await (clean ? letThrough(tx, row.sha256) : stopTexts(tx, [row.sha256]))
  if (!clean) await record(tx, program(at), { action: 'file.quarantined', subject: `content:${contentId}` })
  return true
}

/** What it hangs on is found by its name, and by its words once they are read. */
async function letThrough(tx: Tx, sha256: Buffer): Promise<void> {
  await cutAnew(tx, [sha256])
  await readOn(tx)
}

/** Asks again for everything that has waited for long: a scanner that was away is back. */
export async function askAgain(tx: Tx, before: Date): Promise<void> {
  const waiting = await tx
    .selectFrom('fileContent')
    .select('id')
    .where('scan', '=', 'waiting')
    .where('keptAt', '<', before)
    .limit(500)
    .execute()
  for (const { id } of waiting) await enqueue(tx, 'files.scan', { contentId: id }, { key: `files.scan:${id}` })
}
