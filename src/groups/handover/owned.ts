import type { Actor } from '../../actor.ts'
import { passExchanges } from '../../correspondence/actions.ts'
import { listUnanswered } from '../../correspondence/queries.ts'
import { listOwnedBy } from '../../documents/queries.ts'
import type { Db, Tx } from '../../lib/db/connect.ts'
import type { Role } from '../../lib/db/schema.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { listAddressesOf } from '../../list/role-addresses/queries.ts'
import { passActions } from '../tasks/actions.ts'
import { listOpenActionsOf } from '../tasks/queries.ts'
import { listHoldings, listListsOf } from './queries.ts'

/** One thing that a role owns, and what becomes of it: it passes to the successor, follows the role by itself, or needs her to do something. */
export interface Owned {
  kind: string
  title: string
  path: string
  way: 'passes' | 'follows' | 'action'
}

export interface Passing {
  groupId: number
  role: Role
  fromId: number
  toId: number
}

/**
 * What a domain knows of a role's belongings. A new domain adds one of these to the list below: what it lists, and, for what passes, how.
 * Both run in the handover's transaction; `pass` is called once.
 */
interface Keeper {
  list(db: Db, passing: Passing): Promise<Owned[]>
  pass?(tx: Tx, actor: Actor, passing: Passing): Promise<unknown>
}

const unansweredOf = async (db: Db, { groupId, role }: Passing) =>
  listUnanswered(
    db,
    (await listAddressesOf(db, groupId, role)).map((address) => address.id),
  )

const addresses: Keeper = {
  list: async (db, { groupId, role }) =>
    (await listAddressesOf(db, groupId, role)).map((one) => ({
      kind: 'Address',
      title: one.title,
      path: `/correspondence/${one.name}`,
      way: 'follows',
    })),
}

const correspondence: Keeper = {
  list: async (db, passing) =>
    (await unansweredOf(db, passing)).map((one) => ({
      kind: 'Open correspondence',
      title: `${one.subject}, ${one.counterpartName || one.counterpart}`,
      path: `/correspondence/${one.desk}/${one.id}`,
      way: 'passes',
    })),
  async pass(tx, actor, passing) {
    const open = await unansweredOf(tx, passing)
    const theirs = open.filter((one) => one.ownerId === null || one.ownerId === passing.fromId)
    await passExchanges(
      tx,
      actor,
      theirs.map((one) => one.id),
      passing.toId,
    )
  },
}

const actions: Keeper = {
  list: async (db, { groupId, fromId }) =>
    (await listOpenActionsOf(db, groupId, fromId)).map((one) => ({
      kind: 'Action',
      title: one.title,
      path: `/actions/${one.id}`,
      way: 'passes',
    })),
  pass: (tx, actor, { groupId, fromId, toId }) => passActions(tx, actor, groupId, fromId, toId),
}

const lists: Keeper = {
  list: async (db, { groupId, role }) =>
    role === 'coordinator' || role === 'deputy' || role === 'moderator'
      ? (await listListsOf(db, groupId)).map((one) => ({ kind: 'List', title: one.title, path: `/lists/${one.name}`, way: 'follows' }))
      : [],
}

const documents: Keeper = {
  list: async (db, { groupId, role }) =>
    (await listOwnedBy(db, groupId, role)).map((one) => ({
      kind: 'Document',
      title: one.reviewOn ? `${one.title}, next review on ${formatDay({ locale: 'en' }, one.reviewOn)}` : one.title,
      path: `/documents/${one.slug}`,
      way: 'follows',
    })),
}

const holdings: Keeper = {
  list: async (db, { groupId, role }) =>
    (await listHoldings(db, groupId, role)).map((one) => ({ kind: 'Elsewhere', title: one.title, path: '', way: 'action' })),
}

/** Everything that a role may own, in the order in which a handover shows it. */
const keepers: readonly Keeper[] = [addresses, lists, documents, correspondence, actions, holdings]

/** What a role owns now. */
export const listOwned = async (db: Db, passing: Passing): Promise<Owned[]> =>
  (await Promise.all(keepers.map((keeper) => keeper.list(db, passing)))).flat()

/** Passes on what passes. */
export async function passOwned(tx: Tx, actor: Actor, passing: Passing): Promise<void> {
  for (const keeper of keepers) await keeper.pass?.(tx, actor, passing)
}
