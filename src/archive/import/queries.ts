import { sql } from 'kysely'
import { type Db, findRow, listRows, orNoId } from '../../lib/db/rows.ts'
import { bySpelling, spellingsOf } from '../../lib/mail/domain.ts'
import type { Finding } from './rules.ts'

/** The import of this very file into this list that was begun and not ended, if any. */
export function findOpenImport(db: Db, listId: number, sha256: Buffer) {
  return findRow(db.selectFrom('mailImport').selectAll(), { listId, sha256, endedAt: null, undoBegunAt: null })
}

/** What an import found that did not simply go in, by its place in the file. */
export async function listFindings(db: Db, importId: number): Promise<Finding[]> {
  return listRows(
    db.selectFrom('importFinding').select(['atByte as offset', 'bytes as length', 'outcome', 'reason']).orderBy('atByte').limit(1_000_000),
    { importId },
  )
}

/** Why messages of imports went in with a repair, or not at all, each reason with how often; the commonest first. */
export async function countReasons(db: Db, importIds: readonly number[]): Promise<{ reason: string; n: number }[]> {
  return db
    .selectFrom('importFinding')
    .select(['reason', (e) => e.fn.countAll<number>().as('n')])
    .where('importId', 'in', orNoId(importIds))
    .where('outcome', '<>', 'duplicate')
    .groupBy('reason')
    .orderBy('n', 'desc')
    .orderBy('reason')
    .limit(20)
    .execute()
}

/** Who owns these addresses, where they have shown that it is theirs. */
export async function findOwners(db: Db, emails: string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('sharedAddress as address')
    .innerJoin('sharedPerson as person', 'person.id', 'address.personId')
    .select(['address.email', 'person.id'])
    .where('address.email', '=', sql<string>`any(${emails.flatMap(spellingsOf)}::text[])`)
    .where('address.verifiedAt', 'is not', null)
    .where('person.erasedAt', 'is', null)
    .execute()
  return bySpelling(emails, new Map(rows.map((row) => [row.email, row.id])))
}

/** The content of the messages that the list has under these Message-IDs. */
export async function findContents(db: Db, listId: number, messageIds: string[]): Promise<{ messageId: string; contentHash: Buffer }[]> {
  return listRows(db.selectFrom('message').where('messageId', '=', sql<string>`any(${messageIds}::text[])`), { listId }, [
    'messageId',
    'contentHash',
  ])
}
