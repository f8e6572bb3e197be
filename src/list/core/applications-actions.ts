import { sql } from 'kysely'
import { missing } from '../../errors.ts'
import type { Tx } from '../../lib/db/rows.ts'
import type { RequestState } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { findRequest } from './queries.ts'

const t = textsOf('list', 'actions')

/** Somebody who asked twice has one application: what they said the second time is added to it while it waits. */
export async function addToApplication(
  tx: Tx,
  { id, state }: { id: number; state: RequestState },
  second: { id: number; name: string; institution: string; occupation: string },
) {
  if (state === 'waiting') await addWords(tx, id, second)
  return (await findRequest(tx, id)) ?? missing(t.applicationNotFound)
}

async function addWords(tx: Tx, id: number, second: { id: number; name: string; institution: string; occupation: string }) {
  const said = (column: 'name' | 'institution' | 'occupation') =>
    sql<string>`case when ${sql.ref(column)} = '' then ${second[column]} else ${sql.ref(column)} end`
  await tx
    .updateTable('subscriptionRequest')
    .set({ name: said('name'), institution: said('institution'), occupation: said('occupation') })
    .where('id', '=', id)
    .execute()
  await tx
    .updateTable('requestEvidence')
    .set({ requestId: id })
    .where('requestId', '=', second.id)
    .where('kind', 'in', ['staff_page', 'note'])
    .execute()
}
