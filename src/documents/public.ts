import { atNoon, type ListHappenings, type Named } from '../happening.ts'
import { getDocument, listDocuments } from './queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const { documents } = await listDocuments(db, nobody, {}, { page, limit: 30 })
  return documents.map(({ slug, title, datedOn, host }) => ({
    kind: 'document',
    title,
    path: `/documents/${slug}`,
    at: atNoon(datedOn),
    summary: '',
    authors: host ? [host] : [],
  }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/documents\/([\w-]+)$/,
    title: async (db, nobody, slug) => (await getDocument(db, nobody, slug)).title,
    async facts(db, nobody, slug) {
      const { datedOn } = await getDocument(db, nobody, slug)
      return { kind: 'article', text: '', publishedAt: atNoon(datedOn) }
    },
    subject: {
      kind: 'document',
      async path(db, id) {
        const row = await db.selectFrom('document').select('slug').where('id', '=', id).executeTakeFirst()
        return row && `/documents/${row.slug}`
      },
    },
  },
]
