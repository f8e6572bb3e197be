import { excerpt, type ListHappenings, type Named } from '../happening.ts'
import { getTalk, listTalks } from './queries.ts'
import { getSession } from './sessions-queries.ts'

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

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  { address: /^\/show-and-tell\/sessions\/([\w-]+)$/, title: async (db, nobody, slug) => (await getSession(db, nobody, slug)).title },
  { address: /^\/show-and-tell\/([\w-]+)$/, title: async (db, nobody, slug) => (await getTalk(db, nobody, slug)).title },
]
