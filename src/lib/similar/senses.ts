import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Weights } from './cosine.ts'

/** Written by locale/tool/senses.ts; the compiled program finds it where it was made, too. */
export const sensesFile = resolve(import.meta.dirname, '../../../src/lib/similar/senses.bin')

/** How many numbers tell where a word stands among others. */
const dimensions = 64
// Words that stand beside everything say little (Arora, Liang and Ma, A Simple but Tough-to-Beat Baseline for Sentence Embeddings, 2017).
const usual = 1e-3

interface Words {
  places: Map<string, number>
  directions: Int8Array
  shares: Float32Array
}

let read: Words | undefined

/** The file: a line of stems, then each one's direction, then how common each is. */
function wordsOf(): Words {
  if (read) return read
  const bytes = readFileSync(sensesFile)
  const end = bytes.indexOf(10)
  const stems = bytes.toString('utf8', 0, end).split(' ')
  const from = end + 1 + stems.length * dimensions
  const shares = new Float32Array(stems.length)
  for (const at of shares.keys()) shares[at] = bytes.readFloatLE(from + at * 4)
  read = {
    places: new Map(stems.map((stem, at) => [stem, at])),
    directions: new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, stems.length * dimensions),
    shares,
  }
  return read
}

const toLength1 = (direction: Float32Array): Float32Array => {
  const length = Math.hypot(...direction) || 1
  return direction.map((one) => one / length)
}

/** Where a text stands, by its stems in English: near those that speak of the same in other words. */
function directionOf(meaning: Weights): Float32Array {
  const { places, directions, shares } = wordsOf()
  const sum = new Float32Array(dimensions)
  for (const [stem, count] of meaning) {
    const at = places.get(stem)
    if (at === undefined) continue
    const weight = ((count >= 1 ? 1 + Math.log(count) : count) * usual) / (usual + (shares[at] as number))
    for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + weight * (directions[at * dimensions + i] as number)
  }
  return toLength1(sum)
}

/** What texts speak of, whatever the words: those of one thing stand beside each other in what people write. */
export class Senses {
  #directions: (Float32Array | undefined)[] = []
  readonly #sum = new Float64Array(dimensions)
  #size = 0

  put(slot: number, meaning: Weights): void {
    this.#enter(slot, directionOf(meaning))
  }

  #enter(slot: number, direction: Float32Array): void {
    this.#directions[slot] = direction
    for (const [i, one] of direction.entries()) this.#sum[i] = (this.#sum[i] as number) + one
    this.#size++
  }

  remove(slot: number): void {
    const direction = this.#directions[slot]
    if (!direction) return
    for (const [i, one] of direction.entries()) this.#sum[i] = (this.#sum[i] as number) - one
    this.#directions[slot] = undefined
    this.#size--
  }

  /** Gives slots new places; what stood in the others goes. */
  move(places: ReadonlyMap<number, number>): void {
    const before = this.#directions
    this.#directions = []
    for (const [old, place] of places) this.#directions[place] = before[old]
  }

  /** All of it, where no slot is empty. */
  pack(): Float32Array {
    const packed = new Float32Array(this.#size * dimensions)
    for (const [slot, direction] of this.#directions.entries()) if (direction) packed.set(direction, slot * dimensions)
    return packed
  }

  /** What was packed, into an empty one. */
  unpack(packed: Float32Array): void {
    for (let slot = 0; slot * dimensions < packed.length; slot++)
      this.#enter(slot, packed.subarray(slot * dimensions, (slot + 1) * dimensions))
  }

  /** How near each slot is to a text, from 0 to 1, beside what all of them speak of. */
  near(meaning: Weights, slots: number): Float64Array {
    const mean = Float32Array.from(this.#sum, (one) => one / Math.max(1, this.#size))
    const asked = toLength1(directionOf(meaning).map((one, i) => one - (mean[i] as number)))
    const found = new Float64Array(slots)
    for (const [slot, direction] of this.#directions.entries()) {
      if (!direction) continue
      let [along, length] = [0, 0]
      for (let i = 0; i < dimensions; i++) {
        const one = (direction[i] as number) - (mean[i] as number)
        along += one * (asked[i] as number)
        length += one * one
      }
      found[slot] = along > 0 ? along / Math.sqrt(length) : 0
    }
    return found
  }
}
