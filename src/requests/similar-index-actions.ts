import { insertRow, type Tx } from '../lib/db/rows.ts'

/** Keeps the index of a group's requests, in the place of the one before. */
export async function keepIndex(tx: Tx, groupId: number, { key, parts }: { key: string; parts: Buffer[] }, at: Date): Promise<void> {
  await tx.deleteFrom('likenessIndex').where('groupId', '=', groupId).execute()
  for (const [part, data] of parts.entries()) await insertRow(tx.insertInto('likenessIndex'), { groupId, part, key, madeAt: at, data })
}

/** Forgets what is kept, of one group or of all: words of theirs stand in it. It is made anew of what is left. */
export const forgetIndexes = (tx: Tx, groupId?: number) =>
  tx
    .deleteFrom('likenessIndex')
    .$if(groupId !== undefined, (query) => query.where('groupId', '=', groupId as number))
    .execute()
