import type { Consequences } from '../consequences.ts'
import { endHooksOf } from './actions.ts'

/** Programs of somebody who is erased are told nothing any more. */
export const webhookConsequences: Consequences = { personErased: endHooksOf }
