import { gramsOf } from './words.ts'

/** A word of the collection that looks like another one. */
export interface Alike {
  stem: string
  /** 0 to 1. */
  likeness: number
}

const mostAlike = 6

/** Finds words that are written almost alike, or are part of each other as in compounds, by the grams that they share. */
export class Vocabulary {
  readonly #words: string[] = []
  readonly #grams: number[] = []
  readonly #byGram = new Map<string, number[]>()
  readonly #ids = new Map<string, number>()
  readonly #known = new Map<string, Alike[]>()

  add(stem: string): void {
    if (stem.length < 4 || this.#ids.has(stem) || /^\d+$/.test(stem)) return
    const id = this.#words.length
    const grams = new Set(gramsOf(stem))
    this.#ids.set(stem, id)
    this.#words.push(stem)
    this.#grams.push(grams.size)
    for (const gram of grams) {
      const ids = this.#byGram.get(gram)
      if (ids) ids.push(id)
      else this.#byGram.set(gram, [id])
    }
    if (this.#known.size > 0) this.#known.clear()
  }

  /** The words most like this one, the most alike first; itself is not among them. */
  alike(stem: string): Alike[] {
    if (stem.length < 5 || /^\d+$/.test(stem)) return []
    const known = this.#known.get(stem)
    if (known) return known
    const grams = [...new Set(gramsOf(stem))]
    const shared = new Map<number, number>()
    for (const gram of grams) for (const id of this.#byGram.get(gram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
    const found: Alike[] = []
    for (const [id, count] of shared) {
      const other = this.#words[id] as string
      if (other === stem) continue
      const likeness = likenessOf(stem, other, (2 * count) / (grams.length + (this.#grams[id] as number)))
      if (likeness > 0) found.push({ stem: other, likeness })
    }
    const best = found.sort((a, b) => b.likeness - a.likeness || (a.stem < b.stem ? -1 : 1)).slice(0, mostAlike)
    this.#known.set(stem, best)
    return best
  }
}

// Below, two words share grams by chance: "station" and "nation".
const leastDice = 0.5

/** A slip of a key, or a part of a compound at its beginning or end; else nothing. */
function likenessOf(a: string, b: string, dice: number): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length >= 5 && (long.startsWith(short) || long.endsWith(short))) return 0.45 + 0.4 * (short.length / long.length)
  if (dice >= leastDice && long.length - short.length <= 2) return Math.min(0.9, dice + 0.1)
  return short.length >= 5 && long.length <= 12 && withinOne(short, long) ? 0.6 : 0
}

/** One key wrong, missing, too much, or two swapped. */
function withinOne(short: string, long: string): boolean {
  let from = 0
  while (from < short.length && short[from] === long[from]) from++
  if (long.length - short.length === 1) return short.slice(from) === long.slice(from + 1)
  if (long.length !== short.length) return false
  const rest = short.slice(from + 1) === long.slice(from + 1)
  return rest || (short[from] === long[from + 1] && short[from + 1] === long[from] && short.slice(from + 2) === long.slice(from + 2))
}
