import type { Keeper } from '../belongings.ts'
import { formatDay } from '../lib/ui/format.ts'
import { listOwnedBy } from './queries.ts'

/** The documents that a role owns. */
export const documentKeeper: Keeper = {
  list: async (db, { groupId, role }) =>
    (await listOwnedBy(db, groupId, role)).map((one) => ({
      kind: 'Document',
      title: one.reviewOn ? `${one.title}, next review on ${formatDay({ locale: 'en' }, one.reviewOn)}` : one.title,
      path: `/documents/${one.slug}`,
      way: 'follows',
    })),
}
