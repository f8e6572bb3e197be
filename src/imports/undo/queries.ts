import { listMailImportsOf, listOtherWriters, planMailUndo } from '../../archive/import/undo/queries.ts'
import { listRows } from '../../journal/rows/queries.ts'
import type { Db } from '../../lib/db/connect.ts'
import type { UndoPlan } from '../../lib/undo.ts'
import { type BroughtRows, listOnOtherLists, readBrought } from '../../list/import/queries.ts'
import { findLoosePeople } from '../../people/queries.ts'

/** What of an import of a list, but for its mail, stands as the import left it, and what was touched since. */
export interface MoveRows extends BroughtRows {
  /** People whom the import brought. */
  people: number[]
  oldNames: string[]
}

/** All of it, as it stands now. */
export async function readMoveRows(db: Db, moveId: number): Promise<MoveRows> {
  const rows = await listRows(db, { moveId })
  const noted = (thing: string) => rows.filter((row) => row.thing === thing)
  const people = noted('person').map(({ rowId }) => rowId)
  return {
    ...(await readBrought(db, rows, people)),
    people,
    oldNames: noted('old-name').flatMap(({ became }) => (typeof became?.name === 'string' ? [became.name] : [])),
  }
}

/** What taking an import of a list back would do now, its mail included. */
async function planMoveUndo(db: Db, moveId: number): Promise<UndoPlan> {
  const rows = await readMoveRows(db, moveId)
  const going = rows.subscriptions.filter(({ ended, touched }) => !ended && !touched)
  const touched = rows.subscriptions.filter((one) => !one.ended && one.touched)
  const people = await countLoose(db, moveId, rows)
  const mail = await Promise.all((await listMailImportsOf(db, moveId)).map((id) => planMailUndo(db, id)))
  return {
    goes: [
      { what: 'Subscriptions', count: going.length },
      { what: 'People nobody else knows', count: people },
      { what: 'Bans', count: rows.bans.going.length },
      { what: 'Rules for strangers', count: rows.senders.going.length },
      { what: 'Held mails', count: rows.held.going.length },
      { what: 'Requests to join', count: rows.applicants.going.length },
      { what: 'Settings, set back', count: Object.keys(rows.settings.back).length },
      { what: 'Words of notices', count: rows.notices.going.length },
      { what: 'People taken off the list, who come back', count: rows.leavers.back.length },
      ...mail.flatMap(({ goes }) => goes),
    ],
    stays: [
      { what: 'Subscriptions', count: touched.length, why: 'They have been here themselves since, or their settings were changed.' },
      { what: 'Bans', count: rows.bans.staying, why: 'Changed since.' },
      { what: 'Rules for strangers', count: rows.senders.staying, why: 'Changed since.' },
      { what: 'Held mails', count: rows.held.staying, why: 'Decided on, or somebody looks at them.' },
      { what: 'Requests to join', count: rows.applicants.staying, why: 'Decided on, or somebody looks at them.' },
      { what: 'Settings', count: rows.settings.staying.length, why: 'Changed since.' },
      { what: 'Words of notices', count: rows.notices.staying, why: 'Changed since.' },
      { what: 'People taken off the list', count: rows.leavers.staying, why: 'They are on it again, or were erased.' },
      ...mail.flatMap(({ stays }) => stays),
    ],
  }
}

/** How many of the people whom an import brought go with it: those who are nowhere but in what goes. */
async function countLoose(db: Db, moveId: number, { people, subscriptions }: MoveRows): Promise<number> {
  const loose = await findLoosePeople(db, people, ['subscription.person_id', 'subscription.address_id', 'message.person_id'])
  const going = subscriptions.filter(({ ended, touched, used }) => !ended && !touched && !used).map(({ id }) => id)
  const elsewhere = await listOnOtherLists(db, loose, going)
  const wrote = await listOtherWriters(db, loose, moveId)
  return loose.filter((id) => !elsewhere.has(id) && !wrote.has(id)).length
}

/** What taking an import back would do now, whichever kind it is. */
export const planUndo = (db: Db, { kind, id }: { kind: 'move' | 'mail'; id: number }): Promise<UndoPlan> =>
  kind === 'mail' ? planMailUndo(db, id) : planMoveUndo(db, id)
