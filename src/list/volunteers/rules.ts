import type { OfferOutcome } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'

const t = textsOf('list', 'volunteersPage').errors

/** Why nobody can offer to serve now; undefined means one can. */
export function whyNotOffer(call: { state: string; closesOn: string }, today: string): string | undefined {
  if (call.state === 'withdrawn') return t.withdrawn
  if (call.state === 'decided') return t.decided
  if (today > call.closesOn) return t.closed
}

export interface Choice {
  offerId: number
  outcome: OfferOutcome
  /** Of a runner-up: 1 is offered the first vacancy. */
  place?: number
}

/** Why these decisions cannot be taken together; undefined means they can. */
export function whyNotDecide(choices: Choice[], seats: number): string | undefined {
  const appointed = choices.filter((one) => one.outcome === 'appointed').length
  if (appointed > seats) return t.tooMany({ seats })
  const places = choices.flatMap((one) => (one.outcome === 'runner_up' ? [one.place ?? 0] : []))
  if (places.some((place) => place < 1)) return t.order
  if (new Set(places).size < places.length) return t.samePlace
}
