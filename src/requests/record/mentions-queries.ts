import type { Actor } from '../../actor.ts'
import { type Db, idsOf } from '../../lib/db/rows.ts'
import type { Mentions } from '../../lib/ui/markdown.ts'
import { listNamed } from '../../people/queries.ts'
import { mayCollate } from '../../policy.ts'
import { numbersIn } from '../comments-rules.ts'
import { listReadable, listRequestChoices } from '../core/queries.ts'

/**
 * What texts about a request name and this person may open: other requests by their number, and people who have to do with it by their
 * name. What they may not open stays as it was typed, and is not told from what does not exist.
 */
export async function findMentions(
  db: Db,
  actor: Actor,
  { groupId, id }: { groupId: number; id: number },
  texts: readonly string[],
): Promise<Mentions> {
  const [requests, people] = await Promise.all([
    listReadable(db, actor, numbersIn(texts)),
    actor.personId === null ? [] : listNameable(db, actor, { groupId, id }),
  ])
  const hrefs = new Map([
    ...requests.map((number) => [`#${number}`, `/requests/${number}`] as const),
    ...people.map((one) => [one.name, `/people/${one.id}`] as const),
  ])
  const names = people.map(({ name }) => RegExp.escape(name)).sort((a, b) => b.length - a.length)
  const pattern = ['#\\d{1,9}', ...names].join('|')
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}&/#])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'), hrefOf: (words) => hrefs.get(words) }
}

/** The people of a request whom this person may name: those of the group, and who commented on it, as far as they show their pages. */
export async function listNameable(
  db: Db,
  actor: Actor,
  { groupId, id }: { groupId: number; id: number },
): Promise<{ id: number; name: string }[]> {
  const [writers, { members }] = await Promise.all([
    listWriters(db, id, mayCollate(actor, groupId)),
    listRequestChoices(db, groupId, actor.at),
  ])
  return listNamed(db, actor, [...new Set([...writers, ...idsOf(members)])])
}

async function listWriters(db: Db, requestId: number, inside: boolean): Promise<number[]> {
  const rows = await db
    .selectFrom('requestComment')
    .select('personId')
    .distinct()
    .where('requestId', '=', requestId)
    .where('personId', 'is not', null)
    .$if(!inside, (query) => query.where('within', '=', false))
    .execute()
  return rows.flatMap(({ personId }) => personId ?? [])
}
