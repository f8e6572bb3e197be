import type { Named } from '../happening.ts'
import { getCharterGroup, getVersion } from './clauses/queries.ts'

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  { address: /^\/groups\/([\w-]+)\/charter$/, title: async (db, nobody, slug) => (await getCharterGroup(db, nobody, slug)).name },
  {
    address: /^\/groups\/([\w-]+)\/charter\/(\d{1,9})$/,
    async title(db, nobody, slug, number) {
      const group = await getCharterGroup(db, nobody, slug)
      await getVersion(db, group.id, Number(number))
      return group.name
    },
  },
]
