import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { inLanguage, unsaid } from '../../lib/ui/language.ts'
import { refusals } from '../../lib/ui/words.ts'
import { type TakenBack, type Undone, undoneOf } from '../../lib/undo.ts'
import { lockRegister, lockSheet, noteSheetUndone, removeLooseOrganisations, removeLoosePeople } from '../../people/actions.ts'
import { mayAppoint } from '../../policy.ts'
import { takeBack } from '../core/steps-actions.ts'
import { getRosterImport, readRosterRows, sidesOf } from './undo-queries.ts'

/**
 * Takes a sheet of a roster back: its terms go, ends that it told are open again, and whom nobody else knows is forgotten. What was changed
 * since stays.
 * @throws NotFound for who does not give the roles of the group; Conflict where its step was confirmed or it was taken back already
 */
export async function undoRoster(tx: Tx, actor: Actor, groupId: number, sheetId: number): Promise<Undone> {
  if (!mayAppoint(actor, groupId)) throw new NotFound(refusals.noSuchGroup)
  await lockRegister(tx)
  await lockSheet(tx, sheetId)
  const sheet = await getRosterImport(tx, groupId, sheetId)
  const keep = (takenBack: TakenBack) => noteSheetUndone(tx, sheetId, takenBack)
  const at = { run: sheet, keep, groupId, step: 'roster', subject: `group:${groupId}` } as const
  return takeBack(tx, actor, { ...at, action: 'roster.import-undone' }, async () => {
    await tx.selectFrom('appointment').select('id').where('groupId', '=', groupId).orderBy('id').forUpdate().execute()
    const rows = await readRosterRows(tx, sheetId)
    const going = [0, ...rows.terms.going]
    await tx.deleteFrom('termNotice').where('appointmentId', 'in', going).execute()
    await tx.deleteFrom('appointment').where('id', 'in', going).execute()
    for (const { id, was } of rows.ends.back) await tx.updateTable('appointment').set(was).where('id', '=', id).execute()
    const people = await removeLoosePeople(tx, actor, rows.people)
    const institutions = await removeLooseOrganisations(tx, actor, rows.organisations)
    return inLanguage(unsaid, () => undoneOf(sidesOf(rows, people, institutions)))
  })
}
