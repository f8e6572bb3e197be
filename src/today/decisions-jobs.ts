import { loadActor } from '../groups/queries.ts'
import { inLanguage } from '../lib/ui/language.ts'
import type { Choice } from '../lib/ui/waits.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findReader } from '../people/queries.ts'
import type { JobContext } from '../task.ts'
import { isRefusal, takeDecision, tried } from './decisions-actions.ts'
import { decisionFailed } from './week/mails.ts'

/**
 * Carries out what somebody decided, as they may today: through the action of the thing's own page. Where that refuses by now, for instance since a
 * colleague was faster, they hear so.
 */
export async function carryOut({ decisionId }: { decisionId: number }, { write, site, gathered, now }: JobContext): Promise<void> {
  await write(async (tx) => {
    const decision = await takeDecision(tx, decisionId)
    const actor = decision && (await loadActor(tx, decision.personId, now(), decision.via))
    const decider = decision && gathered.deciders[decision.what]
    if (!decision || !actor || !decider) return
    const { personId, thingId, reason, title } = decision
    const verdict = { choice: decision.choice as Choice, reason, site }
    try {
      await inLanguage(actor.locale, () => tried(tx, () => decider(tx, { ...actor, personId }, thingId, verdict)))
    } catch (error) {
      if (!isRefusal(error)) throw error
      const to = await findReader(tx, personId)
      if (to) await sendLetter(tx, site, now(), decisionFailed(to, { title, why: error.message, link: `${site.baseUrl}/today` }))
    }
  })
}
