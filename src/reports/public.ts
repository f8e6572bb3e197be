import type { ListHappenings, Named } from '../happening.ts'
import { getReport, listReports } from './queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const { reports } = await listReports(db, nobody, { page })
  return reports.map(({ slug, title, toldAt, createdAt }) => ({
    kind: 'report',
    title,
    path: `/reports/${slug}`,
    at: toldAt ?? createdAt,
    summary: '',
  }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/reports\/([\w-]+)$/,
    title: async (db, nobody, slug) => (await getReport(db, nobody, slug)).title,
    async facts(db, nobody, slug) {
      const { toldAt, createdAt, group } = await getReport(db, nobody, slug)
      return { kind: 'article', text: '', publishedAt: toldAt ?? createdAt, hosts: [group] }
    },
  },
]
