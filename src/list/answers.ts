import { program } from '../actor.ts'
import type { Answers, MailedAnswer, Taking } from '../answer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { enqueue } from '../lib/db/enqueue.ts'
import { wholly } from '../lib/db/wholly.ts'
import { trimReply } from '../lib/mail/reply.ts'
import { textsOf } from '../lib/ui/words.ts'
import { confirmCommands } from './commands/actions.ts'
import { findCommandMail } from './commands/queries.ts'
import { readConsent, saysToStay } from './consent-rules.ts'
import { confirmRequest, unsubscribe } from './core/actions.ts'
import { findRequest, findSubscription } from './core/queries.ts'
import { answerInvitation } from './invitations/actions.ts'
import { findInvitation } from './invitations/queries.ts'
import { decideByNotice } from './moderation/actions.ts'
import { findNotice } from './moderation/queries.ts'
import { readDecision, withSaved } from './moderation/rules.ts'
import { answerQuestion } from './vetting/answers-actions.ts'
import { findEvidence } from './vetting/queries.ts'

const t = textsOf('list', 'answers')
const invitationPages = textsOf('list', 'invitations')

// As much as the page takes.
const longestAnswer = 2_000

const byMail = (at: Date) => ({ ...program(at), via: 'mail' as const })

/**
 * Does who answers want it?
 * @throws Conflict where they say neither yes nor no: they are told so
 */
function wantedIn({ text, html }: Taking): boolean {
  const said = readConsent(trimReply(text, html).visible)
  if (!said) throw new Conflict(t.neitherYesNorNo)
  return said === 'yes'
}

/** A moderator answers the notice of a held mail; it counts as long as they moderate. */
async function takeDecision({ tx, now, text, html }: Taking, { id: noticeId }: MailedAnswer<'moderate'>): Promise<string> {
  const notice = await findNotice(tx, noticeId)
  const keeper = notice && (await loadActor(tx, notice.personId, now, 'mail'))
  if (!keeper) return 'dropped: not from its moderator'
  const decision = withSaved(readDecision(trimReply(text, html).visible), notice.savedReplies)
  if (!decision) {
    await enqueue(tx, 'list.decisionFailed', { noticeId, why: 'unclear' })
    return 'a decision that was not understood'
  }
  try {
    await wholly(tx, () => decideByNotice(tx, keeper, noticeId, decision))
    return `decided: ${decision.decision}`
  } catch (error) {
    if (error instanceof NotFound) return 'dropped: not from its moderator'
    if (!(error instanceof Conflict)) throw error
    await enqueue(tx, 'list.decisionFailed', { noticeId, why: 'decided' })
    return 'decided by a colleague before'
  }
}

/**
 * An applicant answers what moderators asked; what their program writes by itself is no answer.
 * @throws Conflict where the application is decided, which they are told
 */
async function takeApplicant({ tx, now, text, html, automatic }: Taking, { id }: MailedAnswer<'applicant'>): Promise<string> {
  const question = await findEvidence(tx, id)
  const said = trimReply(text, html).visible.trim().slice(0, longestAnswer)
  if (automatic || said === '' || !question) return 'dropped: no answer'
  try {
    await wholly(tx, () => answerQuestion(tx, now, question.requestId, said, 'mail'))
    return 'an answer of an applicant'
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return 'dropped: there is no such application'
  }
}

/** What of lists can be answered by mail. */
export const answers: Answers = {
  // Proves an address: only from that address. The letter's link proves it as well, for who sends from another.
  confirm: {
    by: 'address',
    sender: 'not disowned',
    async asked(db, { id }) {
      const request = await findRequest(db, id)
      return request && { people: [], email: request.email, locale: request.locale, path: `/lists/${request.list}` }
    },
    async take(taking, { id }) {
      // It ends by itself; until then they may change their mind.
      if (!wantedIn(taking)) return 'dropped: they do not want it'
      await confirmRequest(taking.tx, byMail(taking.now), id)
      return 'confirmed'
    },
  },
  // Written to an address behind which nobody is known yet, so nobody else may accept for it.
  invitation: {
    by: 'address',
    sender: 'not disowned',
    async asked(db, { id }) {
      const invitation = await findInvitation(db, id)
      return invitation && { people: [], email: invitation.email, locale: invitation.language, path: `/lists/${invitation.list}` }
    },
    async take(taking, { id }) {
      const accepts = wantedIn(taking)
      // They said otherwise before, or it was withdrawn: whoever says yes must not take themselves for one of the list.
      if (!(await answerInvitation(taking.tx, byMail(taking.now), id, accepts))) throw new Conflict(invitationPages.overLead)
      return accepts ? 'accepted an invitation' : 'declined an invitation'
    },
  },
  // Whoever has the subscription; a forwarded post or a copy of the answer must not end it.
  unsubscribe: {
    by: 'person',
    sender: 'not disowned',
    async asked(db, { id }) {
      const subscription = await findSubscription(db, id)
      return subscription && { people: [subscription.personId], email: subscription.email, path: '/me' }
    },
    // Whatever else it says: who wants to go is not kept for their words.
    async take({ tx, now, text, html }, { id }) {
      if (saysToStay(trimReply(text, html).visible)) throw new Conflict(t.stays)
      await unsubscribe(tx, byMail(now), id, 'mail')
      return 'left'
    },
  },
  // These wait because the member's domain proves nothing; that they have the letter, and write from their address, must be enough.
  command: {
    by: 'person',
    sender: 'not disowned',
    async asked(db, { id }) {
      const mail = await findCommandMail(db, id)
      return mail && { people: [mail.personId], email: mail.email, path: '/me' }
    },
    async take(taking, { id }) {
      if (!wantedIn(taking)) return 'dropped: they do not want it'
      return (await confirmCommands(taking.tx, byMail(taking.now), id)) ? 'confirmed commands' : 'dropped: nothing to confirm'
    },
  },
  // Nobody is known behind the address yet.
  applicant: {
    by: 'address',
    sender: 'not disowned',
    async asked(db, { id }) {
      const question = await findEvidence(db, id)
      return question && { people: [], email: question.email, path: `/lists/${question.list}` }
    },
    take: takeApplicant,
  },
  moderate: {
    by: 'person',
    sender: 'not disowned',
    async asked(db, { id }) {
      const notice = await findNotice(db, id)
      return notice && { people: [notice.personId], path: `/lists/${notice.list}/held/${notice.heldId}` }
    },
    take: takeDecision,
  },
}
