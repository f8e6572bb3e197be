import type { ListHappenings } from '../happening.ts'
import { listOwnPages } from './own-pages/queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const pages = page === 1 ? await listOwnPages(db, nobody) : []
  return pages.map(({ slug, title, changedAt }) => ({ kind: 'page', title, path: `/pages/${slug}`, at: changedAt, summary: '' }))
}
