import { rankRequests } from '../../../ballots/ranking/actions.ts'
import type { Ground } from '../../../ground.ts'
import { idsOf } from '../../../lib/db/rows.ts'
import { openStages } from '../../../requests/rules.ts'
import { handOf } from './hand.ts'
import { castPapers } from './papers.ts'

const day = 86_400_000

/** The institutions rank some requests without a cycle, for the group's next meeting with the vendor; half of them have voted. */
export async function loadRanking({ context }: Ground): Promise<void> {
  const now = context.now()
  const opens = new Date(now.getTime() - 3 * day)
  const closesAt = new Date(now.getTime() + 6 * day)
  await context.write(async (tx) => {
    const { groupId, as } = await handOf(tx)
    const requests = await tx
      .selectFrom('request')
      .select('id')
      .where('groupId', '=', groupId)
      .where('stage', 'in', openStages)
      .where('visibility', '=', 'public')
      .where('createdAt', '<', opens)
      .orderBy('id')
      .limit(6)
      .execute()
    const id = await rankRequests(tx, as('Ines Albrecht', opens), context.site.secret, {
      groupId,
      title: 'Three requests for the next meeting with the vendor',
      requestIds: idsOf(requests),
      electorate: 'institutions',
      closesAt,
      zone: 'Europe/Lisbon',
      rule: 'scottish-stv',
      seats: 3,
      budget: 50,
      secrecy: 'anonymous',
    })
    await castPapers(tx, id, 0.5, closesAt, now)
  })
}
