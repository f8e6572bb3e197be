import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Weights } from './cosine.ts'

/** Written by locale/tool/senses.ts; the compiled program finds it where it was made, too. */
export const sensesFile = resolve(import.meta.dirname, '../../../src/lib/similar/senses.bin')

/** How many numbers tell where a word stands among others. */
export const dimensions = 64
/** Whose word it is, is kept in so many parts of 1. */
export const perField = 32
// How much texts speak of what was learnt from: those of other programs, and those of this field (bench/README.md).
const [elsewhere, here] = [1, 1.3]
/** Beside so many, what some texts speak of does not say what all do. */
export const fewTexts = 20

interface Words {
  places: Map<string, number>
  directions: Int8Array
  /** How much each word says. */
  weights: Float32Array
  /** How much oftener those who speak of such programs say it than others, as `perField` times the logarithm. */
  fields: Int8Array
}

let read: Words | undefined

/** The file: a line of stems, then each one's direction, how much it says, and whose word it is. */
function wordsOf(): Words {
  if (read) return read
  const bytes = readFileSync(sensesFile)
  const end = bytes.indexOf(10)
  const stems = bytes.toString('utf8', 0, end).split(' ')
  const from = end + 1 + stems.length * dimensions
  const weights = new Float32Array(stems.length)
  for (const at of weights.keys()) weights[at] = bytes.readFloatLE(from + at * 4)
  read = {
    places: new Map(stems.map((stem, at) => [stem, at])),
    directions: new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, stems.length * dimensions),
    weights,
    fields: new Int8Array(bytes.buffer, bytes.byteOffset + from + stems.length * 4, stems.length),
  }
  return read
}

/** Is something known of a stem in English, of one in another language (`de:`) or of a piece of words (`:`)? */
export const isLearnt = (stem: string): boolean => wordsOf().places.has(stem)

/** Of a text: where it stands, of length 1; and how much it speaks of what was learnt from, in the last place. */
const numbers = dimensions + 1

/** How much is said by a word that is said so often. */
export const saidBy = (count: number): number => (count >= 1 ? 1 + Math.log(count) : count)

/** Beside what all speak of, which says nothing of two of them. */
export function beside(place: Float32Array, mean: Float32Array): Float32Array {
  const moved = Float32Array.from({ length: dimensions }, (_, i) => (place[i] as number) - (mean[i] as number))
  const length = Math.hypot(...moved) || 1
  return moved.map((one) => one / length)
}

/** Where a text stands, by its stems: near those that speak of the same in other words. */
export function placeOf(spoken: Weights): Float32Array {
  const { places, directions, weights, fields } = wordsOf()
  const sum = new Float32Array(numbers)
  let [field, english] = [0, 0]
  for (const [stem, count] of spoken) {
    const at = places.get(stem)
    if (!stem.includes(':')) {
      english++
      field += at === undefined ? 0 : (fields[at] as number) / perField
    }
    if (at === undefined) continue
    const weight = saidBy(count) * (weights[at] as number)
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + weight * (directions[at * dimensions + i] as number)
  }
  const length = Math.hypot(...sum) || 1
  const place = sum.map((one) => one / length)
  place[dimensions] = field / Math.max(1, english)
  return place
}

/** What texts speak of, whatever the words: those of one thing stand beside each other. */
export class Senses {
  #places: (Float32Array | undefined)[] = []
  readonly #sum = new Float64Array(numbers)
  #size = 0

  put(slot: number, spoken: Weights): void {
    this.#enter(slot, placeOf(spoken))
  }

  #enter(slot: number, place: Float32Array): void {
    this.#places[slot] = place
    for (const [i, one] of place.entries()) this.#sum[i] = (this.#sum[i] as number) + one
    this.#size++
  }

  remove(slot: number): void {
    const place = this.#places[slot]
    if (!place) return
    for (const [i, one] of place.entries()) this.#sum[i] = (this.#sum[i] as number) - one
    this.#places[slot] = undefined
    this.#size--
  }

  /** Gives slots new places; what stood in the others goes. */
  move(places: ReadonlyMap<number, number>): void {
    const before = this.#places
    this.#places = []
    for (const [old, place] of places) this.#places[place] = before[old]
  }

  /** All of it, where no slot is empty. */
  pack(): Float32Array {
    const packed = new Float32Array(this.#size * numbers)
    for (const [slot, place] of this.#places.entries()) if (place) packed.set(place, slot * numbers)
    return packed
  }

  /** What was packed, into an empty one. */
  unpack(packed: Float32Array): void {
    for (let slot = 0; slot * numbers < packed.length; slot++) this.#enter(slot, packed.subarray(slot * numbers, (slot + 1) * numbers))
  }

  /**
   * How near each slot is to a text, from 0 to 1, beside what all of them speak of.
   * @returns also how far that can be relied upon, from 0 to 1: as far as the text, and all of them, speak of what was learnt from
   */
  near(spoken: Weights, slots: number): { near: Float64Array; reliance: number } {
    // A few texts do not say what all speak of.
    const mean = Float32Array.from(this.#sum, (one) => one / (this.#size + fewTexts))
    const own = placeOf(spoken)
    const asked = beside(own, mean)
    const near = new Float64Array(slots)
    for (const [slot, place] of this.#places.entries()) {
      if (!place) continue
      let [along, length] = [0, 0]
      for (let i = 0; i < dimensions; i++) {
        const one = (place[i] as number) - (mean[i] as number)
        along += one * (asked[i] as number)
        length += one * one
      }
      near[slot] = along > 0 ? along / Math.sqrt(length) : 0
    }
    const all = (this.#sum[dimensions] as number) / Math.max(1, this.#size)
    const field = ((own[dimensions] as number) + all) / 2
    return { near, reliance: Math.max(0, Math.min(1, (field - elsewhere) / (here - elsewhere))) }
  }
}
