import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { countRows, type Db } from '../lib/db/rows.ts'
import type { Waiting } from '../waiting.ts'
import { listIssueDrafts } from './issues/queries.ts'
import { countFailed } from './outlets/queries.ts'
import { listDrafts, listWritingGroups } from './queries.ts'
import { listRhythms } from './rhythm-queries.ts'
import { newsWaiting } from './today-waiting-words.ts'

/** What waits for those who let news out: what is ready, what did not go out, the next issue, imports that nobody has confirmed. */
export async function listNewsTasks(db: Db, actor: Actor): Promise<Waiting[]> {
  const leading = (await listWritingGroups(db, actor)).filter((group) =>
    actor.grants.some(({ role, groupId }) => groupId === group.id && (role === 'coordinator' || role === 'deputy')),
  )
  if (leading.length === 0 || actor.vendorSide) return []
  const ids = leading.map(({ id }) => id)
  const mine = <R extends { groupId: number }>(rows: R[]) => rows.filter(({ groupId }) => ids.includes(groupId))
  const [items, issues, failed] = await Promise.all([listDrafts(db, actor), listIssueDrafts(db, actor), countFailed(db, actor)])
  const things = [
    ...mine(items).map((item) => ({ ...item, href: `/news/${item.slug}/edit` })),
    ...mine(issues).map((issue) => ({ ...issue, href: `/news/issues/${issue.number}/compose` })),
  ]
  const words = newsWaiting(actor.locale)
  const tasks = things.flatMap((thing): Waiting[] => {
    const { title, href, state, scheduledBy, trouble, groupName: whose } = thing
    if (trouble) return [{ ...words.trouble({ title }), href, whose }]
    return state === 'ready' && scheduledBy === null ? [{ ...words.ready({ title }), href, whose }] : []
  })
  for (const one of await listRhythms(db, actor)) {
    if (!ids.includes(one.id) || one.daysDue === undefined) continue
    const href = one.open === null ? `/news/issues/new?group=${one.slug}` : `/news/issues/${one.open}/compose`
    // An issue that is written waits to be let out, and is asked for once.
    if (tasks.some((task) => task.href === href)) continue
    tasks.push({ ...words[one.open === null ? 'due' : 'dueBegun']({ group: one.name, days: one.daysDue }), href })
  }
  if (failed > 0) tasks.push({ ...words.failed({ count: failed }), href: '/news/outlets' })
  const open = db.selectFrom('webImport').where('state', '=', 'taken').where(sql<boolean>`group_id = any(${ids}::bigint[])`)
  if ((await countRows(open)) > 0) tasks.push({ ...words.imported(), href: '/news/imports' })
  return tasks
}
