import { listGroups } from '../groups/queries.ts'
import { excerpt, type ListHappenings } from '../happening.ts'
import { listRequests } from './queries.ts'
import { listStories } from './stories/queries.ts'

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
