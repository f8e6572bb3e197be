import { atNoon, excerpt, firstLine, type ListHappenings, type Named } from '../happening.ts'
import { getDecision, listDecisions } from './decisions-queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const { decisions } = await listDecisions(db, nobody, { state: 'standing', page })
  return decisions.map(({ id, text, decidedOn }) => ({
    kind: 'decision',
    title: firstLine(text),
    path: `/decisions/${id}`,
    at: atNoon(decidedOn),
    summary: excerpt(text),
  }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/decisions\/(\d{1,15})$/,
    title: async (db, nobody, id) => firstLine((await getDecision(db, nobody, Number(id))).text),
    async facts(db, nobody, id) {
      const { text, decidedOn } = await getDecision(db, nobody, Number(id))
      return { kind: 'article', text, publishedAt: atNoon(decidedOn) }
    },
    subject: { kind: 'decision', path: (_, id) => `/decisions/${id}` },
  },
]
