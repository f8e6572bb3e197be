import { sql } from 'kysely'
import { type Db, isThere, listRows } from '../lib/db/rows.ts'
import { fromParts, readingMark, toParts } from '../lib/similar/packed.ts'
import { SimilarIndex } from '../lib/similar/similar.ts'

/** An index of a group's requests, and when each was changed as it was read. */
export interface Read {
  index: SimilarIndex
  changed: Map<number, number>
}

// Raised where other things are put into it: one that was kept before is made anew.
const filling = 2

/** Under what an index is kept: what is put into it, how its texts are read, and with which synonyms. */
const keyOf = (synonyms: string): string => `${filling} ${readingMark()} ${synonyms}`

// The first part says when each request was changed; the index follows.
const packChanged = (changed: ReadonlyMap<number, number>): Buffer => Buffer.from(new Float64Array([...changed].flat()).buffer)

function unpackChanged(bytes: Buffer): Map<number, number> {
  const pairs = new Float64Array(Uint8Array.from(bytes).buffer)
  return new Map(
    Array.from({ length: pairs.length / 2 }, (_, at): [number, number] => [pairs[at * 2] as number, pairs[at * 2 + 1] as number]),
  )
}

/** An index as it is kept, in parts. */
export const packIndex = async ({ index, changed }: Read, synonyms: string): Promise<{ key: string; parts: Buffer[] }> => ({
  key: keyOf(synonyms),
  parts: [packChanged(changed), ...(await toParts(index.pack()))],
})

/** The index that an earlier process kept of a group's requests; undefined where none is, or one that was read otherwise. */
export async function readIndex(
  db: Db,
  groupId: number,
  synonyms: string,
  sets: readonly (readonly string[])[],
): Promise<Read | undefined> {
  const rows = await listRows(db.selectFrom('likenessIndex').orderBy('part'), { groupId, key: keyOf(synonyms) }, ['data'])
  const [changed, ...parts] = rows.map(({ data }) => data)
  if (!changed || parts.length === 0) return undefined
  // What cannot be read is made anew.
  const packed = await fromParts(parts).catch(() => undefined)
  return packed && { index: SimilarIndex.of(packed, sets), changed: unpackChanged(changed) }
}

/** Whether an index of a group's requests is kept. */
export const isKept = (db: Db, groupId: number): Promise<boolean> =>
  isThere(db.selectFrom('likenessIndex').select('part').where('groupId', '=', groupId))

// A smaller index is made as fast as it is read; and what a process has to read anew must not keep who asks waiting.
const fewest = 300
const mostBehind = 100

/** The groups whose index is kept no longer as it should be: many of their requests have changed since, or some and a day has passed. */
export async function listStale(db: Db, now: Date): Promise<number[]> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  const { rows } = await sql<{ groupId: number }>`
    select r.group_id::int as group_id from request r left join (select group_id, made_at from likeness_index where part = 0) k using (group_id)
    group by r.group_id, k.made_at having count(*) >= ${fewest} and (k.made_at is null
      or count(*) filter (where r.changed_at > k.made_at) >= ${mostBehind}
      or (k.made_at < ${dayAgo} and max(r.changed_at) > k.made_at))`.execute(db)
  return rows.map(({ groupId }) => groupId)
}
