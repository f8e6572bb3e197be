import type { Locale } from '../lib/ui/format.ts'
import { sayKept } from '../lib/ui/kept.ts'
import type { TaskContext } from '../task.ts'
import { findBallot, findExtension } from './core/queries.ts'
import { ballotLink, eachDelegate, listEntitled, tellOnce } from './delegates.ts'
import { ballotLetter, type Holder, type Recipient, saying, when } from './mails.ts'
import { nameInCycle } from './words.ts'

/** All who vote hear that a ballot or a phase ends later, and why. */
export async function extended({ extensionId }: { extensionId: number }, context: TaskContext): Promise<void> {
  const extension = await findExtension(context.db, extensionId)
  if (!extension) return
  const ballot = extension.ballotId === null ? undefined : await findBallot(context.db, extension.ballotId)
  const aboutFor = (to: Recipient) => ballot?.title ?? nameInCycle(to.locale, extension.cycle, extension.phase)
  const link = ballot ? ballotLink(context, ballot.id) : `${context.site.baseUrl}/cycles/${extension.cycleId}`
  const { fromAt, toAt, opensFrom, opensTo } = extension
  const compose = (to: Recipient, of: Holder) =>
    ballotLetter('extended', to, of, (words) => {
      const said = (at: Date) => when(to, ballot?.zone ?? extension.cycleZone ?? 'UTC', at)
      const about = aboutFor(to)
      const reason = sayKept(extension.reason, to.locale as Locale)
      // What had not begun was moved as a whole, and maybe to an earlier day.
      if (opensFrom && opensTo)
        return saying(words.moved, {
          title: about,
          beforeFrom: said(opensFrom),
          beforeTo: said(fromAt),
          from: said(opensTo),
          to: said(toAt),
          reason,
          link,
        })
      return saying(words.extended, { title: about, from: said(fromAt), to: said(toAt), reason, link })
    })
  const kind = `extended-${extensionId}`
  if (ballot?.state === 'open') return eachDelegate(context, ballot, { kind }, (_tx, to) => compose(to, ballot))
  // What is over or called off is not extended any more.
  if (ballot && ballot.state !== 'preparing') return
  // Before the opening there are no voters yet: all who would cast a ballot are told.
  const round = ballot ?? (extension.roundId === null ? undefined : await findBallot(context.db, extension.roundId))
  if (!round) return
  await tellOnce(context, { ballotId: round.id, kind }, await listEntitled(context, round), (to) => compose(to, round))
}
