import type { Keeper } from '../belongings.ts'
import { formatDay } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { textsOf } from '../lib/ui/words.ts'
import { listOwnedBy } from './queries.ts'

const t = textsOf('documents', 'belongings')

/** The documents that a role owns. */
export const documentKeeper: Keeper = {
  list: async (db, { groupId, role }) =>
    (await listOwnedBy(db, groupId, role)).map((one) => ({
      kind: t.document,
      title: one.reviewOn ? t.reviewOn({ title: one.title, day: formatDay({ locale: languageNow() }, one.reviewOn) }) : one.title,
      path: `/documents/${one.slug}`,
      way: 'follows',
    })),
}
