import type { Actor } from '../actor.ts'
import type { Db } from '../lib/db/rows.ts'
import { listLists } from '../list/queries.ts'
import { mayPost } from '../policy.ts'
import { getIssue } from './issues/queries.ts'
import { getItem } from './queries.ts'

/** An item by its address, or an issue by its number. */
export type Ref = { slug: string } | { number: number }

/** What publishing needs to know of either. */
export async function getThing(db: Db, actor: Actor, ref: Ref, { lock = false } = {}) {
  if ('slug' in ref) {
    const item = await getItem(db, actor, ref.slug, { lock })
    return { ...item, kind: 'item' as const, path: `/news/${item.slug}`, subject: `news:${item.id}` }
  }
  const issue = await getIssue(db, actor, ref.number, { lock })
  return { ...issue, kind: 'issue' as const, path: `/news/issues/${issue.number}`, subject: `news-issue:${issue.id}` }
}
export type Thing = Awaited<ReturnType<typeof getThing>>

/** The columns by which rows of others point to a thing. */
export const keyOf = ({ kind, id }: Pick<Thing, 'kind' | 'id'>) => (kind === 'item' ? { itemId: id } : { issueId: id })

/** The lists that this person may send it to: those that they write to. */
export const listMailable = async (db: Db, actor: Actor) => (await listLists(db, actor)).filter((list) => mayPost(actor, list))

/** The address of a thing by its id, for jobs. */
export async function findRef(db: Db, kind: 'item' | 'issue', id: number): Promise<Ref | undefined> {
  if (kind === 'item') return db.selectFrom('newsItem').select('slug').where('id', '=', id).executeTakeFirst()
  return db.selectFrom('newsIssue').select('number').where('id', '=', id).executeTakeFirst()
}

/** A mailing that waits, for its job. */
export const findMailing = (db: Db, id: number) =>
  db
    .selectFrom('newsMailing')
    .innerJoin('sharedList as list', 'list.id', 'newsMailing.listId')
    .selectAll('newsMailing')
    .select(['list.name as list', 'list.title as listTitle', 'list.archive'])
    .where('newsMailing.id', '=', id)
    .executeTakeFirst()
