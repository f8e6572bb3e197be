import { excerpt, type ListHappenings, type Named } from '../happening.ts'
import { getAnswer, listAnswers } from './answers/queries.ts'

/** What everybody may know of here. */
export const listHappenings: ListHappenings = async (db, nobody, page) => {
  const { answers } = await listAnswers(db, nobody, {}, { page, limit: 30 })
  return answers.map(({ id, request, reason, recordedAt }) => ({
    kind: 'answer',
    title: request,
    path: `/answers/${id}`,
    at: recordedAt,
    summary: excerpt(reason),
  }))
}

/** Things here that everybody may be allowed to see, by their addresses. */
export const named: readonly Named[] = [
  {
    address: /^\/answers\/(\d{1,15})$/,
    title: async (db, nobody, id) => (await getAnswer(db, nobody, Number(id))).request,
    async facts(db, nobody, id) {
      const { reason, recordedAt } = await getAnswer(db, nobody, Number(id))
      return { kind: 'article', text: reason, publishedAt: recordedAt }
    },
    subject: { kind: 'answer', path: (_, id) => `/answers/${id}` },
  },
]
