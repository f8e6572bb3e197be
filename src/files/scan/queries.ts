import type { Db } from '../../lib/db/rows.ts'

/** Does a content wait for the scanner? */
export const findWaiting = (db: Db, contentId: number) =>
  db.selectFrom('fileContent').select(['id', 'size', 'type']).where('id', '=', contentId).where('scan', '=', 'waiting').executeTakeFirst()

/** The files that have a content, with who brought them, for the letter about what was found. */
export const listFilesOf = (db: Db, contentId: number) =>
  db
    .selectFrom('file')
    .leftJoin('sharedPerson as person', 'person.id', 'file.personId')
    .select(['file.id', 'file.name', 'file.createdAt', 'person.name as by'])
    .where('file.contentId', '=', contentId)
    .orderBy('file.id')
    .limit(20)
    .execute()

/** How many contents wait for the scanner, since when, and how many are in quarantine: for the operator's figures. */
export async function countScans(db: Db): Promise<{ waiting: number; oldest: Date | null; infected: number }> {
  const row = await db
    .selectFrom('fileContent')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('scan', '=', 'waiting').as('waiting'),
      e.fn.min('keptAt').filterWhere('scan', '=', 'waiting').as('oldest'),
      e.fn.countAll<number>().filterWhere('scan', '=', 'infected').as('infected'),
    ])
    .where('scan', 'in', ['waiting', 'infected'])
    .executeTakeFirst()
  return { waiting: Number(row?.waiting ?? 0), oldest: row?.oldest ?? null, infected: Number(row?.infected ?? 0) }
}
