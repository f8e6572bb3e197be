import { getGroup } from '../groups/queries.ts'
import type { ListHappenings, Named } from '../happening.ts'
import { getOwnPage, listOwnPages } from './own-pages/queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const pages = page === 1 ? await listOwnPages(db, nobody) : []
  return pages.map(({ slug, title, changedAt }) => ({ kind: 'page', title, path: `/pages/${slug}`, at: changedAt, summary: '' }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  { address: /^\/groups\/([\w-]+)$/, title: async (db, _, slug) => (await getGroup(db, slug)).name },
  { address: /^\/pages\/([\w/-]+)$/, title: async (db, nobody, slug) => (await getOwnPage(db, nobody, slug)).title },
]
