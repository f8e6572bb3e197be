import { atNoon, excerpt, type ListHappenings, named } from '../happening.ts'
import { listDecisions } from './decisions/queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const { decisions } = await listDecisions(db, nobody, { state: 'standing', page })
  return decisions.map(({ id, text, decidedOn }) => ({
    kind: 'decision',
    title: named(text),
    path: `/decisions/${id}`,
    at: atNoon(decidedOn),
    summary: excerpt(text),
  }))
}
