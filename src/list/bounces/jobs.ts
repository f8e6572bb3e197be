import { program } from '../../actor.ts'
import type { Tx } from '../../lib/db/rows.ts'
import { sendLetter } from '../../outbox/actions.ts'
import type { TaskContext } from '../../task.ts'
import { findKeepers } from '../core/queries.ts'
import { clearEvidence, keepIncident, sendProbe, suspend } from './actions.ts'
import { incidentNotice } from './mails.ts'
import { listDoubtful, listFailingLists, listFailures, listIncidents } from './queries.ts'
import { decideStanding, findIncidents, memory } from './rules.ts'

const day = 86_400_000

type List = Awaited<ReturnType<typeof listFailingLists>>[number]

/** Weighs what came back: what failed together is an incident, and only a dead address counts against its subscription. */
export async function weigh(_: object, context: TaskContext): Promise<void> {
  const now = context.now()
  for (const list of await listFailingLists(context.db, new Date(now.getTime() - memory * day)))
    await context.write(async (tx) => {
      await gather(tx, context, list, now)
      await judge(tx, context, list, now)
    })
}

async function gather(tx: Tx, context: TaskContext, list: List, now: Date): Promise<void> {
  const found = findIncidents(await listFailures(tx, list.id, new Date(now.getTime() - day)))
  const fresh: number[] = []
  for (const incident of found) {
    const kept = await keepIncident(tx, list.id, incident, now)
    if (kept.fresh) fresh.push(kept.id)
  }
  if (fresh.length === 0) return
  const incidents = (await listIncidents(tx, list.id)).filter(({ id }) => fresh.includes(id))
  for (const holder of await findKeepers(tx, list, now))
    for (const incident of incidents)
      await sendLetter(
        tx,
        context.site,
        now,
        incidentNotice(list, context.site, holder, { ...incident, subject: incident.post ?? incident.subject }),
      )
}

async function judge(tx: Tx, context: TaskContext, list: List, now: Date): Promise<void> {
  for (const subscription of await listDoubtful(tx, list.id, new Date(now.getTime() - memory * day))) {
    const decision = decideStanding(subscription, now)
    if (decision === 'probe') await sendProbe(tx, context.site, list, subscription, now)
    if (decision === 'suspend') await suspend(tx, program(now), list, subscription.id, subscription.words ?? '')
    if (decision === 'clear') await clearEvidence(tx, subscription.id, now)
  }
}
