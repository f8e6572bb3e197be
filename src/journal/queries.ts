import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/connect.ts'
import { maySeeLine } from '../policy.ts'
import { chainedText, linkHash } from './rules.ts'

export { listRows } from './rows-queries.ts'

/**
 * Recounts the whole chain.
 * @returns how many lines are chained, and the first line whose link does not fit, if any
 */
export async function verifyJournal(db: Db): Promise<{ chained: number; unchained: number; brokenAt: number | null }> {
  let hash: Uint8Array = Buffer.alloc(32)
  let position = 0
  for (;;) {
    const lines = await db
      .selectFrom('journalLink')
      .innerJoin('journal', 'journal.id', 'journalLink.journalId')
      .selectAll('journal')
      .select(['journalLink.hash', 'journalLink.position'])
      .where('journalLink.position', '>', position)
      .orderBy('journalLink.position')
      .limit(2_000)
      .execute()
    for (const line of lines) {
      hash = linkHash(hash, chainedText(line))
      if (line.position !== position + 1 || !line.hash.equals(hash)) return { chained: position, unchained: 0, brokenAt: line.id }
      position = line.position
    }
    if (lines.length === 0) break
  }
  const { total } = await db
    .selectFrom('journal')
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { chained: position, unchained: total - position, brokenAt: null }
}

/**
 * Every thousandth link of the chain and the last. What stands between two of them is too much to be guessed, so that they may be shown to
 * everybody.
 */
export async function listCheckpoints(db: Db): Promise<{ position: number; hash: string }[]> {
  const links = await db
    .selectFrom('journalLink')
    .select(['position', 'hash'])
    .where((e) =>
      e.or([
        e(sql`position % 1000`, '=', 0),
        e(
          'position',
          '=',
          e.selectFrom('journalLink').select((last) => last.fn.max('position').as('position')),
        ),
      ]),
    )
    .orderBy('position')
    .execute()
  return links.map(({ position, hash }) => ({ position, hash: hash.toString('hex') }))
}

/**
 * The lines of some things, newest first, with the names of who did it. Who asks has made sure that the reader may see the things.
 * @param subjects as they stand in the journal: `list:3`, `person:12`
 */
export function listLinesOf(db: Db, subjects: string[], limit = 50, before?: number) {
  return db
    .selectFrom('journal')
    .leftJoin('person', 'person.id', 'journal.personId')
    .leftJoin('person as behind', 'behind.id', 'journal.behindId')
    .select(['journal.id', 'journal.at', 'journal.via', 'journal.action', 'journal.subject', 'journal.details', 'journal.groupId'])
    .select(['person.name', 'behind.name as behind'])
    .where('journal.subject', 'in', ['', ...subjects])
    .$if(before !== undefined, (query) => query.where('journal.id', '<', before ?? 0))
    .orderBy('journal.id', 'desc')
    .limit(limit)
    .execute()
}

const page = 50

/**
 * The history of a thing as this person may see it: administrators see all; a person their own; who keeps the register that of
 * organisations; the members of a group that of its things. To everybody else there is none.
 */
export async function getHistory(db: Db, actor: Actor, subject: string, before?: number) {
  const lines = await listLinesOf(db, [subject], page + 1, before)
  const seen = lines.slice(0, page).filter((line) => maySeeLine(actor, subject, line.groupId))
  return { lines: seen, older: lines.length > page ? lines[page - 1]?.id : undefined }
}
