import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { type Db, idsOf } from '../../lib/db/rows.ts'
import { refusals, textsOf } from '../../lib/ui/words.ts'
import type { Undone, UndoPlan } from '../../lib/undo.ts'
import { mayCollate, mayLead } from '../../policy.ts'

const t = textsOf('advocacy', 'portal')

const imports = (db: Db) =>
  db
    .selectFrom('portalImport')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'portalImport.groupId')
    .leftJoin('sharedPerson as person', 'person.id', 'portalImport.personId')
    .leftJoin('sharedPerson as undoer', 'undoer.id', 'portalImport.undoneBy')
    .selectAll('portalImport')
    .select(['person.name as by', 'undoer.name as undoneByName', 'workingGroup.slug'])

/** What somebody has brought of the vendor's portal to a group, the newest first. */
export const listImports = (db: Db, groupId: number) =>
  imports(db).where('groupId', '=', groupId).orderBy('portalImport.id', 'desc').limit(50).execute()

/**
 * One import, for who leads its group.
 * @throws NotFound
 */
export async function getPortalImport(db: Db, actor: Actor, id: number, { lock = false } = {}) {
  const row = await imports(db)
    .where('portalImport.id', '=', id)
    .$if(lock, (query) => query.forUpdate('portalImport'))
    .executeTakeFirst()
  if (!row || !mayLead(actor, row.groupId) || !mayCollate(actor, row.groupId)) throw new NotFound(refusals.thereIsNoSuchImport)
  return { ...row, undone: row.undone as unknown as Undone | null }
}

/** What an import changed of an entry and would change back. */
export interface Retold {
  caseId: number
  /** What it says again. */
  goes: { label?: string; link?: string; votes?: number | null; request?: number | null }
  /** What says something else since. */
  later: Record<string, { was: unknown; became: unknown }>
}

/** What an import changed of entries that were known, with what of it still stands. */
async function readBefore(db: Db, importId: number): Promise<(Retold & { made: boolean; moved: boolean })[]> {
  type Facts = Record<string, string | number | null>
  const { rows } = await sql<{ caseId: number; was: Facts; became: Facts; now: Facts; made: boolean; moved: boolean; decided: boolean }>`
    select c.id as "caseId", b.was, b.became, c.import_id is not distinct from i.id as made, c.group_id <> i.group_id as moved,
      jsonb_build_object('label', c.label, 'link', c.link, 'votes', c.votes, 'request', c.request_id) as now,
      c.settled_by is not null as decided
    from portal_before b join portal_import i on i.id = b.import_id join portal_case c on c.id = b.portal_case_id
    where b.import_id = ${importId} order by c.id`.execute(db)
  return rows.map(({ caseId, was, became, now, made, moved, decided }) => {
    const stands = (name: string) => now[name] === became[name] && (name !== 'request' || !decided)
    const names = Object.keys(was)
    const of = (some: string[]) => some.map((name) => [name, { was: was[name], became: became[name] }] as const)
    const goes = Object.fromEntries(names.filter(stands).map((name) => [name, was[name]]))
    return { caseId, made, moved, goes, later: Object.fromEntries(of(names.filter((name) => !stands(name)))) }
  })
}

/**
 * What of an import stands as it left it: entries that nobody has decided about and of which nothing else was said, and what it said of
 * others. An answer that was taken of it, and what the portal said since, keep it.
 */
export async function readTaken(db: Db, importId: number) {
  const { rows } = await sql<{ id: number; caseId: number; made: boolean; touched: boolean }>`
    select s.id, s.portal_case_id as "caseId", coalesce(c.import_id = s.import_id, false) as made,
      s.settled_at is not null or s.answer_id is not null or c.group_id <> i.group_id
        or (c.import_id = s.import_id and (c.settled_at is not null or c.settled_by is not null))
        or exists (select from portal_status n where n.portal_case_id = s.portal_case_id and n.id > s.id
          and n.import_id is distinct from s.import_id) as touched
    from portal_status s join portal_import i on i.id = s.import_id join portal_case c on c.id = s.portal_case_id
    where s.import_id = ${importId} order by s.id`.execute(db)
  const cases = await sql<{ id: number; touched: boolean }>`
    select c.id, c.settled_at is not null or c.settled_by is not null or c.group_id <> i.group_id
      -- Another file, or a feed, has said something of it, before or since.
      or exists (select from portal_status n where n.portal_case_id = c.id and n.import_id is distinct from c.import_id)
      or exists (select from portal_before b where b.portal_case_id = c.id and b.import_id <> c.import_id) as touched
    from portal_case c join portal_import i on i.id = c.import_id where c.import_id = ${importId} order by c.id`.execute(db)
  const kept = idsOf(cases.rows.filter(({ touched }) => touched))
  const built = new Set([...rows.filter(({ touched }) => touched).map(({ caseId }) => caseId), ...kept])
  const stands = (id: number) => !built.has(id)
  // Of an entry that stays all stays: half of what a file said of it would be another thing.
  const statuses = rows.filter(({ caseId, touched }) => !touched && stands(caseId))
  const before = (await readBefore(db, importId)).filter(({ made }) => !made)
  const retold = before.filter(({ caseId, moved, goes }) => !moved && stands(caseId) && Object.keys(goes).length > 0)
  return {
    retold,
    retoldStay: before.length - retold.length,
    cases: idsOf(cases.rows.filter(({ id, touched }) => !touched && stands(id))),
    statuses: idsOf(statuses),
    words: statuses.filter(({ made }) => !made).length,
    casesStay: cases.rows.filter(({ id, touched }) => touched || !stands(id)).length,
    wordsStay: rows.filter(({ made, caseId }) => !made && !stands(caseId)).length,
  }
}

/** What taking an import of the portal back would do now. */
export const planUndo = (taken: Awaited<ReturnType<typeof readTaken>>): UndoPlan => ({
  goes: [
    { what: t.imports.entries, count: taken.cases.length },
    { what: t.imports.changes, count: taken.words },
    { what: t.imports.retold, count: taken.retold.length },
  ],
  stays: [
    { what: t.imports.entries, count: taken.casesStay, why: t.imports.stays },
    { what: t.imports.changes, count: taken.wordsStay, why: t.imports.stays },
    { what: t.imports.retold, count: taken.retoldStay, why: t.imports.stays },
  ],
})
