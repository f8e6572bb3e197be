import type { Answers } from '../answer.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { answerReminder } from './tasks/actions.ts'
import { findReminder } from './tasks/queries.ts'

/** What of groups can be answered by mail. */
export const answers: Answers = {
  actions: {
    by: 'person',
    sender: 'not disowned',
    async asked(db, { id }) {
      const reminder = await findReminder(db, id)
      return reminder && { people: [reminder.personId], path: '/actions' }
    },
    take: ({ tx, text, html }, answer) => answerReminder(tx, answer, trimReply(text, html).visible),
  },
}
