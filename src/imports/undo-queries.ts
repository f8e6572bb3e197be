import { listMailImportsOf, listOtherWriters, planMailUndo } from '../archive/queries.ts'
import { listRows } from '../journal/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { UndoPlan } from '../lib/undo.ts'
import { type BroughtRows, listOnOtherLists, readBrought } from '../list/queries.ts'
import { findLoosePeople } from '../people/queries.ts'

const t = textsOf('imports', 'undo')

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

/** What of an import of a list goes and what stays: its rows as they stand, people nobody else knows, and its mail. */
export function sidesOf(rows: MoveRows, people: number, mail: readonly UndoPlan[]): UndoPlan {
  const open = rows.subscriptions.filter(({ ended }) => !ended)
  const touched = open.filter((one) => one.touched)
  return {
    goes: [
      { what: t.subscriptions, count: open.length - touched.length },
      { what: t.people, count: people },
      { what: t.bans, count: rows.bans.going.length },
      { what: t.senders, count: rows.senders.going.length },
      { what: t.held, count: rows.held.going.length },
      { what: t.applicants, count: rows.applicants.going.length },
      { what: t.settingsBack, count: Object.keys(rows.settings.back).length },
      { what: t.notices, count: rows.notices.going.length },
      { what: t.leaversBack, count: rows.leavers.back.length },
      ...mail.flatMap(({ goes }) => goes),
    ],
    stays: [
      { what: t.subscriptions, count: touched.length, why: t.used },
      { what: t.bans, count: rows.bans.staying, why: t.changed },
      { what: t.senders, count: rows.senders.staying, why: t.changed },
      { what: t.held, count: rows.held.staying, why: t.decided },
      { what: t.applicants, count: rows.applicants.staying, why: t.decided },
      { what: t.settings, count: rows.settings.staying.length, why: t.changed },
      { what: t.notices, count: rows.notices.staying, why: t.changed },
      { what: t.leavers, count: rows.leavers.staying, why: t.backOrErased },
      ...mail.flatMap(({ stays }) => stays),
    ],
  }
}

/** What taking an import of a list back would do now, its mail included. */
async function planMoveUndo(db: Db, moveId: number): Promise<UndoPlan> {
  const rows = await readMoveRows(db, moveId)
  const mail = await Promise.all((await listMailImportsOf(db, moveId)).map((id) => planMailUndo(db, id)))
  return sidesOf(rows, await countLoose(db, moveId, rows), mail)
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
