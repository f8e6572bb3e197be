import { boundedCard, type Card, type Icon } from './card.ts'
import { drawIconWithin, drawWithin } from './card-drawing.ts'

// Some thirty kilobytes each.
const most = 200
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** From memory where it was drawn lately; who asks while it is drawn waits for the same one. */
function once(key: string, draw: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const known = kept.get(key)
  kept.delete(key)
  const drawn = known ?? draw()
  kept.set(key, drawn)
  if (!known) drawn.catch(() => kept.delete(key))
  const [longestAgo] = kept.keys()
  if (kept.size > most && longestAgo !== undefined) kept.delete(longestAgo)
  return drawn
}

/**
 * A card as PNG.
 * @throws NotDrawn
 */
export function cardOf(asked: Card): Promise<Uint8Array<ArrayBuffer>> {
  const card = boundedCard(asked)
  return once(JSON.stringify(card), () => drawWithin(card))
}

/**
 * An icon as PNG.
 * @throws NotDrawn
 */
export const iconOf = (icon: Icon): Promise<Uint8Array<ArrayBuffer>> => once(`icon ${icon.size} ${icon.accent}`, () => drawIconWithin(icon))
