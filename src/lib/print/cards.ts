import { boundedCard, type Card } from './card.ts'
import { drawWithin } from './card-drawing.ts'

// Some thirty kilobytes each.
const most = 200
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/**
 * A card as PNG, from memory where it was drawn lately; who asks while it is drawn waits for the same one.
 * @throws NotDrawn
 */
export function cardOf(asked: Card): Promise<Uint8Array<ArrayBuffer>> {
  const card = boundedCard(asked)
  const key = JSON.stringify(card)
  const known = kept.get(key)
  kept.delete(key)
  const drawn = known ?? drawWithin(card)
  kept.set(key, drawn)
  if (!known) drawn.catch(() => kept.delete(key))
  const [longestAgo] = kept.keys()
  if (kept.size > most && longestAgo !== undefined) kept.delete(longestAgo)
  return drawn
}
