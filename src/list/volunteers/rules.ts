import type { OfferOutcome } from '../../lib/db/schema.ts'

/** Why nobody can offer to serve now; undefined means one can. */
export function whyNotOffer(call: { state: string; closesOn: string }, today: string): string | undefined {
  if (call.state === 'withdrawn') return 'This call was withdrawn.'
  if (call.state === 'decided') return 'The committee has decided.'
  if (today > call.closesOn) return 'This call has closed.'
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
  if (appointed > seats) return `There ${seats === 1 ? 'is one seat' : `are ${seats} seats`}; ${appointed} are appointed.`
  const places = choices.flatMap((one) => (one.outcome === 'runner_up' ? [one.place ?? 0] : []))
  if (places.some((place) => place < 1)) return 'Say in which order the runners-up are asked.'
  if (new Set(places).size < places.length) return 'Two runners-up have one place.'
}
