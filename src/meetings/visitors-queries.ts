import { listRoster } from '../groups/queries.ts'
import type { Db } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { listAddressesOf } from '../list/queries.ts'
import type { Meeting } from './core/queries.ts'

/** Whom somebody asks who would like to come: addresses that follow a role, or, without one, people as the roster names them. */
export interface Askable {
  addresses: string[]
  names: string[]
}

/** Whom a guest asks about a meeting: whoever coordinates a group that holds it, else their deputy. */
export async function listToAsk(db: Db, { hosts }: Pick<Meeting, 'hosts'>, mailDomain: string, on: Date): Promise<Askable> {
  const found = await Promise.all(
    hosts.map(async ({ groupId }): Promise<Askable> => {
      if (groupId === null) return { addresses: [], names: [] }
      const open = await listAddressesOf(db, groupId, 'coordinator')
      if (open.length > 0) return { addresses: open.map(({ name }) => `${name}@${mailDomain}`), names: [] }
      const roster = (await listRoster(db, groupId, on)).filter(({ namedToAll }) => namedToAll)
      const leading = roster.filter(({ role }) => role === 'coordinator')
      return { addresses: [], names: pluck(leading.length > 0 ? leading : roster.filter(({ role }) => role === 'deputy'), 'name') }
    }),
  )
  return { addresses: found.flatMap(({ addresses }) => addresses), names: [...new Set(found.flatMap(({ names }) => names))] }
}
