import { excerpt, instant, type ListHappenings, type Named } from '../happening.ts'
import { getTalk, listTalks } from './queries.ts'
import { getSession } from './sessions-queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const [coming, given] = await Promise.all([
    listTalks(db, nobody, { view: 'coming', page }),
    listTalks(db, nobody, { view: 'given', page }),
  ])
  return [...coming.talks, ...given.talks].map(({ slug, title, abstract, speakers, changedAt }) => ({
    kind: 'talk',
    title,
    path: `/show-and-tell/${slug}`,
    at: changedAt,
    summary: excerpt(abstract),
    authors: speakers.map(({ name }) => name),
  }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/show-and-tell\/sessions\/([\w-]+)$/,
    title: async (db, nobody, slug) => (await getSession(db, nobody, slug)).title,
    async facts(db, nobody, slug) {
      const { startsAt, endsAt, state, changedAt } = await getSession(db, nobody, slug)
      return {
        kind: 'event',
        text: `${instant(startsAt)} UTC`,
        from: startsAt,
        to: endsAt,
        online: true,
        cancelled: state === 'cancelled',
        changedAt,
      }
    },
  },
  {
    address: /^\/show-and-tell\/([\w-]+)$/,
    title: async (db, nobody, slug) => (await getTalk(db, nobody, slug)).title,
    async facts(db, nobody, slug) {
      const { abstract, changedAt, speakers } = await getTalk(db, nobody, slug)
      return { kind: 'article', text: abstract, changedAt, authors: speakers.map(({ name }) => name) }
    },
    subject: {
      kind: 'talk',
      async path(db, id) {
        const row = await db.selectFrom('talk').select('slug').where('id', '=', id).executeTakeFirst()
        return row && `/show-and-tell/${row.slug}`
      },
    },
  },
]
