import type { ListHappenings } from '../happening.ts'
import { listReports } from './queries.ts'

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
