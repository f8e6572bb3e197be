import { excerpt, type ListHappenings } from '../happening.ts'
import { listAnswers } from './answers/queries.ts'

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
