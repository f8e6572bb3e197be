import type { Actor } from '../../actor.ts'
import type { Db } from '../../lib/db/rows.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { listLines } from '../issues/queries.ts'
import { isWithin } from '../rules.ts'
import { readHappened } from './queries.ts'
import { obstaclesIn, type Suggestion } from './rules.ts'
import { writeReport } from './sentences.ts'

/** What the record tells of the period of an issue to those who may read it, in its language. */
export const readSuggestions = async (
  db: Db,
  issue: { language: string } & Parameters<typeof readHappened>[1],
  at: Date,
): Promise<Suggestion[]> => writeReport(await readHappened(db, issue, at), issue.language as Locale)

/** Why an issue cannot be let out as the record stands now, and where on its page that is set right; empty where it can. */
export async function listObstacles(db: Db, { at }: Actor, issueId: number): Promise<{ why: string; place: string }[]> {
  const issue = await db.selectFrom('newsIssue').selectAll().where('id', '=', issueId).executeTakeFirstOrThrow()
  const told = new Set((await readSuggestions(db, issue, at)).map(({ key }) => key))
  const lines = await listLines(db, issueId)
  const taken = lines.filter(({ state }) => state === 'taken')
  const gone = taken.filter(({ key }) => !told.has(key))
  const items = await db
    .selectFrom('newsIssueItem')
    .innerJoin('newsItem', 'newsItem.id', 'newsIssueItem.itemId')
    .select(['newsItem.state', 'newsItem.visibility', 'newsItem.embargoAt'])
    .where('newsIssueItem.issueId', '=', issueId)
    .execute()
  const outAt = issue.embargoAt && issue.embargoAt > at ? issue.embargoAt : at
  const found = obstaclesIn({
    taken: taken.length,
    items: items.length,
    gone: gone.length,
    withdrawn: items.filter(({ state }) => state === 'withdrawn').length,
    drafts: items.filter(({ state }) => state === 'draft').length,
    embargoed: items.filter(({ state, embargoAt }) => state !== 'published' && embargoAt !== null && embargoAt > outAt).length,
    narrow: items.filter(({ visibility }) => !isWithin(visibility, issue.visibility)).length,
  })
  const places = { gone: `line-${gone[0]?.id}`, empty: lines.length > 0 ? 'suggestions' : 'items' }
  return found.map(({ name, why }) => ({ why, place: name === 'gone' || name === 'empty' ? places[name] : 'items' }))
}
