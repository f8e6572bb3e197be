import { sql } from 'kysely'
import type { Tx } from '../lib/db/rows.ts'
import { findReach, listReadable } from './words-queries.ts'
import { keysOf } from './words-rules.ts'

const atOnce = 300

/**
 * Takes the words of the next documents into the vocabulary, and what they speak of; at the end of a turn those go that were met in none.
 * @returns how many documents were read; 0: all are
 */
export async function readWords(tx: Tx): Promise<number> {
  await sql`select from search_reach for update`.execute(tx)
  const { last, turn } = await findReach(tx)
  const documents = await listReadable(tx, last, atOnce)
  const end = documents.at(-1)
  if (!end) {
    await sql`delete from search_word where turn < ${turn}`.execute(tx)
    return 0
  }
  const byAudience = new Map<string, Set<string>>()
  for (const { audience, words } of documents) byAudience.set(audience, words.union(byAudience.get(audience) ?? new Set()))
  const rows = [...byAudience].flatMap(([audience, words]) => [...words].map((word) => ({ audience, word })))
  await sql`
    insert into search_word (audience, word, keys, turn)
    select audience, word, keys::integer[], ${turn}
    from unnest(${rows.map(({ audience }) => audience)}::text[], ${rows.map(({ word }) => word)}::text[],
      ${rows.map(({ word }) => `{${keysOf(word).join(',')}}`)}::text[]) as w (audience, word, keys)
    on conflict (audience, word) do update set turn = excluded.turn where search_word.turn <> excluded.turn`.execute(tx)
  const speaking = documents.flatMap(({ id, meaning }) => (meaning ? [{ id, meaning: Buffer.from(meaning) }] : []))
  await sql`
    insert into search_meaning (id, meaning)
    select * from unnest(${speaking.map(({ id }) => id)}::bigint[], ${speaking.map(({ meaning }) => meaning)}::bytea[])
    on conflict (id) do update set meaning = excluded.meaning where search_meaning.meaning <> excluded.meaning`.execute(tx)
  await sql`update search_reach set last = ${end.id}`.execute(tx)
  return documents.length
}

/** Begins a turn: all documents are read again, and what only stood in those that are gone is forgotten at its end. */
export async function beginTurn(tx: Tx): Promise<void> {
  await sql`update search_reach set last = 0, turn = turn + 1`.execute(tx)
}
