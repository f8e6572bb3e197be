import { sql } from 'kysely'
import { loadActor } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { sayThing } from '../lib/ui/history-things.ts'
import { listReadable } from './core/queries.ts'

// Whoever has a letter has its link for months; meanwhile a request may have been kept to fewer people, and called otherwise.

/** Those of some requests that the person of a letter may read today, whoever opens its link. */
async function listReadableOf(db: Db, personId: number, ids: number[], at: Date): Promise<number[]> {
  const reader = await loadActor(db, personId, at, 'web')
  return reader ? listReadable(db, reader, ids) : []
}

/** What a request is called to the person of a letter: its title, or its number where they may not read it any more. */
export async function titleFor(db: Db, personId: number, { id, title }: { id: number; title: string }, at: Date): Promise<string> {
  return (await listReadableOf(db, personId, [id], at)).includes(id) ? title : sayThing(`request:${id}`)
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
