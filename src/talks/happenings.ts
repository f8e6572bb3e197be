import { excerpt, type ListHappenings } from '../happening.ts'
import { listTalks } from './queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [coming, given] = await Promise.all([
    listTalks(db, nobody, { view: 'coming', page }),
    listTalks(db, nobody, { view: 'given', page }),
  ])
  return [...coming.talks, ...given.talks].map(({ slug, title, abstract, changedAt }) => ({
    kind: 'talk',
    title,
    path: `/show-and-tell/${slug}`,
    at: changedAt,
    summary: excerpt(abstract),
  }))
}
