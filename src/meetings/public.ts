import { instant, type ListHappenings, type Named } from '../happening.ts'
import { getMeeting, getSeries, listMeetings } from './core/queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [upcoming, past] = await Promise.all([
    listMeetings(db, nobody, { when: 'upcoming', page }),
    listMeetings(db, nobody, { when: 'past', page }),
  ])
  return [...upcoming.meetings, ...past.meetings].map(({ slug, title, createdAt, startsAt, hosts }) => ({
    kind: 'meeting',
    title,
    path: `/meetings/${slug}`,
    at: createdAt,
    summary: `${instant(startsAt)} UTC`,
    authors: hosts.map(({ name }) => name),
  }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/meetings\/([\w-]+)$/,
    title: async (db, nobody, slug) => (await getMeeting(db, nobody, slug)).title,
    async facts(db, nobody, slug) {
      const { startsAt, endsAt, state, changedAt, hosts } = await getMeeting(db, nobody, slug)
      const text = [`${instant(startsAt)} UTC`, ...hosts.map(({ name }) => name)].join(', ')
      return {
        kind: 'event',
        text,
        hosts: hosts.map(({ name }) => name),
        from: startsAt,
        to: endsAt,
        online: true,
        cancelled: state === 'cancelled',
        changedAt,
      }
    },
    subject: {
      kind: 'meeting',
      async path(db, id) {
        const row = await db.selectFrom('meeting').select('slug').where('id', '=', id).executeTakeFirst()
        return row && `/meetings/${row.slug}`
      },
    },
  },
  { address: /^\/series\/([\w-]+)$/, title: async (db, nobody, slug) => (await getSeries(db, nobody, slug)).title },
]
