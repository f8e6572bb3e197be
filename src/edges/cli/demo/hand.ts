import { type Actor, program } from '../../../actor.ts'
import type { Tx } from '../../../lib/db/connect.ts'

export interface Hand {
  tx: Tx
  groupId: number
  communityIds: number[]
  /** Somebody of the demo, leading the group, at a time. */
  as: (name: string, at: Date) => Actor
}

export async function handOf(tx: Tx): Promise<Hand> {
  const { id: groupId } = await tx.selectFrom('workingGroup').select('id').where('slug', '=', 'lectio').executeTakeFirstOrThrow()
  const communities = await tx.selectFrom('community').select('id').orderBy('id').execute()
  const people = new Map((await tx.selectFrom('person').select(['id', 'name']).execute()).map(({ id, name }) => [name, id]))
  const as = (name: string, at: Date): Actor => ({
    ...program(at),
    via: 'cli',
    personId: people.get(name) ?? null,
    name,
    grants: [
      { role: 'coordinator', groupId, communityId: null },
      { role: 'administrator', groupId: null, communityId: null },
    ],
  })
  return { tx, groupId, communityIds: communities.map(({ id }) => id), as }
}
