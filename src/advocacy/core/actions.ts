import type { Actor } from '../../actor.ts'
import { NotFound } from '../../errors.ts'
import { enqueue } from '../../lib/db/enqueue.ts'
import { insertRow, type Tx } from '../../lib/db/rows.ts'
import type { VendorSide } from '../../lib/db/schema.ts'
import { refusals } from '../../lib/ui/words.ts'
import { mayCollate, mayLead } from '../../policy.ts'
import { otherSide, type Signable, signingQuiet } from './rules.ts'

/** Somebody says it for one side. */
export interface Claim {
  groupId: number
  side: VendorSide
  personId: number | null
  at: Date
  /** From before Rapport: nobody is asked. */
  quiet?: boolean
  /** The letter that tells of it asks as well. */
  told?: boolean
  note?: string
  /** What stood there before, where that is not what was said first. */
  before?: object
}

/** Keeps who has said it; the other side is asked to sign it, some minutes later and with what was said beside it. */
export async function claim(tx: Tx, subject: Signable, { quiet = false, told = false, before, ...said }: Claim): Promise<void> {
  const replaced = before && JSON.stringify(before)
  await insertRow(tx.insertInto('signingWord'), { ...subject, ...said, act: 'claimed', quiet, before: replaced })
  if (!quiet && !told) await askSoon(tx, said.groupId, otherSide(said.side), said.at)
}

/**
 * Looks whether somebody leads a group, on its own side.
 * @throws NotFound
 */
export function checkLeads(actor: Actor, groupId: number): void {
  if (!mayLead(actor, groupId) || !mayCollate(actor, groupId)) throw new NotFound(refusals.thereIsNoSuchPage)
}

/** A request of a group; undefined for one that is another's, or not there. */
export const findRequestOf = (tx: Tx, groupId: number, id: number, { lock = false } = {}) =>
  tx
    .selectFrom('sharedRequest as request')
    .select(['id', 'stage', 'rootId'])
    .where('id', '=', id)
    .where('groupId', '=', groupId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()

/** One side is asked to sign what waits for it, once nobody has said anything more for some minutes. */
export const askSoon = (tx: Tx, groupId: number, side: VendorSide, at: Date): Promise<void> =>
  enqueue(tx, 'vendor.sign', { groupId, side }, { key: `vendor.sign:${groupId}:${side}`, runAt: new Date(at.getTime() + signingQuiet) })
