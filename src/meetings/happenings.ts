import { instant, type ListHappenings } from '../happening.ts'
import { listMeetings } from './queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [upcoming, past] = await Promise.all([
    listMeetings(db, nobody, { when: 'upcoming', page }),
    listMeetings(db, nobody, { when: 'past', page }),
  ])
  return [...upcoming.meetings, ...past.meetings].map(({ slug, title, createdAt, startsAt }) => ({
    kind: 'meeting',
    title,
    path: `/meetings/${slug}`,
    at: createdAt,
    summary: `${instant(startsAt)} UTC`,
  }))
}
