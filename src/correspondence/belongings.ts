import type { Keeper, Passing } from '../belongings.ts'
import type { Db } from '../lib/db/rows.ts'
import { pluck } from '../lib/pluck.ts'
import { textsOf } from '../lib/ui/words.ts'
import { listAddressesOf } from '../list/queries.ts'
import { passExchanges } from './passing-actions.ts'
import { listUnanswered } from './queries.ts'

const t = textsOf('correspondence', 'queries')

const unansweredOf = async (db: Db, { groupId, role }: Passing) =>
  listUnanswered(
    db,
    (await listAddressesOf(db, groupId, role)).map((address) => address.id),
  )

/** What came to the addresses of a role and waits for an answer. */
export const correspondenceKeeper: Keeper = {
  list: async (db, passing) =>
    (await unansweredOf(db, passing)).map((one) => ({
      kind: t.openConversations,
      title: `${one.subject}, ${one.counterpartName || one.counterpart}`,
      path: `/correspondence/${one.desk}/${one.id}`,
      way: 'passes',
    })),
  async pass(tx, actor, passing) {
    const open = await unansweredOf(tx, passing)
    const theirs = open.filter((one) => one.ownerId === null || one.ownerId === passing.fromId)
    await passExchanges(tx, actor, pluck(theirs, 'id'), passing.toId)
  },
}
