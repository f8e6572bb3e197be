import { NotFound } from '../errors.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { findRequest } from './core/queries.ts'
import { decideHeld } from './moderation/actions.ts'
import { findHeldList } from './moderation/queries.ts'
import { decideRequest } from './vetting/actions.ts'

const t = textsOf('list', 'moderationPage')
const applications = textsOf('list', 'vettingPage')

const asHeld = { yes: 'approve', no: 'reject', discard: 'discard' } as const

/** What moderators decide where it stands: held mail, and who asks to join. */
export const deciders = {
  async held(tx, actor, id, { choice, reason }) {
    const list = await findHeldList(tx, id)
    if (list === undefined) throw new NotFound(t.heldMessageNotFound)
    await decideHeld(tx, actor, list, id, { decision: asHeld[choice], note: choice === 'no' ? reason : '' })
  },
  // Where the page would ask which organisation it is, or read their page first, nothing of that is said here.
  async join(tx, actor, id, { choice, reason }) {
    const request = await findRequest(tx, id)
    if (!request) throw new NotFound(applications.applicationNotFound)
    await decideRequest(tx, actor, request.list, id, { accept: choice === 'yes', reason, staffPageRead: false })
  },
} satisfies Deciders
