import { textsOf } from '../../lib/ui/words.ts'
import type { Sitting } from '../rules.ts'

const t = textsOf('ballots', 'whyNot')

/** Why a ballot cannot be called off, in words for the page. Nothing to say means it can. */
export function whyNotCallOff({ state, closesAt }: Pick<Sitting, 'state' | 'closesAt'>, now: Date): string | undefined {
  if (state === 'preparing') return undefined
  if (state === 'called_off') return t.alreadyCalledOff
  if (state !== 'open' || now >= closesAt) return t.closedCounts
}
