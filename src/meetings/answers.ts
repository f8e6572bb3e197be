import type { Answers, Asked, Question } from '../answer.ts'
import type { Db } from '../lib/db/rows.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { takeCorrection, takeProposal } from './by-mail-actions.ts'
import { takeInvitationReply } from './by-mail-jobs.ts'
import { findInvitation } from './core/queries.ts'
import { takeDates } from './polls/answers-actions.ts'
import { findPollInvitation } from './polls/queries.ts'
import { findSeriesTold } from './series/queries.ts'

async function asked(db: Db, { id }: Question): Promise<Asked | undefined> {
  const invitation = await findInvitation(db, id)
  return invitation && { people: [invitation.personId], path: `/meetings/${invitation.slug}` }
}

async function askedOfSeries(db: Db, { id }: Question): Promise<Asked | undefined> {
  const told = await findSeriesTold(db, id)
  return told && { people: [told.personId], path: `/series/${told.slug}` }
}

async function askedForDates(db: Db, { id }: Question): Promise<Asked | undefined> {
  const invitation = await findPollInvitation(db, id)
  return invitation && { people: [invitation.personId], path: `/polls/${invitation.slug}` }
}

/** What of meetings can be answered by mail. */
export const answers: Answers = {
  // A calendar program answers by itself (RFC 6047), from the account of who was invited.
  calendar: { by: 'person', sender: 'not disowned', automatic: true, asked, take: takeInvitationReply },
  series: { by: 'person', sender: 'not disowned', automatic: true, asked: askedOfSeries, take: takeInvitationReply },
  agenda: {
    by: 'person',
    sender: 'not disowned',
    asked,
    take: ({ tx, text, html }, answer) => takeProposal(tx, answer, trimReply(text, html).visible),
  },
  minutes: {
    by: 'person',
    sender: 'not disowned',
    asked,
    take: ({ tx, text, html }, answer) => takeCorrection(tx, answer, trimReply(text, html).visible),
  },
  poll: {
    by: 'person',
    sender: 'not disowned',
    asked: askedForDates,
    take: ({ tx, text, html }, answer) => takeDates(tx, answer, trimReply(text, html).visible),
  },
}
