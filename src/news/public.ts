import { excerpt, type ListHappenings, type Named } from '../happening.ts'
import { getIssue, listIssues } from './issues/queries.ts'
import { getItem, listNews } from './queries.ts'

const by = (name: string | null): string[] => (name ? [name] : [])

const makers = (byline: string | null, group: string) => (byline ? { authors: [byline] } : { hosts: [group] })

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [{ items }, { issues }] = await Promise.all([listNews(db, nobody, {}, { page, limit: 30 }), listIssues(db, nobody, {}, { page })])
  return [
    ...items.map(({ slug, title, text, byline, publishedAt }) => ({
      kind: 'news',
      title,
      path: `/news/${slug}`,
      at: publishedAt,
      summary: excerpt(text),
      authors: by(byline),
    })),
    ...issues.map(({ number, title, lead, byline, publishedAt }) => ({
      kind: 'issue',
      title,
      path: `/news/issues/${number}`,
      at: publishedAt,
      summary: excerpt(lead),
      authors: by(byline),
    })),
  ].flatMap(({ at, ...one }) => (at ? [{ ...one, at }] : []))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/news\/issues\/(\d{1,9})$/,
    title: async (db, nobody, number) => (await getIssue(db, nobody, Number(number))).title,
    async facts(db, nobody, number) {
      const { state, lead, byline, groupName, publishedAt, changedAt } = await getIssue(db, nobody, Number(number))
      return state === 'published'
        ? { kind: 'news', text: lead, ...makers(byline, groupName), publishedAt: publishedAt ?? undefined, changedAt }
        : undefined
    },
    subject: {
      kind: 'news-issue',
      async path(db, id) {
        const row = await db.selectFrom('newsIssue').select('number').where('id', '=', id).executeTakeFirst()
        return row && `/news/issues/${row.number}`
      },
    },
  },
  {
    address: /^\/news\/(?!issues$)([\w-]+)$/,
    title: async (db, nobody, slug) => (await getItem(db, nobody, slug)).title,
    async facts(db, nobody, slug) {
      const { state, text, byline, publishedAt, changedAt } = await getItem(db, nobody, slug)
      return state === 'published'
        ? { kind: 'news', text, authors: by(byline), publishedAt: publishedAt ?? undefined, changedAt }
        : undefined
    },
    subject: {
      kind: 'news',
      async path(db, id) {
        const row = await db.selectFrom('newsItem').select('slug').where('id', '=', id).executeTakeFirst()
        return row && `/news/${row.slug}`
      },
    },
  },
]
