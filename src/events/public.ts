import type { ListHappenings, Named } from '../happening.ts'
import { getEvent, listEvents } from './queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [ahead, before] = await Promise.all([
    listEvents(db, nobody, { when: 'upcoming', page }),
    listEvents(db, nobody, { when: 'past', page }),
  ])
  return [...ahead.events, ...before.events].map(({ slug, title, place, firstOn, lastOn, changedAt, hosts }) => ({
    kind: 'event',
    title,
    path: `/events/${slug}`,
    at: changedAt,
    summary: [firstOn === lastOn ? firstOn : `${firstOn} to ${lastOn}`, place].filter(Boolean).join(', '),
    authors: hosts.map(({ name }) => name),
  }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/events\/([\w-]+)$/,
    title: async (db, nobody, slug) => (await getEvent(db, nobody, slug)).title,
    async facts(db, nobody, slug) {
      const { summary, firstOn, lastOn, place, online, cancelledAt, changedAt, hosts } = await getEvent(db, nobody, slug)
      const text = summary || [firstOn, place].filter(Boolean).join(', ')
      return {
        kind: 'event',
        text,
        hosts: hosts.map(({ name }) => name),
        from: firstOn,
        to: lastOn,
        place,
        online,
        cancelled: cancelledAt !== null,
        changedAt,
      }
    },
    subject: {
      kind: 'event',
      async path(db, id) {
        const row = await db.selectFrom('event').select('slug').where('id', '=', id).executeTakeFirst()
        return row && `/events/${row.slug}`
      },
    },
  },
]
