import type { Actor } from '../actor.ts'
import { textsOf } from '../lib/ui/words.ts'
import { mayMeetPeople } from '../policy.ts'

const t = textsOf('people', 'organisations')

/**
 * Terms as this reader sees them: who holds one and has not confirmed an address was not asked, so that strangers do not read their name, except
 * where their group says so.
 */
export const namedFor = <T extends { name: string; namedToAll: boolean }>(actor: Actor, terms: readonly T[]): T[] =>
  terms.map((term) => (term.namedToAll || mayMeetPeople(actor) ? term : { ...term, name: t.nameNotShown }))
