import type { Deciders } from '../waiting.ts'
import { answerInvitation } from './actions.ts'

/** What is decided of meetings where it stands: whether one comes. "Maybe", and what else one wants to say, is said on the page. */
export const deciders = {
  invitation: (tx, actor, id, { choice, reason }) =>
    answerInvitation(tx, actor, id, {
      partstat: choice === 'yes' ? 'accepted' : 'declined',
      via: actor.via === 'mail' ? 'mail' : 'web',
      comment: reason,
    }),
} satisfies Deciders
