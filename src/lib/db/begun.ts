import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from './rows.ts'

// Each note is a row of `begun`. There are few: one for each batch under way, and those whose process ended.

/** Keys, such as `send:12`, as rows of their kind and number. */
function rowsOf(keys: string[]): RawBuilder<unknown> {
  const parts = keys.map((key) => key.split(':'))
  return sql`unnest(${parts.map(([kind]) => kind)}::text[], ${parts.map(([, number]) => number)}::bigint[]) as asked (kind, number)`
}

/** The same by kind, with their numbers as PostgreSQL writes ranges of them: those of a batch mostly follow one another. */
function groupsOf(keys: string[]): { kind: string; numbers: string }[] {
  const byKind = Map.groupBy(keys, (key) => key.slice(0, key.indexOf(':')))
  return [...byKind].map(([kind, ones]) => {
    const ranges: { from: number; to: number }[] = []
    for (const number of ones.map((key) => Number(key.slice(kind.length + 1))).sort((a, b) => a - b)) {
      const last = ranges.at(-1)
      if (last && number <= last.to) last.to = number + 1
      else ranges.push({ from: number, to: number + 1 })
    }
    return { kind, numbers: `{${ranges.map(({ from, to }) => `[${from},${to})`).join()}}` }
  })
}

/**
 * Notes at once, in a statement of its own, that these are begun: a note outlasts the process, and not the server. Where one of them, or what
 * they are a part of, is in an earlier note nothing is noted, unless it is wanted all the same.
 * @param keys of one kind
 * @returns the number of the note; undefined where there is none
 */
export async function noteBegun(db: Db, keys: string[], wholes: string[], at: Date, anyway = false): Promise<number | undefined> {
  const [mine] = groupsOf(keys)
  const asked = groupsOf([...keys, ...wholes]).map(({ kind, numbers }) => sql`(kind = ${kind} and numbers && ${numbers}::int8multirange)`)
  const { rows } = await sql<{ id: number }>`
    insert into begun (kind, numbers, ends, at) select ${mine?.kind}, ${mine?.numbers}::int8multirange, 1, ${at}::timestamptz
    where ${anyway} or not exists (select from begun where ${sql.join(asked, sql` or `)}) returning id`.execute(db)
  return rows[0]?.id
}

/** Notes of these that they are begun no more, as of what ended the process so often. */
export async function noteEnding(tx: Tx, keys: string[], ends: number, at: Date): Promise<void> {
  await tx
    .insertInto('begun')
    .values(groupsOf(keys).map((group) => ({ ...group, ends, at })))
    .execute()
}

/** How often each of these was begun and neither done nor taken back; those that never were are not there. */
export async function countBegun(db: Db, keys: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; ends: number }>`
    select asked.kind || ':' || asked.number as key, sum(b.ends)::int as ends
    from ${rowsOf(keys)} join begun b on b.kind = asked.kind and b.numbers @> asked.number group by 1`.execute(db)
  return new Map(rows.map(({ key, ends }) => [key, ends]))
}

/** Takes notes back: what they name is done, or it failed and the process lives. */
export async function takeBackBegun(db: Db, ids: number[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('begun').where('id', 'in', ids).execute()
}

/** Forgets how often these were begun, whatever else their notes name. */
export async function forgetBegun(tx: Tx, keys: string[]): Promise<void> {
  if (keys.length === 0) return
  for (const { kind, numbers } of groupsOf(keys))
    await sql`update begun set numbers = numbers - ${numbers}::int8multirange
      where kind = ${kind} and numbers && ${numbers}::int8multirange`.execute(tx)
  await sql`delete from begun where isempty(numbers)`.execute(tx)
}

/** Forgets notes that are older than a day: nothing is begun for so long. */
export async function sweepBegun(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('begun')
    .where('at', '<', new Date(now.getTime() - 86_400_000))
    .execute()
}
