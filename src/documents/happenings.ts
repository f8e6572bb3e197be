import { atNoon, type ListHappenings } from '../happening.ts'
import { listDocuments } from './queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const { documents } = await listDocuments(db, nobody, {}, { page, limit: 30 })
  return documents.map(({ slug, title, datedOn }) => ({
    kind: 'document',
    title,
    path: `/documents/${slug}`,
    at: atNoon(datedOn),
    summary: '',
  }))
}
