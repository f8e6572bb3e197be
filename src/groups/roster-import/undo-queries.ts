import { sql } from 'kysely'
import { missing } from '../../errors.ts'
import { listRows } from '../../journal/queries.ts'
import { isAsSet, type NotedRow } from '../../journal/rules.ts'
import { findPointedAt, theseIds } from '../../lib/db/references.ts'
import type { Db } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { Undone, UndoPlan } from '../../lib/undo.ts'
import { findLooseOrganisations, findLoosePeople } from '../../people/queries.ts'

const t = textsOf('groups', 'rosterImport')

const applied = (db: Db, groupId: number) =>
  db
    .selectFrom('sheetImport')
    .leftJoin('sharedPerson as person', 'person.id', 'sheetImport.personId')
    .leftJoin('sharedPerson as undoer', 'undoer.id', 'sheetImport.undoneBy')
    .select(['sheetImport.id', 'sheetImport.filename', 'sheetImport.outcome', 'sheetImport.undoneAt'])
    .select(['sheetImport.undone', 'person.name as by', 'undoer.name as undoneByName'])
    .select((e) => e.ref('sheetImport.appliedAt').$notNull().as('appliedAt'))
    .where('kind', '=', 'roster')
    .where('groupId', '=', groupId)
    .where('appliedAt', 'is not', null)

/** The sheets of a roster that were applied, newest first. */
export const listRosterImports = (db: Db, groupId: number) => applied(db, groupId).orderBy('sheetImport.id', 'desc').limit(50).execute()

/** A sheet that was applied to the roster of a group; undefined where it was not applied, or there is none. */
export async function findRosterImport(db: Db, groupId: number, id: number) {
  const row = await applied(db, groupId).where('sheetImport.id', '=', id).executeTakeFirst()
  return row && { ...row, outcome: (row.outcome ?? {}) as Record<string, number>, undone: row.undone as unknown as Undone | null }
}

/** The same, where there must be one. @throws NotFound */
export async function getRosterImport(db: Db, groupId: number, id: number) {
  return (await findRosterImport(db, groupId, id)) ?? missing(refusals.thereIsNoSuchFile)
}

/** What a sheet made of a roster, as it stands now. */
export interface RosterRows {
  terms: { going: number[]; staying: number }
  /** Terms whose end the sheet told, with what stood there before. */
  ends: { back: { id: number; was: Record<string, unknown> }[]; staying: number }
  people: number[]
  organisations: number[]
}

const idsOf = (rows: NotedRow[]): number[] => [0, ...rows.map(({ rowId }) => rowId)]

/** The rows that a sheet made or ended, and which of them stand as it left them. */
export async function readRosterRows(db: Db, sheetId: number): Promise<RosterRows> {
  const rows = await listRows(db, { sheetId })
  const of = (thing: string) => rows.filter((row) => row.thing === thing)
  const [terms, ends] = [of('term'), of('end')]
  const now = await db
    .selectFrom('appointment')
    .selectAll()
    .where('id', 'in', [...idsOf(terms), ...idsOf(ends)])
    .execute()
  const built = await findPointedAt(db, 'appointment', theseIds(idsOf(terms)), ['term_notice.appointment_id'])
  const became = new Map([...terms, ...ends].map((row) => [row.rowId, row]))
  const asSet = now.filter((row) => isAsSet(row, became.get(row.id)?.became ?? null)).map(({ id }) => id)
  const there = new Set(now.map(({ id }) => id))
  const going = terms.map(({ rowId }) => rowId).filter((id) => asSet.includes(id) && !built.has(id))
  const back = ends.filter(({ rowId }) => asSet.includes(rowId)).map(({ rowId, was }) => ({ id: rowId, was: was ?? {} }))
  return {
    terms: { going, staying: terms.filter(({ rowId }) => there.has(rowId)).length - going.length },
    ends: { back, staying: ends.length - back.length },
    people: of('person').map(({ rowId }) => rowId),
    organisations: of('organisation').map(({ rowId }) => rowId),
  }
}

/** What of a sheet goes and what stays: its terms as they stand, with people and institutions that nobody else knows. */
export const sidesOf = ({ terms, ends }: RosterRows, people: number, institutions: number): UndoPlan => ({
  goes: [
    { what: t.undo.terms, count: terms.going.length },
    { what: t.undo.ends, count: ends.back.length },
    { what: t.undo.people, count: people },
    { what: t.undo.institutions, count: institutions },
  ],
  stays: [
    { what: t.undo.terms, count: terms.staying, why: t.undo.termsStay },
    { what: t.undo.ends, count: ends.staying, why: t.undo.endsStay },
  ],
})

/** What taking a sheet back would do now. */
export async function planRosterUndo(db: Db, sheetId: number): Promise<UndoPlan> {
  const read = await readRosterRows(db, sheetId)
  const loose = await findLoosePeople(db, read.people, ['appointment.person_id'])
  const institutions = await findLooseOrganisations(db, read.organisations, ['appointment.organisation_id'])
  const { rows } = await sql<{ people: number; institutions: number }>`
    select (select count(*) from unnest(${loose}::bigint[]) p (id) where not exists (select from appointment a where a.person_id = p.id
        and a.id <> all(${read.terms.going}::bigint[]))) as people,
      (select count(*) from unnest(${institutions}::bigint[]) o (id) where not exists (select from appointment a
        where a.organisation_id = o.id and a.id <> all(${read.terms.going}::bigint[]))) as institutions`.execute(db)
  return sidesOf(read, rows[0]?.people ?? 0, rows[0]?.institutions ?? 0)
}
