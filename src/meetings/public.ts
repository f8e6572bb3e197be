import { instant, type ListHappenings, type Named } from '../happening.ts'
import { getMeeting, getSeries, listMeetings } from './core/queries.ts'

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

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  { address: /^\/meetings\/([\w-]+)$/, title: async (db, nobody, slug) => (await getMeeting(db, nobody, slug)).title },
  { address: /^\/series\/([\w-]+)$/, title: async (db, nobody, slug) => (await getSeries(db, nobody, slug)).title },
]
