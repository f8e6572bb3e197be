import { missing, NotFound } from '../errors.ts'
import { refusals } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { answerInvitation } from './actions.ts'
import { findMeetingSlug } from './core/queries.ts'
import { approveByHand, askCorrection } from './minutes/approval-actions.ts'
import { answerPoll } from './polls/answers-actions.ts'
import { findPollTimes } from './polls/queries.ts'

/** What is decided of meetings where it stands: whether one comes, at which of the times of a poll, what minutes say. "Maybe", and one time but not another, is said on the page. */
export const deciders = {
  invitation: (tx, actor, id, { choice, reason }) =>
    answerInvitation(tx, actor, id, {
      partstat: choice === 'yes' ? 'accepted' : 'declined',
      via: actor.via === 'mail' ? 'mail' : 'web',
      comment: reason,
    }),
  async minutes(tx, actor, id, { choice, reason }) {
    const slug = await findMeetingSlug(tx, id)
    if (slug === undefined) throw new NotFound(refusals.thereIsNoSuchPage)
    await (choice === 'yes' ? approveByHand(tx, actor, slug) : askCorrection(tx, actor, slug, reason))
  },
  async poll(tx, actor, id, { choice }) {
    const poll = (await findPollTimes(tx, id)) ?? missing(refusals.thereIsNoSuchPage)
    await answerPoll(tx, actor, poll.slug, { answers: new Map(poll.slotIds.map((slotId) => [slotId, choice === 'yes' ? 'yes' : 'no'])) })
  },
} satisfies Deciders
