import { forgetRows } from '../consequences.ts'
import { type Tx, updateRows } from '../lib/db/rows.ts'
import { formerName } from '../lib/ui/former.ts'
import { forgetDocuments } from '../search/actions.ts'

/** Ways in, settings, devices and workplaces go; the row stays, under no name. */
export async function erasePerson(tx: Tx, personId: number, at: Date): Promise<void> {
  await forgetRows(tx, personId, [
    'draft',
    'programProposal',
    'refusedTool',
    'toolAsking',
    'toolQuestion',
    'passkey',
    'federatedIdentity',
    'device',
    'signInFlow',
    'addressClaim',
    'affiliation',
    'authUser',
  ])
  await forgetDocuments(tx, 'person', [personId])
  await updateRows(tx.updateTable('apiToken'), { personId, revokedAt: null }, { revokedAt: at, name: '' })
  await tx
    .updateTable('person')
    .set({ name: formerName, about: '', locale: 'en', zone: null, zoneFrom: null, theme: 'system', erasedAt: at })
    .where('id', '=', personId)
    .execute()
}

/** An address that nobody has stands for one that was erased; it opens nothing. */
export async function eraseAddress(tx: Tx, address: string, instead: string): Promise<void> {
  await tx.updateTable('address').set({ email: instead, verifiedAt: null }).where('email', '=', address).execute()
}
