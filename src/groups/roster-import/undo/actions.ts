import type { Actor } from '../../../actor.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { record } from '../../../journal/actions.ts'
import type { Tx } from '../../../lib/db/connect.ts'
import { sumsOf, type Undone } from '../../../lib/undo.ts'
import { removeLooseOrganisations, removeLoosePeople } from '../../../people/actions.ts'
import { lockRegister } from '../../../people/organisations/actions.ts'
import { lockSheet, noteSheetUndone } from '../../../people/sheets/actions.ts'
import { mayAppoint } from '../../../policy.ts'
import { requireOpenStep } from '../../actions.ts'
import { getRosterImport, readRosterRows } from './queries.ts'

/**
 * Takes a sheet of a roster back: its terms go, ends that it told are open again, and whom nobody else knows is forgotten. What was changed
 * since stays.
 * @throws NotFound for who does not give the roles of the group; Conflict where its step was confirmed or it was taken back already
 */
export async function undoRoster(tx: Tx, actor: Actor, groupId: number, sheetId: number): Promise<Undone> {
  if (!mayAppoint(actor, groupId)) throw new NotFound('No such group.')
  await lockRegister(tx)
  await lockSheet(tx, sheetId)
  const sheet = await getRosterImport(tx, groupId, sheetId)
  if (sheet.undoneAt !== null) throw new Conflict('This file was taken back already.')
  await requireOpenStep(tx, groupId, 'roster')
  await tx.selectFrom('appointment').select('id').where('groupId', '=', groupId).orderBy('id').forUpdate().execute()
  const { terms, ends, people, organisations } = await readRosterRows(tx, sheetId)
  const going = [0, ...terms.going]
  await tx.deleteFrom('termNotice').where('appointmentId', 'in', going).execute()
  await tx.deleteFrom('appointment').where('id', 'in', going).execute()
  for (const { id, was } of ends.back) await tx.updateTable('appointment').set(was).where('id', '=', id).execute()
  const undone: Undone = {
    goes: [
      { what: 'Terms', count: terms.going.length },
      { what: 'Ends of terms', count: ends.back.length },
      { what: 'People', count: await removeLoosePeople(tx, actor, people) },
      { what: 'Institutions', count: await removeLooseOrganisations(tx, actor, organisations) },
    ].filter(({ count }) => count > 0),
    stays: [
      { what: 'Terms', count: terms.staying },
      { what: 'Ends of terms', count: ends.staying },
    ].filter(({ count }) => count > 0),
  }
  await noteSheetUndone(tx, actor, sheetId, undone)
  await record(tx, actor, {
    action: 'roster.import-undone',
    subject: `group:${groupId}`,
    groupId,
    details: { sheetId, ...sumsOf(undone) },
  })
  return undone
}
