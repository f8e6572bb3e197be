import { excerpt, type ListHappenings } from '../happening.ts'
import { listIssues } from './issues/queries.ts'
import { listNews } from './queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [{ items }, { issues }] = await Promise.all([listNews(db, nobody, {}, { page, limit: 30 }), listIssues(db, nobody, {}, { page })])
  return [
    ...items.map(({ slug, title, text, publishedAt }) => ({
      kind: 'news',
      title,
      path: `/news/${slug}`,
      at: publishedAt,
      summary: excerpt(text),
    })),
    ...issues.map(({ number, title, lead, publishedAt }) => ({
      kind: 'issue',
      title,
      path: `/news/issues/${number}`,
      at: publishedAt,
      summary: excerpt(lead),
    })),
  ].flatMap(({ at, ...one }) => (at ? [{ ...one, at }] : []))
}
