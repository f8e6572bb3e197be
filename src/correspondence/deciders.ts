import { Conflict, NotFound } from '../errors.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { writeFromRole } from './actions.ts'
import { findDeskName, findMail } from './queries.ts'
import { answerSubject } from './rules.ts'

const t = textsOf('correspondence', 'queries')

/** What of a role's letters is done where it stands: an answer in words to what was written last, which goes out as the role. */
export const deciders = {
  letter: async (tx, actor, id, { reason: text, site }) => {
    const mail = await findMail(tx, id)
    const desk = mail && (await findDeskName(tx, mail.addressId))
    if (!mail || desk === undefined) throw new NotFound(t.conversationNotFound)
    if (mail.state !== 'open') throw new Conflict(t.answeredMeanwhile)
    const answer = { subject: answerSubject(mail.subject), text, answerExpected: false }
    await writeFromRole(tx, actor, site, desk, { exchangeId: mail.correspondenceId }, answer)
  },
} satisfies Deciders
