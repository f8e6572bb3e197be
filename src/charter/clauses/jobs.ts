import { findHolders } from '../../groups/queries.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { indexCharter, noteReview } from './actions.ts'
import { reviewDue } from './mails.ts'
import { listReviews } from './queries.ts'
import { decideReviewNotice, reviewNotices } from './rules.ts'

/** A group has another name: its clauses are found under that. */
export const refind = ({ groupId }: { groupId: number }, { write }: TaskContext): Promise<void> => write((tx) => indexCharter(tx, groupId))

/** Reminds those who lead a group that its charter is to be looked at again: two months and two weeks before, on the day, and once later. */
export async function remindReviews(_: object, { db, write, site, now }: TaskContext): Promise<void> {
  const at = now()
  const today = utcDay(at)
  for (const { id, groupId, group, slug, reviewOn, sent } of await listReviews(db, at, Math.max(...reviewNotices))) {
    const days = reviewOn === null ? undefined : decideReviewNotice(reviewOn, today, sent)
    if (reviewOn === null || days === undefined) continue
    await write(async (tx) => {
      if (!(await noteReview(tx, at, id, reviewOn, days))) return
      for (const to of await findHolders(tx, groupId, ['coordinator', 'deputy'], at))
        await sendLetter(
          tx,
          site,
          at,
          reviewDue(to, { group, reviewOn, late: reviewOn < today }, `${site.baseUrl}/charter/edit?group=${slug}`),
        )
    })
  }
}
