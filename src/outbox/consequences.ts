import type { Consequences } from '../consequences.ts'
import { eraseLettersOf } from './erasure/actions.ts'

/** Letters to somebody say nothing once they are erased. */
export const outboxConsequences: Consequences = { personErased: eraseLettersOf }
