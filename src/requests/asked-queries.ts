import { sql } from 'kysely'
import { loadActor } from '../groups/queries.ts'
import { type Db, idsOf } from '../lib/db/rows.ts'
import { sayThing } from '../lib/ui/history-things.ts'
import { listReadable } from './core/queries.ts'

// Whoever has a letter has its link for months; meanwhile a request may have been kept to fewer people, and called otherwise.

/** Those of some requests that the person of a letter may read today, whoever opens its link. */
export async function listReadableOf(db: Db, personId: number, ids: number[], at: Date): Promise<number[]> {
  const reader = await loadActor(db, personId, at, 'web')
  return reader ? listReadable(db, reader, ids) : []
}

interface Titled {
  id: number
  title: string
}

/** What requests are called to the person of a letter: by their titles, or by their numbers where they may not read them any more. */
export async function titlesFor(db: Db, personId: number, requests: Titled[], at: Date): Promise<Map<number, string>> {
  const readable = new Set(await listReadableOf(db, personId, idsOf(requests), at))
  return new Map(requests.map(({ id, title }) => [id, readable.has(id) ? title : sayThing(`request:${id}`)]))
}

/** What one request is called to the person of a letter. */
export async function titleFor(db: Db, personId: number, request: Titled, at: Date): Promise<string> {
  return (await titlesFor(db, personId, [request], at)).get(request.id) ?? ''
}

interface Sides {
  sourceId: number
  targetId: number
  target: string
  targetText: string
}

/**
 * What a merge is about, to somebody concerned by its first request. That one they support or have told of; where fewer people read the other, and
 * they do not, it is a number without words.
 */
export async function sidesFor<S extends Sides>(db: Db, personId: number, sides: S, at: Date): Promise<S> {
  const { sourceId, targetId } = sides
  const { rows } = await sql<{ narrower: boolean }>`
    select array_position(o.of, t.visibility::text) > array_position(o.of, s.visibility::text) as narrower
    from request s, request t, (values (array['public', 'subscribers', 'group'])) as o (of) where s.id = ${sourceId} and t.id = ${targetId}`.execute(
    db,
  )
  if (!rows[0]?.narrower || (await listReadableOf(db, personId, [targetId], at)).includes(targetId)) return sides
  return { ...sides, target: sayThing(`request:${targetId}`), targetText: '' }
}
