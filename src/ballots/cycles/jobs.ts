import { idsOf } from '../../lib/db/rows.ts'
import type { TaskContext } from '../../task.ts'
import { utcDay } from '../../time.ts'
import { listSpeakers, listVendorGuests } from '../core/people-queries.ts'
import { listElectorate } from '../core/queries.ts'
import { leadersOf, reachable, tellOnce } from '../delegates.ts'
import { ballotLetter, saying, when } from '../mails.ts'
import { findCycle, findRound, findWindow, listCosting, listCycleHosts } from './queries.ts'

const day = 86_400_000

/** A week before the costing ends: the vendor's guests and the group's leaders hear which costs are missing. */
export async function askCosts(context: TaskContext): Promise<void> {
  const now = context.now()
  for (const cycle of await listCosting(context.db, now)) {
    if (cycle.missing === 0 || cycle.closesAt.getTime() - now.getTime() > 7 * day) continue
    const people = [...(await leadersOf(context, cycle.groupId)), ...reachable(await listVendorGuests(context.db, cycle.groupId, now))]
    const link = `${context.site.baseUrl}/cycles/${cycle.id}/costing`
    await tellOnce(context, { ballotId: cycle.ballotId, kind: 'costs' }, people, (to) =>
      ballotLetter('costs', to, cycle, (words) =>
        saying(words.costs, { cycle: cycle.title, missing: cycle.missing, closes: when(to, cycle.zone, cycle.closesAt), link }),
      ),
    )
  }
}

/** The submission is open: all who would cast a ballot are asked what their institution needs. */
export async function phaseOpened({ cycleId }: { cycleId: number }, context: TaskContext): Promise<void> {
  const { db, now } = context
  const [cycle, round] = [await findCycle(db, cycleId), await findRound(db, cycleId, 'round_one')]
  const window = await findWindow(db, cycleId)
  if (!cycle || !round || !window || window.closesAt <= now()) return
  const hosts = await listCycleHosts(db, cycleId)
  const electorate = await listElectorate(db, { hosts, productId: cycle.productId, cycleId, recordOn: utcDay(now()) })
  const ids = idsOf(electorate)
  const speakers = reachable(await listSpeakers(db, ids, hosts, now()))
  await tellOnce(context, { ballotId: round.id, kind: 'submission' }, speakers, (to) =>
    ballotLetter('submission', to, cycle, (words) =>
      saying(words.phase, {
        cycle: cycle.title,
        closes: when(to, cycle.zone, window.closesAt),
        link: `${context.site.baseUrl}/cycles/${cycleId}`,
      }),
    ),
  )
}
