import type { Sitting } from '../rules.ts'

/** Why a ballot cannot be called off, in words for the page. Nothing to say means it can. */
export function whyNotCallOff({ state, closesAt }: Pick<Sitting, 'state' | 'closesAt'>, now: Date): string | undefined {
  if (state === 'preparing') return undefined
  if (state === 'called_off') return 'This ballot was called off already.'
  if (state !== 'open' || now >= closesAt) return 'This ballot is closed. What was voted counts; a ballot is called off before its close.'
}
