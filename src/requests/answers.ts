import type { Answering, Answers, MailedAnswer } from '../answer.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { takeRequestReply } from './by-mail-actions.ts'
import { findCase } from './cases/queries.ts'
import { findFollower } from './comments-queries.ts'
import { findNotice } from './merging-queries.ts'
import { findSameHere } from './same-here/queries.ts'
import { findQuestion } from './support/queries.ts'

type About = 'case' | 'merge' | 'support' | 'comment' | 'sameHere'

const about = (asked: Answering['asked']) => ({
  by: 'person' as const,
  sender: 'not disowned' as const,
  asked,
  take: ({ tx, mail, text, html }: Parameters<Answering['take']>[0], answer: MailedAnswer<About>) =>
    takeRequestReply(tx, answer, { inboundId: mail.id, rawId: mail.rawId, text, html }),
})

/** What of requests can be answered by mail. */
export const answers: Answers = {
  // An author may be known by the address of an old message alone: then that address answers.
  case: about(async (db, { id }) => {
    const found = await findCase(db, id)
    if (!found) return undefined
    const path = `/cases/${id}`
    if (found.authorId !== null) return { people: [found.authorId], path }
    const known = found.authorEmail ? await findPersonByEmail(db, found.authorEmail) : undefined
    return { people: known ? [known.id] : [], email: found.authorEmail ?? undefined, path }
  }),
  merge: about(async (db, { id }) => {
    const notice = await findNotice(db, id)
    return notice && { people: [notice.personId], path: `/requests/${notice.sourceId}` }
  }),
  support: about(async (db, { id }) => {
    const question = await findQuestion(db, id)
    return question && { people: [question.personId], path: question.requestId ? `/requests/${question.requestId}` : '/requests' }
  }),
  sameHere: about(async (db, { id }) => {
    const question = await findSameHere(db, id)
    return question && { people: [question.personId], path: `/requests/${question.requestId}` }
  }),
  comment: about(async (db, { id }) => {
    const follower = await findFollower(db, id)
    return follower && { people: [follower.personId], path: `/requests/${follower.requestId}` }
  }),
}
