import type { Keeper } from '../belongings.ts'
import { textsOf } from '../lib/ui/words.ts'
import { listListsOf } from './core/queries.ts'
import { listAddressesOf } from './role-addresses/queries.ts'

const t = textsOf('list', 'belongings')

const addresses: Keeper = {
  list: async (db, { groupId, role }) =>
    (await listAddressesOf(db, groupId, role)).map((one) => ({
      kind: t.roleMailbox,
      title: one.title,
      path: `/correspondence/${one.name}`,
      way: 'follows',
    })),
}

const lists: Keeper = {
  list: async (db, { groupId, role }) =>
    role === 'coordinator' || role === 'deputy' || role === 'moderator'
      ? (await listListsOf(db, groupId)).map((one) => ({ kind: t.list, title: one.title, path: `/lists/${one.name}`, way: 'follows' }))
      : [],
}

/** The addresses that follow a role, and the lists that those who lead a group keep. */
export const belongings: readonly Keeper[] = [addresses, lists]
