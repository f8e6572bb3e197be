import { keptOf } from '../../lib/ui/kept.ts'
import type { Remark } from '../rules.ts'
import type { MembersFile, ReadRow } from './gathering.ts'

const say = keptOf('imports', 'plan')

// What the plan counts by itself, of those who come.
const counted = /"imports\.rows\.(?:each|mime|plain|summary|none|moderated|notMine|bouncing|banned|pending|repeated|owner)"/

/** What is said of a file of members above its plan: what it was taken for, what changes for how many, and what it leaves to be done. */
export function remarksOn(file: Pick<MembersFile, 'format' | 'rows' | 'wrong' | 'settings' | 'unread'>): Remark[] {
  const { format, rows, wrong, settings, unread } = file
  const remarks: Remark[] = [
    { what: say('file'), was: say(format), becomes: say('rowsRead', { n: rows.length + wrong.length }), how: 'taken' },
  ]
  const sentences = rows.flatMap(({ becomes, how }) =>
    becomes.filter((one) => !counted.test(one)).map((becomesOne) => ({ how, becomesOne })),
  )
  for (const [becomes, some] of Map.groupBy(sentences, ({ becomesOne }) => becomesOne)) {
    if (remarks.length > 100) break
    const how: ReadRow['how'] = (some[0] as { how: ReadRow['how'] }).how
    remarks.push({ what: say('membersRow'), was: say('ofRows', { n: some.length }), becomes, how })
  }
  const repeated = rows.filter(({ becomes }) => becomes.some((one) => /"imports\.rows\.repeated"/.test(one))).length
  if (repeated > 0) remarks.push({ what: say('file'), was: say('repeatedRows', { n: repeated }), becomes: say('leftOut'), how: 'left' })
  if (settings.length > 0)
    remarks.push({ what: say('listSettings'), was: settings.join(' · ').slice(0, 2_000), becomes: say('setByHand'), how: 'left' })
  if (unread.length > 0)
    remarks.push({ what: say('columns'), was: unread.join(', ').slice(0, 1_000), becomes: say('noPlace'), how: 'left' })
  return remarks
}
