import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import { type Reason, SimilarIndex } from '../../lib/similar/similar.ts'
import { findSimilarMany, listSynonyms, type SimilarRequest } from '../../requests/queries.ts'
import { shownFrom } from '../../requests/rules.ts'

/** A wish that may go to the vote, as it is compared. */
export interface Compared {
  id: number
  title: string
  text: string
  area: string
  requestId: number | null
  organisation: string | null
  /** Others were merged into it; it goes into no other then. */
  holds: boolean
}

/** Two wishes that look alike, the older one first, and why. */
export interface Pair {
  one: Compared
  other: Compared
  likeness: number
  why: Reason[]
}

const listCompared = (db: Db, cycleId: number): Promise<Compared[]> =>
  db
    .selectFrom('wish')
    .leftJoin('sharedOrganisation as organisation', 'organisation.id', 'wish.organisationId')
    .select(['wish.id', 'wish.title', 'wish.text', 'wish.area', 'wish.requestId', 'organisation.name as organisation'])
    .select(sql<boolean>`exists (select from wish m where m.merged_into = wish.id)`.as('holds'))
    .where('wish.cycleId', '=', cycleId)
    .where('wish.state', 'in', ['submitted', 'accepted'])
    .orderBy('wish.id')
    .execute()

/**
 * Wishes of a cycle that look alike, the likest first: what would split its votes. Pairs that somebody has said to be different are
 * left out.
 */
export async function listPairs(db: Db, cycle: { id: number; groupId: number }): Promise<Pair[]> {
  const [wishes, synonyms, unlike] = await Promise.all([
    listCompared(db, cycle.id),
    listSynonyms(db, cycle.groupId),
    db
      .selectFrom('wishUnlike')
      .innerJoin('wish', 'wish.id', 'wishUnlike.wishId')
      .select(['wishId', 'otherId'])
      .where('wish.cycleId', '=', cycle.id)
      .execute(),
  ])
  const groups = synonyms.map(({ words }) => words)
  const keyOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`
  const settled = new Set(unlike.map(({ wishId, otherId }) => keyOf(wishId, otherId)))
  // Compared once for as long as they stay what they are.
  const stamp = JSON.stringify([wishes, groups, [...settled]])
  const cycles = kept.get(db) ?? new Map<number, { stamp: string; pairs: Pair[] }>()
  kept.set(db, cycles)
  const known = cycles.get(cycle.id)
  if (known?.stamp === stamp) return known.pairs
  const pairs = comparePairs(wishes, groups, (one, other) => settled.has(keyOf(one, other)))
  cycles.set(cycle.id, { stamp, pairs })
  return pairs
}

const kept = new WeakMap<Db, Map<number, { stamp: string; pairs: Pair[] }>>()

function comparePairs(wishes: Compared[], synonyms: string[][], isSettled: (one: number, other: number) => boolean): Pair[] {
  const index = new SimilarIndex(synonyms)
  const entryOf = ({ id, title, text, area, requestId }: Compared) => ({
    ...{ id, title, text, area: area || null },
    ...(requestId === null ? {} : { numbers: [`request ${requestId}`] }),
  })
  for (const wish of wishes) index.put(entryOf(wish))
  const byId = new Map(wishes.map((wish) => [wish.id, wish]))
  const pairs = new Map<string, Pair>()
  for (const wish of wishes)
    for (const { id, likeness, why } of index.find(entryOf(wish), { limit: 4, atLeast: shownFrom })) {
      const [one, other] = [byId.get(Math.min(wish.id, id)), byId.get(Math.max(wish.id, id))]
      const key = `${one?.id} ${other?.id}`
      if (!one || !other || isSettled(one.id, other.id) || (pairs.get(key)?.likeness ?? 0) >= likeness) continue
      pairs.set(key, { one, other, likeness, why })
    }
  return [...pairs.values()].sort((a, b) => b.likeness - a.likeness || a.one.id - b.one.id)
}

/** Requests of the group that a wish may be about, where it names none; as this person may see them. */
export async function listAboutRequests(
  db: Db,
  actor: Actor,
  groupId: number,
  wish: Omit<Compared, 'organisation' | 'holds'>,
): Promise<SimilarRequest[]> {
  if (wish.requestId !== null) return []
  const [found = []] = await findSimilarMany(db, actor, groupId, [{ title: wish.title, text: wish.text, area: wish.area || null }], {
    limit: 3,
  })
  return found.filter(({ stage }) => stage !== 'merged')
}

/** The request that each of some wishes is most like, where it names none; as this person may see them. */
export async function listAbout(
  db: Db,
  actor: Actor,
  groupId: number,
  wishes: Omit<Compared, 'organisation' | 'holds'>[],
): Promise<{ wishId: number; request: SimilarRequest }[]> {
  const open = wishes.filter(({ requestId }) => requestId === null)
  const found = await findSimilarMany(
    db,
    actor,
    groupId,
    open.map(({ title, text, area }) => ({ title, text, area: area || null })),
    { limit: 2 },
  )
  return open.flatMap(({ id }, at) => {
    const request = found[at]?.find(({ stage }) => stage !== 'merged')
    return request ? [{ wishId: id, request }] : []
  })
}

/** How many pairs of wishes somebody has said to be different. */
export async function countUnlike(db: Db, cycleId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from wish_unlike u join wish w on w.id = u.wish_id
    where w.cycle_id = ${cycleId}`.execute(db)
  return rows[0]?.count ?? 0
}
