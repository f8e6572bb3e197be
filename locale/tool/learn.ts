// Learns word vectors from posts, of which it is known which describe the same need: words that describe one need come to stand together,
// in all languages. Each batch has two posts about each of its needs. A post must be more similar to its partner than to all other posts of
// the batch (van den Oord, Li and Vinyals, Representation Learning with Contrastive Predictive Coding, 2018), and words move according to
// their part in this.

/** A text: places of words, each with how much it says. */
export type Said = readonly (readonly [place: number, weight: number])[]

const rounds = 1_000
const batch = 128
// How sharply the one must stand out.
const temperature = 0.15
// Of each text some words are left out by chance, so that none of them alone is relied upon.
const leftOut = 0.4
// Adam (Kingma and Ba, 2015), for the words that a batch says.
const [step, keepsFirst, keepsSecond] = [2e-3, 0.9, 0.999]

/** The same numbers in each run, from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const along = (a: Float64Array, b: Float64Array): number => a.reduce((sum, one, i) => sum + one * (b[i] as number), 0)

function add(to: Float64Array, row: Float64Array, weight: number): void {
  for (const [i, one] of row.entries()) to[i] = (to[i] as number) + weight * one
}

/** Each number's share of all, by its power. */
function sharesOf(row: readonly number[]): number[] {
  const most = Math.max(...row)
  const powers = row.map((one) => Math.exp(one - most))
  const sum = powers.reduce((all, one) => all + one, 0)
  return powers.map((one) => one / sum)
}

/** A text of a batch: where it stands, of length 1, and how long that was. */
interface Text {
  said: Said
  place: Float64Array
  length: number
}

/** The directions of words, which Adam moves. */
class Words {
  readonly #words: Float64Array
  readonly #size: number
  readonly #first: Float64Array
  readonly #second: Float64Array
  readonly #steps: Uint32Array
  #slopes = new Map<number, Float64Array>()

  constructor(words: Float64Array, size: number) {
    this.#words = words
    this.#size = size
    this.#first = new Float64Array(words.length)
    this.#second = new Float64Array(words.length)
    this.#steps = new Uint32Array(words.length / size)
  }

  place(said: Said): Text {
    const place = new Float64Array(this.#size)
    for (const [word, weight] of said) add(place, this.#words.subarray(word * this.#size, (word + 1) * this.#size), weight)
    const length = Math.hypot(...place) + 1e-6
    return { said, place: place.map((one) => one / length), length }
  }

  /** Notes for each word of a text where it should move, by where the text should. */
  note({ said, place, length }: Text, towards: Float64Array): void {
    const part = along(towards, place)
    const slope = towards.map((one, i) => (one - (place[i] as number) * part) / length)
    for (const [word, weight] of said) {
      const sum = this.#slopes.get(word) ?? new Float64Array(this.#size)
      add(sum, slope, weight)
      this.#slopes.set(word, sum)
    }
  }

  move(): void {
    for (const [word, slopes] of this.#slopes) {
      const many = (this.#steps[word] as number) + 1
      this.#steps[word] = many
      for (const [i, slope] of slopes.entries()) {
        const at = word * this.#size + i
        const first = keepsFirst * (this.#first[at] as number) + (1 - keepsFirst) * slope
        const second = keepsSecond * (this.#second[at] as number) + (1 - keepsSecond) * slope ** 2
        this.#first[at] = first
        this.#second[at] = second
        const by = ((step * first) / (1 - keepsFirst ** many)) * (1 / (Math.sqrt(second / (1 - keepsSecond ** many)) + 1e-8))
        this.#words[at] = (this.#words[at] as number) - by
      }
    }
    this.#slopes = new Map()
  }
}

/**
 * Moves the directions of words until texts of one need stand near each other, and far from others.
 * @param words their directions, one after another, of `size` numbers each; they are changed
 * @param needs of each need the texts that tell of it, at least two
 */
export function learn(words: Float64Array, size: number, needs: readonly (readonly Said[])[]): void {
  const random = numbers(20_261_130)
  const moved = new Words(words, size)
  const some = (texts: readonly Said[], at: number): Text =>
    moved.place((texts[at % texts.length] as Said).filter(() => random() > leftOut))
  for (let round = 0; round < rounds; round++) {
    const chosen = needs
      .map((texts) => ({ texts, by: random() }))
      .sort((a, b) => a.by - b.by)
      .slice(0, batch)
    const pairs = chosen.map(({ texts }): [Text, Text] => {
      const one = Math.floor(random() * texts.length)
      const other = one + 1 + Math.floor(random() * (texts.length - 1))
      return [some(texts, one), some(texts, other)]
    })
    pull(pairs, size, moved)
    moved.move()
  }
}

/** Notes where the words of a batch should move. */
function pull(pairs: readonly [Text, Text][], size: number, moved: Words): void {
  const likeness = pairs.map(([one]) => pairs.map(([, other]) => along(one.place, other.place) / temperature))
  const across = likeness.map(sharesOf)
  const down = pairs.map((_, j) => sharesOf(likeness.map((row) => row[j] as number)))
  const ones = pairs.map(() => new Float64Array(size))
  const others = pairs.map(() => new Float64Array(size))
  for (const [i, [one]] of pairs.entries())
    for (const [j, [, other]] of pairs.entries()) {
      const both = ((across[i] as number[])[j] as number) + ((down[j] as number[])[i] as number)
      const slope = (both - (i === j ? 2 : 0)) / (2 * pairs.length * temperature)
      add(ones[i] as Float64Array, other.place, slope)
      add(others[j] as Float64Array, one.place, slope)
    }
  for (const [i, [one, other]] of pairs.entries()) {
    moved.note(one, ones[i] as Float64Array)
    moved.note(other, others[i] as Float64Array)
  }
}
