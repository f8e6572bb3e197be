import type { Db } from '../db/connect.ts'
import { chainedText, linkHash } from './rules.ts'

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
