import type { Answers } from '../answer.ts'
import { answerWeek } from './week/actions.ts'
import { findWeek } from './week/queries.ts'

/** What of it all can be answered by mail: the week's letter, by whom it was written to. */
export const answers: Answers = {
  week: {
    by: 'person',
    sender: 'not disowned',
    async asked(db, { id }) {
      const week = await findWeek(db, id)
      return week && { people: [week.personId], path: '/today' }
    },
    take: (taking, answer) => answerWeek(taking, answer, { waiting: taking.gathered.waiting, deciders: taking.gathered.deciders }),
  },
}
