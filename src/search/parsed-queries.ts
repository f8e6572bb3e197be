import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../lib/db/rows.ts'
import type { Query } from './rules.ts'

// What words are in the languages of a site stays as it is while a process runs: it is asked of PostgreSQL once. A search needs it in each
// of its statements, and ranking reads the stems of each document as often as they stand there.
const parsed = new Map<string, string>()
const mostParsed = 2_000

const keyOf = (configs: readonly string[], words: string): string => `${configs.join(' ')}\n${words}`

/** Where the same words without stop words follow. */
const isDoubled = (configs: readonly string[], place: number): boolean => configs[place + 1] === `${configs[place]}_all`

/** One tsquery of the same words as each of these configurations reads them; with stop words and without is the same where there are none. */
function joined(configs: readonly string[], read: readonly string[]): string {
  const kept = read.filter((text, place) => text !== '' && !(isDoubled(configs, place) && text === read[place + 1]))
  const all = [...new Set(kept)]
  return all.length > 1 ? all.map((text) => `( ${text} )`).join(' | ') : (all[0] ?? '')
}

/** All words and phrases of a search that are looked up by their stems. */
const wordsIn = ({ words, either, not }: Query): string[] => [...(words ? [words] : []), ...either.flat(), ...not]

/** Asks how the words of a search are read in these configurations, where that is not known yet. */
export async function readWords(db: Db, query: Query, configs: readonly string[]): Promise<void> {
  const unknown = [...new Set(wordsIn(query))].filter((words) => !parsed.has(keyOf(configs, words)))
  if (unknown.length === 0) return
  const { rows } = await sql<{ read: string[] }>`
    select array(select websearch_to_tsquery(c.name::regconfig, w.words)::text
      from unnest(${configs}::text[]) with ordinality c (name, place) order by c.place) as read
    from unnest(${unknown}::text[]) with ordinality w (words, place) order by w.place`.execute(db)
  if (parsed.size + unknown.length > mostParsed) parsed.clear()
  for (const [at, { read }] of rows.entries()) parsed.set(keyOf(configs, unknown[at] ?? ''), joined(configs, read))
}

/** The words by the stems of any of these configurations. */
export function inAny(configs: readonly string[], words: string): RawBuilder<unknown> {
  const known = parsed.get(keyOf(configs, words))
  if (known !== undefined) return sql`${known}::tsquery`
  const read = configs.map((config) => sql`websearch_to_tsquery(${config}::regconfig, ${words})`)
  return sql`(${sql.join(read, sql` || `)})`
}
