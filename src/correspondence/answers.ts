import type { Answers } from '../answer.ts'
import { findDeskHolders, findDeskWriter } from '../groups/queries.ts'
import { findAddress } from '../list/queries.ts'
import { answerByMail, refuseAnswerByMail } from './actions.ts'
import { findMail } from './queries.ts'

/** What of correspondence can be answered by mail. */
export const answers: Answers = {
  // Whoever holds the role on the day, not who held it when the mail was passed on.
  correspondence: {
    by: 'person',
    sender: 'not disowned',
    async asked(db, { id, from, at }) {
      const mail = await findMail(db, id)
      const desk = mail && (await findAddress(db, mail.addressId))
      if (!mail || !desk) return undefined
      const writer = desk.closedAt === null ? await findDeskWriter(db, desk, from, at) : undefined
      const people = writer ? [writer] : await findDeskHolders(db, desk, at)
      return { people: people.map((one) => one.id), path: `/correspondence/${desk.name}/${mail.correspondenceId}` }
    },
    take: ({ tx, site, mail }, answer) => answerByMail(tx, site, answer, mail.raw),
    async refuse({ tx }, { id, from, proof, isTheirs, fate }) {
      if (isTheirs) return undefined
      if (proof === 'proven') await refuseAnswerByMail(tx, id, from)
      return fate
    },
  },
}
