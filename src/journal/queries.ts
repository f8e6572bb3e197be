import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type Db, orNoText } from '../lib/db/rows.ts'
import { maySeeLine } from '../policy.ts'
import type { Actions } from '../signed.ts'
import { linesOf, listJournalFiles, listOutside, type Outside } from './outside-queries.ts'
import { chainedText, linkHash } from './rules.ts'

export { isToldOutside, listJournalFiles, listOutside, movedUntil } from './outside-queries.ts'
export { listRows } from './rows-queries.ts'

/** What recounting the chain came to. */
export interface Recounted {
  chained: number
  unchained: number
  /** Of the chained ones, how many lie in files outside the database. */
  outside: number
  /** The first line whose link does not fit. */
  brokenAt: number | null
}

/**
 * Goes over the years that lie in files: each begins where the one before ended, and the link of its last line stayed here.
 * @returns where they end; the id of the line where one does not fit
 */
async function followFiles(db: Db): Promise<{ position: number; hash: Uint8Array; brokenAt: number | null }> {
  let hash: Uint8Array = Buffer.alloc(32)
  let position = 0
  for (const file of await listJournalFiles(db)) {
    const end = await db.selectFrom('journalLink').selectAll().where('position', '=', file.last).executeTakeFirst()
    if (file.first !== position + 1 || !file.hashBefore.equals(hash) || !end?.hash.equals(file.hash))
      return { position, hash, brokenAt: end?.journalId ?? file.last }
    ;({ hash, last: position } = file)
  }
  return { position, hash, brokenAt: null }
}

/** Recounts the whole chain. What lies in files is taken by the hashes at their ends, which what follows is chained to. */
export async function verifyJournal(db: Db): Promise<Recounted> {
  const { brokenAt, ...files } = await followFiles(db)
  let { hash, position } = files
  const outside = position
  if (brokenAt !== null) return { chained: position, unchained: 0, outside, brokenAt }
  for await (const line of linesOf(db, { first: position + 1 })) {
    hash = linkHash(hash, chainedText(line))
    if (line.position !== position + 1 || !line.hash.equals(hash)) return { chained: position, unchained: 0, outside, brokenAt: line.id }
    position = line.position
  }
  const { total } = await db
    .selectFrom('journal')
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { chained: position, unchained: total - (position - outside), outside, brokenAt: null }
}

/** When the newest line was written; undefined where there is none. */
export const lastWritten = async (db: Db): Promise<Date | undefined> =>
  (await db.selectFrom('journal').select('at').orderBy('id', 'desc').limit(1).executeTakeFirst())?.at

/**
 * Every thousandth link of the chain and the last. What stands between two of them is too much to be guessed, so that they may be shown to
 * everybody.
 */
export async function listCheckpoints(db: Db): Promise<{ position: number; hash: string }[]> {
  const links = await db
    .selectFrom('journalLink')
    .select(['position', 'hash'])
    .where(sql<boolean>`position % 1000 = 0 or position = (select max(position) from journal_link)`)
    .orderBy('position')
    .execute()
  return links.map(({ position, hash }) => ({ position, hash: hash.toString('hex') }))
}

/**
 * The lines of some things, newest first, with the names of who did it. Who asks has made sure that the reader may see the things.
 * @param subjects as they stand in the journal: `list:3`, `person:12`
 */
export const listLinesOf = (db: Db, subjects: string[], limit = 50, before?: number) =>
  db
    .selectFrom('journal')
    .leftJoin('sharedPerson as person', 'person.id', 'journal.personId')
    .leftJoin('sharedPerson as behind', 'behind.id', 'journal.behindId')
    .select(['journal.id', 'journal.at', 'journal.via', 'journal.action', 'journal.subject', 'journal.details', 'journal.groupId'])
    .select(['person.name', 'behind.name as behind'])
    .where('journal.subject', 'in', orNoText(subjects))
    .$if(before !== undefined, (query) => query.where('journal.id', '<', before ?? 0))
    .orderBy('journal.id', 'desc')
    .limit(limit)
    .execute()

/** When something was last done to each of some things to which it was; as far back as the lines lie in the database. */
export async function findLastOf(db: Db, action: keyof Actions, subjects: string[]): Promise<Map<string, Date>> {
  const lines = await db
    .selectFrom('journal')
    .select((e) => ['subject', e.fn.max('at').as('at')])
    .where('action', '=', action)
    .where('subject', 'in', orNoText(subjects))
    .groupBy('subject')
    .execute()
  return new Map(lines.map(({ subject, at }) => [subject, at]))
}

const page = 50

/**
 * The history of a thing as this person may see it: administrators see all; a person their own; who keeps the register that of
 * organisations; the members of a group that of its things. To everybody else there is none. Behind the last line it says where older ones lie.
 */
export async function getHistory(db: Db, actor: Actor, subject: string, before?: number) {
  const lines = await listLinesOf(db, [subject], page + 1, before)
  const seen = lines.slice(0, page).filter((line) => maySeeLine(actor, subject, line.groupId, line.action))
  const older = lines.length > page ? lines[page - 1]?.id : undefined
  const outside: Outside[] = older === undefined ? await listOutside(db, subject, (groupId) => maySeeLine(actor, subject, groupId)) : []
  return { lines: seen, older, outside }
}
