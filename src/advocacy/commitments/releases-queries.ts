import { sql } from 'kysely'
import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import type { Db } from '../../lib/db/rows.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { mayCollate, mayLead } from '../../policy.ts'
import { findSimilarMany, type SimilarRequest } from '../../requests/queries.ts'
import { passagesOf } from './rules.ts'

const t = textsOf('advocacy', 'commitments')

/** The releases of a group's vendor, the newest first. */
export const listReleases = (db: Db, groupId: number) =>
  db
    .selectFrom('release')
    .innerJoin('sharedProduct as product', 'product.id', 'release.productId')
    .selectAll('release')
    .select('product.name as product')
    .select(sql<number>`(select count(*) from delivery_claim d where d.release_id = release.id)`.as('deliveries'))
    .select(sql<number>`(select count(*) from release_suggestion s where s.release_id = release.id and s.state = 'open')`.as('suggestions'))
    .where('release.groupId', '=', groupId)
    .orderBy(sql`release.on_day desc nulls first`)
    .orderBy('release.id', 'desc')
    .execute()

/**
 * A release with what it seems to deliver and what it is said to; for its group alone.
 * @throws NotFound
 */
export async function getRelease(db: Db, actor: Actor, id: number) {
  const release = await db
    .selectFrom('release')
    .innerJoin('sharedProduct as product', 'product.id', 'release.productId')
    .innerJoin('sharedWorkingGroup as workingGroup', 'workingGroup.id', 'release.groupId')
    .selectAll('release')
    .select(['product.name as product', 'workingGroup.slug as groupSlug'])
    .where('release.id', '=', id)
    .executeTakeFirst()
  if (!release || !mayCollate(actor, release.groupId)) throw new NotFound(t.releaseNotFound)
  const [suggestions, deliveries] = await Promise.all([
    db
      .selectFrom('releaseSuggestion')
      .innerJoin('sharedRequest as request', 'request.id', 'releaseSuggestion.requestId')
      .selectAll('releaseSuggestion')
      .select(['request.title', 'request.stage'])
      .where('releaseSuggestion.releaseId', '=', id)
      .orderBy('releaseSuggestion.score', 'desc')
      .execute(),
    db
      .selectFrom('deliveryClaim')
      .innerJoin('sharedRequest as request', 'request.id', 'deliveryClaim.requestId')
      .selectAll('deliveryClaim')
      .select('request.title')
      .where('deliveryClaim.releaseId', '=', id)
      .orderBy('deliveryClaim.id')
      .execute(),
  ])
  return { ...release, suggestions, deliveries, leads: mayLead(actor, release.groupId) }
}

/** The words that make a request like a text. */
export const inWords = ({ why }: Pick<SimilarRequest, 'why'>): string => {
  const words = why.flatMap((reason) => (reason.kind === 'words' ? reason.words : reason.kind === 'area' ? [reason.area] : []))
  const pairs = why.flatMap((reason) => ('pairs' in reason ? reason.pairs.map(([a, b]) => `${a} ≈ ${b}`) : []))
  return [...new Set([...words, ...pairs])].slice(0, 8).join(', ')
}

/** The requests that release notes seem to deliver, the likest passage of each, with the words that say so. */
export async function suggestFor(db: Db, actor: Actor, groupId: number, notes: string) {
  const passages = passagesOf(notes)
  const found = await findSimilarMany(
    db,
    actor,
    groupId,
    passages.map((passage) => ({ title: passage.slice(0, 300), text: passage })),
    { limit: 3 },
  )
  const best = new Map<number, { requestId: number; passage: string; why: string; score: number }>()
  for (const [i, requests] of found.entries())
    for (const request of requests) {
      const score = request.likeness
      if (['merged', 'set_aside', 'accepted'].includes(request.stage) || (best.get(request.id)?.score ?? 0) >= score) continue
      best.set(request.id, { requestId: request.id, passage: passages[i] ?? '', why: inWords(request), score })
    }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 100)
}
