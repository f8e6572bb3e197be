import { Refusal } from '../errors.ts'
import { loadActor } from '../groups/queries.ts'
import { wholly } from '../lib/db/wholly.ts'
import { inLanguage } from '../lib/ui/language.ts'
import { sendLetter } from '../outbox/actions.ts'
import { findReader } from '../people/queries.ts'
import type { JobContext } from '../task.ts'
import { follow, takeDecision } from './decisions-actions.ts'
import { decisionFailed } from './week/mails.ts'

/**
 * Carries out what somebody decided, as they may today: through the action of the thing's own page. Where that refuses by now, for instance since a
 * colleague was faster, they hear so.
 */
export async function carryOut({ decisionId }: { decisionId: number }, { write, site, gathered, now }: JobContext): Promise<void> {
  await write(async (tx) => {
    const decision = await takeDecision(tx, decisionId)
    const actor = decision && (await loadActor(tx, decision.personId, now(), decision.via))
    if (!decision || !actor) return
    const { personId, title } = decision
    try {
      const hands = { site, deciders: gathered.deciders }
      await inLanguage(actor.locale, () => wholly(tx, () => follow(tx, { ...actor, personId }, decision, hands)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const to = await findReader(tx, personId)
      if (to) await sendLetter(tx, site, now(), decisionFailed(to, { title, why: error.message, link: `${site.baseUrl}/today` }))
    }
  })
}
