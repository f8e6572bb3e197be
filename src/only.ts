import type { Actor } from './actor.ts'
import { NotFound } from './errors.ts'
import { refusals } from './lib/ui/words.ts'
import { isHerself, mayAdminister } from './policy.ts'

/**
 * To everybody but administrators there is no such page.
 * @throws NotFound
 */
export function onlyAdministrators(actor: Actor): void {
  if (!mayAdminister(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
}

/**
 * To everybody but somebody who is signed in and acts for nobody else there is no such page.
 * @returns the person's id
 * @throws NotFound
 */
export function onlyHerself(actor: Actor): number {
  if (!isHerself(actor)) throw new NotFound(refusals.thereIsNoSuchPage)
  return actor.personId
}
