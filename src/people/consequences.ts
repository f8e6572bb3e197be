import type { Consequences } from '../consequences.ts'
import { erasePerson } from './erasure-actions.ts'

/** Of somebody who is erased a row stays, so that what they did is somebody's; it says nothing of them. */
export const peopleConsequences: Consequences = { personErased: erasePerson }
