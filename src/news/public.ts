import { excerpt, type ListHappenings, type Named } from '../happening.ts'
import { getIssue, listIssues } from './issues/queries.ts'
import { getItem, listNews } from './queries.ts'

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

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  { address: /^\/news\/issues\/(\d{1,9})$/, title: async (db, nobody, number) => (await getIssue(db, nobody, Number(number))).title },
  { address: /^\/news\/(?!issues$)([\w-]+)$/, title: async (db, nobody, slug) => (await getItem(db, nobody, slug)).title },
]
