import { listGroups } from '../groups/queries.ts'
import { excerpt, type ListHappenings, type Named } from '../happening.ts'
import { getRequest, listRequests } from './core/queries.ts'
import { getStory, listStories } from './stories-queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const groups = await listGroups(db)
  const [{ requests }, ...told] = await Promise.all([
    listRequests(db, nobody, { page, limit: 30 }),
    ...groups.map(({ id }) => listStories(db, nobody, { groupId: id, page })),
  ])
  return [
    ...requests.map(({ id, title, createdAt }) => ({ kind: 'request', title, path: `/requests/${id}`, at: createdAt, summary: '' })),
    ...told
      .flatMap(({ stories }) => stories)
      .map(({ id, title, text, saidAt }) => ({ kind: 'story', title, path: `/stories/${id}`, at: saidAt, summary: excerpt(text) })),
  ]
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/requests\/(\d{1,15})$/,
    title: async (db, nobody, id) => (await getRequest(db, nobody, Number(id))).title,
    async facts(db, nobody, id) {
      const { title, text, createdAt, changedAt } = await getRequest(db, nobody, Number(id))
      return { kind: 'article', title, text, publishedAt: createdAt, changedAt }
    },
    subject: { kind: 'request', path: (_, id) => `/requests/${id}` },
  },
  {
    address: /^\/stories\/(\d{1,15})$/,
    title: async (db, nobody, id) => (await getStory(db, nobody, Number(id))).title,
    async facts(db, nobody, id) {
      const { text, saidAt } = await getStory(db, nobody, Number(id))
      return { kind: 'article', text, publishedAt: saidAt }
    },
    subject: { kind: 'story', path: (_, id) => `/stories/${id}` },
  },
]
