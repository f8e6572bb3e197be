import * as z from 'zod'
import { missing, NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import type { Deciders } from '../waiting.ts'
import { findRequest } from './core/queries.ts'
import { decideHeld } from './moderation/actions.ts'
import { findHeldList } from './moderation/queries.ts'
import { decideRequest } from './vetting/actions.ts'
import { gatherEvidence } from './vetting/queries.ts'
import { meantBy } from './vetting/rules.ts'

const t = textsOf('list', 'moderationPage')
const applications = textsOf('list', 'vettingPage')

/** What the page of an application asks besides. */
const OnPage = z.object({
  organisationId: z.int().optional(),
  hostId: z.int().optional(),
  staffPageRead: z.boolean(),
  // What waited since before there was this says nothing of it.
  checkedByHand: z.boolean().default(false),
  sure: z.boolean(),
})

/** The organisation that their domain or sign-on alone means. */
async function meant(tx: Tx, request: Parameters<typeof gatherEvidence>[1], at: Date) {
  const { ladder, evidence } = await gatherEvidence(tx, request, at)
  const organisationId = meantBy(ladder, evidence)?.id
  return { staffPageRead: false, ...(organisationId === undefined ? {} : { organisationId }) }
}

const asHeld = { yes: 'approve', no: 'reject', discard: 'discard' } as const

/** What moderators decide where it stands: held mail, and who asks to join. */
export const deciders = {
  async held(tx, actor, id, { choice, reason }) {
    const list = await findHeldList(tx, id)
    if (list === undefined) throw new NotFound(t.heldMessageNotFound)
    await decideHeld(tx, actor, list, id, { decision: asHeld[choice], note: choice === 'no' ? reason : '' })
  },
  // They belong to the organisation that their domain or sign-on alone means; what the page would ask about, it is refused with its sentence.
  async join(tx, actor, id, { choice, reason, more }) {
    const request = (await findRequest(tx, id)) ?? missing(applications.applicationNotFound)
    const said = more ? OnPage.parse(more) : await meant(tx, request, actor.at)
    await decideRequest(tx, actor, request.list, id, { accept: choice === 'yes', reason, ...said })
  },
} satisfies Deciders
