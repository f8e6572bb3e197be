import type { Deciders } from '../waiting.ts'
import { decideNaming } from './referents/actions.ts'
import { settleAction } from './tasks/actions.ts'

/** What is decided of groups where it stands: who speaks for an institution, and actions of one's own. */
export const deciders = {
  referent: (tx, actor, id, { choice, reason }) => decideNaming(tx, actor, id, choice === 'yes', reason),
  action: (tx, actor, id, { choice, reason }) => settleAction(tx, actor, id, choice === 'yes' ? 'done' : 'dropped', reason),
} satisfies Deciders
