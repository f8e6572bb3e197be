import type { Answers } from '../answer.ts'
import { findBallotMail } from './papers/queries.ts'
import { refuseBallotReply, takeBallotReply } from './replies-actions.ts'

/** What of ballots can be answered by mail. */
export const answers: Answers = {
  // A vote counts for good.
  ballot: {
    by: 'person',
    sender: 'proven',
    async asked(db, { id }) {
      const mail = await findBallotMail(db, id)
      return mail && { people: [mail.personId], path: `/ballots/${mail.ballotId}` }
    },
    take: ({ tx, site, text }, answer) => takeBallotReply(tx, site, answer, text),
    refuse: ({ tx, now }, { id }) => refuseBallotReply(tx, id, now),
  },
}
